//! Full-text search: an index beside the database, fed with plain documents and asked with words.
//!
//! Ground: it knows no feature, no table and no page. A room turns what it publishes into
//! [`Document`]s; the index can always be thrown away and built again from the database. What a
//! question can be narrowed by beside kind and language is named when the index is opened: facets.
mod about;
mod alike;
mod collect;
mod columns;
mod english;
mod expand;
mod folder;
mod found;
mod index;
mod kept;
mod keys;
mod lexis;
mod like;
mod line;
mod missed;
mod names;
mod proximity;
mod query;
mod queue;
mod rank;
mod schema;
mod snapshot;
mod snippet;
mod suggest;
mod synonyms;
mod text;
mod titles;
mod typed;
mod unsure;
mod view;
mod weights;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use found::Found;
pub use index::Index;
pub use missed::{Miss, Missed};
pub use names::{Called, Named, Names};
pub use snapshot::{Part, Snapshot};
pub use synonyms::{BadSynonyms, Synonyms, same_word};
pub use titles::{Titled, Titles};
pub use typed::{Fit, NameWords, Typed};

/// Raised when the fields, what is put in them or the way words are cut and folded change. An index of another version
/// is left behind and a new one built.
pub const SCHEMA_VERSION: u32 = 8;

/// No answer holds more hits than this.
pub const MOST_HITS: usize = 100;
/// Nobody reads past this, and a crawler should not be able to make us sort further.
pub const DEEPEST: usize = 10_000;

/// One published item as the index sees it. All text is plain: no markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub id: Uuid,
    /// What it is a translation of: both are one work, and one hit.
    pub original: Option<Uuid>,
    pub external_id: String,
    pub kind: String,
    /// The language the content is written in: nb, nn, se, en.
    pub lang: String,
    pub title: String,
    pub lead: String,
    /// The headings inside the body, one on a line.
    pub headings: String,
    pub body: String,
    /// Without the language prefix: `prosjekter/trygg-medisinering`.
    pub url_path: String,
    /// Kept for history; out of the ordinary search.
    pub archived: bool,
    /// Seconds since 1970.
    pub published: Option<i64>,
    /// Facet and value, for filtering. The index keeps those that it was opened with.
    pub facets: Vec<(String, String)>,
    /// The names of what it is about, one a line: as telling as its headings.
    pub subjects: String,
    /// The names of where it is from, one a line.
    pub places: String,
    /// The names of who stands behind it, one a line: many documents have the same.
    pub organisations: String,
    /// What hangs by it, as text.
    pub files: Vec<File>,
}

/// The text of an attachment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// As the page about the document calls it.
    pub name: String,
    pub url_path: String,
    /// One string a page; one in all where pages are not known.
    pub pages: Vec<String>,
}

/// What somebody asks for. Every string is a valid question; nothing here can be refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// As typed: words, `"quoted phrases"`, `-without`. Empty means everything, newest first.
    pub words: String,
    /// Within a group any of the values will do; the groups must all hold. Empty: no filter.
    pub kinds: Vec<String>,
    pub langs: Vec<String>,
    /// Values by facet. A facet that the index does not keep has no values, so it finds nothing.
    pub facets: BTreeMap<String, Vec<String>>,
    /// Letter for letter: a word that is nowhere is not taken for one that is near.
    pub as_typed: bool,
    pub include_archived: bool,
    /// The newest of what is found first, not the best.
    pub newest_first: bool,
    pub limit: usize,
    pub offset: usize,
    /// The reader's language: decides between hits that are otherwise as good.
    pub prefer_lang: Option<String>,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            words: String::new(),
            kinds: Vec::new(),
            langs: Vec::new(),
            facets: BTreeMap::new(),
            as_typed: false,
            include_archived: false,
            newest_first: false,
            limit: 20,
            offset: 0,
            prefer_lang: None,
        }
    }
}

impl Query {
    /// Whoever asks reads English.
    fn is_english(&self) -> bool {
        self.prefer_lang.as_deref() == Some("en") || self.langs == ["en"]
    }

    /// The values of a facet that are asked for.
    pub fn chosen(&self, facet: &str) -> &[String] {
        self.facets.get(facet).map_or(&[], Vec::as_slice)
    }
}

/// What a question finds. A work and its translations are one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// All that have what was asked for, not only those in `hits`.
    pub total: usize,
    /// And all that have only something of it: they come after the others.
    pub below: usize,
    pub hits: Vec<Hit>,
    /// Of what is in `total`; where no choice would give any of that, of those below.
    pub counts: Counts,
    /// More was typed than is used; the page should say so.
    pub cut: bool,
    /// What was typed with its unknown words replaced by known ones that are near: «mente du».
    /// The hits are for these, unless the question was to be taken as typed.
    pub meant: Option<String>,
    /// The index is not ready yet: there may be more to find in a while.
    pub building: bool,
}

/// How many documents each value would give; a group's own filter is left out of its counts.
/// Most first, then by value. Values without documents are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub kinds: Vec<(String, u64)>,
    pub langs: Vec<(String, u64)>,
    /// By facet. A facet without values is not there.
    pub facets: BTreeMap<String, Vec<(String, u64)>>,
}

impl Counts {
    /// The values of a facet.
    pub fn of(&self, facet: &str) -> &[(String, u64)] {
        self.facets.get(facet).map_or(&[], Vec::as_slice)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub id: Uuid,
    pub external_id: String,
    pub kind: String,
    pub lang: String,
    pub title: String,
    pub url_path: String,
    pub archived: bool,
    /// It has only something of what was asked for.
    pub is_below: bool,
    /// Higher is better; only comparable within one answer. 0 when no words were asked for.
    pub score: f32,
    pub snippet: Vec<MarkedPiece>,
    pub title_pieces: Vec<MarkedPiece>,
    /// The attachment that has what the text has not; the snippet is from it.
    pub file: Option<InFile>,
    /// The subject, place or organisation that was asked for, when nothing else shows why it is a hit.
    pub filed: Option<Vec<MarkedPiece>>,
    /// The same work in other languages, where it is a hit too.
    pub also: Vec<InLanguage>,
}

/// A document in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLanguage {
    pub lang: String,
    pub url_path: String,
}

/// A place in an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InFile {
    pub name: String,
    pub url_path: String,
    /// From 1; `None` when the file has no pages or only one.
    pub page: Option<usize>,
}

/// A stretch of text, marked or not. Unescaped: the template escapes it like any other text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPiece {
    pub text: String,
    pub hit: bool,
}

/// An index that has been opened.
#[derive(Debug)]
pub struct Opened {
    pub index: Index,
    /// Nothing has been put into it yet: the caller should rebuild it from the database.
    pub fresh: bool,
    /// Why it is fresh, for the log.
    pub why: Option<Why>,
}

/// Why an index starts empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    Missing,
    /// There was an index, but made by a version that cut and folded words in another way, or kept
    /// other facets.
    OtherVersion,
    Damaged(String),
    /// Made earlier, but never filled: whoever began was stopped before the first commit.
    NeverFilled,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there was no search index"),
            Self::OtherVersion => f.write_str("the search index was of another version"),
            Self::Damaged(how) => write!(f, "the search index was damaged ({how})"),
            Self::NeverFilled => f.write_str("the search index had never been filled"),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the search index folder {} cannot be used: {source}", path.display())]
    Folder { path: PathBuf, source: std::io::Error },
    #[error("another process is writing to the search index; try again when it is done")]
    Busy,
    /// Nothing is changed.
    #[error("that search index is of another version, or not whole")]
    Foreign,
    #[error("the search index failed: {0}")]
    Index(tantivy::TantivyError),
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        use tantivy::directory::error::LockError;
        match error {
            tantivy::TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            other => Self::Index(other),
        }
    }
}
