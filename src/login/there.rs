//! Where somebody wanted to go when they were asked to log in: one of our own pages, and nothing else.

use axum::http::Uri;

use crate::i18n::Lang;

/// The parameter and the hidden field that carry it.
pub const PARAMETER: &str = "til";

const LONGEST: usize = 1_000;

/// Behind the language, pages of the log-in itself: who has logged in has nothing to do there.
const NOT_THERE: [&str; 2] = ["logg-inn", "logg-ut"];

/// An address of ours, with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct There(String);

impl There {
    /// None for whatever is not plainly a page of ours.
    pub fn parse(raw: &str) -> Option<Self> {
        // A browser takes `\` for `/`, and leaves out line ends: an address with such is another to it.
        let is_plain = raw.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        if raw.len() > LONGEST || !is_plain || !raw.starts_with('/') || raw.starts_with("//") {
            return None;
        }
        let uri: Uri = raw.parse().ok()?;
        let (lang, rest) = uri.path().strip_prefix('/')?.split_once('/')?;
        Lang::parse(lang)?;
        let first = rest.split('/').next().unwrap_or_default();
        let is_ours = uri.authority().is_none() && !NOT_THERE.contains(&first);
        is_ours.then(|| Self(raw.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
