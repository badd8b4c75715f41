//! What the example teams keep beside their numbers, and which numbers stand beside those of others:
//! `data/demo/teams.json`.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use serde::Deserialize;
use time::Date;
use uuid::Uuid;

use super::people;
use crate::adoptions::{self, NewSeries, Point};
use crate::app::App;
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::PartialDate;
use crate::db;
use crate::error::Error;
use crate::rights::{Role, RoleKind, Who};
use crate::work::{
    Involved, InvolvementPhase, InvolvementWay, LogKind, NewInvolvement, NewLog, NewTask, Refused,
    Shared, SharedMeasure, StepState, TeamRole, Writer,
};

const TEAMS: &str = include_str!("../../data/demo/teams.json");

/// What one team keeps. The people are told by their roles in the demo.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kept {
    /// In tenths, as the team sets it.
    pub progress: Option<i32>,
    team: Vec<Joined>,
    anchors: Vec<Yes>,
    log: Vec<Line>,
    tasks: Vec<Task>,
    involvement: Vec<TookPart>,
    /// Steps of the method that the team says are done.
    steps: Vec<String>,
    beside: Vec<Beside>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Joined {
    /// None has no account.
    person: Option<String>,
    role: TeamRole,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Yes {
    role: String,
    day: PartialDate,
    words: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kind: LogKind,
    day: PartialDate,
    words: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Task {
    words: String,
    role: String,
    due: Option<PartialDate>,
    done: Option<PartialDate>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TookPart {
    phase: InvolvementPhase,
    way: InvolvementWay,
    who: Involved,
    happened: Option<PartialDate>,
    words: String,
}

/// Numbers of a measure, those of an adopter or the team's own; these are in their work already.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beside {
    measure: String,
    adoption: Option<Uuid>,
    from: Option<PartialDate>,
    #[serde(default)]
    values: Vec<f64>,
}

/// What the team of this text keeps.
pub fn of(team: &str) -> Result<Kept, Error> {
    let mut all: BTreeMap<String, Kept> = serde_json::from_str(TEAMS)
        .map_err(|error| Error::Internal(format!("the example teams: {error}")))?;
    Ok(all.remove(team).unwrap_or_default())
}

/// Who of the example people are in the team.
pub async fn members(app: &App, kept: &Kept) -> Result<Vec<(Option<Uuid>, TeamRole)>, Error> {
    let mut members = Vec::new();
    for one in &kept.team {
        let person = match one.person.as_deref().and_then(RoleKind::of) {
            Some(kind) => people::id(app, kind).await?,
            None => None,
        };
        members.push((person, one.role));
    }
    Ok(members)
}

/// Writes what the team keeps, as whoever leads it would.
pub async fn write(
    writer: &Writer<'_, impl ConnectionTrait>,
    work: Uuid,
    (kept, members): (&Kept, &[(Option<Uuid>, TeamRole)]),
    clock: &Clock,
) -> Result<(), Refused> {
    for (person, role) in members {
        writer.join(work, *person, *role).await?;
    }
    for yes in &kept.anchors {
        writer.anchor(work, yes.role.clone(), (yes.day.first_day(), yes.words.clone())).await?;
    }
    for line in &kept.log {
        let (kind, day, words) = (line.kind, line.day.first_day(), line.words.clone());
        writer.add_log(work, clock.new_id(), NewLog { kind, day, words }).await?;
    }
    for task in &kept.tasks {
        let new = NewTask {
            words: task.words.clone(),
            person: None,
            role: task.role.clone(),
            due: task.due.map(PartialDate::first_day),
            done: task.done.map(PartialDate::first_day),
        };
        writer.add_task(work, clock.new_id(), new).await?;
    }
    for one in &kept.involvement {
        let (phase, way, who) = (one.phase, one.way, one.who);
        let (happened, words) = (one.happened, one.words.clone());
        let new = NewInvolvement { phase, way, who, happened, words };
        writer.add_involvement(work, clock.new_id(), new).await?;
    }
    for step in &kept.steps {
        writer.say_step(work, (step.as_str(), 0), Some(StepState::Done), "").await?;
    }
    Ok(())
}

/// Shows the numbers that stand side by side, as somebody would who may say so for each of the places.
pub async fn show(
    app: &App,
    (lead, item): (Uuid, Uuid),
    (kept, shared): (&Kept, &Shared),
) -> Result<(), Error> {
    let network = Network::load(&app.db).await?;
    let roles = vec![Role { kind: RoleKind::Coordinator, at: None }];
    let who = Who { roles, ..people::who(lead) };
    let series: Vec<NewSeries> =
        kept.beside.iter().filter_map(|one| one.series(item, shared)).collect();
    db::transaction::<(), adoptions::Refused, _>(&app.db, |tx| {
        let (clock, who, network) = (app.clock.clone(), who.clone(), network.clone());
        let series = series.clone();
        Box::pin(async move {
            let writer = adoptions::Writer::new(tx, &clock, &network);
            for one in series {
                writer.show(&who, one).await?;
            }
            Ok(())
        })
    })
    .await
    .map_err(|error| Error::Internal(format!("numbers of an example: {error}")))
}

impl Beside {
    fn series(&self, item: Uuid, shared: &Shared) -> Option<NewSeries> {
        let measure = shared.measures.iter().find(|one| one.name == self.measure)?;
        Some(NewSeries {
            item,
            measure: measure.id.unwrap_or_default(),
            adoption: self.adoption,
            // As a team's own page would call it.
            key: adoptions::key_of(&measure.name, measure.shape),
            name: measure.name.clone(),
            shape: measure.shape,
            unit: measure.unit.clone(),
            better: measure.better,
            points: self.points(measure),
        })
    }

    /// All of these measures count events, none of them people.
    fn points(&self, measure: &SharedMeasure) -> Vec<Point> {
        let point = |(day, value): (Date, f64)| Point { day: day.to_string(), value: Some(value) };
        let Some(from) = self.from else {
            let numbers = measure.numbers.iter().map(|one| (one.day.first_day(), one.value));
            return numbers.map(point).collect();
        };
        let next = |day: &Date| Some(measure.frequency.after(*day));
        let days = std::iter::successors(Some(from.first_day()), next);
        days.zip(self.values.iter().copied()).map(point).collect()
    }
}
