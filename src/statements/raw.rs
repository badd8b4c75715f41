//! A statement as it is written: in JSON with typed fields, in CSV as one row.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::dates::{self, PartialDate};
use crate::rows::Row;
use crate::text::{self, Numbers, check_line_with, check_prose_with};

/// The fields of a statement by name. A list is written with `;` between, in CSV and here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        let some = pairs.iter().filter(|(_, value)| !value.is_empty());
        Self(some.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// Takes the field out; `None` when it is not there.
    pub fn take(&mut self, name: &str) -> Option<String> {
        self.0.remove(name)
    }

    pub fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    pub fn need(&mut self, name: &str) -> Result<String, String> {
        self.take(name).ok_or_else(|| format!("the field `{name}` is missing or empty"))
    }

    pub fn take_list(&mut self, name: &str) -> Vec<String> {
        let listed = self.take(name).unwrap_or_default();
        listed.split(';').map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect()
    }

    /// A field that is left when all known ones are taken.
    pub fn first(&self) -> Option<&str> {
        self.0.keys().next().map(String::as_str)
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn values(&self) -> impl Iterator<Item = &String> {
        self.0.values()
    }

    pub fn json(&self) -> Value {
        Value::Object(
            self.0
                .iter()
                .map(|(k, v)| (k.clone(), Value::String(v.clone())))
                .collect::<Map<_, _>>(),
        )
    }

    pub fn from_json(value: &Value) -> Self {
        let object = value.as_object().into_iter().flatten();
        Self(object.filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_owned()))).collect())
    }
}

/// A statement that nobody has checked yet.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    pub what: String,
    pub fields: Fields,
    pub from: String,
    pub to: String,
    pub source: String,
    pub source_ref: Option<String>,
    pub note: Option<String>,
    pub example: bool,
    pub row: String,
}

/// Where it stood is no part of what it says.
impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        let told = |raw: &Self| {
            let dates = (raw.from.clone(), raw.to.clone());
            let source = (raw.source.clone(), raw.source_ref.clone(), raw.note.clone());
            (raw.what.clone(), raw.fields.clone(), dates, source, raw.example)
        };
        told(self) == told(other)
    }
}

/// The columns, and names in JSON, that every statement has.
pub const COMMON: [&str; 7] = ["what", "from", "to", "source", "source_ref", "note", "example"];

const LINE: usize = 500;
const NOTE: usize = 2_000;

impl Raw {
    /// `subject` names the columns that say whom the row is about.
    pub fn from_row(row: &Row, subject: &[&str]) -> Result<Self, String> {
        let some = |name: &str| Some(row.get(name).to_owned()).filter(|text| !text.is_empty());
        let example = match row.get("example") {
            "" | "false" => false,
            "true" => true,
            other => return Err(format!("line {}: `example` is {other:?}, not true", row.line)),
        };
        let known = |name: &str| subject.contains(&name) || COMMON.contains(&name);
        let fields: Vec<(&str, &str)> = row.cells().filter(|(name, _)| !known(name)).collect();
        Ok(Self {
            what: row.get("what").to_owned(),
            fields: Fields::of(&fields),
            from: date(row, "from")?,
            to: date(row, "to")?,
            source: row.get("source").to_owned(),
            source_ref: some("source_ref"),
            note: some("note"),
            example,
            row: format!("line {}", row.line),
        })
    }

    pub fn from_json(value: &Value, row: String) -> Result<Self, String> {
        let object = value.as_object().ok_or_else(|| format!("{row} is no object"))?;
        let mut raw = Self { row, ..Self::default() };
        let mut fields = BTreeMap::new();
        for (name, value) in object {
            let text = match value {
                Value::Null => continue,
                Value::Bool(flag) if name == "example" => {
                    raw.example = *flag;
                    continue;
                }
                Value::String(text) => norsk::tidy(text).trim().to_owned(),
                Value::Array(list) => list_of(list)
                    .ok_or_else(|| format!("{}: `{name}` is no list of texts", raw.row))?,
                _ => return Err(format!("{}: `{name}` is no text and no list of texts", raw.row)),
            };
            match name.as_str() {
                "what" => raw.what = text,
                "from" => raw.from = text,
                "to" => raw.to = text,
                "source" => raw.source = text,
                "source_ref" => raw.source_ref = Some(text).filter(|text| !text.is_empty()),
                "note" => raw.note = Some(text).filter(|text| !text.is_empty()),
                "example" => return Err(format!("{}: `example` is true or false", raw.row)),
                _ if text.is_empty() => {}
                _ => {
                    fields.insert(name.clone(), text);
                }
            }
        }
        raw.fields = Fields(fields);
        Ok(raw)
    }

    /// As one object; `lists` names the fields that are lists.
    pub fn to_json(&self, lists: &[&str]) -> Value {
        let mut object = Map::new();
        let mut add = |name: &str, value: Value| object.insert(name.to_owned(), value);
        add("what", self.what.clone().into());
        for (name, value) in self.fields.iter() {
            if lists.contains(&name) {
                let values = value.split(';').map(|v| Value::from(v.trim())).collect();
                add(name, Value::Array(values));
            } else {
                add(name, value.into());
            }
        }
        for (name, value) in [("from", &self.from), ("to", &self.to), ("source", &self.source)] {
            if !value.is_empty() {
                add(name, value.clone().into());
            }
        }
        for (name, value) in [("source_ref", &self.source_ref), ("note", &self.note)] {
            if let Some(value) = value {
                add(name, value.clone().into());
            }
        }
        if self.example {
            add("example", true.into());
        }
        Value::Object(object)
    }

    /// The dates as they were given, to be told of in a fault.
    pub(super) fn dates(&self) -> String {
        match (self.from.as_str(), self.to.as_str()) {
            (from, "") => from.to_owned(),
            ("", to) => to.to_owned(),
            (from, to) => format!("{from}/{to}"),
        }
    }

    /// The cell of a column in CSV.
    pub fn cell(&self, column: &str) -> &str {
        match column {
            "what" => &self.what,
            "from" => &self.from,
            "to" => &self.to,
            "source" => &self.source,
            "source_ref" => self.source_ref.as_deref().unwrap_or_default(),
            "note" => self.note.as_deref().unwrap_or_default(),
            "example" => {
                if self.example {
                    "true"
                } else {
                    ""
                }
            }
            field => self.fields.get(field),
        }
    }

    pub(super) fn check_texts(&self) -> Result<(), text::Fault> {
        let seen = Numbers::Seen;
        check_line_with(seen, "source", &self.source, LINE, false)?;
        for (name, text) in self.fields.iter() {
            check_prose_with(seen, name, text, NOTE)?;
        }
        for (name, text) in [("source_ref", &self.source_ref), ("note", &self.note)] {
            check_line_with(seen, name, text.as_deref().unwrap_or_default(), NOTE, false)?;
        }
        Ok(())
    }

    /// Of what comes in a file, what looks like an identity number is refused. In a form it has been masked unless
    /// somebody said what it is, and what is stored has come by one of the two.
    pub fn check_numbers(&self) -> Result<(), text::Fault> {
        let own = [("source", Some(self.source.as_str()))].into_iter();
        let beside = [("source_ref", self.source_ref.as_deref()), ("note", self.note.as_deref())];
        let fields = self.fields.iter().map(|(name, text)| (name, Some(text)));
        let mut all = own.chain(beside).chain(fields);
        let is_it = |text: Option<&str>| {
            text.is_some_and(|text| !norsk::identity::look_alikes(text).is_empty())
        };
        match all.find(|(_, text)| is_it(*text)) {
            Some((name, _)) => Err(text::Fault::identity(name)),
            None => Ok(()),
        }
    }
}

/// A date as it is kept, of one that a spreadsheet has written its own way: «1.1.2024», and midnight after it.
fn date(row: &Row, name: &str) -> Result<String, String> {
    let text = dates::without_midnight(row.get(name));
    if text.is_empty() || text.parse::<PartialDate>().is_ok() {
        return Ok(text.to_owned());
    }
    if let Some(why) = dates::why_undated(text) {
        return Err(format!("line {}: `{name}` {text:?} {why}", row.line));
    }
    dates::typed(text).map(String::from).map_err(|why| {
        let also = match why {
            dates::DateFault::Malformed => {
                "; in a table also 14.6.2019, juni 2019 or sommeren 2008"
            }
            _ => "",
        };
        format!("line {}: `{name}` {text:?}: {why}{also}", row.line)
    })
}

fn list_of(list: &[Value]) -> Option<String> {
    let texts: Option<Vec<&str>> =
        list.iter().map(|value| value.as_str().filter(|text| !text.contains(';'))).collect();
    texts.map(|texts| norsk::tidy(&texts.join(";")).into_owned())
}
