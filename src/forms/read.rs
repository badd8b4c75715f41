//! From what was typed to the value of a form, with everything that is wrong with it.

use axum::http::StatusCode;
use serde_json::{Map, Value};

use super::receive::{NO_FORM, TOO_LARGE};
use super::{
    Condition, Field, FieldKind, Form, Need, RegisterNames, Rule, Submitted, WHOLE, path, values,
};
use crate::text::{Fault, Numbers};

pub const TOO_MANY: &str = "forms-fault-too-many";
/// Two values that differ where there is room for one. The same twice is one.
pub const TWICE: &str = "forms-fault-twice";
/// Filled in, though it is only asked for when something else is chosen.
pub const NOT_ASKED: &str = "forms-fault-not-asked";
/// Of two dates, the one that is to be later is not.
const OUT_OF_ORDER: &str = "forms-fault-order";
/// What was sent could not be saved, through no fault of who sent it.
const UNSAVED: &str = "forms-fault-unsaved";
/// An input that the form does not have.
pub const NO_FIELD: &str = "forms-fault-no-field";

/// Any form may carry it: that it was made here for who is logged in. It is looked at before the form is.
pub const PROOF: &str = "bevis";

/// So many inputs that the form does not have are named; more are counted.
const NAMED: usize = 10;
/// So much of a foreign name or value is repeated.
const ECHOED: usize = 200;

/// A form with what was typed in it, the value that this makes, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub typed: Submitted,
    /// An object of the fields that have a value; of one with a fault, what could be read.
    pub value: Value,
    pub faults: Vec<Fault>,
    /// Was it sent for good, and its value made? Else it is only shown, and nothing is to be stored.
    pub(super) is_read: bool,
}

impl Filled {
    /// A form that nobody has written in.
    pub fn empty() -> Self {
        Self { value: Value::Object(Map::new()), ..Self::default() }
    }

    /// What was typed, not read: to be shown again, as when a row was added.
    pub fn unread(mut typed: Submitted) -> Self {
        let faults = std::mem::take(&mut typed.broken);
        Self { typed, faults, ..Self::empty() }
    }

    pub fn read(form: &Form, mut typed: Submitted, known: &RegisterNames) -> Self {
        typed.settle(&form.fields, "", false);
        let broken = std::mem::take(&mut typed.broken);
        let numbers = if typed.is_looked_through { Numbers::Seen } else { form.numbers };
        let mut reader = FormReader { typed: &typed, known, faults: Vec::new(), numbers };
        let value = Value::Object(reader.fields(&form.fields, ""));
        let mut faults = reader.faults;
        faults.extend(form.rules.iter().filter_map(|rule| rule.fault(&value)));
        faults.extend(strangers(form, &typed));
        // What went wrong on the way is said last, at the button: it is not mended in a field.
        faults.extend(broken);
        Self { typed, value, faults: Vec::new(), is_read: true }.and(faults)
    }

    /// Adds faults that only show when the value is held against something else.
    #[must_use]
    pub fn and(mut self, faults: impl IntoIterator<Item = Fault>) -> Self {
        for fault in faults {
            // What stands for a number is not told of as no date, or as nobody that we know.
            if super::mask::is_of_dots(&fault) {
                self.faults.retain(|told| told.path != fault.path);
            }
            // Nothing is told twice.
            if !self.faults.contains(&fault) {
                self.faults.push(fault);
            }
        }
        self
    }

    /// Nothing could be written when it came: it is shown again, to be sent once more.
    #[must_use]
    pub fn unsaved(self) -> Self {
        let is_said = self.faults.iter().any(|fault| fault.key == UNSAVED);
        self.and((!is_said).then(|| Fault::new(WHOLE, UNSAVED)))
    }

    /// Was it sent for good, with nothing wrong? Then its value may be stored.
    pub fn is_good(&self) -> bool {
        self.is_read && self.faults.is_empty()
    }

    /// Was it sent for good, and read? What is only to be shown again was not.
    pub fn is_sent(&self) -> bool {
        self.is_read
    }

    /// Is there something to mend?
    pub fn is_refused(&self) -> bool {
        !self.faults.is_empty()
    }

    /// The status of the page that shows it.
    pub fn status(&self) -> StatusCode {
        let has = |key| self.faults.iter().any(|fault| fault.key == key);
        if !self.is_refused() {
            StatusCode::OK
        } else if has(UNSAVED) {
            StatusCode::SERVICE_UNAVAILABLE
        } else if has(NO_FORM) {
            StatusCode::UNSUPPORTED_MEDIA_TYPE
        } else if has(TOO_LARGE) {
            StatusCode::PAYLOAD_TOO_LARGE
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }

    /// The text of a field of the form that has one, as it is to be kept; empty where it has none.
    pub fn text(&self, key: &str) -> &str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }
}

/// Says of each input that the form does not have what it was called and what was in it.
fn strangers(form: &Form, typed: &Submitted) -> Vec<Fault> {
    let is_ours = |name: &str| {
        let is_hidden = name == PROOF || form.hidden.iter().any(|hidden| hidden == name);
        is_hidden || path::takes(&form.fields, name)
    };
    let start = |text: &str| text.chars().take(ECHOED).collect::<String>();
    let fault = |name: &str, value: &str| {
        let fault = Fault::new(start(name), NO_FIELD).filled("name", start(name));
        fault.filled("value", start(value)).reported("is no field of the form")
    };
    let strange = typed.names().filter(|name| !is_ours(name));
    let files = typed.uploads.iter().filter(|upload| {
        let field = path::find(&form.fields, &upload.path);
        !field.is_some_and(|field| matches!(field.kind, FieldKind::File { .. }))
    });
    let texts = strange.map(|name| fault(name, typed.value(name)));
    let mut faults: Vec<Fault> =
        texts.chain(files.map(|upload| fault(&upload.path, &upload.name))).collect();
    let more = faults.len().saturating_sub(NAMED);
    if more > 0 {
        faults.truncate(NAMED);
        faults.push(Fault::new(WHOLE, "forms-fault-no-fields").filled("count", more));
    }
    faults
}

impl Rule {
    /// What is wrong, by the value. A rule about something that is not there is kept.
    fn fault(&self, value: &Value) -> Option<Fault> {
        match self {
            Self::InOrder { earlier, later, .. } => {
                let at = |path: &str| value.pointer(&format!("/{}", path.replace('.', "/")));
                let (first, last) = (at(earlier)?.as_str()?, at(later)?.as_str()?);
                let is_wrong = values::first_second(first)? > values::last_second(last)?;
                is_wrong.then(|| Fault::new(later.clone(), OUT_OF_ORDER))
            }
        }
    }
}

pub(super) struct FormReader<'a> {
    pub typed: &'a Submitted,
    pub known: &'a RegisterNames,
    pub faults: Vec<Fault>,
    pub numbers: Numbers,
}

impl FormReader<'_> {
    fn fields(&mut self, fields: &[Field], before: &str) -> Map<String, Value> {
        let mut values = Map::new();
        for field in fields {
            let path = path::join(before, &field.key);
            if let Some(condition) = &field.shown_when
                && !condition.holds(self.typed, before)
            {
                if self.typed.has(&path) {
                    // Kept on the page, for the writer to decide which of the two was meant.
                    self.faults.push(Fault::new(&path, NOT_ASKED));
                }
                continue;
            }
            let faults = self.faults.len();
            let value = self.field(field, &path);
            let is_said = self.faults.len() > faults;
            let is_missing = value.is_none() && field.need == Need::Required;
            if is_missing && !is_said && !self.typed.may_be_lost(&path) {
                self.faults.push(Fault::missing(&path));
            }
            if let Some(value) = value {
                values.insert(field.key.clone(), value);
            }
        }
        values
    }

    fn field(&mut self, field: &Field, path: &str) -> Option<Value> {
        for input in field.kind.single_inputs(path, &self.typed.rows(path)) {
            if self.typed.differs(&input) {
                self.faults.push(Fault::new(input, TWICE));
            }
        }
        match &field.kind {
            FieldKind::Part { fields } => {
                let part = self.fields(fields, path);
                (!part.is_empty()).then_some(Value::Object(part))
            }
            FieldKind::Group { fields, least, most, .. } => {
                let rows = self.typed.rows(path);
                if rows.len() > *most {
                    self.faults.push(too_many(path, *most, rows.len()));
                } else if rows.len() < *least && !self.typed.may_be_lost(path) {
                    let fault = Fault::new(path, "forms-fault-too-few");
                    self.faults.push(fault.filled("min", *least));
                }
                // Of rows too many it is enough to say so.
                let mut row = |number| self.fields(fields, &format!("{path}.{number}"));
                let rows = rows.into_iter().take(*most);
                let rows: Vec<Value> = rows.map(|number| Value::Object(row(number))).collect();
                (!rows.is_empty()).then_some(Value::Array(rows))
            }
            FieldKind::Date if field.is_day => self.whole_day(path),
            FieldKind::Date if field.is_sure => self.sure_date(path),
            kind => self.value(kind, path),
        }
    }

    /// Adds a fault where there is one.
    pub(super) fn kept<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.faults.push(fault)).ok()
    }
}

pub(super) fn too_many(path: &str, max: usize, is: usize) -> Fault {
    Fault::new(path, TOO_MANY).filled("max", max).filled("is", is)
}

impl Condition {
    /// Does it hold, by what was typed in the field beside it?
    pub(super) fn holds(&self, typed: &Submitted, before: &str) -> bool {
        let path = path::join(before, &self.field);
        if self.any_of.is_empty() {
            return typed.has(&path);
        }
        typed.values(&path).iter().any(|value| self.any_of.contains(value))
    }
}

/// What is said of a fault instead of the usual, if the form has words of its own for it.
pub(super) fn own_words<'f>(form: &'f Form, fault: &Fault) -> Option<&'f super::Wording> {
    let of_rule = form.rules.iter().find_map(|rule| match rule {
        Rule::InOrder { later, says, .. } => {
            (fault.key == OUT_OF_ORDER && *later == fault.path).then_some(says)
        }
    });
    let field = path::find(&form.fields, &fault.path);
    let of_field = field.and_then(|field| field.says.get(fault.key));
    of_rule.or(of_field).or_else(|| form.says.get(fault.key).filter(|_| field.is_some()))
}
