//! The text of a file, page by page: read by a process of its own, so that no file can harm the server.
//!
//! What people attach is made by a hundred programs, and some of it to do harm. The libraries that
//! read it panic, run for ever or ask for all the memory there is when it is crooked enough. So the
//! server never reads: it starts itself anew as `padriver extract-text` ([`run`]), hands over the
//! bytes, and takes what comes out until time, memory or text is used up ([`TextReader`]).

mod apart;
mod ask;
mod clean;
mod odf;
mod office;
mod package;
mod pdf;
mod pen;
mod said;
mod sheet;
mod sink;
#[cfg(test)]
pub mod tests;
mod widths;

use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use apart::run;
pub use ask::TextReader;
pub use clean::clean;

/// Raised when files would be read otherwise than before: all are then read again.
pub const VERSION: i32 = 3;

/// A page of a PDF, a sheet of a workbook, a slide; a text document is one page, for where its
/// pages end is not known before it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// From 1. A page without text is not there.
    pub page: u32,
    pub text: String,
}

/// What came of reading a file. A part of the text is better than nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub pages: Vec<Page>,
    pub status: Status,
    /// What an operator should know: never words of the file's own.
    pub reason: Option<String>,
    /// What the file says of itself, where its kind does.
    pub about: Option<About>,
    /// The pages where something looked like an identity number. It is not in the text.
    pub numbers: Vec<u32>,
}

/// What a PDF says of itself to those who hear it and to machines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Has it marks of what is a heading, a list, a table?
    pub is_tagged: bool,
    pub lang: Option<String>,
    pub title: Option<String>,
}

/// How it went, in the words of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// All of it.
    Read,
    /// Not all of it: the reason says how much.
    Cut,
    /// There is no text in it, as in a scanned paper.
    Empty,
    /// A password is needed.
    Locked,
    Broken,
    /// It wants more memory, or unpacks to more, than we give.
    Heavy,
    /// It takes more time than we give.
    Slow,
}

impl Status {
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Cut, Self::Empty, Self::Locked, Self::Broken, Self::Heavy, Self::Slow];

    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Cut => "cut",
            Self::Empty => "empty",
            Self::Locked => "locked",
            Self::Broken => "broken",
            Self::Heavy => "heavy",
            Self::Slow => "slow",
        }
    }
}

/// What one file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingLimits {
    /// Seconds of one core.
    pub cpu: u64,
    /// Until it is stopped whatever it does.
    pub wall: Duration,
    /// All memory of the reading process, in bytes: the program itself, the file and its text.
    pub memory: u64,
    /// Bytes of text that are kept.
    pub text: usize,
    /// Bytes that the parts of a packed file may come to when unpacked.
    pub unpacked: u64,
}

impl Default for ReadingLimits {
    fn default() -> Self {
        Self {
            cpu: 20,
            wall: Duration::from_mins(1),
            memory: 1024 << 20,
            text: 2 << 20,
            unpacked: 256 << 20,
        }
    }
}

/// What we can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Pdf,
    Word,
    Workbook,
    Slides,
    /// Text, sheets or slides of the Open Document Format.
    Open,
}

impl Form {
    fn of(media_type: &str) -> Option<Self> {
        match crate::files::short_name(media_type) {
            "PDF" => Some(Self::Pdf),
            "DOCX" => Some(Self::Word),
            "XLSX" => Some(Self::Workbook),
            "PPTX" => Some(Self::Slides),
            "ODT" | "ODS" | "ODP" => Some(Self::Open),
            _ => None,
        }
    }
}

/// Is there text in files of this kind that we can get at?
pub fn can_read(media_type: &str) -> bool {
    Form::of(media_type).is_some()
}

/// The media types that [`can_read`] knows.
pub fn media_types() -> impl Iterator<Item = &'static str> {
    crate::files::TYPES.into_iter().map(|kind| kind.media_type).filter(|name| can_read(name))
}
