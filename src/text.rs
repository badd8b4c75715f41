//! Checks that every text passes on its way in, and what is said when one does not.

use std::fmt;

/// What is wrong with a field, in words that fit behind its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    Missing,
    TooLong { max: usize, is: usize },
    ControlCharacter { at: usize },
    IdentityNumber,
    Unknown(String),
    Malformed(String),
}

impl Fault {
    pub fn new(field: impl Into<String>, why: Why) -> Self {
        Self { field: field.into(), why }
    }

    pub fn malformed(field: impl Into<String>, why: impl fmt::Display) -> Self {
        Self::new(field, Why::Malformed(why.to_string()))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = &self.field;
        match &self.why {
            Why::Missing => write!(f, "`{field}` is missing or empty"),
            Why::TooLong { max, is } => {
                write!(f, "`{field}` has {is} characters, at most {max} are allowed")
            }
            Why::ControlCharacter { at } => {
                write!(f, "`{field}` has a control character (NUL or such) at character {at}")
            }
            Why::IdentityNumber => write!(
                f,
                "`{field}` holds something that looks like a national identity number; no personal numbers are stored here"
            ),
            Why::Unknown(value) => write!(f, "`{field}` has a value that is not known: {value:?}"),
            Why::Malformed(why) => write!(f, "`{field}`: {why}"),
        }
    }
}

/// One line: trimmed, no line breaks. Empty is [`Why::Missing`] when `needed`.
pub fn check_line(field: &str, raw: &str, max: usize, needed: bool) -> Result<String, Fault> {
    let text = check(field, raw.trim(), max, char::is_control)?;
    if needed && text.is_empty() {
        return Err(Fault::new(field, Why::Missing));
    }
    Ok(text)
}

/// Prose of many lines; line ends become `\n`, tabs stay.
pub fn check_prose(field: &str, raw: &str, max: usize) -> Result<String, Fault> {
    let text = raw.replace("\r\n", "\n").replace('\r', "\n");
    check(field, text.trim_end(), max, |c| c.is_control() && c != '\n' && c != '\t')
}

fn check(field: &str, text: &str, max: usize, bad: impl Fn(char) -> bool) -> Result<String, Fault> {
    let length = text.chars().count();
    if length > max {
        return Err(Fault::new(field, Why::TooLong { max, is: length }));
    }
    if let Some(at) = text.chars().position(bad) {
        return Err(Fault::new(field, Why::ControlCharacter { at: at + 1 }));
    }
    if !norsk::identity::look_alikes(text).is_empty() {
        return Err(Fault::new(field, Why::IdentityNumber));
    }
    Ok(text.to_owned())
}

/// An address on the web that a page may lead to.
pub fn check_url(field: &str, url: &str) -> Result<(), Fault> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web || url.len() > 2_000 || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Fault::new(field, Why::Unknown(url.chars().take(80).collect())));
    }
    Ok(())
}
