//! What is asked about a publication: a field for each of its facts.

use super::facts::{LINE, MAY_BE_EMPTY, MOST, Type};
use super::sharing::fact_label;
use crate::forms::{Alternative, Field, FieldKind, Form, Format, alternatives};
use crate::library::fields::LIMIT;

pub fn form() -> Form {
    let line = |key: &str| Field::line(key, label(key), LINE);
    let date = |key: &str| Field::new(key, label(key), FieldKind::Date);
    let lines = |key: &str| Field::lines(key, label(key), LINE, MOST);
    let options = alternatives(Type::NAMES, |name| Type::named(name).map(Type::key));
    let of_type = FieldKind::Choice { options, other: Some(LINE) };
    let may_be_empty = MAY_BE_EMPTY.map(|key| Alternative::new(key, label(key)));
    let fields = [
        Field::new("type", label("type"), of_type).helped("publications-type-help"),
        Field::new("summary", "publications-is-summary", FieldKind::Tick)
            .helped("publications-is-summary-help"),
        line("title_nb").helped("publications-title-help"),
        line("title_en"),
        line("part").helped("publications-part-help"),
        line("version"),
        line("status").helped("publications-status-help"),
        line("series_number"),
        Field::formatted("isbn", label("isbn"), LINE, Format::Isbn),
        Field::formatted("issn", label("issn"), LINE, Format::Issn),
        line("doi").helped("publications-doi-help"),
        date("published"),
        date("revised"),
        date("next_revision"),
        date("expires"),
        lines("publishers"),
        lines("editors"),
        Field::choices("left_empty", "publications-left-empty", may_be_empty.into())
            .helped("publications-left-empty-help"),
    ];
    Form::new(LIMIT, fields)
}

fn label(key: &str) -> &'static str {
    fact_label(key).unwrap_or("publications-type")
}
