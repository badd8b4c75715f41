//! The organisations that somebody acts for, as Ansattporten tells them (`authorization_details`, RFC 9396). They are
//! read patiently: each kind of detail has a shape of its own, and kinds come and go.

use norsk::OrganisationNumber;
use serde_json::{Map, Value};

use crate::text::check_line;

/// An organisation that somebody is said to act for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActsFor {
    pub number: OrganisationNumber,
    /// As they call it; empty where they don't.
    pub name: String,
}

/// So many are kept, and so deep they are looked for.
const MOST: usize = 20;
const DEEPEST: usize = 8;
/// Before a number of Enhetsregisteret (ISO 6523). A person who acts for themselves has another.
const ENHETSREGISTERET: &str = "0192:";
const NAME: usize = 200;

pub fn told(details: &Value) -> Vec<ActsFor> {
    let mut all = Vec::new();
    look(details, DEEPEST, &mut all);
    all
}

fn look(value: &Value, deeper: usize, all: &mut Vec<ActsFor>) {
    if deeper == 0 || all.len() >= MOST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|one| look(one, deeper - 1, all)),
        Value::Object(map) => {
            let is_new = |one: &ActsFor| all.iter().all(|other| other.number != one.number);
            if let Some(one) = named(map).filter(is_new) {
                all.push(one);
            }
            map.values().for_each(|one| look(one, deeper - 1, all));
        }
        _ => {}
    }
}

/// The number stands beside the name, or (with the resources of Altinn 3) in an object of its own there.
fn named(map: &Map<String, Value>) -> Option<ActsFor> {
    let text = |of: &Map<String, Value>, names: [&str; 2]| {
        names.into_iter().find_map(|name| Some(of.get(name)?.as_str()?.to_owned()))
    };
    let within = map.get("orgno").and_then(Value::as_object);
    let number = text(within.unwrap_or(map), ["ID", "id"])?;
    let number = number.strip_prefix(ENHETSREGISTERET)?.parse().ok()?;
    let name =
        text(map, ["Name", "name"]).and_then(|name| check_line("name", &name, NAME, true).ok());
    Some(ActsFor { number, name: name.unwrap_or_default() })
}
