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
}

pub fn of(t: Text, kind: &Kind, ours: &Content, theirs: &Content) -> Vec<Same> {
    let own = [
        ("library-field-title", "#title", &ours.title, &theirs.title),
        ("library-field-lead", "#lead", &ours.lead, &theirs.lead),
        ("library-field-body", "#body", &ours.body, &theirs.body),
    ];
    let own = own.into_iter().filter(|(_, _, ours, theirs)| is_same(ours, theirs));
    let mut all: Vec<Same> =
        own.map(|(key, at, ..)| Same { label: t.get(key), at: at.to_owned() }).collect();
    let form = (kind.form)();
    let mut fields = Vec::new();
    written(&form.fields, "", &mut fields);
    let (ours, theirs) = ((kind.current)(ours), (kind.current)(theirs));
    let same = fields.into_iter().filter(|(path, _)| {
        let (ours, theirs) = (text_at(&ours, path), text_at(&theirs, path));
        is_same(ours, theirs)
    });
    all.extend(same.map(|(path, label)| Same { label: label.say(t), at: field_at(&path) }));
    all
}

fn is_same(ours: &str, theirs: &str) -> bool {
    let is_long = ours.split_whitespace().nth(LEAST - 1).is_some();
    is_long && ours.split_whitespace().eq(theirs.split_whitespace())
}

/// The fields that hold sentences of somebody's own.
fn written(fields: &[Field], before: &str, all: &mut Vec<(String, Wording)>) {
    for field in fields {
        let path = format!("{before}/{}", field.key);
        match &field.kind {
            FieldKind::Line { .. } | FieldKind::Text { .. } | FieldKind::CommonMark { .. } => {
                all.push((path, field.label.clone()));
            }
            FieldKind::Part { fields } => written(fields, &path, all),
            _ => {}
        }
    }
}
