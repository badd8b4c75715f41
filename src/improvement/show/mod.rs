//! The page of a work: what waits, the aim and its chart, what is tried, all measures, the team.

mod trial;
mod waits;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use self::trial::{Trial, Tried};
use self::waits::{Coming, Next, ToDo};
use super::parts::Parts;
use super::{Id, drivers, frame, log, named, open, path, said};
use crate::adoptions;
use crate::app::App;
use crate::centres::Network;
use crate::charts::{self, Beside, Drawing};
use crate::dates::{PartialDate, oslo_day};
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::items::read;
use crate::login::known;
use crate::people::{persons, places};
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{
    Anchor, Cycle, Drawn, MeasureKind, Measured, Member, Note, Open, Progress, Standing, Status,
    Task, TeamRole,
};

#[derive(Template)]
#[template(path = "improvement/show/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    here: String,
    title: Words,
    place: Words,
    /// Who can see this, in words.
    seen_by: Words,
    parts: Parts,
    /// What has just been done.
    done: Option<Words>,
    /// A full name in the aim or in the test that goes on, said to those who write.
    named: Option<Words>,
    next: Option<Next>,
    coming: Vec<Coming>,
    aim: Words,
    whom: Words,
    much: Words,
    by: Option<String>,
    /// The chart of the first measure that has numbers, and where these are.
    figure: Option<(String, String)>,
    /// All measures that have numbers.
    summary: Option<String>,
    /// Those that have none yet.
    empty: Vec<Row>,
    trial: Option<Trial>,
    tried: Vec<Tried>,
    drivers: drivers::Section,
    status: Words,
    scale: Option<log::Scale>,
    tasks: Vec<ToDo>,
    team: Vec<(String, Words)>,
    /// Who in the leadership said yes last.
    anchor: Option<Words>,
    may_write: bool,
    may_note: bool,
    /// It has come to its end, and whoever asks may share it: a draft of its page is made by one button.
    may_share: bool,
    /// What it is when it has come to its end.
    over: Option<Over>,
    /// What it began from, and where that is.
    origin: Option<(Words, String)>,
}

/// A work that is over.
struct Over {
    /// The page that tells all of it, while there is one.
    public: Option<String>,
}

impl Show {
    /// The public page of a work that is over.
    fn shared(&self) -> Option<&str> {
        self.over.as_ref().and_then(|over| over.public.as_deref())
    }
}

/// A measure, with the way to it.
struct Row {
    name: Words,
    kind: Words,
    href: String,
}

/// What the team wrote, in the language that they wrote it in.
pub struct Own {
    t: Text,
    lang: Lang,
}

impl Own {
    fn say(&self, text: &str) -> Words {
        Words::name(self.t.lang, text, self.lang)
    }
}

/// A full name in what the page shows of the team's own words.
fn named_in(t: Text, open: &Open, now: Option<&Cycle>) -> Option<Words> {
    let work = &open.work;
    let own = [&work.title, &work.aim_what, &work.aim_whom, &work.aim_much].map(String::as_str);
    let test = now.map(|cycle| cycle.plan.as_str());
    named::hint(t, own.into_iter().chain(test))
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (t, today) = (visit.t, oslo_day(app.clock.now()));
    let open = open(&app, &visit, id).await?;
    let measures = open.measures(&app.db).await?;
    let (cycles, notes) = (open.cycles(&app.db).await?, open.notes(&app.db).await?);
    let (tasks, anchors) = (open.tasks(&app.db).await?, open.anchors(&app.db).await?);
    let names = names(&app, &open, &tasks).await?;
    let own = Own { t, lang: Lang::parse(&open.work.lang).unwrap_or(Lang::Nb) };
    let here = path(t.lang, id);
    let (now, before) = trial::parted(&cycles);
    let may_write = open.standing >= Standing::Writes;
    let over = over(&app, t, &open).await?;
    let wants = may_write && over.is_none();
    let next = wants.then(|| waits::next(&app, &own, &open, (&measures, today))).flatten();
    let coming = wants.then(|| waits::coming(&own, &here, &open, (&measures, now, today)));
    let Pictures { figure, summary, empty } =
        pictures(&own, known(&visit)?, (&open, &measures), (&notes, &cycles));
    let page = Show {
        t,
        frame: frame(&app, &visit, &open.work.title).under(&open.work.title, &here),
        title: own.say(&open.work.title),
        place: own.say(&open.work.place),
        seen_by: seen_by(&app, t, &open).await?.by,
        parts: Parts::above(t, &open, ""),
        done: done(&visit)?,
        named: may_write.then(|| named_in(t, &open, now)).flatten(),
        next,
        coming: coming.unwrap_or_default(),
        aim: own.say(&open.work.aim_what),
        whom: own.say(&open.work.aim_whom),
        much: own.say(&open.work.aim_much),
        by: open.work.aim_by.as_deref().and_then(|by| date(t, by)),
        figure,
        summary,
        empty,
        trial: now.map(|cycle| Trial::of(&own, cycle, today)),
        tried: before.into_iter().map(|cycle| Tried::of(&own, cycle)).collect(),
        drivers: drivers::Section::of(&app.db, t, &open, (&measures, &cycles)).await?,
        status: t.get(Status::named(&open.work.status).unwrap_or(Status::Active).key()),
        scale: open.work.progress.and_then(Progress::of).map(|step| log::scale(t, step)),
        tasks: waits::to_do(&own, &here, &tasks, &names),
        team: team(t, &open.team, &names),
        anchor: anchors.first().map(|yes| anchor(t, yes)),
        may_write,
        may_note: open.standing >= Standing::Advises,
        may_share: over.is_some() && open.standing >= Standing::Leads,
        over,
        origin: origin(&app, t, &open).await?,
        here,
    };
    crate::web::page(StatusCode::OK, &page)
}

/// What is drawn of the measures.
struct Pictures {
    figure: Option<(String, String)>,
    summary: Option<String>,
    empty: Vec<Row>,
}

fn pictures(
    own: &Own,
    who: &Who,
    (open, measures): (&Open, &[Measured]),
    beside_them: (&[Note], &[Cycle]),
) -> Pictures {
    let t = own.t;
    let here = path(t.lang, open.work.id);
    let drawn: Vec<(String, &Measured, Option<Drawn>)> = measures
        .iter()
        .zip(1_usize..)
        .map(|(one, n)| (format!("maling-{n}"), one, open.chart(who, one, beside_them)))
        .collect();
    let drawings: Vec<Drawing<'_>> =
        drawn.iter().filter_map(|(id, _, drawn)| Some(drawn.as_ref()?.drawing(id))).collect();
    let is_inside = open.has(who);
    let said = |drawing: &Drawing<'_>| {
        let of = drawn.iter().find(|(id, _, _)| id.as_str() == drawing.id);
        of.map(|(_, one, _)| beside(own, &here, one, is_inside)).unwrap_or_default()
    };
    let first = drawn.iter().find(|(_, _, drawn)| drawn.is_some());
    let figure = drawings.first().zip(first).map(|(drawing, (_, one, _))| {
        (drawing.figure(t), format!("{here}/tall/{}#tallene", one.row.id))
    });
    let empty = drawn.iter().filter(|(_, _, drawn)| drawn.is_none());
    Pictures {
        figure,
        summary: (!drawings.is_empty()).then(|| charts::summary(&drawings, said, t)),
        empty: empty.map(|(_, one, _)| row(own, &here, one)).collect(),
    }
}

fn done(visit: &Visit) -> Result<Option<Words>, Error> {
    let asked = visit.parameters()?;
    // What begins with several numbers tells how many.
    let many = asked.get("lagret").and_then(|many| many.parse::<u16>().ok());
    let totals = asked.get("sum").and_then(|totals| totals.parse::<u16>().ok());
    if let Some((many, totals)) = many.zip(totals) {
        let (many, totals) = (u32::from(many), u32::from(totals));
        return Ok(Some(visit.t.with2("sharing-saved-totals", "count", many, "totals", totals)));
    }
    if let Some(many) = many.filter(|many| *many > 1) {
        return Ok(Some(visit.t.with("entry-saved-count", "count", u32::from(many))));
    }
    let key = match (asked.get("lagret"), asked.get("delt")) {
        (Some(_), _) => "improvement-saved",
        (None, Some(_)) => "sharing-handed-in",
        (None, None) => return Ok(None),
    };
    Ok(Some(visit.t.get(key)))
}

/// Where a work that is over is told to all; none while it goes on.
async fn over(app: &App, t: Text, open: &Open) -> Result<Option<Over>, Error> {
    if !open.is_over() {
        return Ok(None);
    }
    let Some(id) = open.work.item_id else { return Ok(Some(Over { public: None })) };
    Ok(Some(Over { public: public(app, t, id).await?.map(|(_, href)| href) }))
}

/// A text and where it is, while everybody may read it.
async fn public(app: &App, t: Text, id: Uuid) -> Result<Option<(Words, String)>, Error> {
    let item = read::by_id(&app.db, id).await?.filter(|item| item.state().is_visible());
    let there = item.and_then(|item| {
        let kind = app.kinds.named(&item.kind)?;
        let lang = Lang::parse(&item.lang).unwrap_or(t.lang);
        let href = format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug);
        Some((Words::name(t.lang, item.title, lang), href))
    });
    Ok(there)
}

/// The text that it began from, while that is public.
async fn origin(app: &App, t: Text, open: &Open) -> Result<Option<(Words, String)>, Error> {
    let Some(id) = open.origin(&app.db).await? else { return Ok(None) };
    public(app, t, id).await
}

fn date(t: Text, text: &str) -> Option<String> {
    text.parse::<PartialDate>().ok().map(|date| t.partial(&date))
}

/// Who sees a work, in words; and where all may read what the team has shared.
pub struct Seen {
    pub by: Words,
    pub public: Option<String>,
    /// Some of its numbers stand beside those of others.
    pub is_beside: bool,
}

/// The team alone, or the centre that they have chosen as well. What is public all may read, and numbers that stand
/// beside those of others, and whoever has its link may see the display: it is not said that nobody does.
pub async fn seen_by(app: &App, t: Text, open: &Open) -> Result<Seen, Error> {
    let href = match open.work.item_id {
        Some(id) => public(app, t, id).await?.map(|(_, href)| href),
        None => None,
    };
    let by = match (open.work.centre_id, &href) {
        (None, None) => t.get("improvement-seen-by-team"),
        (None, Some(_)) => t.get("improvement-seen-public-team"),
        (Some(centre), href) => {
            let network = Network::load(&app.db).await?;
            let today = oslo_day(app.clock.now());
            let name = places::name(&network, centre, today).unwrap_or_default();
            let key = match href {
                None => "improvement-seen-by-centre",
                Some(_) => "improvement-seen-public-centre",
            };
            t.with(key, "centre", name)
        }
    };
    let is_beside = adoptions::are_shown(&app.db, open.work.id).await?;
    let beside = is_beside.then(|| t.get("improvement-seen-by-beside"));
    let link = open.work.display_id.map(|_| t.get("improvement-seen-by-link"));
    let more = |by: Words, more: Words| {
        Words::name(t.lang, format!("{} {}", by.as_str(), more.as_str()), by.lang())
    };
    let by = beside.into_iter().chain(link).fold(by, more);
    Ok(Seen { by, public: href, is_beside })
}

/// What stands beside a measure in the table of them all: its kind, and what its newest number is.
fn beside(own: &Own, here: &str, measured: &Measured, is_inside: bool) -> Beside {
    let t = own.t;
    let newest = measured.numbers.iter().rev().find(|one| one.value.is_some());
    // The day of a rare event is for the team alone.
    let newest = newest.filter(|_| is_inside || !measured.is_of_rare_events());
    let when = newest.map(|one| {
        let period = said::period(t, said::frequency(measured), one.day);
        let of = one.denominator.map(|_| said::number(t, measured, one));
        [Some(period), of].into_iter().flatten().collect::<Vec<_>>().join(": ")
    });
    let Row { kind, href, .. } = row(own, here, measured);
    Beside { href: Some(href), kind: kind.as_str().to_owned(), when: when.unwrap_or_default() }
}

fn row(own: &Own, here: &str, measured: &Measured) -> Row {
    let kind = MeasureKind::named(&measured.row.kind).unwrap_or(MeasureKind::Outcome);
    Row {
        name: own.say(&measured.definition.name),
        kind: own.t.get(kind.key()),
        href: format!("{here}/malinger/{}", measured.row.id),
    }
}

/// What those are called who are in the team or have something to do.
async fn names(app: &App, open: &Open, tasks: &[Task]) -> Result<BTreeMap<Uuid, String>, Error> {
    let team = open.team.iter().filter_map(|member| member.person_id);
    let ids = team.chain(tasks.iter().filter_map(|task| task.person_id)).collect();
    Ok(persons::names(&app.db, ids).await?)
}

/// Names where there are some, and roles.
fn team(t: Text, team: &[Member], names: &BTreeMap<Uuid, String>) -> Vec<(String, Words)> {
    let one = |member: &Member| {
        let name = member.person_id.and_then(|id| names.get(&id).cloned());
        let role = TeamRole::named(&member.role).unwrap_or(TeamRole::Member);
        (name.unwrap_or_default(), t.get(role.key()))
    };
    team.iter().map(one).collect()
}

fn anchor(t: Text, yes: &Anchor) -> Words {
    t.with2("improvement-anchored", "role", yes.role.as_str(), "day", t.date(yes.said_on))
}
