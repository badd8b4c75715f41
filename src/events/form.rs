//! What is asked about an event: a field for each of its facts, and rows of what is on.

use super::facts::{Attendance, LINE, MOST, PROSE};
use crate::forms::{Field, FieldKind, Form, Format, Rule, alternatives};
use crate::library::fields::{LIMIT, audience, links};

pub fn form() -> Form {
    let ways = alternatives(Attendance::NAMES, |name| Attendance::named(name).map(Attendance::key));
    let session = [
        Field::formatted("time", "events-session-time", LINE, Format::Hour)
            .helped("events-session-time-help"),
        Field::line("title", "events-session-title", LINE).needed(),
        Field::common_mark("text", "events-session-text", PROSE, 4),
    ];
    let fields = [
        Field::new("starts", "events-starts", FieldKind::Time).needed(),
        Field::new("ends", "events-ends", FieldKind::Time),
        Field::choice("form", "events-filter-form", ways),
        Field::line("place", "events-place", LINE).helped("events-place-help"),
        Field::line("address", "events-address", LINE),
        Field::formatted("digital_url", "events-digital", 2_000, Format::Url),
        Field::group(
            "programme",
            "events-section-programme",
            ("events-session", "events-session-add"),
            MOST,
            session,
        ),
        audience(),
        Field::lines("organisers", "events-field-organisers", LINE, MOST),
        links("links", "events-section-links", LINE),
        Field::new("cancelled", "events-is-cancelled", FieldKind::Tick),
        Field::line("cancelled_note", "events-cancelled-note", LINE)
            .helped("events-cancelled-note-help")
            .shown_when("cancelled", &["true"]),
    ];
    Form::new(LIMIT, fields).ruled(Rule::InOrder {
        earlier: "starts".to_owned(),
        later: "ends".to_owned(),
        says: "events-ends-before".into(),
    })
}
