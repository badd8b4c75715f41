//! What a translation still says in the words of its original.

use super::checklist::{field_at, text_at};
use crate::forms::{Field, FieldKind, Wording};
use crate::i18n::{Text, Words};
use crate::items::Content;
use crate::kinds::Kind;

/// What has fewer words may well be the same in two languages.
const LEAST: usize = 4;

/// A part that is as the original has it.
pub struct Same {
    pub label: Words,
    /// Where it is written in the form.
    pub at: String,
    /// A name or a title, in a text whose sentences are all translated: it may well be meant so.
    pub is_meant: bool,
}

pub fn of(t: Text, kind: &Kind, ours: &Content, theirs: &Content) -> Vec<Same> {
    let own = [
        ("library-field-title", "#title", true, (&ours.title, &theirs.title)),
        ("library-field-lead", "#lead", false, (&ours.lead, &theirs.lead)),
        ("library-field-body", "#body", false, (&ours.body, &theirs.body)),
    ];
    let (facts, original) = ((kind.current)(ours), (kind.current)(theirs));
    let form = (kind.form)();
    let mut fields = Vec::new();
    written(&form.fields, "", &mut fields);
    let own = own.into_iter().map(|(key, at, is_line, (ours, theirs))| {
        (t.get(key), at.to_owned(), is_line, (ours.as_str(), theirs.as_str()))
    });
    let told = fields.iter().map(|(path, label, is_line)| {
        let both = (text_at(&facts, path), text_at(&original, path));
        (label.say(t), field_at(path), *is_line, both)
    });
    let (mut all, mut is_translated) = (Vec::new(), false);
    for (label, at, is_line, (ours, theirs)) in own.chain(told) {
        if is_same(ours, theirs) {
            all.push((is_line, Same { label, at, is_meant: false }));
        } else {
            is_translated |= !is_line && is_long(ours);
        }
    }
    let is_meant = is_translated && all.iter().all(|(is_line, _)| *is_line);
    all.into_iter().map(|(_, same)| Same { is_meant, ..same }).collect()
}

fn is_same(ours: &str, theirs: &str) -> bool {
    is_long(ours) && ours.split_whitespace().eq(theirs.split_whitespace())
}

fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(LEAST - 1).is_some()
}

/// The fields that hold words of somebody's own, and whether it is a line or sentences.
fn written(fields: &[Field], before: &str, all: &mut Vec<(String, Wording, bool)>) {
    for field in fields {
        let path = format!("{before}/{}", field.key);
        match &field.kind {
            FieldKind::Line { .. } => all.push((path, field.label.clone(), true)),
            FieldKind::Text { .. } | FieldKind::CommonMark { .. } => {
                all.push((path, field.label.clone(), false));
            }
            FieldKind::Part { fields } => written(fields, &path, all),
            _ => {}
        }
    }
}
