//! Reads works: one by whoever may, its parts in a few queries however many they are, and the list of somebody's.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use spc::{Chart, RuleSet};
use time::Date;

use super::may::{Standing, standing, units};
use super::series::{Drawn, chart_of, chart_outside};
use super::tables::{
    Anchor, Change, Cycle, Definition, Driver, Goal, Link, Mark, MeasureRow, Member, Note,
    Observation, Work, work, work_anchor, work_change, work_cycle, work_definition, work_driver,
    work_goal, work_link, work_mark, work_measure, work_member, work_note, work_observation,
};
use super::terms::{Changed, Counting, Frequency, Shape, Status, TeamRole};
use crate::db::{DbErr, Timestamp};
use crate::people::persons::person;
use crate::rights::{RoleKind, Who};

/// A work, as whoever has opened it stands to it.
#[derive(Clone, Debug)]
pub struct Open {
    pub work: Work,
    /// Who is in the team now.
    pub team: Vec<Member>,
    pub standing: Standing,
}

/// A measure with what its numbers mean now, and what is aimed at.
#[derive(Clone, Debug)]
pub struct Measure {
    pub row: MeasureRow,
    pub definition: Definition,
    /// All that it has had, that one among them.
    pub definitions: Vec<Definition>,
    pub goals: Vec<Goal>,
    /// What is said of places on its chart, in the order of the days.
    pub marks: Vec<Mark>,
}

/// The same with its numbers, those that hold, in the order of their days.
#[derive(Clone, Debug)]
pub struct Measured {
    pub row: MeasureRow,
    pub definition: Definition,
    /// All that it has had, that one among them.
    pub definitions: Vec<Definition>,
    pub goals: Vec<Goal>,
    /// What is said of places on its chart, in the order of the days.
    pub marks: Vec<Mark>,
    pub numbers: Vec<Observation>,
}

impl Open {
    /// The team says that it has come to its end: no number is asked for any more, and nothing is to be tried.
    pub fn is_over(&self) -> bool {
        Status::named(&self.work.status).is_some_and(Status::is_over)
    }
}

/// A work in somebody's list.
#[derive(Clone, Debug)]
pub struct Theirs {
    pub work: Work,
    /// Their role in the team; none for an adviser.
    pub role: Option<String>,
}

/// So many works stand in a list, numbers in a chart, tests and notes on a page.
const LIST: u64 = 200;
const NUMBERS: u64 = 20_000;
const BESIDE: u64 = 500;
/// So much of what somebody has just entered.
const JUST: u64 = 10;

/// A work by its id, for those who may read it; for others it is not there.
pub async fn open(db: &impl ConnectionTrait, who: &Who, id: Uuid) -> Result<Option<Open>, DbErr> {
    let Some(work) = work::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let team = team(db, id).await?;
    let standing = standing(who, &work, &team);
    Ok(standing.map(|standing| Open { work, team, standing }))
}

/// A work by what the link to its display is made of. Whoever has that reads what a display shows.
pub async fn of_display(db: &impl ConnectionTrait, display: Uuid) -> Result<Option<Open>, DbErr> {
    let found = work::Entity::find().filter(work::Column::DisplayId.eq(display)).one(db).await?;
    // Nobody of the team is shown there.
    Ok(found.map(|work| Open { work, team: Vec::new(), standing: Standing::Reads }))
}

/// Some works by their ids, for whoever may know that they are there.
pub async fn titles(
    db: &impl ConnectionTrait,
    ids: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, Work>, DbErr> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let works = work::Entity::find().filter(work::Column::Id.is_in(ids)).limit(LIST);
    Ok(works.all(db).await?.into_iter().map(|work| (work.id, work)).collect())
}

pub(super) async fn team(db: &impl ConnectionTrait, work: Uuid) -> Result<Vec<Member>, DbErr> {
    let team = work_member::Entity::find().filter(work_member::Column::WorkId.eq(work));
    let team = team.filter(work_member::Column::ValidTo.is_null());
    // Whose account is closed can open nothing: they are in no team as long as it is.
    // Asked of each of the team: whoever else has no account any more costs nothing.
    let mut closed = Query::select();
    let is_them = person::Column::Id.into_expr().eq(work_member::Column::PersonId.into_expr());
    closed
        .expr(Expr::val(1))
        .from(person::Entity)
        .and_where(is_them)
        .and_where(person::Column::DisabledAt.is_not_null());
    let team = team.filter(Expr::exists(closed).not());
    team.order_by_asc(work_member::Column::Id).limit(LIST).all(db).await
}

/// The works that somebody is in the team of, those of the centres whose texts they look after, and those
/// that were left to them; the newest first.
pub async fn theirs(db: &impl ConnectionTrait, who: &Who) -> Result<Vec<Theirs>, DbErr> {
    let mine = work_member::Entity::find()
        .filter(work_member::Column::PersonId.eq(who.id))
        .filter(work_member::Column::ValidTo.is_null())
        .order_by_desc(work_member::Column::Id)
        .limit(LIST)
        .all(db)
        .await?;
    let roles: BTreeMap<Uuid, String> =
        mine.into_iter().map(|member| (member.work_id, member.role)).collect();
    let advises = |kind: RoleKind| matches!(kind, RoleKind::Editor | RoleKind::CentreLeader);
    let at = who.roles.iter().filter(|role| advises(role.kind)).filter_map(|role| role.at);
    let is_theirs = Condition::any()
        .add(work::Column::Id.is_in(roles.keys().copied()))
        .add(work::Column::CentreId.is_in(at))
        .add_option(left_to(who));
    let works = work::Entity::find().filter(is_theirs).order_by_desc(work::Column::Id);
    let works = works.limit(LIST).all(db).await?;
    let one = |work: Work| Theirs { role: roles.get(&work.id).cloned(), work };
    Ok(works.into_iter().map(one).collect())
}

/// The works that no team is left for, of those whom they are left to; none for those to whom none is.
fn left_to(who: &Who) -> Option<Condition> {
    let writes = [TeamRole::Lead, TeamRole::DataLead, TeamRole::Member].map(TeamRole::name);
    let closed = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::DisabledAt.is_not_null())
        .to_owned();
    let looked_after = Query::select()
        .column(work_member::Column::WorkId)
        .from(work_member::Entity)
        .and_where(work_member::Column::ValidTo.is_null())
        .and_where(work_member::Column::PersonId.is_not_null())
        .and_where(work_member::Column::PersonId.not_in_subquery(closed))
        .and_where(work_member::Column::Role.is_in(writes))
        .to_owned();
    let units: Vec<Uuid> = units(who).collect();
    let is_left = Condition::all().add(work::Column::Id.not_in_subquery(looked_after));
    if who.is(RoleKind::Coordinator) {
        Some(is_left)
    } else if units.is_empty() {
        None
    } else {
        Some(is_left.add(work::Column::PlaceId.is_in(units)))
    }
}

impl Open {
    /// Is somebody in the team, or left with its work? Other advisers see it from outside.
    pub fn has(&self, who: &Who) -> bool {
        let is_in_team = || self.team.iter().any(|member| member.person_id == Some(who.id));
        self.standing >= Standing::Writes || is_in_team()
    }

    /// The chart of a measure as somebody may see it: from outside the team, rare events by month.
    pub fn chart(
        &self,
        who: &Who,
        measured: &Measured,
        (notes, cycles): (&[Note], &[Cycle]),
    ) -> Option<Drawn> {
        if self.has(who) {
            chart_of(measured, notes, cycles)
        } else {
            chart_outside(measured, notes, cycles)
        }
    }

    /// Its measures in their order, each with its numbers.
    pub async fn measures(&self, db: &impl ConnectionTrait) -> Result<Vec<Measured>, DbErr> {
        measured_of(db, self.work.id).await
    }

    /// One of its measures, with its numbers.
    pub async fn measure(
        &self,
        db: &impl ConnectionTrait,
        id: Uuid,
    ) -> Result<Option<Measured>, DbErr> {
        let found = measures(db, self.work.id, Some(id)).await?.pop();
        let Some(Measure { row, definition, definitions, goals, marks }) = found else {
            return Ok(None);
        };
        let numbers = current(db, vec![id]).await?;
        Ok(Some(Measured { row, definition, definitions, goals, marks, numbers }))
    }

    /// Its tests of change, the newest first.
    pub async fn cycles(&self, db: &impl ConnectionTrait) -> Result<Vec<Cycle>, DbErr> {
        let cycles = work_cycle::Entity::find().filter(work_cycle::Column::WorkId.eq(self.work.id));
        cycles.order_by_desc(work_cycle::Column::Nth).limit(BESIDE).all(db).await
    }

    /// What happened, in the order of the days; what was taken away is left out.
    pub async fn notes(&self, db: &impl ConnectionTrait) -> Result<Vec<Note>, DbErr> {
        use work_note::Column::{Day, Id, IsGone, WorkId};
        let notes = work_note::Entity::find().filter(WorkId.eq(self.work.id));
        let notes = notes.filter(IsGone.eq(false)).order_by_asc(Day).order_by_asc(Id);
        notes.limit(BESIDE).all(db).await
    }

    /// Who in the leadership stands behind it, the newest yes first; what was taken away is left out.
    pub async fn anchors(&self, db: &impl ConnectionTrait) -> Result<Vec<Anchor>, DbErr> {
        use work_anchor::Column::{Id, IsGone, SaidOn, WorkId};
        let anchors = work_anchor::Entity::find().filter(WorkId.eq(self.work.id));
        let anchors = anchors.filter(IsGone.eq(false)).order_by_desc(SaidOn).order_by_desc(Id);
        anchors.limit(BESIDE).all(db).await
    }

    /// The driver diagram: what there is of it, and what serves what.
    pub async fn drivers(
        &self,
        db: &impl ConnectionTrait,
    ) -> Result<(Vec<Driver>, Vec<Link>), DbErr> {
        use work_driver::Column::{Id, IsGone, Place, WorkId};
        let drivers = work_driver::Entity::find().filter(WorkId.eq(self.work.id));
        let drivers = drivers.filter(IsGone.eq(false)).order_by_asc(Place).order_by_asc(Id);
        let drivers = drivers.limit(BESIDE).all(db).await?;
        let links = work_link::Entity::find().filter(work_link::Column::WorkId.eq(self.work.id));
        let mut links = links.order_by_asc(work_link::Column::Id).limit(4 * BESIDE).all(db).await?;
        let is_there = |id: Uuid| drivers.iter().any(|driver| driver.id == id);
        links.retain(|link| is_there(link.from_id) && is_there(link.to_id));
        Ok((drivers, links))
    }

    /// What was written after a change, the oldest first: for whoever has been without the net.
    pub async fn changes(
        &self,
        db: &impl ConnectionTrait,
        after: i32,
    ) -> Result<Vec<Change>, DbErr> {
        use work_change::Column::{Number, WorkId};
        let changes = work_change::Entity::find().filter(WorkId.eq(self.work.id));
        let changes = changes.filter(Number.gt(after)).order_by_asc(Number);
        changes.limit(BESIDE).all(db).await
    }
}

/// The measures of a work in their order, each with its numbers.
pub async fn measured_of(db: &impl ConnectionTrait, work: Uuid) -> Result<Vec<Measured>, DbErr> {
    let measures = measures(db, work, None).await?;
    let ids: Vec<Uuid> = measures.iter().map(|measure| measure.row.id).collect();
    let mut numbers = grouped(current(db, ids).await?, |one| one.measure_id);
    let with_numbers = measures.into_iter().map(|measure| Measured {
        numbers: numbers.remove(&measure.row.id).unwrap_or_default(),
        row: measure.row,
        definition: measure.definition,
        definitions: measure.definitions,
        goals: measure.goals,
        marks: measure.marks,
    });
    Ok(with_numbers.collect())
}

/// All that was ever said of a period, the newest first.
pub async fn history(
    db: &impl ConnectionTrait,
    measure: Uuid,
    day: Date,
) -> Result<Vec<Observation>, DbErr> {
    use work_observation::Column::{Day, Id, MeasureId};
    let said = work_observation::Entity::find().filter(MeasureId.eq(measure));
    said.filter(Day.eq(day)).order_by_desc(Id).limit(BESIDE).all(db).await
}

/// What somebody has entered of these measures since then and still holds, the newest first.
pub async fn just_entered(
    db: &impl ConnectionTrait,
    (who, since): (&Who, Timestamp),
    measures: Vec<Uuid>,
) -> Result<Vec<Observation>, DbErr> {
    use work_observation::Column::{Id, MadeAt, MeasureId, PersonId, ReplacedAt};
    let theirs = work_observation::Entity::find().filter(PersonId.eq(who.id));
    let theirs = theirs.filter(MeasureId.is_in(measures)).filter(ReplacedAt.is_null());
    theirs.filter(MadeAt.gte(since)).order_by_desc(Id).limit(JUST).all(db).await
}

/// The newest table of a measure that was entered at once and is not undone: what it was sent as, and when.
pub async fn last_import(
    db: &impl ConnectionTrait,
    work: Uuid,
    measure: Uuid,
) -> Result<Option<(Uuid, Change)>, DbErr> {
    use work_change::Column::{Number, OnId, What, WorkId};
    let kinds = [Changed::Imported.name(), Changed::Undone.name()];
    let changes = work_change::Entity::find().filter(WorkId.eq(work)).filter(OnId.eq(measure));
    let newest = changes.filter(What.is_in(kinds)).order_by_desc(Number).one(db).await?;
    let newest = newest.filter(|change| change.what == Changed::Imported.name());
    Ok(newest.and_then(|change| {
        let sent = change.was.as_ref()?.get("import")?.as_str()?.parse().ok()?;
        Some((sent, change))
    }))
}

/// The measures of a work, or one of them.
pub(super) async fn measures(
    db: &impl ConnectionTrait,
    work: Uuid,
    one: Option<Uuid>,
) -> Result<Vec<Measure>, DbErr> {
    use work_measure::Column::{Id, Place, WorkId};
    let mut rows = work_measure::Entity::find().filter(WorkId.eq(work));
    if let Some(one) = one {
        rows = rows.filter(Id.eq(one));
    }
    let rows = rows.order_by_asc(Place).order_by_asc(Id).limit(LIST).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let definitions = work_definition::Entity::find()
        .filter(work_definition::Column::MeasureId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut definitions = grouped(definitions, |one| one.measure_id);
    let goals = work_goal::Entity::find()
        .filter(work_goal::Column::MeasureId.is_in(ids.iter().copied()))
        .order_by_asc(work_goal::Column::Id)
        .all(db)
        .await?;
    let mut goals = grouped(goals, |one| one.measure_id);
    let marks = work_mark::Entity::find()
        .filter(work_mark::Column::MeasureId.is_in(ids))
        .order_by_asc(work_mark::Column::Day)
        .limit(NUMBERS)
        .all(db)
        .await?;
    let mut marks = grouped(marks, |one| one.measure_id);
    let whole = rows.into_iter().filter_map(|row| {
        let definitions = definitions.remove(&row.id)?;
        let definition = definitions.iter().find(|one| one.version == row.version)?.clone();
        let goals = goals.remove(&row.id).unwrap_or_default();
        let marks = marks.remove(&row.id).unwrap_or_default();
        Some(Measure { row, definition, definitions, goals, marks })
    });
    Ok(whole.collect())
}

pub(super) async fn current(
    db: &impl ConnectionTrait,
    measures: Vec<Uuid>,
) -> Result<Vec<Observation>, DbErr> {
    use work_observation::Column::{Day, MeasureId, ReplacedAt};
    let numbers = work_observation::Entity::find().filter(MeasureId.is_in(measures));
    let numbers = numbers.filter(ReplacedAt.is_null()).order_by_asc(Day);
    numbers.limit(NUMBERS).all(db).await
}

fn grouped<T>(rows: Vec<T>, by: impl Fn(&T) -> Uuid) -> BTreeMap<Uuid, Vec<T>> {
    let mut groups: BTreeMap<Uuid, Vec<T>> = BTreeMap::new();
    for row in rows {
        groups.entry(by(&row)).or_default().push(row);
    }
    groups
}

impl Measured {
    /// The number that holds for the period that begins here. One that was taken back says nothing.
    pub fn on(&self, first: Date) -> Option<&Observation> {
        self.numbers.iter().find(|one| one.day == first)
    }

    /// The period that a number is wanted for next: the first without one after the newest number, none
    /// when the one we are in has its number.
    pub fn due(&self, today: Date) -> Option<Date> {
        let frequency = Frequency::named(&self.definition.frequency)?;
        let now = frequency.first(today);
        let said = self.numbers.iter().filter(|one| one.value.is_some());
        let newest = said.map(|one| one.day).max();
        let next = newest.map_or(now, |day| frequency.after(frequency.first(day)));
        // What was not counted while it was paused is not asked for.
        let since = self.row.resumed_from.map(|day| frequency.first(day));
        let next = since.map_or(next, |since| Ord::max(next, since));
        (next <= now && self.row.counting() == Counting::Active).then_some(next)
    }

    /// The chart that the team has chosen, when it can be made of what is counted now.
    pub fn chart(&self) -> Chart {
        let possible = || {
            let shape = Shape::named(&self.definition.shape)?;
            Some(shape.charts(Frequency::named(&self.definition.frequency)?))
        };
        let chosen = self.row.chart.as_deref().and_then(Chart::parse);
        let is_possible = |chart: &Chart| possible().is_some_and(|all| all.contains(chart));
        chosen.filter(is_possible).unwrap_or(Chart::Run)
    }

    /// What its chart looks for.
    pub fn rules(&self) -> RuleSet {
        let chosen = self.row.rules.as_deref().and_then(RuleSet::named);
        chosen.unwrap_or_else(RuleSet::anhoej)
    }
}

impl MeasureRow {
    pub fn counting(&self) -> Counting {
        match (self.is_ended, self.paused_from) {
            (true, _) => Counting::Ended,
            (false, Some(_)) => Counting::Paused,
            (false, None) => Counting::Active,
        }
    }
}
