//! Publications: guidelines, guides and reports with their numbers and dates, read chapter by chapter.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::App;
use crate::dates::PartialDate;
use crate::error::Reply;
use crate::i18n::{Text, Words as Said};
use crate::library::article::{self, Beside, Fact};
use crate::library::registers::{CENTRE, THEME, YEAR};
use crate::library::{Content, Fault, Kind, Says, Why, Words, check_line, listing};
use crate::web::Visit;
use crate::web::visit::{Named, Slug};

#[cfg(test)]
mod tests;

pub const KIND: Kind = Kind {
    name: "publication",
    path: "publikasjoner",
    check,
    facets: |_, _| Vec::new(),
    card: |facts| serde_json::json!({ "type": read(facts).r#type }),
    is_dated: true,
    says: |card, t| {
        let kind = card.get("type").and_then(Value::as_str);
        Says { tag: None, quiet: kind.map(|kind| Said::name(t.lang, kind, t.lang)) }
    },
    filters: &[THEME, CENTRE, YEAR],
    told: |content, t| beside(content, t).told(),
    words: |facts| {
        let facts = read(facts);
        let numbers = [&facts.title_en, &facts.series_number, &facts.isbn, &facts.doi];
        let body: Vec<&str> = numbers.into_iter().flatten().map(String::as_str).collect();
        Words {
            body: body.join("\n"),
            organisations: facts.publishers.join("\n"),
            ..Words::default()
        }
    },
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub title_en: Option<String>,
    pub version: Option<String>,
    pub status: Option<String>,
    pub series_number: Option<String>,
    pub isbn: Option<String>,
    pub doi: Option<String>,
    pub revised: Option<PartialDate>,
    pub next_revision: Option<PartialDate>,
    pub published: Option<PartialDate>,
    pub expires: Option<PartialDate>,
    pub publishers: Vec<String>,
    pub editors: Vec<String>,
    pub r#type: Option<String>,
}

pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/publikasjoner", get(list))
        .route("/{lang}/publikasjoner/{slug}", get(show))
}

async fn list(State(app): State<App>, visit: Visit) -> Reply {
    let words = listing::Headings {
        heading: "publications-heading",
        lead: "publications-lead",
        count: "publications-count",
    };
    listing::show(&app, &visit, &KIND, words).await
}

async fn show(State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>) -> Reply {
    article::show(&app, &visit, &KIND, &slug, Some("publications-heading"), beside).await
}

fn beside(content: &Content, t: Text) -> Beside {
    let facts = read(&content.facts);
    let date = |date: Option<PartialDate>| date.map(|date| t.partial(&date));
    let names = |names: &[String]| Some(names.join(", ")).filter(|names| !names.is_empty());
    let lines = [
        ("publications-type", facts.r#type),
        ("publications-title-en", facts.title_en),
        ("publications-version", facts.version),
        ("publications-status", facts.status),
        ("publications-series-number", facts.series_number),
        ("publications-isbn", facts.isbn),
        ("publications-doi", facts.doi),
        ("publications-published", date(facts.published)),
        ("publications-revised", date(facts.revised)),
        ("publications-next-revision", date(facts.next_revision)),
        ("publications-expires", date(facts.expires)),
        ("publications-publishers", names(&facts.publishers)),
        ("publications-editors", names(&facts.editors)),
    ];
    let line = |(key, value): (&'static str, Option<String>)| {
        value.map(|value| Fact { key, name: t.get(key), value })
    };
    Beside { byline: Vec::new(), facts: lines.into_iter().filter_map(line).collect() }
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
    let mut faults = Vec::new();
    let singles = [
        ("title_en", &facts.title_en),
        ("version", &facts.version),
        ("status", &facts.status),
        ("series_number", &facts.series_number),
        ("isbn", &facts.isbn),
        ("doi", &facts.doi),
        ("type", &facts.r#type),
    ];
    let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    let lists = [("publishers", &facts.publishers), ("editors", &facts.editors)];
    let lists = lists.into_iter().flat_map(|(name, all)| all.iter().map(move |one| (name, one)));
    for (name, text) in singles.chain(lists) {
        faults.extend(check_line(&format!("facts.{name}"), text, 300, true).err());
    }
    if let Some(isbn) = &facts.isbn
        && isbn.parse::<norsk::Isbn>().is_err()
    {
        faults.push(Fault::new("facts.isbn", Why::Unknown(isbn.clone())));
    }
    if faults.is_empty() {
        serde_json::to_value(facts).map_err(|e| vec![Fault::malformed("facts", e)])
    } else {
        Err(faults)
    }
}
