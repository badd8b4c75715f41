//! Where pictures stand within the prose of a text: which it names, and the line that shows one.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::editing::checklist::{prose_fields, strings};
use crate::forms::{Alternative, Wording};
use crate::items::{Content, Image, Placed};
use crate::kinds::Kind;
use crate::markdown::{mark, pictured};
use crate::text::Fault;

/// In the form the text itself is called so.
const BODY: &str = "/body";
const FACTS: &str = "/facts";

/// The places that a picture can be put in by its own page: the texts of the kind, by their paths.
pub fn places(kind: &Kind, content: &Content) -> Vec<Alternative> {
    let mut found = Vec::new();
    prose_fields(&(kind.form)().fields, FACTS, &mut found);
    let mut all: Vec<Alternative> =
        found.into_iter().map(|(value, label)| Alternative { value, label }).collect();
    if kind.has_body || !content.body.is_empty() {
        let label = Wording::Key("library-field-body".to_owned());
        all.insert(0, Alternative { value: BODY.to_owned(), label });
    }
    all
}

/// The text has the picture within its prose; one that it has already keeps its name. `into` is the place
/// that it is put at the end of, unless it stands there.
pub fn place(content: &mut Content, image: Image, into: Option<&str>) {
    let same = content.pictures.iter_mut().find(|one| one.image.master == image.master);
    let name = if let Some(one) = same {
        one.image = image;
        one.name.clone()
    } else {
        let name = free_name(content);
        content.pictures.push(Placed { name: name.clone(), image });
        name
    };
    if into == Some(BODY) {
        content.body = with_mark(&content.body, &name);
    } else if let Some(path) = into.and_then(|place| place.strip_prefix(FACTS)) {
        put(&mut content.facts, path, &name);
    }
}

/// A number that the text neither has nor names: what names a picture that is gone is not to show another.
fn free_name(content: &Content) -> String {
    let named = names(content).0;
    let had = content.pictures.iter().map(|one| one.name.clone());
    let most = named.into_iter().chain(had).filter_map(|name| name.parse::<u32>().ok()).max();
    most.unwrap_or(0).saturating_add(1).to_string()
}

fn with_mark(text: &str, name: &str) -> String {
    let (text, mark) = (text.trim_end(), mark(name));
    if pictured(text).names.iter().any(|there| there == name) {
        text.to_owned()
    } else if text.is_empty() {
        mark
    } else {
        format!("{text}\n\n{mark}")
    }
}

/// A part of the facts that is empty may not be there yet.
fn put(facts: &mut Value, path: &str, name: &str) {
    let mut at = facts;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        if at.is_null() {
            *at = json!({});
        }
        let Some(fields) = at.as_object_mut() else { return };
        at = fields.entry(step).or_insert(Value::Null);
    }
    if at.is_null() || at.is_string() {
        *at = with_mark(at.as_str().unwrap_or_default(), name).into();
    }
}

/// Takes the picture out of the prose, with the lines that show it.
pub fn take_out(content: &mut Content, file: Uuid) {
    let gone: Vec<String> = content
        .pictures
        .iter()
        .filter(|one| one.image.shows(file))
        .map(|one| mark(&one.name))
        .collect();
    content.pictures.retain(|one| !one.image.shows(file));
    if !gone.is_empty() {
        content.body = without(&content.body, &gone);
        clear(&mut content.facts, &gone);
    }
}

fn without(text: &str, gone: &[String]) -> String {
    let is_gone = |line: &&str| gone.iter().any(|mark| line.trim() == mark);
    if !text.lines().any(|line| is_gone(&line)) {
        return text.to_owned();
    }
    let kept: Vec<&str> = text.lines().filter(|line| !is_gone(line)).collect();
    kept.join("\n").trim_end().to_owned()
}

fn clear(value: &mut Value, gone: &[String]) {
    match value {
        Value::String(text) => *text = without(text, gone),
        Value::Array(all) => all.iter_mut().for_each(|one| clear(one, gone)),
        Value::Object(all) => all.values_mut().for_each(|one| clear(one, gone)),
        _ => {}
    }
}

/// The names of the pictures that the text shows, and the addresses of those that it can't.
pub fn names(content: &Content) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut texts = vec![content.body.as_str()];
    strings(&content.facts, &mut texts);
    let (mut names, mut foreign) = (BTreeSet::new(), BTreeSet::new());
    for text in texts {
        let found = pictured(text);
        names.extend(found.names);
        foreign.extend(found.foreign);
    }
    (names, foreign)
}

/// What is wrong with the pictures that somebody has typed in a form: at an address that is not ours, or
/// under a name that the text does not have. What stood there before stands: it may be a gap.
pub fn faults(value: &Value, before: &Content) -> Vec<Fault> {
    let (mut known, foreign) = names(before);
    known.extend(before.pictures.iter().map(|one| one.name.clone()));
    let mut faults = Vec::new();
    for key in ["body", "facts"] {
        if let Some(value) = value.get(key) {
            look(value, key, &mut |path: &str, text: &str| {
                let found = pictured(text);
                if found.foreign.iter().any(|address| !foreign.contains(address)) {
                    faults.push(Fault::new(path, "editing-fault-picture-foreign"));
                } else if let Some(name) = found.names.iter().find(|name| !known.contains(*name)) {
                    let fault = Fault::new(path, "editing-fault-picture-unknown");
                    faults.push(fault.filled("name", name.as_str()));
                }
            });
        }
    }
    faults
}

fn look(value: &Value, path: &str, see: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => see(path, text),
        Value::Array(all) => {
            for (n, one) in all.iter().enumerate() {
                look(one, &format!("{path}.{n}"), see);
            }
        }
        Value::Object(all) => {
            for (name, one) in all {
                look(one, &format!("{path}.{name}"), see);
            }
        }
        _ => {}
    }
}
