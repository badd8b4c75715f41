//! News: what happens in the network, and what happened, with by-line and publisher.

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::App;
use crate::i18n::Text;
use crate::library::article::{self, Beside, Fact};
use crate::library::registers::{COUNTY, THEME, YEAR};
use crate::library::{Content, Fault, Headings, Kind, Words, check_line};

#[cfg(test)]
mod tests;

pub const KIND: Kind = Kind {
    name: "news",
    path: "nyheter",
    check,
    is_dated: true,
    list: Some(Headings { heading: "news-heading", lead: "news-lead", count: "news-count" }),
    filters: &[THEME, COUNTY, YEAR],
    words: |facts| Words {
        organisations: read(facts).publisher.unwrap_or_default(),
        ..Words::default()
    },
    ..Kind::PLAIN
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub byline: Option<String>,
    pub image_credit: Option<String>,
    pub publisher: Option<String>,
}

pub fn routes() -> Router<App> {
    article::routes(&KIND, beside)
}

fn beside(content: &Content, t: Text) -> Beside {
    let facts = read(&content.facts);
    let lines = [
        ("news-byline", facts.byline),
        ("news-image-credit", facts.image_credit),
        ("news-publisher", facts.publisher),
    ];
    let line =
        |(key, value): (&str, Option<String>)| value.map(|value| Fact { name: t.get(key), value });
    Beside { byline: lines.into_iter().filter_map(line).collect(), facts: Vec::new() }
}

fn read(facts: &Value) -> Facts {
    serde_json::from_value(facts.clone()).unwrap_or_default()
}

fn check(facts: Value) -> Result<Value, Vec<Fault>> {
    if facts.is_null() {
        return Ok(Value::Null);
    }
    let facts: Facts =
        serde_json::from_value(facts).map_err(|e| vec![Fault::malformed("facts", e)])?;
    for (name, text) in [
        ("byline", &facts.byline),
        ("image_credit", &facts.image_credit),
        ("publisher", &facts.publisher),
    ] {
        if let Some(text) = text {
            check_line(&format!("facts.{name}"), text, 300, true).map_err(|fault| vec![fault])?;
        }
    }
    serde_json::to_value(facts).map_err(|e| vec![Fault::malformed("facts", e)])
}
