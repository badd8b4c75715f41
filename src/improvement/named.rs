//! A full name in what a team has written: said to those who write, and stopping nobody.

use crate::i18n::{Text, Words};

/// About the first of the texts that has one.
pub fn hint<'t>(t: Text, texts: impl IntoIterator<Item = &'t str>) -> Option<Words> {
    let first = |text: &'t str| Some(&text[norsk::names::full(text).into_iter().next()?]);
    let name = texts.into_iter().find_map(first)?;
    Some(t.with("improvement-named", "name", name))
}
