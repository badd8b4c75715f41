//! Remarks on the newest text: on a passage of it, or on all of it; answered below, and resolved by those
//! who write or who made them.

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::desk::{frame, lang_attr, open};
use super::form::PERSON;
use super::passages::{Flat, Line};
use super::save::Halt;
use super::threads::{self, Threads};
use super::{Id, held, lost, may, notes, numbers, path};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Registers, Working, WriteError};
use crate::kinds::Kind;
use crate::library::versions;
use crate::login::{known, masked_beside};
use crate::rights::Who;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};

const LIMIT: usize = 64 * 1024;
const RESOLVE: &str = "lost";
const REOPEN: &str = "apne";
/// The remark that is answered.
const TO: &str = "til";
/// What nobody types.
const OURS: [&str; 5] = [RESOLVE, REOPEN, TO, PERSON, held::WAITS];
/// Asks for the form below a remark, and for the one of a new remark on a line.
const ANSWERING: &str = "svar";
const LINE: &str = "avsnitt";
pub const PASSAGE: &str = "sted";
pub const WORDS: &str = "merknad";
pub const ANSWER: &str = "ord";
/// So long is what a remark may quote.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "editing/remarks.html")]
struct Remarks {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    action: String,
    person: Uuid,
    held: String,
    threads: Threads,
    /// What the parts of the text are called, each with the number of its first line.
    headings: Vec<(usize, Words)>,
    /// The form stands below a remark; else it is the form of a new one.
    is_answering: bool,
    fields: View,
}

impl Remarks {
    fn heading(&self, line: &Line) -> Option<&Words> {
        self.headings.iter().find(|(first, _)| *first == line.number).map(|(_, label)| label)
    }
}

fn form() -> Form {
    let passage = Field::text(PASSAGE, "editing-remark-passage", MOST, 3)
        .helped("editing-remark-passage-help");
    let words = Field::text(WORDS, "editing-remark-words", 4_000, 4).needed();
    Form::new(LIMIT, [passage, words]).hiding([RESOLVE, REOPEN, PERSON, held::WAITS])
}

fn answer_form() -> Form {
    let words = Field::text(ANSWER, "editing-remark-answer", 4_000, 3).needed();
    Form::new(LIMIT, [words]).hiding([TO, PERSON, held::WAITS])
}

/// The text in plain words, as readers have it and in its own language: what can be remarked upon. Each
/// part with what it is called.
async fn plain(
    app: &App,
    kind: &'static Kind,
    item: &Working,
    content: &Content,
) -> Result<Vec<(Words, String)>, Error> {
    let registers = Registers::load(&app.db).await?;
    let lang = Lang::parse(&item.head.lang).unwrap_or(Lang::Nb);
    let mut all = versions::read(kind, &registers, (Text::new(lang), lang), content);
    all.retain(|(_, text)| !text.trim().is_empty());
    Ok(all)
}

fn joined(parts: &[(Words, String)]) -> String {
    parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// What the parts are called, each before the line that it begins with.
fn headings(parts: Vec<(Words, String)>) -> Vec<(usize, Words)> {
    let mut next = 1;
    let heading = |(label, text): (Words, String)| {
        let first = next;
        next += text.lines().filter(|line| !line.trim().is_empty()).count();
        (first, label)
    };
    parts.into_iter().map(heading).collect()
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (item, kind) = open(&app, &visit, id).await?;
    let query = visit.parameters()?;
    let asked = query.get(ANSWERING).map(Uuid::try_parse).transpose();
    let answering = asked.map_err(|_| Error::NotUnderstood(ANSWERING))?;
    let line = query.get(LINE).map(str::parse::<usize>).transpose();
    let line = line.map_err(|_| Error::NotUnderstood(LINE))?;
    page(&app, &visit, (&item, kind), (&Filled::empty(), answering), line).await
}

/// With the form of an answer below a remark, or of a new remark, on this line of the text where one is
/// named.
async fn page(
    app: &App,
    visit: &Visit,
    (item, kind): (&Working, &'static Kind),
    (filled, answering): (&Filled, Option<Uuid>),
    line: Option<usize>,
) -> Reply {
    let (t, id, who) = (visit.t, item.item.id, known(visit)?);
    let content = item.newest.content().ok_or(Error::Unreadable(id))?;
    let parts = plain(app, kind, item, &content).await?;
    let mut threads = threads::of(app, t, who, item, &joined(&parts)).await?;
    let mut shown = filled.clone();
    if let Some(line) = line {
        let line = threads.lines.iter().find(|one| one.number == line).ok_or(Error::NotFound)?;
        shown.typed.set(PASSAGE, quoted(&line.text()));
    }
    let here = path(t.lang.code(), id);
    let (heading, action) = (t.plain("editing-remarks"), format!("{here}/merknader"));
    let mut frame = frame(app, visit, &heading)
        .under(&content.title, format!("{here}/steg"))
        .under(&heading, &action);
    frame.refused = filled.is_refused();
    for one in &mut threads.all {
        one.is_answered = answering == Some(one.id);
    }
    let is_answering = threads.all.iter().any(|one| one.is_answered);
    let form = if is_answering { answer_form() } else { form() };
    let page = Remarks {
        t,
        frame,
        lang: lang_attr(t, &item.head.lang),
        title: content.title,
        action,
        person: who.id,
        held: filled.typed.value(held::WAITS).to_owned(),
        threads,
        headings: headings(parts),
        is_answering,
        fields: View::new(t, &form, &shown, &RegisterNames::default()),
    };
    crate::web::page(filled.status(), &page)
}

/// As much of it as a remark may quote, in whole words.
fn quoted(line: &str) -> &str {
    let Some((end, _)) = line.char_indices().nth(MOST) else { return line };
    let cut = &line[..end];
    cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space])
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let who = known(&visit)?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let (item, kind) = match open(&app, &visit, id).await {
        Ok(found) => found,
        Err(error) => return lost::answer(&app, &visit, &sent, error),
    };
    let spared = numbers::known_in(&app, &item.item, &sent).await?;
    let faults = masked_beside(&app, &visit, &mut sent, &OURS, &spared).await?;
    let named = |name: &str| Uuid::try_parse(sent.value(name)).ok();
    let there = format!("{}/merknader", path(visit.lang().code(), id));
    let pressed = named(RESOLVE).map(|remark| (remark, true));
    if let Some(pressed) = pressed.or_else(|| named(REOPEN).map(|remark| (remark, false))) {
        resolve(&app, id, pressed, who).await?;
        return Ok(crate::web::see_other(&there));
    }
    let answering = named(TO);
    let form = if answering.is_some() { answer_form() } else { form() };
    let filled = Filled::of_sent(sent, &form, &RegisterNames::default());
    let filled =
        if answering.is_some() { filled } else { placed(&app, filled, (&item, kind)).await? };
    let filled = filled.and(faults);
    if !filled.is_good() {
        return page(&app, &visit, (&item, kind), (&filled, answering), None).await;
    }
    match add(&app, &item, who, (&filled, answering)).await.map_err(Error::from) {
        Ok(()) => Ok(crate::web::see_other(&there)),
        Err(error) if error.will_pass() => {
            let shown = (&filled.unsaved(), answering);
            page(&app, &visit, (&item, kind), shown, None).await.map(crate::web::unsaved)
        }
        Err(error) => lost::answer(&app, &visit, &filled.typed, error),
    }
}

/// With what is wrong with the passage: it must stand in the text, and in one place of it.
async fn placed(
    app: &App,
    filled: Filled,
    (item, kind): (&Working, &'static Kind),
) -> Result<Filled, Error> {
    let passage = filled.text(PASSAGE).trim();
    if !filled.is_good() || passage.is_empty() {
        return Ok(filled);
    }
    let text = joined(&plain(app, kind, item, &item.content()).await?);
    let flat = Flat::of(&text);
    let key = match flat.find(passage) {
        None => Some("editing-fault-passage"),
        Some(_) if flat.has_several(passage) => Some("editing-fault-passages"),
        Some(_) => None,
    };
    let fault = key.map(|key| Fault::new(PASSAGE, key));
    Ok(filled.and(fault))
}

async fn add(
    app: &App,
    item: &Working,
    who: &Who,
    (filled, to): (&Filled, Option<Uuid>),
) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, who, id) = (app.clock.clone(), who.clone(), item.item.id);
        let (number, held) = (item.newest.number, held::named(&filled.typed));
        let text = |key: &str| filled.text(key).to_owned();
        let (passage, words, answer) = (text(PASSAGE), text(WORDS), text(ANSWER));
        Box::pin(async move {
            let found = Working::open(tx, id).await?.ok_or(WriteError::Missing)?;
            if !may::read(&who, &found) {
                return Err(Halt::May);
            }
            if let Some(to) = to {
                notes::one(tx, (id, to)).await?.ok_or(WriteError::Missing)?;
                notes::reply(tx, &clock, (id, to), who.id, &answer).await?;
            } else {
                notes::add(tx, &clock, (id, number), who.id, (passage.as_str(), words.as_str()))
                    .await?;
            }
            Ok(held::forget(tx, who.id, held).await?)
        })
    })
    .await
}

/// It is resolved by those who write, and by whoever made it; opened again by all who read along.
async fn resolve(
    app: &App,
    item: Uuid,
    (id, is_resolved): (Uuid, bool),
    who: &Who,
) -> Result<(), Error> {
    let resolved = db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, who) = (app.clock.clone(), who.clone());
        Box::pin(async move {
            let found = Working::open(tx, item).await?.ok_or(WriteError::Missing)?;
            let remark = notes::one(tx, (item, id)).await?.ok_or(WriteError::Missing)?;
            let is_theirs = may::write(&who, &found) || remark.person_id == who.id;
            let may = if is_resolved { is_theirs } else { may::read(&who, &found) };
            if !may {
                return Err(Halt::May);
            }
            let by = is_resolved.then_some(who.id);
            Ok(notes::resolve(tx, &clock, (item, id), by).await?)
        })
    });
    Ok(resolved.await?)
}
