//! Is a description itself sound? One that comes from a row is checked before anybody sees it.

use std::collections::BTreeSet;

use super::{Alternative, Field, FieldKind, Form, Rule, path};
use crate::text::Fault;

/// Rows in rows in rows are as much as anybody can find their way in.
const DEEPEST: usize = 5;

impl Form {
    /// All that is wrong with the description, for whoever wrote it.
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        check_fields(&self.fields, "", 1, &mut faults);
        for rule in &self.rules {
            let Rule::InOrder { earlier, later, .. } = rule;
            for named in [earlier, later] {
                if path::find(&self.fields, named).is_none() {
                    faults.push(Fault::malformed(named, "a rule is about it, and it is not there"));
                }
            }
        }
        for name in &self.hidden {
            if path::find(&self.fields, name).is_some() {
                faults.push(Fault::malformed(name, "is a field, and hidden too"));
            }
        }
        faults
    }
}

fn check_fields(fields: &[Field], before: &str, depth: usize, faults: &mut Vec<Fault>) {
    if depth > DEEPEST {
        faults.push(Fault::malformed(before, format!("is deeper than {DEEPEST} levels")));
        return;
    }
    let mut seen = BTreeSet::new();
    for field in fields {
        let path = path::join(before, &field.key);
        let mut wrong = |why: &str| faults.push(Fault::malformed(&path, why));
        if !is_key(&field.key) {
            wrong("a key is a letter a–z, then letters, digits and `_`");
        }
        if !seen.insert(field.key.as_str()) {
            wrong("stands twice");
        }
        if field.label.is_empty() {
            wrong("has no label");
        }
        if let Some(condition) = &field.shown_when
            && (condition.field == field.key || !fields.iter().any(|f| f.key == condition.field))
        {
            wrong("is shown by a field that does not stand beside it");
        }
        let is_possible = match &field.kind {
            FieldKind::Line { max, .. }
            | FieldKind::Text { max, .. }
            | FieldKind::CommonMark { max, .. } => *max > 0,
            FieldKind::Lines { max, most } => *max > 0 && *most > 0,
            FieldKind::Choices { most, .. } | FieldKind::Reference { most, .. } => *most > 0,
            FieldKind::Number { min, max, decimals } => min <= max && *decimals < 10,
            FieldKind::File { most, max_bytes, .. } => *most > 0 && *max_bytes > 0,
            FieldKind::Group { least, most, .. } => *most > 0 && least <= most,
            _ => true,
        };
        if !is_possible {
            wrong("has limits that nothing can fit");
        }
        match &field.kind {
            FieldKind::Choice { options, other } | FieldKind::Choices { options, other, .. } => {
                if options.is_empty() && other.is_none() {
                    wrong("has nothing to choose");
                }
                check_alternatives(options, false, &path, faults);
            }
            FieldKind::Matrix { rows, columns } => {
                if rows.is_empty() || columns.is_empty() {
                    wrong("has no rows or no columns");
                }
                check_alternatives(rows, true, &path, faults);
                check_alternatives(columns, false, &path, faults);
            }
            FieldKind::Part { fields } | FieldKind::Group { fields, .. } => {
                if fields.is_empty() {
                    wrong("has no fields");
                }
                check_fields(fields, &path, depth + 1, faults);
            }
            _ => {}
        }
    }
}

fn check_alternatives(all: &[Alternative], are_keys: bool, path: &str, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for Alternative { value, label } in all {
        let is_sound = !value.trim().is_empty() && value.trim() == value && !label.is_empty();
        if !is_sound || (are_keys && !is_key(value)) || !seen.insert(value.as_str()) {
            faults.push(Fault::malformed(path, format!("the alternative {value:?} is not sound")));
        }
    }
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
