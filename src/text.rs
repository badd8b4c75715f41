//! What is wrong with something that came in, and the checks that every text passes on its way.

use std::borrow::Cow;
use std::fmt;

use crate::dates;
use crate::i18n::{Arg, Text, Words};
use crate::markdown::{self, DEEPEST};

/// What is wrong, and where. A page says it by key and arguments, in the reader's language; the
/// report of an import says it in English (`Display`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The names down to the value, rows by number from 0: `facts.modules.0.title`.
    pub path: String,
    /// The sentence.
    pub key: &'static str,
    /// What is filled into it.
    pub arguments: Vec<(&'static str, Argument)>,
    /// What stands behind the path in a report or the log, in English: it may be the words of a
    /// library, so no page shows it.
    report: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    Text(String),
    Number(u64),
    /// So many bytes, said as a size: `1,2 MB`.
    Size(u64),
}

pub const MISSING: &str = "forms-fault-missing";
pub const TOO_LONG: &str = "forms-fault-too-long";
pub const CONTROL: &str = "forms-fault-control";
pub const IDENTITY: &str = "forms-fault-identity";
pub const NESTED: &str = "forms-fault-nested";
pub const UNKNOWN: &str = "forms-fault-unknown";
pub const ADDRESS: &str = "forms-fault-address";
pub const MALFORMED: &str = "forms-fault-malformed";

impl Fault {
    /// A fault of a room's own; without more words its report is the key.
    pub fn new(path: impl Into<String>, key: &'static str) -> Self {
        let report = format!(" is refused: {key}");
        Self { path: path.into(), key, arguments: Vec::new(), report }
    }

    /// Fills a value into the sentence.
    #[must_use]
    pub fn filled(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// What the report of an import says of it.
    #[must_use]
    pub fn reported(mut self, report: impl fmt::Display) -> Self {
        self.report = format!(" {report}");
        self
    }

    pub fn missing(path: impl Into<String>) -> Self {
        Self::new(path, MISSING).reported("is missing or empty")
    }

    pub fn too_long(path: impl Into<String>, max: usize, is: usize) -> Self {
        let report = format!("has {is} characters, at most {max} are allowed");
        Self::new(path, TOO_LONG).filled("max", max).filled("is", is).reported(report)
    }

    /// A control character, the `at`th of the text.
    pub fn control(path: impl Into<String>, at: usize) -> Self {
        let report =
            format!("has a control character (NUL, a mark of direction or such) at character {at}");
        Self::new(path, CONTROL).filled("at", at).reported(report)
    }

    /// Quotations in quotations, lists in lists, brackets in brackets, on and on.
    pub fn nested(path: impl Into<String>) -> Self {
        let report = format!(
            "has quotations, lists, marks or brackets inside each other, more than {DEEPEST} deep"
        );
        Self::new(path, NESTED).filled("max", DEEPEST).reported(report)
    }

    pub fn identity(path: impl Into<String>) -> Self {
        Self::new(path, IDENTITY).reported(
            "holds something that looks like a national identity number; no personal numbers are stored here",
        )
    }

    /// A value that is none of those that there are.
    pub fn unknown(path: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        let report = format!("has a value that is not known: {value:?}");
        Self::new(path, UNKNOWN).filled("value", value).reported(report)
    }

    /// What can't be read. `why` is for the report: often the words of a library.
    pub fn malformed(path: impl Into<String>, why: impl fmt::Display) -> Self {
        Self { report: format!(": {why}"), ..Self::new(path, MALFORMED) }
    }

    /// The same report, another sentence.
    #[must_use]
    pub fn said(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// The same, as whoever holds only what is called `root` names it: `facts.aim`, `aim`.
    #[must_use]
    pub fn within(mut self, root: &str) -> Self {
        if let Some(rest) = self.path.strip_prefix(root).and_then(|rest| rest.strip_prefix('.')) {
            self.path = rest.to_owned();
        }
        self
    }

    /// The sentence in the reader's language.
    pub fn words(&self, t: Text) -> Words {
        t.fill(self.key, self.filling(t))
    }

    /// What is filled into the sentence, in the reader's language.
    pub fn filling(&self, t: Text) -> impl Iterator<Item = (&str, Arg<'_>)> {
        self.arguments.iter().map(move |(name, value)| {
            let value = match value {
                Argument::Text(text) => Arg::from(text),
                Argument::Number(number) => Arg::from(*number),
                Argument::Size(bytes) => Arg::from(t.size(*bytes)),
            };
            (*name, value)
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`{}", self.path, self.report)
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        // No count of ours comes near 2⁶⁴.
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

/// When something is, in any words: an hour in them is one that a clock shows.
pub fn check_hour(path: &str, text: &str) -> Result<(), Fault> {
    if !dates::has_no_such_hour(text) {
        return Ok(());
    }
    let report = "has an hour that no clock shows";
    Err(Fault::new(path, "forms-fault-hour").reported(report))
}

/// One line: trimmed, tidied, no line breaks. Empty is missing when `needed`.
pub fn check_line(path: &str, raw: &str, max: usize, needed: bool) -> Result<String, Fault> {
    check_line_with(Numbers::Refused, path, raw, max, needed)
}

/// What becomes of what looks like an identity number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    #[default]
    Refused,
    /// It was masked before: what is left has been said to be none.
    Seen,
}

pub fn check_line_with(
    numbers: Numbers,
    path: &str,
    raw: &str,
    max: usize,
    needed: bool,
) -> Result<String, Fault> {
    let text = check(numbers, path, norsk::tidy(raw).trim(), max, is_unseen)?;
    if needed && text.is_empty() {
        return Err(Fault::missing(path));
    }
    Ok(text)
}

/// Prose of many lines, tidied; line ends become `\n`, tabs stay.
pub fn check_prose(path: &str, raw: &str, max: usize) -> Result<String, Fault> {
    check_prose_with(Numbers::Refused, path, raw, max)
}

pub fn check_prose_with(
    numbers: Numbers,
    path: &str,
    raw: &str,
    max: usize,
) -> Result<String, Fault> {
    let text = norsk::tidy(raw);
    let text = unix_lines(&text);
    let is_bad = |c: char| is_unseen(c) && c != '\n' && c != '\t';
    let text = check(numbers, path, text.trim_end(), max, is_bad)?;
    if markdown::is_too_deep(&text) { Err(Fault::nested(path)) } else { Ok(text) }
}

/// Controls, and marks that turn the direction of what follows: with them a text reads as another than
/// it is.
fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The same text with `\n` for each line end: browsers send `\r\n`.
pub fn unix_lines(raw: &str) -> String {
    raw.replace("\r\n", "\n").replace('\r', "\n")
}

fn check(
    numbers: Numbers,
    path: &str,
    text: &str,
    max: usize,
    bad: impl Fn(char) -> bool,
) -> Result<String, Fault> {
    let length = text.chars().count();
    if length > max {
        return Err(Fault::too_long(path, max, length));
    }
    if let Some(at) = text.chars().position(bad) {
        return Err(Fault::control(path, at + 1));
    }
    if numbers == Numbers::Refused && !norsk::identity::look_alikes(text).is_empty() {
        return Err(Fault::identity(path));
    }
    Ok(text.to_owned())
}

/// What goes into the log of a fault: it may repeat what somebody typed, so what looks like an identity
/// number is masked.
pub fn for_log(text: &str) -> Cow<'_, str> {
    norsk::identity::masked(text, '•', |_| false).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// An address on the web that a page may lead to.
pub fn check_url(path: &str, url: &str) -> Result<(), Fault> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web || url.len() > 2_000 || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        let start: String = url.chars().take(80).collect();
        return Err(Fault::unknown(path, start).said(ADDRESS));
    }
    Ok(())
}

/// So many words stand in a text: the marks of a table, a list or a heading are none.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// One letter more, less or another.
pub fn is_a_letter_away(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let same = long.iter().zip(short.iter()).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => same < long.len() && long[same + 1..] == short[same..][1..],
        1 => long[same + 1..] == short[same..],
        _ => false,
    }
}
