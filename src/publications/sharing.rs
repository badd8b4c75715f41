//! What search engines, reference managers and lists of versions are told of a publication.

use serde_json::{Value, json};

use super::facts::read;
use super::metadata::said_type;
use crate::dates::PartialDate;
use crate::i18n::{Lang, Text};
use crate::library::Content;
use crate::library::linked::organisation;
use crate::library::sharing::{Citation, Schema, Sharing};

pub const SHARING: Sharing = Sharing { schema, cite: Some(cite), field, ..Sharing::PLAIN };

fn schema(content: &Content) -> Schema {
    let facts = read(&content.facts);
    let all = |names: &[String]| names.iter().map(|name| organisation(name)).collect::<Vec<_>>();
    let known = |scheme: &str, value: &Option<String>| {
        let value = value.as_ref()?;
        Some(json!({ "@type": "PropertyValue", "propertyID": scheme, "value": value }))
    };
    let numbers = [
        known("ISBN", &facts.isbn),
        known("ISSN", &facts.issn),
        known("DOI", &facts.doi),
        known("series", &facts.series_number),
    ];
    let numbers: Vec<Value> = numbers.into_iter().flatten().collect();
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

fn cite(content: &Content) -> Citation {
    let facts = read(&content.facts);
    let genre = said_type(&facts, Text::new(Lang::Nb));
    Citation {
        // Reports are cited by the body that puts its name to them.
        authors: facts.publishers.clone(),
        publishers: facts.publishers,
        issued: facts.revised.or(facts.published),
        version: facts.version,
        number: facts.series_number,
        isbn: facts.isbn.or(facts.issn),
        doi: facts.doi,
        genre,
        is_report: true,
    }
}

fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "title_nb" => "publications-title-nb",
        "title_en" => "publications-title-en",
        "part" => "publications-part",
        "version" => "publications-version",
        "status" => "publications-status",
        "series_number" => "publications-series-number",
        "isbn" => "publications-isbn",
        "issn" => "publications-issn",
        "doi" => "publications-doi",
        "revised" => "publications-revised",
        "next_revision" => "publications-next-revision",
        "published" => "publications-published",
        "expires" => "publications-expires",
        "publishers" => "publications-field-publishers",
        "editors" => "publications-field-editors",
        "type" => "publications-type",
        _ => return None,
    })
}
