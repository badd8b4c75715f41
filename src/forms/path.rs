//! Paths: how a field is named inside parts and rows, in what is sent, in faults and in the page.

use super::{Field, FieldKind};

/// `leaders` and `0.role`, `leaders.0.role`.
pub(super) fn join(before: &str, name: &str) -> String {
    if before.is_empty() { name.to_owned() } else { format!("{before}.{name}") }
}

/// The id of the element: no dots, so that it can stand in a selector.
pub(super) fn id(path: &str) -> String {
    path.replace('.', "-")
}

/// The number of a row. Nobody has a million rows; more would only be mischief.
pub(super) fn row(text: &str) -> Option<usize> {
    let is_number = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let is_plain = text == "0" || !text.starts_with('0');
    if is_number && is_plain { text.parse().ok() } else { None }
}

/// The field that a path leads to, or into: `period.from` leads into the period.
pub(super) fn find<'f>(fields: &'f [Field], path: &str) -> Option<&'f Field> {
    lead(fields, path).map(|(field, _)| field)
}

/// Does a form with these fields have an input of this name?
pub(super) fn takes(fields: &[Field], name: &str) -> bool {
    let Some((field, inside)) = lead(fields, name) else { return false };
    match &field.kind {
        FieldKind::Part { .. } => false,
        // Its own name lists its rows.
        FieldKind::Group { .. } => !inside,
        FieldKind::Period | FieldKind::Time | FieldKind::Matrix { .. } => inside,
        _ => true,
    }
}

/// The field, and whether the path goes on inside it.
fn lead<'f>(fields: &'f [Field], path: &str) -> Option<(&'f Field, bool)> {
    let (key, rest) = match path.split_once('.') {
        Some((key, rest)) => (key, Some(rest)),
        None => (path, None),
    };
    let field = fields.iter().find(|field| field.key == key)?;
    let Some(rest) = rest else { return Some((field, false)) };
    let inside = match &field.kind {
        FieldKind::Part { fields } => return lead(fields, rest),
        FieldKind::Group { fields, .. } => match rest.split_once('.') {
            Some((number, rest)) => return row(number).and_then(|_| lead(fields, rest)),
            None => row(rest).is_some(),
        },
        FieldKind::Period => matches!(rest, "from" | "to"),
        FieldKind::Time => matches!(rest, "day" | "clock"),
        FieldKind::Matrix { rows, .. } => rows.iter().any(|row| row.value == rest),
        FieldKind::File { .. } => match rest.split_once('.') {
            Some((number, what)) => row(number).is_some() && matches!(what, "file" | "name"),
            None => false,
        },
        _ => false,
    };
    inside.then_some((field, true))
}
