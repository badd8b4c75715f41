//! Words, dates, numbers and sorting in the reader's language.
//!
//! The words stand in `locales/<language>/<room>.ftl`, one file for each room; keys begin with the
//! name of their room. A template holds a [`Text`] as `t` and asks it for everything:
//! `{{ t.get("projects-heading") }}`, `{{ t.with("projects-count", "count", total) }}`,
//! `{{ t.date(project.published) }}`. In an attribute or a `<title>`, where no markup can stand:
//! `{{ t.plain("web-search-label") }}`.
//!
//! `scan`, in the tests, holds the words against their uses. A key that is put together at run time
//! must be named where that is done, in a comment:
//! `i18n-keys: projects-status-planned projects-status-ongoing`.

mod added;
mod arguments;
mod format;
mod lang;
#[cfg(test)]
mod scan;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use added::{RoomWords, add};
pub use arguments::{Arg, Day, Instant, WholeNumber};
pub use lang::{HtmlLang, Lang};
pub use text::Text;
pub use words::Words;

/// The name of a sentence in `locales/`. A fault in a form is one of these.
pub type Key = &'static str;
