//! What a line says, before anybody asks what it is about: JSON in which each name stands once, without
//! what says nothing.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// A value whose objects have each name once. Of two the parser would take the last, and what the other
/// said would be lost in silence.
pub struct Once(pub Value);

/// Names of things that are elsewhere, and are called there what they are called.
const NAMES: [&str; 5] = ["file", "url", "external_id", "translation_of", "uses"];

/// The same letters in each text, whatever program wrote it.
pub fn tidy(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(tidied) = norsk::tidy(text) {
                *text = tidied;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(tidy),
        Value::Object(fields) => {
            let texts = fields.iter_mut().filter(|(name, _)| !NAMES.contains(&name.as_str()));
            texts.for_each(|(_, value)| tidy(value));
        }
        _ => {}
    }
}

struct OnceVisitor;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OnceVisitor)
    }
}

impl<'de> Visitor<'de> for OnceVisitor {
    type Value = Once;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Once, E> {
        Ok(Once(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Once, E> {
        Ok(Once(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Once, E> {
        Ok(Once(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Once, E> {
        Ok(Once(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Once, E> {
        Ok(Once(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Once, E> {
        Ok(Once(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Once, E> {
        Ok(Once(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Once, A::Error> {
        let mut list = Vec::new();
        while let Some(Once(one)) = all.next_element()? {
            list.push(one);
        }
        Ok(Once(list.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Once, A::Error> {
        let mut object = Map::new();
        while let Some(name) = all.next_key::<String>()? {
            if object.contains_key(&name) {
                return Err(A::Error::custom(format!("duplicate field `{name}`")));
            }
            let Once(value) = all.next_value()?;
            object.insert(name, value);
        }
        Ok(Once(object.into()))
    }
}

/// Without these a line is none: what is wrong with them is told of themselves.
const NEEDED: [&str; 4] = ["kind", "external_id", "lang", "title"];
/// Where nothing says something: it takes away the one there is.
const CONTACT: &str = "contact";

/// Takes out of a line, and of all that is in it, each field that is empty or `null`: it is as if it
/// had been left out.
pub fn leave_out_nothing_said(line: &mut Value) {
    let Value::Object(fields) = line else { return };
    fields.retain(|name, value| {
        if name == CONTACT {
            return true;
        }
        clean(value);
        !is_nothing(value) || (NEEDED.contains(&name.as_str()) && value.is_string())
    });
}

fn clean(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.retain(|_, value| {
            clean(value);
            !is_nothing(value)
        }),
        Value::Array(all) => all.iter_mut().for_each(clean),
        _ => {}
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        _ => false,
    }
}
