//! The screen: what is missing of each measure, what one has just entered oneself, and counting by taps.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use time::{Date, Duration};
use uuid::Uuid;

use super::super::sure::{self, SURE};
use super::super::{Id, frame_under, path, said};
use super::desk::{ALL, Desk, INSTEAD, Line, SENT, VALUE, WHY, tap_all};
use super::{rows, words};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{FieldView, Filled, RegisterNames, Summary, View};
use crate::i18n::{Lang, Text, Words};
use crate::login::{PARAMETER, known};
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit};
use crate::work::{Measured, Observation, Shape, chart_of, just_entered};

/// What one entered so long ago is corrected with a reason, and no longer undone.
const JUST: Duration = Duration::HOUR;
/// So many of the missing are in sight; the older ones are folded.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "improvement/entry/page.html")]
struct Page {
    t: Text,
    frame: Frame,
    eyebrow: String,
    action: String,
    /// Whose the page is: the script keeps what they type for them alone.
    person: Uuid,
    name: String,
    /// So many minutes after the page was last had from the server they are asked whether it is them.
    lasts: i64,
    log_in: String,
    /// What our clock shows, in milliseconds: that of a phone may show another day.
    now: i64,
    words: String,
    summary: Summary,
    /// Nothing is asked for any more.
    is_over: bool,
    saved: usize,
    measures: Vec<Shown>,
    just: Vec<Just>,
    figure: Option<String>,
}

struct Shown {
    id: Uuid,
    name: Words,
    definition: Words,
    href: String,
    older: Vec<Row>,
    /// All of the older that are missing, and where those are pasted for which there is no row.
    missing: usize,
    paste: Option<String>,
    rows: Vec<Row>,
    tally: Option<Tapped>,
    /// Is nothing missing?
    is_complete: bool,
    kind: &'static str,
    is_percent: bool,
}

struct Row {
    key: String,
    day: String,
    period: String,
    is_coming: bool,
    value: Option<FieldView>,
    all: Option<FieldView>,
    why: Option<FieldView>,
    /// That a number is right which looks like a slip.
    sure: Option<FieldView>,
    sent: String,
    instead: String,
    none: Option<Words>,
}

/// What is counted while it happens.
struct Tapped {
    measure: String,
    sent: Uuid,
    /// The period that we are in, then those that follow.
    periods: Vec<Counted>,
    /// What a rate is of, and its input.
    all: Option<(Words, String)>,
}

struct Counted {
    key: String,
    day: String,
    period: String,
    count: String,
}

struct Just {
    measure: Uuid,
    sent: Uuid,
    told: Words,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = Desk::open(&app, &visit, id).await?;
    let mut filled = Filled::empty();
    for line in desk.lines(&filled.typed) {
        if let Some(all) = line.usual(desk.t) {
            filled.typed.set(&line.named(ALL), all);
        }
    }
    let saved = visit.parameters()?.get("lagret").and_then(|count| count.parse().ok());
    page(&app, &visit, &desk, &filled, saved.unwrap_or(0)).await
}

pub async fn page(app: &App, visit: &Visit, desk: &Desk, filled: &Filled, saved: usize) -> Reply {
    let (t, who) = (desk.t, known(visit)?);
    let lines = desk.lines(&filled.typed);
    let view = View::new(t, &desk.form(&lines, &filled.typed), filled, &RegisterNames::default());
    let fields = view.fields.into_iter().map(|field| (field.name.clone(), field)).collect();
    let mut maker = Maker { app, desk, filled, fields };
    let measures = maker.measures(&lines);
    let here = desk.here();
    let heading = t.plain("entry-heading");
    let mut frame = frame_under(app, visit, &desk.open, &heading, &here);
    frame.refused = filled.is_refused();
    let drawn = match desk.measures.as_slice() {
        [only] => chart_of(only, &[], &[]),
        _ => None,
    };
    let work = &desk.open.work;
    let back = Query::default().with(PARAMETER, &here);
    let idle = app.settings.people.idle(false);
    let page = Page {
        t,
        eyebrow: said::beside(&work.title, &work.place),
        person: who.id,
        name: who.name.clone(),
        lasts: idle.whole_minutes(),
        log_in: format!("/{}/logg-inn{back}", t.lang.code()),
        now: app.clock.now().unix_timestamp() * 1_000,
        words: words::of(t),
        summary: view.summary,
        is_over: desk.open.is_over(),
        saved,
        measures,
        just: just(app, visit, desk).await?,
        figure: drawn.map(|drawn| drawn.drawing("tallene").figure(t)),
        action: here,
        frame,
    };
    crate::web::page(filled.status(), &page)
}

/// What whoever asks has entered in the last hour, and may undo.
async fn just(app: &App, visit: &Visit, desk: &Desk) -> Result<Vec<Just>, Error> {
    let since = (app.clock.now() - JUST).into();
    let ids = desk.measures.iter().map(|one| one.row.id).collect();
    let entered = just_entered(&app.db, (known(visit)?, since), ids).await?;
    let one = |one: Observation| {
        let measured = desk.measured(one.measure_id).filter(|_| one.value.is_some())?;
        let period = said::period(desk.t, said::frequency(measured), one.day);
        let (name, number) = (&measured.definition.name, said::number(desk.t, measured, &one));
        let told = desk.t.with3("entry-just", "name", name, "period", period, "number", number);
        Some(Just { measure: one.measure_id, sent: one.sent_id, told })
    };
    Ok(entered.into_iter().filter_map(one).collect())
}

struct Maker<'a> {
    app: &'a App,
    desk: &'a Desk,
    filled: &'a Filled,
    /// By the names of their inputs.
    fields: BTreeMap<String, FieldView>,
}

impl Maker<'_> {
    fn measures(&mut self, lines: &[Line<'_>]) -> Vec<Shown> {
        let desk = self.desk;
        let (t, lang) = (desk.t, Lang::parse(&desk.open.work.lang).unwrap_or(Lang::Nb));
        let mut shown = Vec::new();
        for measured in desk.measures.iter().filter(|one| !one.row.is_ended) {
            let ours = lines.iter().filter(|line| line.measured.row.id == measured.row.id);
            let mut rows: Vec<Row> = ours.map(|line| self.row(line)).collect();
            let now = rows.iter().filter(|row| !row.is_coming).count();
            let faulty = rows.iter().position(Row::has_fault).unwrap_or(usize::MAX);
            let before =
                if desk.open.is_over() { 0 } else { rows::missing_before(measured, desk.today) };
            let newest = rows.split_off(now.saturating_sub(SHOWN).min(faulty));
            shown.push(Shown {
                id: measured.row.id,
                name: Words::name(t.lang, measured.definition.name.as_str(), lang),
                definition: Words::name(t.lang, measured.definition.definition.as_str(), lang),
                href: format!("{}/{}", desk.here(), measured.row.id),
                missing: rows.len() + before,
                paste: (before > 0).then(|| {
                    let work = path(t.lang, desk.open.work.id);
                    format!("{work}/lim-inn/{}", measured.row.id)
                }),
                older: rows,
                rows: newest,
                tally: self.tally(measured),
                is_complete: now == 0,
                kind: said::shape(measured).name(),
                is_percent: sure::is_in_percent(measured),
            });
        }
        shown
    }

    fn row(&mut self, line: &Line<'_>) -> Row {
        let typed = &self.filled.typed;
        let t = self.desk.t;
        let sent = typed.value(&line.named(SENT));
        Row {
            key: line.key(),
            day: line.day.to_string(),
            period: said::period(t, said::frequency(line.measured), line.day),
            is_coming: line.is_coming,
            value: self.fields.remove(&line.named(VALUE)),
            all: self.fields.remove(&line.named(ALL)),
            why: self.fields.remove(&line.named(WHY)),
            sure: self.fields.remove(&line.named(SURE)),
            sent: match Uuid::try_parse(sent) {
                Ok(sent) => sent.to_string(),
                Err(_) => self.app.clock.random_id().to_string(),
            },
            instead: typed.value(&line.named(INSTEAD)).to_owned(),
            none: said::none(t, said::shape(line.measured)),
        }
    }

    fn tally(&self, measured: &Measured) -> Option<Tapped> {
        let shape = said::shape(measured);
        if !matches!(shape, Shape::Count | Shape::Rate) || self.desk.open.is_over() {
            return None;
        }
        let t = self.desk.t;
        let now = said::frequency(measured).first(self.desk.today);
        let days = std::iter::once(now).chain(rows::coming(measured, self.desk.today));
        let counted = |day: Date| {
            let count = measured.on(day).and_then(|one| one.value).unwrap_or(0.0);
            Counted {
                key: rows::key(measured.row.id, day),
                day: day.to_string(),
                period: said::period(t, said::frequency(measured), day),
                count: said::plain(t, count),
            }
        };
        Some(Tapped {
            measure: measured.row.id.simple().to_string(),
            sent: self.app.clock.random_id(),
            periods: days.map(counted).collect(),
            all: (shape == Shape::Rate).then(|| self.below(measured, now)),
        })
    }

    /// What a rate is of: as it was typed just now, or for this period; else as many as last.
    fn below(&self, measured: &Measured, now: Date) -> (Words, String) {
        let (t, definition) = (self.desk.t, &measured.definition);
        let lang = Lang::parse(&self.desk.open.work.lang).unwrap_or(t.lang);
        let label = if definition.denominator.is_empty() {
            t.get("improvement-all")
        } else {
            Words::name(t.lang, definition.denominator.as_str(), lang)
        };
        let typed = self.filled.typed.value(&tap_all(measured.row.id));
        let known = || {
            let here = measured.on(now).and_then(|one| one.denominator);
            here.or_else(|| measured.numbers.iter().rev().find_map(|one| one.denominator))
        };
        let value = if typed.is_empty() {
            known().map(|all| said::typed(t, all)).unwrap_or_default()
        } else {
            typed.to_owned()
        };
        (label, value)
    }
}

impl Row {
    fn has_fault(&self) -> bool {
        let fields = [&self.value, &self.all, &self.why];
        fields.iter().any(|field| field.as_ref().is_some_and(|field| field.fault.is_some()))
    }
}
