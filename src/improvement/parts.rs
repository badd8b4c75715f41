//! The parts of a work, as links above its pages: each view has an address of its own.

use askama::Template;

use super::path;
use crate::i18n::{Text, Words};
use crate::work::{Open, Standing};

/// A page of a part: the end of its address, what it is called, and who has it.
type Page = (&'static str, &'static str, Standing);

use Standing::{Leads, Reads, Writes};

/// What each part is called, and its pages. The first is where the part leads.
const PARTS: [(&str, &[Page]); 8] = [
    ("improvement-part-overview", &[("", "improvement-part-overview", Reads)]),
    (
        "improvement-part-measures",
        &[
            ("/malinger", "improvement-measures", Reads),
            ("/tall", "entry-heading", Writes),
            ("/vis-tall", "adoption-show-numbers", Writes),
        ],
    ),
    ("improvement-log-cycles", &[("/utprovinger", "improvement-log-cycles", Reads)]),
    ("improvement-drivers-heading", &[("/drivere", "improvement-drivers-heading", Reads)]),
    ("improvement-part-phases", &[("/faser", "improvement-method-phases", Reads)]),
    (
        "improvement-part-log",
        &[
            ("/logg", "improvement-log-log", Reads),
            ("/oppgaver", "improvement-log-tasks", Reads),
            ("/medvirkning", "improvement-log-involvement", Reads),
            ("/endringer", "improvement-log-changes", Reads),
        ],
    ),
    (
        "improvement-part-team",
        &[
            ("/team", "team-members", Reads),
            ("/deling", "team-to-sharing", Reads),
            ("/forankring", "team-anchor", Reads),
            ("/tavle", "team-board", Reads),
        ],
    ),
    ("improvement-part-publish", &[("/del", "sharing-share", Leads)]),
];

#[derive(Template)]
#[template(path = "improvement/parts.html")]
pub struct Parts {
    t: Text,
    all: Vec<Link>,
    /// Of the part that is open, when they are several.
    pages: Vec<Link>,
}

struct Link {
    href: String,
    words: Words,
    is_now: bool,
}

// Its template escapes all that is not ours.
impl askama::filters::HtmlSafe for Parts {}

impl Parts {
    /// As they stand above the page whose address ends so.
    pub fn above(t: Text, open: &Open, page: &str) -> Self {
        let here = path(t.lang, open.work.id);
        let has = |(_, _, least): &&Page| open.standing >= *least;
        let is_open = |pages: &[Page]| pages.iter().any(|(end, _, _)| *end == page);
        let mut all = Vec::new();
        let mut beside = Vec::new();
        for (words, pages) in PARTS {
            let mut pages_had = pages.iter().filter(has).peekable();
            let Some((first, _, _)) = pages_had.peek() else { continue };
            let is_now = is_open(pages);
            all.push(Link { href: format!("{here}{first}"), words: t.get(words), is_now });
            if is_now {
                let link = |(end, words, _): &Page| Link {
                    href: format!("{here}{end}"),
                    words: t.get(words),
                    is_now: *end == page,
                };
                beside = pages_had.map(link).collect();
            }
        }
        let pages = if beside.len() > 1 { beside } else { Vec::new() };
        Self { t, all, pages }
    }
}
