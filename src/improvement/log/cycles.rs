//! Small tests of change: the plain log of them all, and one with how it went.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::form::Line;
use super::past::{Before, Past};
use super::{AFTER, own, study, today};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::{Id, frame, named, open, path};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Act, Change, Changed, Cycle, Driver, Matched, Open, Standing, Work};

/// A test of an address.
#[derive(serde::Deserialize)]
pub struct At {
    pub id: Uuid,
    pub nth: i32,
}

#[derive(Template)]
#[template(path = "improvement/log/cycles.html")]
struct List {
    t: Text,
    frame: Frame,
    parts: Parts,
    /// Where the next is planned, for those who write.
    new: Option<String>,
    cycles: Vec<Row>,
}

struct Row {
    nth: i32,
    plan: Words,
    href: String,
    state: Words,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "improvement/log/cycle.html")]
struct Show {
    t: Text,
    frame: Frame,
    heading: Words,
    here: String,
    state: Words,
    plan: Vec<Line>,
    outcome: Vec<Line>,
    /// The form of how it went, for those who write.
    fields: Option<View>,
    seen: i32,
    is_stale: bool,
    /// It is known how it went: the form is folded, unless there is something to mend in it.
    is_told: bool,
    is_open: bool,
    /// Where the next is planned from this one, once it is known how it went.
    next: Option<String>,
    before: Vec<Before>,
    /// A full name in it, said to those who write.
    named: Option<Words>,
}

/// Where the tests of a work are.
pub fn place(t: Text, work: &Work) -> String {
    format!("{}/utprovinger", path(t.lang, work.id))
}

pub async fn list(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let t = visit.t;
    let open = open(&app, &visit, id).await?;
    let (cycles, drivers) = (open.cycles(&app.db).await?, open.drivers(&app.db).await?.0);
    let here = place(t, &open.work);
    let (heading, today) = (t.plain("improvement-log-cycles"), today(&app));
    let row = |cycle: &Cycle| {
        let told = Told { t, work: &open.work, drivers: &drivers };
        let mut lines = told.plan(cycle);
        lines.extend(told.outcome(cycle));
        // The first line is the plan itself, which is the heading here.
        lines.remove(0);
        Row {
            nth: cycle.nth,
            plan: own(t, &open.work, &cycle.plan),
            href: format!("{here}/{}", cycle.nth),
            state: state(t, cycle, today),
            lines,
        }
    };
    let page = List {
        t,
        frame: frame(&app, &visit, &heading)
            .under(&open.work.title, path(t.lang, id))
            .under(&heading, &here),
        parts: Parts::above(t, &open, "/utprovinger"),
        new: (open.standing >= Standing::Writes).then(|| format!("{here}/ny")),
        cycles: cycles.iter().map(row).collect(),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// A test of the work, for those who may read it.
pub async fn found(app: &App, visit: &Visit, at: &At) -> Result<(Open, Cycle), Error> {
    let open = open(app, visit, at.id).await?;
    let cycle = open.cycle(&app.db, at.nth).await?.ok_or(Error::NotFound)?;
    Ok((open, cycle))
}

pub async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, cycle) = found(&app, &visit, &at).await?;
    let filled = study::filled(&cycle);
    page(&app, &visit, &open, &cycle, (&filled, false)).await
}

/// The page of a test, with the form as it is filled in.
pub async fn page(
    app: &App,
    visit: &Visit,
    open: &Open,
    cycle: &Cycle,
    (filled, is_stale): (&Filled, bool),
) -> Reply {
    let t = visit.t;
    let list = place(t, &open.work);
    let here = format!("{list}/{}", cycle.nth);
    let heading = t.with("improvement-log-cycle", "nth", cycle.nth);
    let plain = heading.as_str().to_owned();
    let mut frame = frame(app, visit, &plain)
        .under(&open.work.title, path(t.lang, open.work.id))
        .under(t.plain("improvement-log-cycles"), &list)
        .under(&plain, &here);
    frame.refused = filled.is_refused() || is_stale;
    let drivers = open.drivers(&app.db).await?.0;
    let told = Told { t, work: &open.work, drivers: &drivers };
    let may_write = open.standing >= Standing::Writes;
    let form = study::form();
    let (planned, outcome) = (told.plan(cycle), told.outcome(cycle));
    let texts = planned.iter().chain(&outcome).map(|(_, text)| text.as_str());
    let hint = if may_write { named::hint(t, texts) } else { None };
    let is_told = !outcome.is_empty();
    let page = Show {
        t,
        frame,
        heading,
        state: state(t, cycle, today(app)),
        plan: planned,
        outcome,
        named: hint,
        fields: may_write.then(|| View::new(t, &form, filled, &RegisterNames::default())),
        seen: cycle.number,
        is_stale,
        is_told,
        is_open: is_stale || filled.is_refused(),
        next: (may_write && cycle.act.is_some())
            .then(|| format!("{list}/ny?{AFTER}={}", cycle.nth)),
        before: before(app, open, &told, cycle.id).await?,
        here,
    };
    let status = if is_stale { StatusCode::CONFLICT } else { filled.status() };
    crate::web::page(status, &page)
}

/// Planned, being tried, or what came of it.
fn state(t: Text, cycle: &Cycle, today: Date) -> Words {
    if let Some(act) = cycle.act.as_deref().and_then(Act::named) {
        return t.get(act.key());
    }
    let has_begun = cycle.from_day.is_some_and(|day| day <= today);
    t.get(if has_begun { "improvement-log-running" } else { "improvement-log-planned" })
}

/// Tests in words.
pub struct Told<'a> {
    pub t: Text,
    pub work: &'a Work,
    pub drivers: &'a [Driver],
}

impl Told<'_> {
    /// What was planned; the plan itself first.
    pub fn plan(&self, cycle: &Cycle) -> Vec<Line> {
        let (t, work) = (self.t, self.work);
        let idea = self.drivers.iter().find(|driver| Some(driver.id) == cycle.driver_id);
        let mut lines = vec![(t.get("improvement-log-plan"), own(t, work, &cycle.plan))];
        let follows = cycle.follows.map(|nth| t.with("improvement-log-cycle", "nth", nth));
        lines.extend(follows.map(|words| (t.get("improvement-log-follows"), words)));
        let idea = idea.map(|driver| own(t, work, &driver.words));
        lines.extend(idea.map(|words| (t.get("improvement-log-idea"), words)));
        self.add(&mut lines, "improvement-log-think", &cycle.prediction);
        self.add(&mut lines, "improvement-log-where", &cycle.who_where);
        self.add_day(&mut lines, "improvement-log-from", cycle.from_day);
        self.add(&mut lines, "improvement-log-seen-by", &cycle.seen_by);
        lines
    }

    /// How it went, as far as it is known.
    pub fn outcome(&self, cycle: &Cycle) -> Vec<Line> {
        let t = self.t;
        let mut lines = Vec::new();
        self.add_day(&mut lines, "improvement-log-to", cycle.to_day);
        self.add(&mut lines, "improvement-log-did", &cycle.did);
        let matched = cycle.matched.as_deref().and_then(Matched::named);
        let matched = matched.map(|one| t.get(one.key()));
        lines.extend(matched.map(|words| (t.get("improvement-log-matched"), words)));
        self.add(&mut lines, "improvement-log-learned", &cycle.learned);
        let act = cycle.act.as_deref().and_then(Act::named).map(|act| t.get(act.key()));
        lines.extend(act.map(|words| (t.get("improvement-log-act"), words)));
        self.add(&mut lines, "improvement-log-next", &cycle.next);
        lines
    }

    fn add(&self, lines: &mut Vec<Line>, label: &'static str, text: &str) {
        if !text.is_empty() {
            lines.push((self.t.get(label), own(self.t, self.work, text)));
        }
    }

    fn add_day(&self, lines: &mut Vec<Line>, label: &'static str, day: Option<Date>) {
        let t = self.t;
        let said = day.map(|day| Words::name(t.lang, t.date(day), t.lang));
        lines.extend(said.map(|day| (t.get(label), day)));
    }
}

/// What stood of a test before, each time that something else was written.
async fn before(
    app: &App,
    open: &Open,
    told: &Told<'_>,
    cycle: Uuid,
) -> Result<Vec<Before>, Error> {
    let what = [Changed::Cycle, Changed::Studied];
    let past = Past::load(app, open, &what, Some(cycle)).await?;
    let stood = |change: &Change| {
        let old: Cycle = serde_json::from_value(change.was.clone()?).ok()?;
        let mut lines = told.plan(&old);
        lines.extend(told.outcome(&old));
        Some(lines)
    };
    Ok(past.told(told.t, stood))
}
