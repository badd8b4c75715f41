//! All texts that there have been, public or not: any two held together, and any brought back as a draft.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use time::OffsetDateTime;
use uuid::Uuid;

use super::desk::{COMPARING, at, frame, lang_attr, open};
use super::receipts::Receipt;
use super::save::Halt;
use super::{Id, kept, may, path};
use crate::app::App;
use crate::dates::Local;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Draft, Registers, Working, WriteError, Writer, revision, working};
use crate::library::versions::{Difference, differences};
use crate::login::known;
use crate::people::persons;
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::Least;

const LIMIT: usize = 16 * 1024;
const RESTORE: &str = "hent";

#[derive(Template)]
#[template(path = "editing/versions.html")]
struct Versions {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    action: String,
    rows: Vec<Row>,
    number: i32,
    may_write: bool,
    /// The numbers of the two that are held together.
    old: i32,
    new: i32,
    differences: Option<Vec<Difference>>,
    /// The versions of what it was translated from, held together with the one that it follows.
    original: Option<String>,
    notice: Option<Words>,
}

struct Row {
    number: i32,
    name: String,
    /// The same in few words, for a choice on a phone.
    short: String,
    note: Option<String>,
    public: Option<String>,
    /// The number of the version before it.
    before: Option<i32>,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    page(&app, &visit, id, None).await
}

async fn page(app: &App, visit: &Visit, id: Uuid, notice: Option<&str>) -> Reply {
    let t = visit.t;
    let (item, kind) = open(app, visit, id).await?;
    let all = working::revisions(&app.db, id).await?;
    let query = visit.parameters()?;
    let asked = |name| match query.get(name) {
        None => Ok(None),
        Some(text) => text.parse::<i32>().map(Some).map_err(|_| Error::NotUnderstood("utgave")),
    };
    let (old, new) = (asked("fra")?, asked("til")?);
    let lang = Lang::parse(&item.head.lang).unwrap_or(t.lang);
    let differences = match old.zip(new) {
        None => None,
        Some(both) => {
            let text = |number: i32| {
                let found = all.iter().find(|one| one.number == number).ok_or(Error::NotFound)?;
                found.content().ok_or(Error::Unreadable(id))
            };
            let (old, new) = (text(both.0)?, text(both.1)?);
            let registers = Registers::load(&app.db).await?;
            let until = (tokio::time::Instant::now() + COMPARING).into_std();
            let least = Least(app.settings.small_numbers);
            let compare =
                move || differences((kind, &registers, least), (t, lang), (&old, &new), until);
            Some(tokio::task::spawn_blocking(compare).await?)
        }
    };
    let here = path(t.lang.code(), id);
    let (heading, action) = (t.plain("editing-versions"), format!("{here}/versjoner"));
    let title = item.content().title;
    let frame =
        frame(app, visit, &heading).under(&title, format!("{here}/steg")).under(&heading, &action);
    let number = item.number();
    let page = Versions {
        t,
        frame,
        title,
        lang: lang_attr(t, &item.head.lang),
        action,
        rows: rows(app, t, &all).await?,
        number,
        may_write: may::write(known(visit)?, &item),
        old: old.unwrap_or_else(|| before(&item, &all)),
        new: new.unwrap_or(item.newest.number),
        differences,
        original: Box::pin(original(app, visit, &item)).await?,
        notice: notice.map(|key| t.get(key)),
    };
    let status = if notice.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    crate::web::page(status, &page)
}

/// What the newest is held against: what readers see; where that is the newest, the one before it.
fn before(item: &Working, all: &[revision::Model]) -> i32 {
    let newest = item.newest.number;
    let public = item.public.as_ref().map(|public| public.number).filter(|number| *number < newest);
    let earlier = || all.iter().map(|one| one.number).filter(|number| *number < newest).max();
    public.or_else(earlier).unwrap_or(newest)
}

/// For those who may read them.
async fn original(app: &App, visit: &Visit, item: &Working) -> Result<Option<String>, Error> {
    let Some((id, base)) = item.head.original else { return Ok(None) };
    let Some(original) = Working::open(&app.db, id).await? else { return Ok(None) };
    let newest = original.public.as_ref().map_or(original.newest.number, |public| public.number);
    let page = format!("{}/versjoner?fra={base}&til={newest}", path(visit.lang().code(), id));
    Ok(may::read(known(visit)?, &original).then_some(page))
}

async fn rows(app: &App, t: Text, all: &[revision::Model]) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::with_capacity(all.len());
    let authors: BTreeSet<Uuid> = all.iter().filter_map(|one| one.author).collect();
    let names = persons::names(&app.db, authors).await?;
    for (n, one) in all.iter().enumerate() {
        let by = match one.author {
            Some(author) => names.get(&author).cloned(),
            None => Some(t.plain("editing-imported")),
        };
        let by = by.unwrap_or_else(|| t.plain("editing-somebody"));
        let words = t.with3(
            "editing-version",
            "number",
            one.number,
            "at",
            at(t, *one.created_at),
            "name",
            by,
        );
        let public = one.published_at.map(OffsetDateTime::from);
        rows.push(Row {
            number: one.number,
            name: words.as_str().to_owned(),
            short: short(t, one),
            before: all.get(n + 1).map(|before| before.number),
            note: one.note.clone(),
            public: public.map(|since| t.plain_with("editing-version-public", "day", t.day(since))),
        });
    }
    Ok(rows)
}

/// Its number, and when it was saved.
fn short(t: Text, one: &revision::Model) -> String {
    let local = Local::at(*one.created_at);
    let day = t.date_short(local.day());
    let at = local.time().map_or_else(|| day.clone(), |time| format!("{day} {}", t.clock(time)));
    t.plain_with2("editing-version-short", "number", one.number, "at", at)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([super::form::NUMBER, RESTORE]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let number = |name: &'static str| -> Result<i32, Error> {
        filled.typed.value(name).parse().map_err(|_| Error::NotUnderstood(name))
    };
    let (seen, wanted) = (number(super::form::NUMBER)?, number(RESTORE)?);
    let who = known(&visit)?;
    match restore(&app, id, (seen, wanted), who).await {
        Ok(()) => {
            let here = path(visit.lang().code(), id);
            Ok(crate::web::see_other(&Receipt::Brought.on(&here)))
        }
        Err(Halt::Write(WriteError::Stale { .. })) => {
            page(&app, &visit, id, Some("editing-notice-stale")).await
        }
        Err(halt) => Err(halt.into()),
    }
}

/// The old text becomes the newest draft; nothing that was written since goes.
async fn restore(app: &App, id: Uuid, (seen, wanted): (i32, i32), who: &Who) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        Box::pin(async move {
            let found = Working::open(tx, id).await?.ok_or(WriteError::Missing)?;
            if !may::write(&who, &found) {
                return Err(Halt::May);
            }
            let old = working::revision(tx, id, wanted).await?.ok_or(WriteError::Missing)?;
            let content = old.content().ok_or(WriteError::Unreadable)?;
            let draft = Draft { content, head: found.head, note: old.note };
            let writer = Writer::new(tx, &clock, kinds.stored()).by(who.id);
            let number = writer.save(id, seen, &draft).await?;
            for number in [wanted, number] {
                kept::keep(tx, &clock, (id, number)).await?;
            }
            Ok(())
        })
    })
    .await
}
