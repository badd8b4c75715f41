//! The log of what was written in a work: what, on what, by whom and when, and what stood there before.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::{own, status};
use crate::app::App;
use crate::dates::Local;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::{Id, frame, open, path};
use crate::people::persons;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Change, Changed, Open, TeamRole};

/// So many on a page.
const PAGE: u64 = 50;
/// From which change one looks back.
const BEFORE: &str = "for";

#[derive(Template)]
#[template(path = "improvement/log/changes.html")]
struct Page {
    t: Text,
    frame: Frame,
    parts: Parts,
    rows: Vec<Row>,
    older: Option<String>,
}

struct Row {
    what: Words,
    on: Option<Words>,
    beside: String,
    /// What stood there before.
    was: Option<Words>,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let t = visit.t;
    let open = open(&app, &visit, id).await?;
    let query = visit.parameters()?;
    let before = match query.get(BEFORE) {
        None => None,
        Some(text) => Some(text.parse::<i32>().map_err(|_| Error::NotUnderstood(BEFORE))?),
    };
    let mut changes = open.changes_before(&app.db, before, PAGE + 1).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let here = format!("{}/endringer", path(t.lang, id));
    let has_more = changes.len() > page;
    changes.truncate(page);
    let last = changes.last().filter(|_| has_more).map(|change| change.number);
    let heading = t.plain("improvement-log-changes");
    let names = names(&app, &changes).await?;
    let subjects = subjects(&app, &open).await?;
    let row = |change: &Change| row(t, &open, change, (&names, &subjects));
    let page = Page {
        t,
        frame: frame(&app, &visit, &heading)
            .under(&open.work.title, path(t.lang, id))
            .under(&heading, &here),
        parts: Parts::above(t, &open, "/endringer"),
        rows: changes.iter().map(row).collect(),
        older: last.map(|number| format!("{here}?{BEFORE}={number}")),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// Those who wrote, and those who were written of.
async fn names(app: &App, changes: &[Change]) -> Result<BTreeMap<Uuid, String>, Error> {
    let of_team = |change: &&Change| {
        matches!(Changed::named(&change.what), Some(Changed::Joined | Changed::Left))
    };
    let written_of = changes.iter().filter(of_team).filter_map(|change| change.on_id);
    let ids = changes.iter().map(|change| change.person_id).chain(written_of).collect();
    Ok(persons::names(&app.db, ids).await?)
}

/// What the things of a work are called now, by id: a few queries, however long the log is.
async fn subjects(app: &App, open: &Open) -> Result<BTreeMap<Uuid, String>, Error> {
    let db = &app.db;
    let mut called: BTreeMap<Uuid, String> = BTreeMap::new();
    let cycles = open.cycles(db).await?.into_iter();
    called.extend(cycles.map(|cycle| (cycle.id, format!("{}. {}", cycle.nth, cycle.plan))));
    called.extend(open.notes(db).await?.into_iter().map(|note| (note.id, note.words)));
    called.extend(open.log(db).await?.into_iter().map(|one| (one.id, one.words)));
    called.extend(open.tasks(db).await?.into_iter().map(|task| (task.id, task.words)));
    called.extend(open.involvement(db).await?.into_iter().map(|one| (one.id, one.words)));
    let drivers = open.drivers(db).await?.0.into_iter();
    called.extend(drivers.map(|driver| (driver.id, driver.words)));
    let measures = open.measures_alone(db).await?.into_iter();
    called.extend(measures.map(|measure| (measure.row.id, measure.definition.name)));
    Ok(called)
}

type Called = BTreeMap<Uuid, String>;

fn row(t: Text, open: &Open, change: &Change, (names, subjects): (&Called, &Called)) -> Row {
    let what = Changed::named(&change.what);
    let nobody = t.plain("improvement-somebody");
    let who = names.get(&change.person_id).unwrap_or(&nobody);
    let at = t.local(Local::at(*change.made_at));
    let is_of_team = matches!(what, Some(Changed::Joined | Changed::Left));
    let on =
        change.on_id.and_then(|id| if is_of_team { names.get(&id) } else { subjects.get(&id) });
    let on = on.filter(|words| !words.is_empty());
    let is_again = change.was.is_some();
    Row {
        what: t.get(said(what, is_again)),
        on: on.map(|words| {
            if is_of_team { Words::name(t.lang, words, t.lang) } else { own(t, &open.work, words) }
        }),
        beside: format!("{at} · {who}"),
        was: was(t, open, what, change),
    }
}

/// What was done; where it was there before it was written anew.
fn said(what: Option<Changed>, is_again: bool) -> &'static str {
    match what {
        Some(Changed::Cycle) if is_again => "improvement-log-changed-plan",
        Some(Changed::Note) if is_again => "improvement-log-changed-note",
        Some(Changed::Logged) if is_again => "improvement-log-changed-log",
        Some(Changed::Task) if is_again => "improvement-log-changed-task",
        Some(Changed::Involvement) if is_again => "improvement-log-changed-involvement",
        Some(what) => what.key(),
        None => "improvement-log-changed",
    }
}

/// Under which names the team's own words stand in what is kept of a row.
const WORDS: [&str; 4] = ["words", "plan", "what", "name"];

fn was(t: Text, open: &Open, what: Option<Changed>, change: &Change) -> Option<Words> {
    let was = change.was.as_ref()?;
    match what? {
        Changed::Status => {
            let lines = status::stood(t, change)?;
            let words: Vec<&str> = lines.iter().map(|(_, words)| words.as_str()).collect();
            Some(Words::name(t.lang, words.join(", "), t.lang))
        }
        Changed::Joined | Changed::Left => {
            let role = TeamRole::named(was.get("role")?.as_str()?)?;
            Some(t.get(role.key()))
        }
        Changed::Studied => {
            let learned = was.get("learned")?.as_str()?;
            (!learned.is_empty()).then(|| own(t, &open.work, learned))
        }
        _ => {
            let words = WORDS.iter().find_map(|name| was.get(*name)?.as_str())?;
            (!words.is_empty()).then(|| own(t, &open.work, words))
        }
    }
}
