//! The words: every message in every language, with the variables it asks for.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

/// Languages in which every key must stand. Sámi may lack any.
const WHOLE: [&str; 3] = ["nb", "nn", "en"];
const DRAFT: &str = "se";

#[derive(Default)]
pub(super) struct Catalogue {
    /// By language, then by key.
    messages: BTreeMap<String, BTreeMap<String, Message>>,
    rooms: BTreeSet<String>,
    faults: Vec<String>,
}

#[derive(Default)]
struct Message {
    variables: BTreeSet<String>,
    /// Other messages and, with a `-` before them, terms.
    references: BTreeSet<String>,
    functions: BTreeSet<String>,
    says_something: bool,
}

impl Catalogue {
    /// Adds the file of one room in one language.
    pub(super) fn add(&mut self, lang: &str, room: &str, text: &str) {
        let place = format!("locales/{lang}/{room}.ftl");
        if !WHOLE.contains(&lang) && lang != DRAFT {
            self.faults.push(format!("{place}: {lang} is none of our languages"));
        }
        self.rooms.insert(room.to_owned());
        let draft = |line: &str| line.starts_with('#') && line.contains("draft");
        if lang == DRAFT && !text.lines().next().is_some_and(draft) {
            self.faults.push(format!("{place}: must open with a comment that it is a draft"));
        }
        let (resource, errors) = match parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            let line = text[..error.pos.start.min(text.len())].lines().count().max(1);
            self.faults.push(format!("{place}:{line}: {error}"));
        }
        for entry in &resource.body {
            let (key, value, attributes) = match entry {
                Entry::Message(m) => (m.id.name.to_owned(), m.value.as_ref(), m.attributes.len()),
                Entry::Term(t) => (format!("-{}", t.id.name), Some(&t.value), t.attributes.len()),
                _ => continue,
            };
            if !key.trim_start_matches('-').starts_with(&format!("{room}-")) {
                self.faults.push(format!("{place}: {key} must begin with {room}-"));
            }
            if attributes > 0 {
                self.faults.push(format!("{place}: {key} has an attribute; make it a key"));
            }
            let mut message = Message::default();
            if let Some(value) = value {
                message.read(value);
            }
            if !message.says_something {
                self.faults.push(format!("{place}: {key} is empty"));
            }
            for function in &message.functions {
                self.faults.push(format!("{place}: {key} calls {function}, which is not there"));
            }
            if self
                .messages
                .entry(lang.to_owned())
                .or_default()
                .insert(key.clone(), message)
                .is_some()
            {
                self.faults.push(format!("{place}: {key} stands twice"));
            }
        }
    }

    /// What is wrong with the words by themselves.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = self.faults.clone();
        for lang in WHOLE.into_iter().filter(|lang| *lang != "nb") {
            for key in self.keys().filter(|key| self.message(lang, key).is_none()) {
                faults.push(format!("{key}: missing in {lang}"));
            }
        }
        for (lang, messages) in &self.messages {
            for (key, message) in messages {
                for other in &message.references {
                    if self.message(lang, other).is_none() {
                        faults.push(format!("{key}: refers in {lang} to {other}, not there"));
                    }
                }
                if key.starts_with('-') || lang == "nb" {
                    continue;
                }
                if self.message("nb", key).is_none() {
                    faults.push(format!("{key}: stands in {lang} but not in nb"));
                } else if self.variables(lang, key) != self.variables("nb", key) {
                    faults.push(format!("{key}: other variables in {lang} than in nb"));
                }
            }
        }
        faults
    }

    /// The keys of bokmål, which every other language follows.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = self.messages.get("nb").into_iter().flat_map(BTreeMap::keys);
        keys.map(String::as_str).filter(|key| !key.starts_with('-'))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.message("nb", key).is_some()
    }

    /// Whether a text has the form of a key of one of the rooms: `projects-heading`.
    pub(super) fn looks_like_key(&self, text: &str) -> bool {
        let parts: Vec<&str> = text.split('-').collect();
        let sound = |part: &&str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        parts.len() > 1 && parts.iter().all(sound) && self.rooms.contains(parts[0])
    }

    /// The variables that a key's sentence asks for in bokmål.
    pub(super) fn asks_for(&self, key: &str) -> BTreeSet<String> {
        self.variables("nb", key)
    }

    /// Whether another message quotes this one.
    pub(super) fn refers_to(&self, key: &str) -> bool {
        self.messages.values().flat_map(BTreeMap::values).any(|m| m.references.contains(key))
    }

    fn message(&self, lang: &str, key: &str) -> Option<&Message> {
        self.messages.get(lang)?.get(key)
    }

    /// With those of the messages it quotes.
    fn variables(&self, lang: &str, key: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![key];
        while let Some(key) = open.pop() {
            if let Some(message) = self.message(lang, key).filter(|_| seen.insert(key)) {
                found.extend(message.variables.iter().cloned());
                // A term sees only what the sentence hands it.
                let quoted = message.references.iter().filter(|other| !other.starts_with('-'));
                open.extend(quoted.map(String::as_str));
            }
        }
        found
    }
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.says_something |= !value.trim().is_empty();
                }
                PatternElement::Placeable { expression } => self.read_expression(expression),
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        self.says_something |= match inline {
            InlineExpression::StringLiteral { value } => !value.trim().is_empty(),
            InlineExpression::Placeable { .. } => false,
            _ => true,
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.read_arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                self.read_arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: &CallArguments<&str>) {
        let named = arguments.named.iter().map(|argument| &argument.value);
        for value in arguments.positional.iter().chain(named) {
            self.read_inline(value);
        }
    }
}
