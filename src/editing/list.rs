//! What somebody is writing, and what waits for them to look through.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::desk::{at, lang_attr, on_its_way, stage};
use super::may::{Does, Ownership};
use super::{held, may, path, receipts};
use crate::app::App;
use crate::db::DbErr;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::working::Draft;
use crate::items::{Item, Working, keepers, working};
use crate::login::{known, passed_on};
use crate::people::persons;
use crate::rights::{RoleKind, Who};
use crate::waiting::reach;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "editing/list.html")]
struct List {
    t: Text,
    frame: Frame,
    mine: Vec<Row>,
    waiting: Vec<Row>,
    /// What they sent when they were logged out: where it is, and when it came.
    held: Vec<(String, String)>,
    /// What those who have left were writing, where they have a role now.
    passed: Vec<Row>,
    /// What others write where they edit or read through.
    others: Vec<Row>,
    /// What came by a file and is not public, where they may write.
    read_in: Vec<Row>,
}

struct Row {
    title: String,
    lang: &'static str,
    href: String,
    kind: Words,
    stage: Words,
    colour: &'static str,
    saved: String,
    /// Since when it is theirs, of what another began and they have not gone on with.
    passed_on: Option<Words>,
    /// Who saved it last, of what is others'.
    by: Option<Words>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let (t, who) = (visit.t, known(&visit)?);
    let theirs = working::by(&app.db, who.id, &reach(who)).await?;
    let mut named: BTreeSet<Uuid> = theirs.iter().map(|(item, _)| item.id).collect();
    let mut mine = Vec::new();
    for (item, _) in theirs {
        let Some(item) = Working::open(&app.db, item.id).await? else { continue };
        let passed_on = passed_on(&visit, item.item.id);
        mine.extend(row(&app, t, &item, "").map(|row| Row { passed_on, ..row }));
    }
    let mut waiting = Vec::new();
    let in_review = working::in_review(&app.db).await?.into_iter();
    for (item, _) in in_review.filter(|(item, _)| who.reviews_for(item.centre_id)) {
        let Some(item) = Working::open(&app.db, item.id).await? else { continue };
        if may::review(who, &item) {
            named.insert(item.item.id);
            waiting.extend(row(&app, t, &item, "/steg"));
        }
    }
    let mut passed = Vec::new();
    for item in kept(&app, who).await? {
        let Some(item) = Working::open(&app.db, item.id).await? else { continue };
        if may::write(who, &item) {
            named.insert(item.item.id);
            passed.extend(row(&app, t, &item, ""));
        }
    }
    let came = from_files(&app, who).await?;
    named.extend(came.iter().map(|(item, _)| item.id));
    let read_in = came.iter().filter_map(|draft| row_of_file(&app, t, draft)).collect();
    let others = others(&app, t, who, &named).await?;
    let heading = t.plain("editing-heading");
    let code = t.lang.code();
    let mut frame = Frame::new(&app, &visit, &heading)
        .form()
        .under(t.plain("web-my-page"), format!("/{code}/min-side"))
        .under(&heading, format!("/{code}/skriv"));
    let held = held::of(&app.db, who.id).await?.into_iter();
    let held = held.map(|row| (format!("/{code}/skriv/ventet/{}", row.id), at(t, *row.made_at)));
    frame.receipt = receipts::told_of_gone(&visit, t)?;
    let page = List { t, frame, mine, waiting, held: held.collect(), passed, others, read_in };
    crate::web::page(StatusCode::OK, &page)
}

/// Texts that were passed on to the places where they have roles; for coordinators, to any.
async fn kept(app: &App, who: &Who) -> Result<Vec<Item>, DbErr> {
    if who.is(RoleKind::Coordinator) {
        return keepers::kept_anywhere(&app.db).await;
    }
    let places: Vec<Uuid> = who.roles.iter().filter_map(|role| role.at).collect();
    keepers::kept_at(&app.db, &places).await
}

/// What others write where they have a role that opens it, but for what is named already; in two questions.
async fn others(app: &App, t: Text, who: &Who, named: &BTreeSet<Uuid>) -> Result<Vec<Row>, DbErr> {
    let places = reach(who).reads.unwrap_or_default();
    let mut drafts = working::at(&app.db, &places).await?;
    drafts.retain(|(item, _)| !named.contains(&item.id));
    let writers = drafts.iter().filter_map(|(_, text)| text.author).collect();
    let called = persons::names(&app.db, writers).await?;
    let code = t.lang.code();
    let row = |(item, text): working::Draft| {
        let kind = app.kinds.named(&item.kind)?;
        // Who only reads along has the page where they do.
        let page = if item.centre_id.is_some_and(|at| who.edits_at(at)) { "" } else { "/steg" };
        let (stage, colour) = on_its_way(t, text.stage());
        let by = text.author.and_then(|author| called.get(&author));
        Some(Row {
            title: text.content().unwrap_or_default().title,
            lang: lang_attr(t, &text.head().map_or(item.lang, |head| head.lang)),
            href: format!("{}{page}", path(code, item.id)),
            kind: t.get(kind.word),
            stage,
            colour,
            saved: at(t, *text.created_at),
            passed_on: None,
            by: by.map(|name| t.with("editing-list-by", "name", name.as_str())),
        })
    };
    Ok(drafts.into_iter().filter_map(row).collect())
}

/// Drafts that came by a file and that are theirs to go on with. Nobody has begun them, so that they are private to
/// nobody, and no list of one's own has them.
async fn from_files(app: &App, who: &Who) -> Result<Vec<Draft>, DbErr> {
    let places: Vec<Uuid> = who.roles.iter().filter_map(|role| role.at).collect();
    let places = (!who.is(RoleKind::Coordinator)).then_some(places.as_slice());
    let mut drafts = working::read_in(&app.db, places).await?;
    let nobody = BTreeSet::new();
    drafts.retain(|(item, _)| {
        let of_nobody = Ownership {
            owner: item.centre_id,
            is_private: false,
            is_published: false,
            began: None,
            kept_at: None,
            writers: &nobody,
        };
        Does::Write.may(who, of_nobody)
    });
    Ok(drafts)
}

fn row_of_file(app: &App, t: Text, (item, text): &Draft) -> Option<Row> {
    Some(Row {
        title: text.content().unwrap_or_default().title,
        lang: lang_attr(t, &item.lang),
        href: path(t.lang.code(), item.id),
        kind: t.get(app.kinds.named(&item.kind)?.word),
        stage: t.get("editing-stage-draft"),
        colour: "neutral",
        saved: at(t, *text.created_at),
        passed_on: None,
        by: None,
    })
}

fn row(app: &App, t: Text, item: &Working, page: &str) -> Option<Row> {
    let kind = app.kinds.named(&item.item.kind)?;
    let (stage, colour) = stage(t, item);
    Some(Row {
        title: item.content().title,
        lang: lang_attr(t, &item.head.lang),
        href: format!("{}{page}", path(t.lang.code(), item.item.id)),
        kind: t.get(kind.word),
        stage,
        colour,
        saved: at(t, *item.newest.created_at),
        passed_on: None,
        by: None,
    })
}
