//! What search engines, reference managers and lists of versions are told of a publication.

use serde_json::{Value, json};

use super::facts::Facts;
use super::metadata::type_label;
use crate::dates::PartialDate;
use crate::i18n::{Lang, Text};
use crate::items::Content;
use crate::kinds::sharing::{Citation, Schema, Sharing};
use crate::library::linked::organisation;

pub const SHARING: Sharing = Sharing { schema, cite: Some(cite), fact_label, ..Sharing::PLAIN };

fn schema(content: &Content) -> Schema {
    let facts: Facts = content.facts_as();
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
    if facts.summary {
        let of = Schema::of("Report")
            .with("@type", "Report")
            .with("name", facts.title_nb.unwrap_or_else(|| content.title.clone()))
            .with("identifier", numbers)
            .with("datePublished", date(facts.published))
            .with("publisher", all(&facts.publishers));
        return Schema::of("Article").with("isBasedOn", Value::Object(of.more));
    }
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
    let facts: Facts = content.facts_as();
    if facts.summary {
        return summary(&content.title, facts);
    }
    let genre = type_label(&facts, Text::new(Lang::Nb));
    Citation {
        // Reports are cited by the body that puts its name to them.
        authors: facts.publishers.clone(),
        publishers: facts.publishers,
        issued: facts.revised.or(facts.published),
        version: facts.version,
        number: facts.series_number,
        isbn: facts.isbn,
        issn: facts.issn,
        editors: facts.editors,
        title_en: facts.title_en,
        part: facts.part,
        doi: facts.doi,
        genre,
        is_report: true,
        ..Citation::default()
    }
}

/// A summary is nobody's but those who made it; what it sums up is named with its own numbers.
fn summary(title: &str, facts: Facts) -> Citation {
    let year = facts.revised.or(facts.published).map(|date| format!(" ({})", date.year()));
    let publishers = format!("{}{}", facts.publishers.join("; "), year.unwrap_or_default());
    let own = facts.title_nb.unwrap_or_else(|| title.to_owned());
    let isbn = facts.isbn.map(|isbn| format!("ISBN {isbn}"));
    let parts = [Some(publishers), Some(own), facts.series_number, isbn];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .map(|part| part.trim().to_owned())
        .filter(|p| !p.is_empty())
        .collect();
    Citation { summary_of: Some(parts.join(". ")), ..Citation::default() }
}

/// What a fact is called.
pub(super) fn fact_label(name: &str) -> Option<&'static str> {
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
        "left_empty" => "publications-left-empty",
        "summary" => "publications-summary",
        _ => return None,
    })
}
