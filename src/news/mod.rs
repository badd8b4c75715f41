//! News: what happens in the network, and what happened, with by-line and publisher.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::MenuEntry;
use crate::i18n::Text;
use crate::items;
use crate::items::{SearchText, Shown};
use crate::kinds::filters::{COUNTY, THEME, YEAR};
use crate::kinds::sharing::{Schema, Sharing};
use crate::kinds::{Headings, Kind};
use crate::library::article::{self, Beside, Fact};
use crate::library::linked::organisation;
use crate::room::Room;
use crate::text::{Fault, check_line};

pub mod form;
mod samples;
#[cfg(test)]
mod tests;

const LINE: usize = 300;

pub static KIND: Kind = Kind {
    store: items::Kind {
        name: "news",
        check,
        search_text: |facts| SearchText {
            organisations: read(facts).publisher.unwrap_or_default(),
            ..SearchText::default()
        },
        ..items::Kind::PLAIN
    },
    word: "news-word",
    path: "nyheter",
    is_dated: true,
    list: Some(Headings { heading: "news-heading", lead: "news-lead", count: "news-count" }),
    filters: &[THEME, COUNTY, YEAR],
    printable: |shown, t| beside(shown, t).on_paper(),
    sharing: Sharing {
        schema: |content| {
            let facts = read(&content.facts);
            Schema::of("NewsArticle")
                .with("author", facts.byline.as_deref().map(organisation))
                .with("publisher", facts.publisher.as_deref().map(organisation))
        },
        field: |name| {
            Some(match name {
                "byline" => "news-byline",
                "image_credit" => "news-image-credit",
                "image_alt" => "news-image-missing",
                "publisher" => "news-publisher",
                _ => return None,
            })
        },
        ..Sharing::PLAIN
    },
    ..Kind::PLAIN
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub byline: Option<String>,
    pub image_credit: Option<String>,
    /// What the picture showed, of a piece whose picture has been lost.
    pub image_alt: Option<String>,
    pub publisher: Option<String>,
}

pub const ROOM: Room = Room {
    name: "news",
    kinds: &[&KIND],
    routes: |_| article::routes(&KIND, beside),
    menu: &[MenuEntry { path: "nyheter", label: "web-menu-news", order: 60, in_bar: false }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

fn beside(shown: &Shown, t: Text) -> Beside {
    let (item, content) = (&shown.item, &shown.content);
    let facts = read(&content.facts);
    // Who is told already, with the picture or in the mark of the archive, is not told again.
    let under = item.archived_under.clone();
    let publisher = facts.publisher.or_else(|| item.archived_publisher.clone());
    let (credit, alt) = match &content.image {
        Some(image) => (facts.image_credit.filter(|credit| *credit != image.credit), None),
        None => (facts.image_credit, facts.image_alt),
    };
    let lines = [
        ("news-byline", facts.byline),
        ("news-published-under", under),
        ("news-publisher", publisher),
        ("news-image-missing", alt),
        ("news-image-credit", credit),
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
        ("image_alt", &facts.image_alt),
        ("publisher", &facts.publisher),
    ] {
        if let Some(text) = text {
            check_line(&format!("facts.{name}"), text, LINE, true).map_err(|fault| vec![fault])?;
        }
    }
    serde_json::to_value(facts).map_err(|e| vec![Fault::malformed("facts", e)])
}
