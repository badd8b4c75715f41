//! The versions that a text has had: when each was public, and what each one changed.

mod diff;
mod fields;
#[cfg(test)]
mod tests;

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

use super::document::{self, Document, Opened};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Registers, Shown, read, revision};
use crate::kinds::Kind;
use crate::web::day::PARAMETER;
use crate::web::heavy::Deadline;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};
use crate::work::{Least, Today};

pub use diff::{DiffPiece, pieces};
pub use fields::FactTold;
use fields::Version;

/// So long the words of two versions are compared, all parts of them together.
const COMPARING: Duration = Duration::from_millis(800);

/// That something was struck: when, what kind of thing, and why.
struct Gap {
    day: String,
    machine: String,
    what: Words,
    reason: String,
    /// That an import has written over it since.
    written_over: Option<Words>,
}

/// A version in the list, the newest first.
struct Row {
    number: i32,
    day: String,
    machine: String,
    until: Option<String>,
    note: Option<String>,
    /// The parts that it changed; empty for the first.
    changed: Vec<Words>,
    /// The text as it was.
    then: String,
    changes: Option<String>,
}

#[derive(Template)]
#[template(path = "library/versions/list.html")]
struct List {
    t: Text,
    frame: Frame,
    doc: Document,
    count: usize,
    rows: Vec<Row>,
    struck: Vec<Gap>,
    first: String,
    today: String,
}

#[derive(Template)]
#[template(path = "library/versions/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    doc: Document,
    heading: String,
    day: String,
    note: Option<String>,
    parts: Vec<Part>,
    back: String,
}

/// A part of the text that was changed.
struct Part {
    id: String,
    label: Words,
    /// Empty when only links or marks are others.
    pieces: Vec<DiffPiece>,
}

struct Opening {
    doc: Document,
    frame: Frame,
    item: Uuid,
    /// The text that it is a translation of, else itself.
    original: Uuid,
    history: Vec<revision::Model>,
}

/// The item and all its published versions; the day that `?per=` names plays no part here.
async fn open(
    app: &App,
    visit: &Visit,
    kind: &Kind,
    slug: &str,
) -> Result<Result<Opening, axum::response::Response>, Error> {
    let mut visit = visit.clone();
    visit.at = None;
    let shown: Box<Shown> = match document::open(app, &visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(Err(response)),
    };
    let doc = Document::new(app, &visit, kind, &shown).await?;
    let heading = visit.t.plain("library-versions");
    let mut frame = Frame::new(app, &visit, format!("{heading}: {}", doc.title));
    frame.noindex = true;
    frame.beside = doc.beside("versjoner");
    if let Some(list) = kind.list {
        let href = format!("/{}/{}", visit.lang().code(), kind.path);
        frame = frame.under(visit.t.plain(list.heading), href);
    }
    let frame =
        frame.under(&doc.title, &doc.path).under(heading, format!("{}/versjoner", doc.path));
    let item = shown.item.id;
    let original = shown.item.original_id.unwrap_or(item);
    let history = read::history(&app.db, item).await?;
    Ok(Ok(Opening { doc, frame, item, original, history }))
}

/// `…/versjoner`
pub async fn list(
    State(app): State<App>,
    visit: Visit,
    deadline: Deadline,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let kind = document::kind(&app, &visit)?;
    let Opening { doc, frame, item, original, history } =
        match open(&app, &visit, kind, &slug).await? {
            Ok(opening) => opening,
            Err(response) => return Ok(response),
        };
    let t = visit.t;
    let says = Saying::load(&app, kind, (t, doc.lang.unwrap_or(t.lang)), original).await?;
    let told = move || Ok((changed_parts(&says, &history, deadline)?, history));
    let told: Result<_, Error> = tokio::task::spawn_blocking(told).await?;
    let (changed, history) = told?;
    let each = changed.into_iter().zip(&history).enumerate();
    let mut rows: Vec<Row> = each
        .map(|(n, (changed, one))| row(t, &doc, (ordinal(n), one), history.get(n + 1), changed))
        .collect();
    rows.reverse();
    let struck = gaps(&app, t, item).await?;
    let first = rows.last().map(|row| row.machine.clone()).unwrap_or_default();
    let page = List {
        t,
        frame,
        count: rows.len(),
        rows,
        struck,
        doc,
        first,
        today: oslo_day(app.clock.now()).to_string(),
    };
    crate::web::page(StatusCode::OK, &page)
}

async fn gaps(app: &App, t: Text, item: Uuid) -> Result<Vec<Gap>, Error> {
    let gap = |row: read::Struck| Gap {
        day: t.day(*row.at),
        machine: oslo_day(*row.at).to_string(),
        what: t.get(if row.is_file() { "library-struck-file" } else { "library-struck-passage" }),
        reason: row.reason,
        written_over: row
            .written_over_at
            .map(|at| t.with("library-struck-written-over", "day", t.day(*at))),
    };
    Ok(read::struck(&app.db, item).await?.into_iter().map(gap).collect())
}

/// What is needed to tell of a text's parts.
struct Saying {
    kind: &'static Kind,
    registers: Registers,
    t: Text,
    lang: Lang,
    /// What its team says today of the numbers that it shared once.
    today: Today,
}

impl Saying {
    async fn load(
        app: &App,
        kind: &'static Kind,
        (t, lang): (Text, Lang),
        original: Uuid,
    ) -> Result<Self, Error> {
        let registers = Registers::load(&app.db).await?;
        let least = Least(app.settings.small_numbers);
        let today = Today::of(&app.db, original, least).await?;
        Ok(Self { kind, registers, t, lang, today })
    }

    /// As anybody may read it today: what its team has said more strictly since holds here as well. `None` when
    /// it can't be read.
    fn version(&self, revision: &revision::Model) -> Option<Version> {
        let Self { kind, registers, t, lang, today } = self;
        let mut content = revision.content()?;
        let told = today.told(content.work.as_ref()).map(|shared| shared.stored());
        content.work = told.or(content.work);
        Some(Version::new(kind, registers, (*t, *lang), (&content, today.least())))
    }
}

/// What each version changed in the one before. A text may have many: work for a thread of its own.
fn changed_parts(
    says: &Saying,
    history: &[revision::Model],
    deadline: Deadline,
) -> Result<Vec<Option<Vec<Words>>>, Error> {
    let mut all = Vec::with_capacity(history.len());
    let mut before: Option<Version> = None;
    for revision in history {
        if deadline.is_past() {
            return Err(Error::TooSlow);
        }
        let now = says.version(revision);
        // Of what can't be read nobody knows what it changed.
        let both = before.as_ref().zip(now.as_ref());
        let changed = both.map(|(before, now)| now.changed_since(before, says.t));
        all.push(changed.map(|all| all.into_iter().map(|changed| changed.label).collect()));
        before = now;
    }
    Ok(all)
}

fn row(
    t: Text,
    doc: &Document,
    (number, revision): (i32, &revision::Model),
    next: Option<&revision::Model>,
    changed: Option<Vec<Words>>,
) -> Row {
    let at = revision.published_at.unwrap_or(revision.created_at);
    let day = oslo_day(*at);
    let has_changes = changed.is_some();
    Row {
        number,
        day: t.day(*at),
        machine: day.to_string(),
        until: next.and_then(|next| next.published_at).map(|at| t.day(*at)),
        note: revision.note.clone(),
        changed: changed.unwrap_or_default(),
        then: format!("{}?{PARAMETER}={day}", doc.path),
        changes: has_changes.then(|| format!("{}/versjoner/{number}", doc.path)),
    }
}

/// Versions are counted as they were published: what was only written has a number of its own, which
/// readers never see.
fn ordinal(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX).saturating_add(1)
}

#[derive(Deserialize)]
pub struct Numbered {
    slug: String,
    number: i32,
}

/// `…/versjoner/3`: what the third version changed.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    deadline: Deadline,
    Named(Numbered { slug, number }): Named<Numbered>,
) -> Reply {
    let kind = document::kind(&app, &visit)?;
    let Opening { doc, frame, item: _, original, history } =
        match open(&app, &visit, kind, &slug).await? {
            Ok(opening) => opening,
            Err(response) => return Ok(response),
        };
    let t = visit.t;
    let found = (0..history.len()).find(|at| ordinal(*at) == number);
    // The first version changed nothing: there is nothing to show.
    let at = found.filter(|at| *at > 0).ok_or(Error::NotFound)?;
    let (before, revision) = (&history[at - 1], &history[at]);
    let says = Saying::load(&app, kind, (t, doc.lang.unwrap_or(t.lang)), original).await?;
    let both = says.version(before).zip(says.version(revision));
    let (old, new) = both.ok_or(Error::Unreadable(revision.item_id))?;
    let parts = tokio::task::spawn_blocking(move || parts(&old, &new, t, deadline)).await?;
    let at = revision.published_at.unwrap_or(revision.created_at);
    let heading = t.plain_with("library-version-changes", "number", number);
    let back = format!("{}/versjoner", doc.path);
    let mut frame = frame.under(&heading, format!("{back}/{number}"));
    frame.title = format!("{heading}: {}", doc.title);
    let page =
        Show { t, frame, heading, day: t.day(*at), note: revision.note.clone(), parts, back, doc };
    crate::web::page(StatusCode::OK, &page)
}

/// A part that two texts have otherwise.
pub struct Difference {
    pub id: String,
    pub label: Words,
    /// Word by word; empty where only links or marks are others.
    pub pieces: Vec<DiffPiece>,
}

/// What is other in a text than in another of the same item: work for a thread of its own.
pub fn differences(
    (kind, registers, least): (&'static Kind, &Registers, Least),
    (t, lang): (Text, Lang),
    (old, new): (&Content, &Content),
    until: std::time::Instant,
) -> Vec<Difference> {
    let version = |content: &Content| Version::new(kind, registers, (t, lang), (content, least));
    let difference = |(n, changed): (usize, fields::Changed)| {
        let (old, new) = changed.both();
        let pieces = diff::pieces(&old, &new, until);
        Difference { id: format!("del-{n}"), label: changed.label, pieces }
    };
    (1..).zip(version(new).changed_since(&version(old), t)).map(difference).collect()
}

/// What a text says in words, part by part, as it was written: each with what it is called.
pub fn told(
    kind: &Kind,
    registers: &Registers,
    (t, lang): (Text, Lang),
    (content, least): (&Content, Least),
) -> Vec<(Words, String)> {
    Version::new(kind, registers, (t, lang), (content, least)).told()
}

/// What readers have of a text in words, part by part in the order of the form: each with what it is called.
pub fn read(
    kind: &Kind,
    registers: &Registers,
    (t, lang): (Text, Lang),
    content: &Content,
) -> Vec<(Words, String)> {
    // The work is none of it, so no limit is asked for.
    Version::new(kind, registers, (t, lang), (content, Least::USUAL)).read()
}

/// What a text says besides its title, lead and body: each with what it is called.
pub fn facts(
    kind: &Kind,
    registers: &Registers,
    (t, lang): (Text, Lang),
    (content, least): (&Content, Least),
) -> Vec<FactTold> {
    Version::new(kind, registers, (t, lang), (content, least)).facts()
}

/// The parts that were changed, word by word: work for a thread of its own.
fn parts(old: &Version, new: &Version, t: Text, deadline: Deadline) -> Vec<Part> {
    // One span of time for all of them: however many there are, the page is there in time.
    let until = deadline.or_within(COMPARING);
    let part = |(n, changed): (usize, fields::Changed)| {
        let (old, new) = changed.both();
        let pieces = diff::pieces(&old, &new, until);
        Part { id: format!("del-{n}"), label: changed.label, pieces }
    };
    (1..).zip(new.changed_since(old, t)).map(part).collect()
}
