//! The form of a text in the parts that are kept, joined and refused one by one.

use serde_json::{Map, Value};

use crate::forms::{Field, FieldKind, Filled, Form, NO_FIELD, RegisterNames, says_nothing};

/// Of what can't be saved as it was typed no more is kept on the server.
const MOST: usize = 1024 * 1024;

/// A field that stands or falls by itself.
pub struct Unit<'f> {
    /// Where it stands: `lead`, `facts.sections.results`.
    pub path: String,
    pub field: &'f Field,
}

/// The facts of a kind are taken apart; what is told of a source or of whom to ask stands together.
pub fn units(form: &Form) -> Vec<Unit<'_>> {
    fn inside<'f>(field: &'f Field, path: String, all: &mut Vec<Unit<'f>>) {
        if let FieldKind::Part { fields } = &field.kind {
            for field in fields {
                inside(field, format!("{path}.{}", field.key), all);
            }
        } else {
            all.push(Unit { path, field });
        }
    }
    let mut all = Vec::new();
    for field in &form.fields {
        if field.key == "facts" {
            inside(field, field.key.clone(), &mut all);
        } else {
            all.push(Unit { path: field.key.clone(), field });
        }
    }
    all
}

impl Unit<'_> {
    /// Is this the name of one of its inputs, or the path of a fault in it?
    pub fn has(&self, name: &str) -> bool {
        let rest = name.strip_prefix(self.path.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// What the value of a form has here; nothing where it is empty.
    pub fn get(&self, value: &Value) -> Option<Value> {
        let found = value.pointer(&format!("/{}", self.path.replace('.', "/")))?;
        (!says_nothing(found)).then(|| found.clone())
    }

    pub fn set(&self, value: &mut Value, to: Option<Value>) {
        put(value, &self.path, to);
    }

    /// Can a script fill it in where it stands, without rows more or less?
    pub fn is_plain(&self) -> bool {
        fn is_plain(kind: &FieldKind) -> bool {
            match kind {
                FieldKind::Choice { other, .. } | FieldKind::Choices { other, .. } => {
                    other.is_none()
                }
                FieldKind::Part { fields } => fields.iter().all(|field| is_plain(&field.kind)),
                FieldKind::Reference { .. }
                | FieldKind::Group { .. }
                | FieldKind::File { .. }
                | FieldKind::Matrix { .. } => false,
                _ => true,
            }
        }
        is_plain(&self.field.kind)
    }
}

fn put(value: &mut Value, path: &str, to: Option<Value>) {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Some(map) = value.as_object_mut() else { return };
    match (path.split_once('.'), to) {
        (Some((name, rest)), to) => put(map.entry(name).or_insert(Value::Null), rest, to),
        (None, Some(to)) => {
            map.insert(path.to_owned(), to);
        }
        (None, None) => {
            map.remove(path);
        }
    }
}

/// What is stored, as the form would read it: only then can it be held against what was sent. What the
/// form would refuse today is taken as it stands.
pub fn read_back(form: &Form, stored: &Value, known: &RegisterNames) -> Value {
    let read = Filled::read(form, Filled::of(form, stored).typed, known);
    let mut value = read.value;
    for unit in units(form) {
        if read.faults.iter().any(|fault| unit.has(&fault.path)) {
            unit.set(&mut value, unit.get(stored));
        }
    }
    value
}

/// What of a form can be saved.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// With what is stored in the place of what is wrong.
    pub value: Value,
    /// The names and values of the inputs that are wrong, letter for letter.
    pub unsaved: Vec<(String, String)>,
    /// The paths of their units.
    pub wrong: Vec<String>,
}

/// All of a good form, and of one with wrong fields the others; nothing when the fault is no field's, as
/// when the form came in halves or is somebody else's.
pub fn kept(form: &Form, filled: &Filled, stored: &Value) -> Option<Kept> {
    if !filled.is_sent() {
        return None;
    }
    let mut kept = Kept { value: filled.value.clone(), ..Kept::default() };
    let units = units(form);
    for fault in &filled.faults {
        let unit = units.iter().find(|unit| unit.has(&fault.path))?;
        if fault.key == NO_FIELD {
            return None;
        }
        if kept.wrong.contains(&unit.path) {
            continue;
        }
        unit.set(&mut kept.value, unit.get(stored));
        kept.unsaved.extend(typed(unit, filled));
        kept.wrong.push(unit.path.clone());
    }
    let size: usize = kept.unsaved.iter().map(|(name, value)| name.len() + value.len()).sum();
    (size <= MOST).then_some(kept)
}

/// No database keeps a zero byte in a text.
fn typed(unit: &Unit<'_>, filled: &Filled) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for name in filled.typed.names().filter(|name| unit.has(name)) {
        for value in filled.typed.values(name) {
            all.push((name.replace('\0', ""), value.replace('\0', "")));
        }
    }
    if all.is_empty() {
        // It is wrong that there is nothing, and that is to be seen again.
        all.push((unit.path.clone(), String::new()));
    }
    all
}
