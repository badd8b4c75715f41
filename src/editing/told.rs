//! What a field holds, in the words that the form has for it.

use serde_json::Value;

use crate::dates::{Local, PartialDate};
use crate::forms::{FieldKind, RegisterNames};
use crate::i18n::Text;

pub fn said(t: Text, known: &RegisterNames, kind: &FieldKind, value: &Value) -> String {
    match (kind, value) {
        (
            FieldKind::Choice { options, .. } | FieldKind::Choices { options, .. },
            Value::String(one),
        ) => {
            let option = options.iter().find(|option| option.value == *one);
            option.map_or_else(|| one.clone(), |option| option.label.say(t).as_str().to_owned())
        }
        (FieldKind::Reference { register, .. }, Value::String(id)) => {
            known.name(*register, id).unwrap_or(id).to_owned()
        }
        (FieldKind::Part { fields } | FieldKind::Group { fields, .. }, Value::Object(map)) => {
            let line = |field: &crate::forms::Field| {
                let words = said(t, known, &field.kind, map.get(&field.key)?);
                Some(format!("{}: {words}", field.label.say(t).as_str()))
            };
            fields.iter().filter_map(line).collect::<Vec<_>>().join("\n")
        }
        (FieldKind::Date | FieldKind::Time | FieldKind::Period, Value::String(text)) => {
            dated(t, text)
        }
        (FieldKind::Period, Value::Object(both)) => {
            let day = |name| both.get(name).and_then(Value::as_str).map(|day| dated(t, day));
            format!("{}–{}", day("from").unwrap_or_default(), day("to").unwrap_or_default())
        }
        (_, Value::Array(all)) => {
            let each = all.iter().map(|one| said(t, known, kind, one));
            each.collect::<Vec<_>>().join("\n")
        }
        (_, Value::Object(map)) => {
            let each = map.values().map(|one| said(t, known, kind, one));
            each.collect::<Vec<_>>().join(", ")
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::Bool(true)) => t.plain("library-field-yes"),
        (_, Value::Bool(false) | Value::Null) => String::new(),
    }
}

/// A day as it is known, or a day with its hour.
fn dated(t: Text, text: &str) -> String {
    match text.parse::<PartialDate>() {
        Ok(date) => t.partial(&date),
        Err(_) => text.parse::<Local>().map_or_else(|_| text.to_owned(), |time| t.local(time)),
    }
}
