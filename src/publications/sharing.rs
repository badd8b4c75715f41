//! What search engines, reference managers and lists of versions are told of a publication.

use serde_json::Value;

use super::facts::read;
use crate::dates::PartialDate;
use crate::library::Content;
use crate::library::linked::organisation;
use crate::library::sharing::{Citation, Schema};

pub fn schema(content: &Content) -> Schema {
    let facts = read(&content.facts);
    let all = |names: &[String]| names.iter().map(|name| organisation(name)).collect::<Vec<_>>();
    let known = |scheme: &str, value: Option<String>| {
        value.map(|value| {
            serde_json::json!({ "@type": "PropertyValue", "propertyID": scheme, "value": value })
        })
    };
    let numbers: Vec<Value> =
        [known("ISBN", facts.isbn), known("ISSN", facts.issn), known("DOI", facts.doi)]
            .into_iter()
            .flatten()
            .collect();
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string().replace('~', ""));
    Schema::of("Report")
        .with("alternateName", facts.title_en)
        .with("reportNumber", facts.series_number)
        .with("version", facts.version)
        .with("genre", facts.r#type)
        .with("identifier", numbers)
        .with("datePublished", date(facts.published))
        .with("expires", date(facts.expires))
        .with("publisher", all(&facts.publishers))
        .with("editor", all(&facts.editors))
}

pub fn cite(content: &Content) -> Citation {
    let facts = read(&content.facts);
    Citation {
        // Reports are cited by the body that puts its name to them.
        authors: facts.publishers.clone(),
        publishers: facts.publishers,
        issued: facts.revised.or(facts.published),
        version: facts.version,
        number: facts.series_number,
        isbn: facts.isbn,
        doi: facts.doi,
        genre: facts.r#type,
        is_report: true,
    }
}

pub fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "title_en" => "publications-title-en",
        "version" => "publications-version",
        "status" => "publications-status",
        "series_number" => "publications-series-number",
        "title_nb" => "publications-title-nb",
        "isbn" => "publications-isbn",
        "issn" => "publications-issn",
        "doi" => "publications-doi",
        "revised" => "publications-revised",
        "next_revision" => "publications-next-revision",
        "published" => "publications-published",
        "expires" => "publications-expires",
        "publishers" => "publications-publishers",
        "editors" => "publications-editors",
        "type" => "publications-type",
        _ => return None,
    })
}
