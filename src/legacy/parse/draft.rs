//! The page while it is being read: facts so far, notes so far.

use super::account::{LineAccount, LineFate, LinePart, Reason};
use super::lines::{Line, Piece};
use super::notes::{Code, Note};
use super::page::{Facts, Image, Kind, Language, News, Page, Reference, Section};
use super::text::length;

#[derive(Debug)]
pub(super) struct Draft {
    pub kind: Kind,
    pub title: Option<String>,
    pub lead: Option<String>,
    pub published: Option<String>,
    pub updated: Option<String>,
    pub archived: bool,
    pub image: Image,
    pub sections: Vec<Section>,
    pub links: Vec<Reference>,
    pub news: News,
    pub facts: Facts,
    pub notes: Vec<Note>,
}

impl Draft {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            title: None,
            lead: None,
            published: None,
            updated: None,
            archived: false,
            image: Image::default(),
            sections: Vec::new(),
            links: Vec::new(),
            news: News::default(),
            facts: Facts::default(),
            notes: Vec::new(),
        }
    }

    pub(super) fn note(
        &mut self,
        line: impl Into<Option<usize>>,
        code: Code,
        text: impl Into<String>,
    ) {
        self.notes.push(Note { line: line.into(), code, text: text.into() });
    }

    pub(super) fn finish(
        mut self,
        name: &str,
        lines: &[Line],
        pieces: &[Piece],
        lang: Language,
    ) -> Page {
        if self.published.is_none() {
            self.note(None, Code::ManglerFelt, "the page does not give «published»");
        }
        if self.kind == Kind::News || self.news != News::default() {
            self.facts.news = Some(self.news);
        }
        self.notes.sort_by_key(|note| (note.line.unwrap_or(usize::MAX), note.code));
        self.notes.dedup();
        Page {
            name: name.to_owned(),
            kind: self.kind,
            title: self.title.unwrap_or_else(|| stem(name)),
            lead: self.lead,
            published: self.published,
            updated: self.updated,
            language: lang,
            archived: self.archived,
            image: self.image,
            sections: self.sections,
            links: self.links,
            facts: self.facts,
            notes: self.notes,
            lines: accounts(lines, pieces),
        }
    }
}

/// The file's name without folder and ending: better than no title at all.
fn stem(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let tidy = super::text::shorten(&super::text::tidy(stem), super::title::LONGEST);
    if tidy.is_empty() { "?".to_owned() } else { tidy }
}

/// Turns what was decided about pieces into one account for each line.
fn accounts(lines: &[Line], pieces: &[Piece]) -> Vec<LineAccount> {
    let mut rest = pieces;
    let mut all = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let count = rest.iter().take_while(|piece| piece.line == at).count();
        let (own, tail) = rest.split_at(count);
        rest = tail;
        let parts = parts(line, own);
        let kept = parts.iter().find(|part| !part.what.is_dropped());
        let what = kept.or_else(|| parts.first()).map(|part| part.what.clone());
        let what = what.unwrap_or(LineFate::dropped(Reason::Blank));
        let parts = if parts.len() > 1 { parts } else { Vec::new() };
        all.push(LineAccount { line: line.number, what, parts, text: line.text.clone() });
    }
    all
}

fn parts(line: &Line, pieces: &[Piece]) -> Vec<LinePart> {
    let mut columns = Columns { text: &line.text, byte: 0, column: 0 };
    let mut parts: Vec<LinePart> = Vec::new();
    for piece in pieces {
        let what = piece.what.clone().unwrap_or_else(|| LineFate::text("body"));
        let mail = if piece.mail_used {
            LineFate::field("leaders.email")
        } else {
            LineFate::dropped(Reason::PersonalEmail)
        };
        let mut at = piece.from;
        for found in &piece.emails {
            let (from, to) = (piece.from + found.from, piece.from + found.to);
            columns.push(&mut parts, at, from, &what);
            columns.push(&mut parts, from, to, &mail);
            at = to;
        }
        columns.push(&mut parts, at, piece.to, &what);
    }
    parts
}

/// Counts characters once, from left to right.
struct Columns<'a> {
    text: &'a str,
    byte: usize,
    column: usize,
}

impl Columns<'_> {
    /// A stretch of marks and blanks only joins the part before it, or waits for the next.
    fn push(&mut self, parts: &mut Vec<LinePart>, from: usize, to: usize, what: &LineFate) {
        let start = self.column;
        let stretch = &self.text[from..to];
        self.column += length(&self.text[self.byte..to]);
        self.byte = to;
        let bare = !stretch.contains(char::is_alphanumeric);
        match parts.last_mut() {
            Some(last) if bare => last.to = self.column,
            None if bare && to < self.text.len() => {
                // Belongs to the part that follows: its columns start where this stretch began.
                self.column = start;
                self.byte = from;
            }
            _ => parts.push(LinePart { from: start, to: self.column, what: what.clone() }),
        }
    }
}
