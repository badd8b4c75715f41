//! The page of a work: what waits, the aim and its chart, what is tried, all measures, the team.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::number::{Desk, EntryForm};
use super::{Id, drivers, frame, log, open, path, said};
use crate::app::App;
use crate::centres::Network;
use crate::charts;
use crate::dates::{PartialDate, oslo_day};
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::items::read;
use crate::login::known;
use crate::people::{persons, places};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{
    Act, Cycle, Drawn, MeasureKind, Measured, Member, Open, Progress, Standing, Status, TeamRole,
};

#[derive(Template)]
#[template(path = "improvement/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    here: String,
    title: Words,
    place: Words,
    /// Who can see this, in words.
    seen_by: Words,
    /// What has just been done.
    done: Option<Words>,
    next: Option<Next>,
    aim: Words,
    whom: Words,
    much: Words,
    by: Option<String>,
    /// The chart of the first measure.
    figure: Option<String>,
    /// All measures that have numbers, when they are more than one.
    summary: Option<String>,
    measures: Vec<Row>,
    cycles: Vec<Tried>,
    drivers: drivers::Section,
    status: Words,
    /// How far the team says that it has come.
    progress: Option<Words>,
    team: Vec<(String, Words)>,
    may_write: bool,
    may_note: bool,
    sharing: Option<Sharing>,
    /// What it began from, and where that is.
    origin: Option<(Words, String)>,
}

/// For those who may share it with everybody.
struct Sharing {
    /// It has come to its end: a draft of its page is made by one button.
    is_over: bool,
}

/// The number that waits.
struct Next {
    heading: Words,
    name: Words,
    form: EntryForm,
    /// Where many numbers are entered at once.
    paste: String,
}

/// A measure, with the way to its numbers.
struct Row {
    name: Words,
    kind: Words,
    newest: String,
    href: String,
}

/// A test of change, as a line of the log.
struct Tried {
    nth: i32,
    plan: Words,
    prediction: Words,
    when: Option<String>,
    learned: Words,
    act: Option<Words>,
}

/// What the team wrote, in the language that they wrote it in.
struct Own {
    t: Text,
    lang: Lang,
}

impl Own {
    fn say(&self, text: &str) -> Words {
        Words::name(self.t.lang, text, self.lang)
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (t, who) = (visit.t, known(&visit)?);
    let open = open(&app, &visit, id).await?;
    let measures = open.measures(&app.db).await?;
    let (cycles, notes) = (open.cycles(&app.db).await?, open.notes(&app.db).await?);
    let drawn: Vec<(String, Drawn)> = measures
        .iter()
        .zip(1_usize..)
        .filter_map(|(one, n)| {
            Some((format!("maling-{n}"), open.chart(who, one, (&notes, &cycles))?))
        })
        .collect();
    let drawings: Vec<charts::Drawing<'_>> =
        drawn.iter().map(|(id, drawn)| drawn.drawing(id)).collect();
    let may_write = open.standing >= Standing::Writes;
    let own = Own { t, lang: Lang::parse(&open.work.lang).unwrap_or(Lang::Nb) };
    let summary = (drawings.len() > 1).then(|| charts::summary(&drawings, |_| None, t));
    let here = path(t.lang, id);
    let page = Show {
        t,
        frame: frame(&app, &visit, &open.work.title).under(&open.work.title, &here),
        title: own.say(&open.work.title),
        place: own.say(&open.work.place),
        seen_by: seen_by(&app, t, &open).await?,
        done: done(&visit)?,
        next: may_write.then(|| next(&app, &own, &open, &measures)).flatten(),
        aim: own.say(&open.work.aim_what),
        whom: own.say(&open.work.aim_whom),
        much: own.say(&open.work.aim_much),
        by: open.work.aim_by.as_deref().and_then(|by| date(t, by)),
        figure: drawings.first().map(|drawing| drawing.figure(t)),
        summary,
        measures: measures.iter().map(|one| row(&own, &here, one, open.has(who))).collect(),
        cycles: cycles.iter().map(|cycle| tried(&own, cycle)).collect(),
        drivers: drivers::Section::of(&app.db, t, &open, (&measures, &cycles)).await?,
        status: t.get(Status::named(&open.work.status).unwrap_or(Status::Active).key()),
        progress: open.work.progress.and_then(Progress::of).map(|step| log::progress(t, step)),
        team: team(&app, t, &open.team).await?,
        may_write,
        may_note: open.standing >= Standing::Advises,
        sharing: sharing(&open),
        origin: origin(&app, t, &open).await?,
        here,
    };
    crate::web::page(StatusCode::OK, &page)
}

fn done(visit: &Visit) -> Result<Option<Words>, Error> {
    let asked = visit.parameters()?;
    let key = match (asked.get("lagret"), asked.get("delt")) {
        (Some(_), _) => "improvement-saved",
        (None, Some(_)) => "sharing-handed-in",
        (None, None) => return Ok(None),
    };
    Ok(Some(visit.t.get(key)))
}

fn sharing(open: &Open) -> Option<Sharing> {
    let status = Status::named(&open.work.status);
    let is_over = matches!(status, Some(Status::Finished | Status::Stopped));
    (open.standing >= Standing::Leads).then_some(Sharing { is_over })
}

/// The text that it began from, while that is public.
async fn origin(app: &App, t: Text, open: &Open) -> Result<Option<(Words, String)>, Error> {
    let Some(id) = open.origin(&app.db).await? else { return Ok(None) };
    let item = read::by_id(&app.db, id).await?.filter(|item| item.state().is_visible());
    let there = item.and_then(|item| {
        let kind = app.kinds.named(&item.kind)?;
        let lang = Lang::parse(&item.lang).unwrap_or(t.lang);
        let href = format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug);
        Some((Words::name(t.lang, item.title, lang), href))
    });
    Ok(there)
}

fn date(t: Text, text: &str) -> Option<String> {
    text.parse::<PartialDate>().ok().map(|date| t.partial(&date))
}

/// The team alone, or the centre that they have chosen as well.
pub async fn seen_by(app: &App, t: Text, open: &Open) -> Result<Words, Error> {
    let Some(centre) = open.work.centre_id else { return Ok(t.get("improvement-seen-by-team")) };
    let network = Network::load(&app.db).await?;
    let today = oslo_day(app.clock.now());
    let name = places::name(&network, centre, today).unwrap_or_default();
    Ok(t.with("improvement-seen-by-centre", "centre", name))
}

/// The first measure that waits for a number.
fn next(app: &App, own: &Own, open: &Open, measures: &[Measured]) -> Option<Next> {
    let (t, today) = (own.t, oslo_day(app.clock.now()));
    let wanted = measures.iter().find(|one| one.due(today).is_some())?;
    let desk = Desk { t, open, measured: wanted, today };
    let (day, form) = desk.due(app.clock.random_id());
    let period = said::period(t, said::frequency(wanted), day);
    let heading = t.with("improvement-next", "period", period);
    let paste = form.action.replacen("/tall/", "/lim-inn/", 1);
    Some(Next { heading, name: own.say(&wanted.definition.name), form, paste })
}

fn row(own: &Own, here: &str, measured: &Measured, is_inside: bool) -> Row {
    let t = own.t;
    let kind = MeasureKind::named(&measured.row.kind).unwrap_or(MeasureKind::Outcome);
    let newest = measured.numbers.iter().rev().find(|one| one.value.is_some());
    // The day of a rare event is for the team alone.
    let newest = newest.filter(|_| is_inside || !measured.is_of_rare_events());
    let newest = newest.map(|one| {
        let period = said::period(t, said::frequency(measured), one.day);
        format!("{period}: {}", said::number(t, measured, one))
    });
    Row {
        name: own.say(&measured.definition.name),
        kind: t.get(kind.key()),
        newest: newest.unwrap_or_default(),
        href: format!("{here}/tall/{}", measured.row.id),
    }
}

fn tried(own: &Own, cycle: &Cycle) -> Tried {
    Tried {
        nth: cycle.nth,
        plan: own.say(&cycle.plan),
        prediction: own.say(&cycle.prediction),
        when: cycle.from_day.map(|day| own.t.date(day)),
        learned: own.say(&cycle.learned),
        act: cycle.act.as_deref().and_then(Act::named).map(|act| own.t.get(act.key())),
    }
}

/// Names where there are some, and roles.
async fn team(app: &App, t: Text, team: &[Member]) -> Result<Vec<(String, Words)>, Error> {
    let ids = team.iter().filter_map(|member| member.person_id).collect();
    let names: BTreeMap<Uuid, String> = persons::names(&app.db, ids).await?;
    let one = |member: &Member| {
        let name = member.person_id.and_then(|id| names.get(&id).cloned());
        let role = TeamRole::named(&member.role).unwrap_or(TeamRole::Member);
        (name.unwrap_or_default(), t.get(role.key()))
    };
    Ok(team.iter().map(one).collect())
}
