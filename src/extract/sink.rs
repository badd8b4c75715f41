//! Where the text of a file goes: cleaned, counted, and told to whoever started us, page by page.

use std::io::Write;

use serde::{Deserialize, Serialize};

use super::clean::clean_and_count;
use super::{About, Page, Status};

/// Before each line of ours: libraries that read files may print whatever they like in between.
pub const MARK: &str = "\u{1}padriver ";

/// What the reading process says, a line each.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    About(About),
    /// On this page stood what looks like an identity number.
    Numbers(u32),
    Page(Page),
    End {
        status: Status,
        reason: Option<String>,
    },
}

const HEAVY: &str = "it unpacks to more, or wants more memory, than we give";

/// Why reading ended before the file did.
#[derive(Debug, PartialEq, Eq)]
pub enum StopReason {
    /// As much text as we keep.
    Full,
    Locked,
    Heavy,
    Broken(&'static str),
}

pub struct Sink<W> {
    out: W,
    left: usize,
    pages: usize,
    /// Pages that could not be read.
    skipped: usize,
}

impl<W: Write> Sink<W> {
    pub fn new(out: W, most: usize) -> Self {
        Self { out, left: most, pages: 0, skipped: 0 }
    }

    /// How much more text there is room for, in bytes.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Takes the text of a page. Full when there is no room for all of it.
    pub fn page(&mut self, page: u32, raw: &str) -> Result<(), StopReason> {
        let (mut text, numbers) = clean_and_count(raw);
        if numbers > 0 {
            self.send(&Message::Numbers(page));
        }
        let is_full = text.len() > self.left;
        text.truncate(text.floor_char_boundary(self.left));
        self.left -= text.len();
        if !text.is_empty() {
            self.pages += 1;
            self.send(&Message::Page(Page { page, text }));
        }
        if is_full { Err(StopReason::Full) } else { Ok(()) }
    }

    /// What the file says of itself.
    pub fn about(&mut self, about: About) {
        self.send(&Message::About(about));
    }

    /// A page that could not be read; the others may be.
    pub fn skip(&mut self) {
        self.skipped += 1;
    }

    pub fn end(&mut self, result: Result<(), StopReason>) {
        let (status, reason) = self.outcome(result);
        self.send(&Message::End { status, reason });
    }

    fn outcome(&self, result: Result<(), StopReason>) -> (Status, Option<String>) {
        let some = self.pages > 0;
        let cut = |why: &str| (Status::Cut, Some(why.to_owned()));
        match result {
            Ok(()) if self.skipped > 0 && some => {
                cut(&format!("{} pages could not be read", self.skipped))
            }
            Ok(()) if self.skipped > 0 => {
                let why = format!("none of the {} pages could be read", self.skipped);
                (Status::Broken, Some(why))
            }
            Ok(()) if some => (Status::Read, None),
            Ok(()) => (Status::Empty, Some("there is no text in it; is it scanned?".to_owned())),
            Err(StopReason::Full) => cut("there is more text than we keep"),
            Err(StopReason::Locked) => (Status::Locked, Some("it needs a password".to_owned())),
            Err(StopReason::Heavy) if some => cut(HEAVY),
            Err(StopReason::Heavy) => (Status::Heavy, Some(HEAVY.to_owned())),
            Err(StopReason::Broken(why)) if some => cut(why),
            Err(StopReason::Broken(why)) => (Status::Broken, Some(why.to_owned())),
        }
    }

    /// Nobody listens any more when this fails, and we are about to be stopped.
    fn send(&mut self, message: &Message) {
        if let Ok(line) = serde_json::to_string(message) {
            writeln!(self.out, "\n{MARK}{line}").and_then(|()| self.out.flush()).ok();
        }
    }
}
