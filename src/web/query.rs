//! The parameters of an address: read strictly, written back in one order.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::error::Error;

/// Parameters in the order they came; a name may repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The parameter of what somebody looks for.
const WORDS: &str = "q";

/// More parameters than any page of ours has.
const MAX: usize = 200;

impl Query {
    pub fn parse(raw: &str) -> Result<Self, Error> {
        let mut pairs = Vec::new();
        for part in raw.split('&').filter(|part| !part.is_empty()).take(MAX) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            // Whatever somebody looks for is a question, also from an old page that is no UTF-8.
            let is_words = name == WORDS;
            let decode = |text: &str| -> Result<String, Error> {
                let text = text.replace('+', " ");
                let bytes = percent_decode_str(&text);
                let text = match bytes.clone().decode_utf8() {
                    Ok(text) => text.into_owned(),
                    Err(_) if is_words => bytes.map(char::from).collect(),
                    Err(_) => return Err(Error::NotUnderstood("?")),
                };
                if text.contains('\0') { Err(Error::NotUnderstood("?")) } else { Ok(text) }
            };
            let name = decode(name)?;
            // A letter that is none is a space.
            let value = if is_words { &value.replace("%00", "+") } else { value };
            pairs.push((name, decode(value)?));
        }
        Ok(Self(pairs))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Every value of `name` that is not empty.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }

    /// Does a parameter that can only mean one thing stand more than once?
    pub fn is_repeated(&self, name: &str) -> bool {
        self.names().filter(|its| *its == name).count() > 1
    }

    /// What a parameter says that can only mean one thing; empty when it says nothing, and not understood
    /// when it stands more than once.
    pub fn one(&self, name: &'static str) -> Result<&str, Error> {
        if self.is_repeated(name) {
            return Err(Error::NotUnderstood(name));
        }
        Ok(self.get(name).unwrap_or_default())
    }

    /// A page number: 1 when none is given.
    pub fn page(&self) -> Result<u64, Error> {
        match self.one("side")? {
            "" => Ok(1),
            text => match text.parse() {
                Ok(n @ 1..=100_000) => Ok(n),
                _ => Err(Error::NotUnderstood("side")),
            },
        }
    }

    /// With `name` set to just `value`; an empty one is taken out.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut pairs: Vec<_> = self.0.iter().filter(|(n, _)| n != name).cloned().collect();
        if !value.is_empty() {
            pairs.push((name.to_owned(), value.to_owned()));
        }
        Self(pairs)
    }

    /// With a pair more, unless it is there; others of the same name stay.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        if self.0.iter().all(|(n, v)| n != name || v != value) {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// With all pairs of another behind its own.
    #[must_use]
    pub fn followed_by(mut self, other: &Self) -> Self {
        self.0.extend(other.0.iter().cloned());
        self
    }

    /// Without the one pair.
    #[must_use]
    pub fn without(&self, name: &str, value: &str) -> Self {
        Self(self.0.iter().filter(|(n, v)| n != name || v != value).cloned().collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, value)| value.is_empty())
    }
}

/// With `?`, ready to follow a path; empty values are left out.
impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut before = '?';
        for (name, value) in self.0.iter().filter(|(_, value)| !value.is_empty()) {
            let name = utf8_percent_encode(name, KEPT);
            write!(f, "{before}{name}={}", utf8_percent_encode(value, KEPT))?;
            before = '&';
        }
        Ok(())
    }
}
