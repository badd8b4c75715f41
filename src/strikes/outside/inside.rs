//! Takes a passage out of what is kept as JSON: out of the words that people wrote, and of nothing else.

use std::collections::BTreeSet;

use serde_json::Value;

use super::places::{Inside, is_of_words};
use crate::items::Passage;
use crate::statements::Raw;

/// What never is words in a statement.
const OF_STATEMENTS: [&str; 5] = ["what", "from", "to", "file", "email"];

/// What is to be struck, and from what it never is.
#[derive(Clone, Debug)]
pub struct Without {
    pub passage: Passage,
    /// Stands where the words stood.
    pub gap: String,
    /// What centres and organisations are called in addresses and by each other.
    pub slugs: BTreeSet<String>,
}

impl Without {
    /// The text without the words, and how often it had them; none when it had not.
    pub fn text(&self, text: &str) -> Option<(String, i32)> {
        self.passage.struck_from(text, &self.gap)
    }

    /// Takes them out of it; tells in how many places they stood.
    pub fn json(&self, value: &mut Value, inside: Inside) -> i32 {
        match value {
            Value::String(text) if inside != Inside::Row => self.cut(text),
            Value::Array(all) => all.iter_mut().map(|one| self.json(one, inside)).sum(),
            Value::Object(all) => {
                all.iter_mut().map(|(key, value)| self.member(key, value, inside)).sum()
            }
            _ => 0,
        }
    }

    fn member(&self, key: &str, value: &mut Value, inside: Inside) -> i32 {
        match (inside, value) {
            (Inside::Statement, _) if OF_STATEMENTS.contains(&key) => 0,
            (Inside::Statement, Value::String(text)) if self.are_slugs(text) => 0,
            (Inside::Row, Value::String(text)) if is_of_words(key) => self.cut(text),
            (Inside::Row, Value::String(_)) => 0,
            // What a measure's plan says, and what steps are called here, is words all through.
            (Inside::Row, value) if ["plan", "own"].contains(&key) => self.json(value, Inside::All),
            (_, value) => self.json(value, inside),
        }
    }

    fn cut(&self, text: &mut String) -> i32 {
        let Some((struck, places)) = self.text(text) else { return 0 };
        *text = struck;
        places
    }

    fn are_slugs(&self, value: &str) -> bool {
        value.split(';').all(|part| self.slugs.contains(part.trim()))
    }

    /// A contact that is reached at an address with the words in it: with a gap it would reach nobody.
    /// So is what waits, of which there may be more than one statement.
    pub fn is_contact(&self, content: &Value) -> bool {
        if let Value::Array(all) = content {
            return all.iter().any(|one| self.is_contact(one));
        }
        let email = content.get("email").and_then(Value::as_str);
        email.is_some_and(|email| self.passage.is_in_address(email))
    }

    /// A statement of the registers without the words, and in how many places it had them; nothing is
    /// left of a contact whose address has them.
    pub fn raw(&self, raw: Raw) -> (Option<Raw>, i32) {
        let mut content = raw.to_json(&[]);
        if self.is_contact(&content) {
            return (None, 1);
        }
        match self.json(&mut content, Inside::Statement) {
            0 => (Some(raw), 0),
            places => match Raw::from_json(&content, raw.row.clone()) {
                Ok(struck) => (Some(struck), places),
                Err(_) => (Some(raw), 0),
            },
        }
    }
}
