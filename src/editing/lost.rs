//! What somebody typed in a text that it can't be saved in: their right to it has ended while they wrote, or
//! somebody has thrown it away. It is shown to be copied, and can be kept as a draft of their own.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::desk::{Desk, frame};
use super::form::{self, KIND, NEXT, NUMBER, PERSON, SHOW};
use super::numbers::{REASON, WHICH};
use super::save::Halt;
use super::seek::{CHOSEN, FIND, WORDS};
use super::{anew, begin, edit, held, may, path, remarks};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Field, Form, PROOF, Submitted};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Draft, Head};
use crate::kinds::Kind;
use crate::library::fields::LIMIT;
use crate::login::known;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/lost.html")]
struct Lost {
    t: Text,
    frame: Frame,
    heading: Words,
    why: Words,
    parts: Vec<Part>,
    /// Where it is kept as a draft of their own.
    action: String,
    /// What is sent there; nothing where nobody knows what kind of text it is.
    fields: Vec<(String, String)>,
    /// The address of the text, as the browser's own store names it; empty where it has none.
    of: String,
}

/// Something that was written, under the name of its field.
struct Part {
    label: Words,
    words: String,
    rows: usize,
}

/// Why it is not saved where it was written.
#[derive(Clone, Copy)]
enum Why {
    /// They may not write there any more.
    Shut,
    /// The text is not there any more.
    Gone,
    /// It is to be kept as a new draft, and the database takes nothing just now.
    Unsaved,
}

impl Why {
    fn of(error: &Error) -> Option<Self> {
        match error {
            Error::Forbidden => Some(Self::Shut),
            Error::NotFound => Some(Self::Gone),
            error if error.will_pass() => Some(Self::Unsaved),
            _ => None,
        }
    }

    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Shut => ("editing-lost-shut-heading", "editing-lost-shut"),
            Self::Gone => ("editing-lost-gone-heading", "editing-lost-gone"),
            Self::Unsaved => ("editing-lost-unsaved-heading", "editing-lost-unsaved"),
        }
    }
}

/// What is told by the script to who is still at such a text.
pub fn said(error: &Error) -> Option<&'static str> {
    match Why::of(error)? {
        Why::Shut => Some("editing-lost-shut-said"),
        Why::Gone => Some("editing-gone"),
        Why::Unsaved => None,
    }
}

/// The answer to a form that is saved nowhere: what came in it, and why. To who sends nothing of their own
/// it is a fault like any other.
pub fn answer(app: &App, visit: &Visit, sent: &Submitted, error: Error) -> Reply {
    let is_theirs = sent.value(PERSON) == known(visit)?.id.to_string();
    match Why::of(&error).filter(|_| is_theirs) {
        Some(Why::Unsaved) | None => Err(error),
        Some(why) => match page(app, visit, sent, (why, error.status()))? {
            Some(page) => Ok(page),
            None => Err(error),
        },
    }
}

/// Nothing where nothing was written.
fn page(
    app: &App,
    visit: &Visit,
    sent: &Submitted,
    (why, status): (Why, StatusCode),
) -> Result<Option<Response>, Error> {
    let (t, who) = (visit.t, known(visit)?);
    let mut sent = sent.clone();
    // A number that was spared there is known nowhere else.
    sent.mask();
    let kind = app.kinds.named(sent.value(KIND));
    let parts = parts(t, kind, &sent);
    if parts.is_empty() {
        return Ok(None);
    }
    let kind = kind.filter(|kind| may::begin(who, kind.list.is_some()));
    let (heading, why) = why.keys();
    let heading = t.get(heading);
    let here = format!("/{}/{}", t.lang.code(), visit.path);
    let page = Lost {
        t,
        frame: frame(app, visit, heading.as_str()).under(heading.as_str(), here),
        why: t.get(why),
        heading,
        parts,
        action: format!("/{}/skriv/behold", t.lang.code()),
        fields: kind.map(|_| carried(&sent)).unwrap_or_default(),
        of: of(&visit.path),
    };
    crate::web::page(status, &page).map(|page| Some(crate::login::unkept(page)))
}

/// `/skriv/<id>`, of whatever page of it.
fn of(path: &str) -> String {
    let id = path.split('/').nth(1).and_then(|id| Uuid::try_parse(id).ok());
    id.map(|id| format!("/skriv/{id}")).unwrap_or_default()
}

/// What is of the text that it came from, and of its page.
const LEFT: [&str; 12] =
    [PROOF, PERSON, NUMBER, SHOW, NEXT, held::WAITS, REASON, WHICH, WORDS, FIND, "centre", "slug"];

/// All the rest that came.
fn carried(sent: &Submitted) -> Vec<(String, String)> {
    let names = sent.names().filter(|name| !LEFT.contains(name));
    let each = names.flat_map(|name| sent.values(name).iter().map(move |value| (name, value)));
    each.map(|(name, value)| (name.to_owned(), value.clone())).collect()
}

/// The words of a form in the order of its page; where nobody chose among given ones.
fn parts(t: Text, kind: Option<&'static Kind>, sent: &Submitted) -> Vec<Part> {
    let form = named(kind);
    let is_rows = |name: &str| {
        let below = format!("{name}.");
        sent.names().any(|other| other.starts_with(&below))
    };
    let mut names: Vec<(usize, &str)> = Vec::new();
    for name in sent.names().filter(|name| !is_rows(name)) {
        let field = name.split('.').next().unwrap_or_default();
        names.extend(WRITTEN.iter().position(|one| *one == field).map(|place| (place, name)));
    }
    names.sort_by_key(|(place, _)| *place);
    let part = |(_, name): (usize, &str)| {
        let words = sent.values(name).join("\n").replace("\r\n", "\n").trim().to_owned();
        if words.is_empty() {
            return None;
        }
        let label = form.named(name).map(|(label, _)| label.say(t));
        let lines = words.lines().map(|line| 1 + line.chars().count() / 70).sum::<usize>();
        let label = label.unwrap_or_else(|| t.get("editing-lost-words"));
        Some(Part { label, words, rows: lines.clamp(2, 20) })
    };
    names.into_iter().filter_map(part).collect()
}

/// The fields that somebody writes in, in the order of the page.
const WRITTEN: [&str; 10] = [
    "title",
    "lead",
    "body",
    "facts",
    "contact",
    "source",
    "note",
    remarks::PASSAGE,
    remarks::WORDS,
    remarks::ANSWER,
];

/// The fields by their names, for what they are called.
fn named(kind: Option<&'static Kind>) -> Form {
    let facts = kind.map(|kind| (kind.form)().fields).unwrap_or_default();
    let fields = [
        Field::line("title", "library-field-title", 1),
        Field::line("lead", "library-field-lead", 1),
        Field::line("body", "library-field-body", 1),
        Field::part("facts", "editing-facts", facts),
        form::contact(),
        form::source(),
        Field::line("note", "editing-note", 1),
        Field::line(remarks::PASSAGE, "editing-remark-passage", 1),
        Field::line(remarks::WORDS, "editing-remark-words", 1),
        Field::line(remarks::ANSWER, "editing-remark-answer", 1),
    ];
    Form::new(LIMIT, fields)
}

/// Keeps it as a draft of their own, which nobody else sees, and goes on as if it had been sent from there. Who presses
/// twice, or comes back and presses once more, is led to the draft that it is in already.
pub async fn keep(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let who = known(&visit)?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    form::one_line(&mut sent);
    let kind = app.kinds.named(sent.value(KIND));
    let kind = kind.filter(|kind| may::begin(who, kind.list.is_some()));
    let kind = kind.ok_or(Error::NotUnderstood(KIND))?;
    let digest = anew::digest(&app, who.id, &sent, &LEFT);
    let first = (first(kind, visit.t, &sent), digest);
    let id = match anew::begin(&app, kind, first, (who, held::named(&sent))).await {
        Ok(kept) if kept.has_gone_on => {
            return Ok(crate::web::see_other(&path(visit.lang().code(), kept.item)));
        }
        Ok(kept) => kept.item,
        Err(error) => {
            let error = Error::from(Halt::from(error));
            let shown = Why::of(&error).map(|why| page(&app, &visit, &sent, (why, error.status())));
            let shown = shown.transpose()?.flatten();
            return shown.map(crate::web::unsaved).ok_or(error);
        }
    };
    for name in LEFT {
        sent.take(name);
    }
    sent.set(NUMBER, "1");
    sent.set(PERSON, who.id.to_string());
    if sent.values(CHOSEN).is_empty() {
        sent.set(CHOSEN, "");
    }
    let desk = Desk::open(&app, &visit, id).await?;
    Box::pin(edit::take(&app, &visit, desk, sent)).await
}

/// What it is called, and in what language: the rest is saved after, as the form of such a text reads it.
fn first(kind: &'static Kind, t: Text, sent: &Submitted) -> Draft {
    let mut only = Submitted::default();
    only.set("title", sent.value("title").trim());
    only.mask();
    let title: String = only.value("title").chars().take(form::TITLE).collect();
    let title = if title.is_empty() { t.plain("editing-lost-title") } else { title };
    let lang = Lang::parse(sent.value("lang")).unwrap_or(t.lang);
    begin::first(kind, title, Head { lang: lang.code().to_owned(), ..Head::default() })
}
