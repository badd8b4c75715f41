//! News: what happens in the network, and what happened, with by-line and publisher.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::App;
use crate::error::Reply;
use crate::i18n::Text;
use crate::library::article::{self, Beside, Fact};
use crate::library::registers::{COUNTY, THEME, YEAR};
use crate::library::{Content, Fault, Kind, Says, Words, check_line, listing};
use crate::web::Visit;
use crate::web::visit::{Named, Slug};

#[cfg(test)]
mod tests;

pub const KIND: Kind = Kind {
    name: "news",
    path: "nyheter",
    check,
    facets: |_, _| Vec::new(),
    card: |_| Value::Null,
    is_dated: true,
    says: |_, _| Says::default(),
    filters: &[THEME, COUNTY, YEAR],
    told: |content, t| beside(content, t).told(),
    words: |facts| Words {
        organisations: read(facts).publisher.unwrap_or_default(),
        ..Words::default()
    },
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub byline: Option<String>,
    pub image_credit: Option<String>,
    pub publisher: Option<String>,
}

pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/nyheter", get(list)).route("/{lang}/nyheter/{slug}", get(show))
}

async fn list(State(app): State<App>, visit: Visit) -> Reply {
    let words =
        listing::Headings { heading: "news-heading", lead: "news-lead", count: "news-count" };
    listing::show(&app, &visit, &KIND, words).await
}

async fn show(State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>) -> Reply {
    article::show(&app, &visit, &KIND, &slug, Some("news-heading"), beside).await
}

fn beside(content: &Content, t: Text) -> Beside {
    let facts = read(&content.facts);
    let lines = [
        ("news-byline", facts.byline),
        ("news-image-credit", facts.image_credit),
        ("news-publisher", facts.publisher),
    ];
    let line = |(key, value): (&'static str, Option<String>)| {
        value.map(|value| Fact { key, name: t.get(key), value })
    };
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
