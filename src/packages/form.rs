//! What is asked about a training package: a field for each of its facts, and rows of modules.

use super::facts::{LINE, MOST_LINES, MOST_MODULES, PROSE};
use crate::forms::{Field, Form};
use crate::library::fields::{LIMIT, audience, edition, links, minutes};

pub fn form() -> Form {
    let text = |key, label| Field::common_mark(key, label, PROSE, 10);
    let lines = |key, label| Field::lines(key, label, LINE, MOST_LINES);
    let module = [
        Field::line("title", "packages-module-title", LINE).needed(),
        minutes(),
        text("text", "packages-module-text"),
        links("materials", "packages-module-materials", LINE),
        lines("checklist", "packages-module-checklist"),
        lines("questions", "packages-module-questions"),
    ];
    let try_out = [
        text("method", "packages-section-method").helped("packages-method-help"),
        text("model", "packages-section-model").helped("packages-model-help"),
    ];
    let mut fields = vec![
        text("aim", "packages-section-aim"),
        audience(),
        Field::group(
            "modules",
            "packages-section-modules",
            ("packages-module", "packages-module-add"),
            MOST_MODULES,
            module,
        ),
        Field::part("try_out", "packages-try-out", try_out),
        text("experience", "packages-section-experience"),
        text("how_to_start", "packages-section-how-to-start"),
        text("how_to_sustain", "packages-section-how-to-sustain"),
    ];
    fields.extend(edition(LINE));
    Form::new(LIMIT, fields)
}
