//! Receipts: what has just been done is said on the page that one is led to, by a word in its address.

use axum::response::Response;

use super::{Query, Visit, see_other};
use crate::i18n::Words;

/// The parameter that says what was done.
pub const DONE: &str = "gjort";

/// What the pages of a room may say: the word in the address, and the key of what is told. Whatever else
/// stands in an address is told to nobody.
pub type Receipts = &'static [(&'static str, &'static str)];

/// Leads to a page of ours that says what was done.
pub fn done(path: &str, word: &str) -> Response {
    see_other(&address(path, word))
}

/// A page of ours, with what was done.
pub fn address(path: &str, word: &str) -> String {
    format!("{path}{}", Query::default().with(DONE, word))
}

/// What the address says was done, in the reader's language. The answer to a form says what came of that.
pub fn said(visit: &Visit, receipts: Receipts) -> Option<Words> {
    if !visit.is_read {
        return None;
    }
    let asked = visit.parameters().ok()?;
    let word = asked.get(DONE)?;
    let (_, key) = receipts.iter().find(|(one, _)| *one == word)?;
    Some(visit.t.get(key))
}
