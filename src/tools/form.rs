//! What is asked about a tool: a field for each of its facts.

use super::facts::{LINE, NOTE, PROSE, Phase, Type};
use crate::forms::{Field, Form, alternatives};
use crate::library::fields::{LIMIT, audience, edition, links, minutes};

pub fn form() -> Form {
    let types = alternatives(Type::NAMES, |name| Type::named(name).map(Type::key));
    let phases = alternatives(Phase::NAMES, |name| Phase::named(name).map(Phase::key));
    let text = |key, label| Field::common_mark(key, label, PROSE, 10);
    let mut fields = vec![
        Field::choice("type", "tools-filter-type", types),
        Field::choices("phases", "tools-filter-phase", phases),
        minutes(),
        Field::line("time_note", "tools-time-note", LINE).helped("tools-time-note-help"),
        audience(),
        text("how_to_use", "tools-section-how-to-use"),
        text("how_to_start", "tools-section-how-to-start"),
        text("how_to_sustain", "tools-section-how-to-sustain"),
        links("links", "tools-section-links", NOTE),
    ];
    fields.extend(edition(LINE));
    Form::new(LIMIT, fields)
}
