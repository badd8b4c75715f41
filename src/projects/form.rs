//! What is asked about a project: a field for each of its facts.

use super::facts::{LINE, MOST_LINES, NOTE, Outcome, PROSE, Status};
use crate::forms::{Field, FieldKind, Form, alternatives};
use crate::library::fields::{LIMIT, links};

pub fn form() -> Form {
    let status = alternatives(Status::NAMES, |name| Status::named(name).map(Status::key));
    let outcome = alternatives(Outcome::NAMES, |name| Outcome::named(name).map(Outcome::key));
    let lines = |key, label| Field::lines(key, label, LINE, MOST_LINES);
    let leader = [
        Field::line("role", "projects-leader-role", LINE).helped("projects-leader-role-help"),
        Field::line("name", "projects-leader-name", LINE).helped("projects-leader-name-help"),
    ];
    let fields = [
        Field::choice("status", "projects-fact-status", status),
        Field::new("period", "projects-fact-period", FieldKind::Period),
        lines("responsible", "projects-field-responsible").helped("projects-responsible-help"),
        Field::group(
            "leaders",
            "projects-field-leaders",
            ("projects-leader", "projects-leader-add"),
            MOST_LINES,
            leader,
        ),
        lines("funders", "projects-fact-funders"),
        lines("partners", "projects-partners"),
        Field::line("aim", "projects-fact-aim", NOTE).helped("projects-aim-help"),
        Field::line("user_involvement", "projects-fact-users", NOTE).helped("projects-users-help"),
        Field::line("anchoring", "projects-fact-anchoring", NOTE).helped("projects-anchoring-help"),
        Field::choice("outcome", "projects-filter-outcome", outcome),
        Field::line("outcome_note", "projects-outcome-note", NOTE)
            .helped("projects-outcome-note-help"),
        Field::part("sections", "projects-story", sections()).helped("projects-story-help"),
        links("sources", "projects-sources", NOTE),
        links("materials", "projects-materials", NOTE).helped("projects-materials-help"),
    ];
    Form::new(LIMIT, fields)
}

fn sections() -> Vec<Field> {
    let sections = [
        ("background", "projects-section-background"),
        ("aims", "projects-section-aims"),
        ("what_we_do", "projects-section-what-we-do"),
        ("results", "projects-section-results"),
        ("lessons", "projects-section-lessons"),
        ("what_it_took", "projects-section-what-it-took"),
        ("how_to_start", "projects-section-how-to-start"),
        ("how_to_sustain", "projects-section-how-to-sustain"),
    ];
    sections.map(|(key, label)| Field::common_mark(key, label, PROSE, 12)).into()
}
