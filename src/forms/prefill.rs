//! The way back: a stored value as somebody would have typed it.

use serde_json::Value;

use super::{Field, FieldKind, Filled, Form, Submitted, path, read::NO_FIELD};
use crate::text::Fault;

impl Filled {
    /// A form with what is stored. What it has no field for is a fault, so that nobody saves over
    /// what the page never showed.
    pub fn of(form: &Form, value: &Value) -> Self {
        let mut typed = Submitted::default();
        let mut faults = Vec::new();
        object(&form.fields, "", value, &mut typed, &mut faults);
        Self { typed, value: value.clone(), faults, is_read: false }
    }
}

fn object(
    fields: &[Field],
    before: &str,
    value: &Value,
    typed: &mut Submitted,
    faults: &mut Vec<Fault>,
) {
    let Some(object) = value.as_object() else {
        if !says_nothing(value) {
            faults.push(not_shown(before, value));
        }
        return;
    };
    for (key, value) in object {
        if says_nothing(value) {
            continue;
        }
        let path = path::join(before, key);
        let is_shown = match fields.iter().find(|field| field.key == *key) {
            Some(field) => write(&field.kind, &path, value, typed, faults),
            None => None,
        };
        if is_shown.is_none() {
            faults.push(not_shown(&path, value));
        }
    }
}

/// Types a value into its inputs. None when it is not of the field's kind.
fn write(
    kind: &FieldKind,
    path: &str,
    value: &Value,
    typed: &mut Submitted,
    faults: &mut Vec<Fault>,
) -> Option<()> {
    match kind {
        FieldKind::Line { .. }
        | FieldKind::Text { .. }
        | FieldKind::CommonMark { .. }
        | FieldKind::Choice { .. }
        | FieldKind::Date => typed.add(path, value.as_str()?),
        FieldKind::Lines { .. } => typed.add(path, texts(value)?.join("\n")),
        FieldKind::Choices { .. } => {
            texts(value)?.into_iter().for_each(|one| typed.add(path, one));
        }
        FieldKind::Reference { .. } => match value {
            Value::String(id) => typed.add(path, id),
            list => texts(list)?.into_iter().for_each(|one| typed.add(path, one)),
        },
        FieldKind::Tick => typed.add(path, value.as_bool()?.to_string()),
        FieldKind::Number { .. } => {
            let number = value.as_number()?;
            typed.add(path, number.to_string().replace('.', ","));
        }
        FieldKind::Time => {
            let (day, clock) = value.as_str()?.split_once('T').unwrap_or((value.as_str()?, ""));
            typed.add(path::join(path, "day"), day);
            typed.add(path::join(path, "clock"), clock);
        }
        FieldKind::Period => some_of(path, value, &["from", "to"], typed)?,
        FieldKind::Matrix { rows, .. } => {
            let rows: Vec<&str> = rows.iter().map(|row| row.value.as_str()).collect();
            some_of(path, value, &rows, typed)?;
        }
        FieldKind::File { .. } => {
            for (file, number) in value.as_array()?.iter().zip(0..) {
                some_of(&format!("{path}.{number}"), file, &["file", "name"], typed)?;
            }
        }
        FieldKind::Part { fields } => object(fields, path, value, typed, faults),
        FieldKind::Group { fields, .. } => {
            let rows = value.as_array()?;
            typed.set_rows(path, 0..rows.len());
            for (row, number) in rows.iter().zip(0..) {
                object(fields, &format!("{path}.{number}"), row, typed, faults);
            }
        }
    }
    Some(())
}

/// An object of texts under these names and no others.
fn some_of(path: &str, value: &Value, names: &[&str], typed: &mut Submitted) -> Option<()> {
    for (name, value) in value.as_object()? {
        let value = value.as_str().filter(|_| names.contains(&name.as_str()))?;
        typed.add(path::join(path, name), value);
    }
    Some(())
}

fn texts(value: &Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(Value::as_str).collect()
}

/// Is it as if nothing stood there?
pub fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.values().all(says_nothing),
        _ => false,
    }
}

fn not_shown(path: &str, value: &Value) -> Fault {
    let start: String = value.to_string().chars().take(80).collect();
    Fault::new(path, NO_FIELD)
        .filled("name", path)
        .filled("value", start)
        .reported("is stored, and the form has no field for it")
}
