//! Numbers that are shown, held against what may be told today: of a measure that counts people from now on, under
//! a limit that was raised, and from before it was kept which measure they are of.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde_json::json;

use super::numbers::{key_of, tell_something, withheld};
use super::tables::adoption_series::Kept;
use super::tables::{Series, adoption_series};
use super::{Point, Refused, Writer};
use crate::centres::Network;
use crate::clock::Clock;
use crate::db::{self, Db, DbErr};
use crate::items::read::family;
use crate::work::{
    Least, Measured, Observation, Shape, Work, measured_of, of_people, work_entity, work_measure,
    work_member, work_observation,
};

/// Under what the limit is kept that all that is shown was held against last.
const SIFTED: &str = "series";
/// So many are read at a time.
const PAGE: u64 = 50;
/// Nobody is in more teams, and no measures have more numbers than are looked at.
const WORKS: u64 = 50;
const NUMBERS: u64 = 50_000;
/// So many numbers that agree are no chance; of fewer the name must agree as well.
const ENOUGH: usize = 3;
/// As near as two that were worked out alike are.
const NEAR: f64 = 1e-9;

/// Holds all that is shown against the limit of today, and finds the measures of what was shown before these were
/// kept beside it: once for each limit, before anybody reads a page. Tells how many were changed. One whose measure
/// can't be found is told to nobody ([`super::series_of`]), and its team is told that.
pub async fn sift(db: &Db, clock: &Clock, least: Least) -> Result<usize, Refused> {
    let edition = format!("1-{}", least.0);
    let before = db::edition(db, SIFTED).await?;
    if before.as_deref() == Some(edition.as_str()) {
        return Ok(0);
    }
    let was = before.and_then(|was| was.rsplit_once('-')?.1.parse().ok());
    let is_raised = was.unwrap_or(Least::USUAL.0) < least.0;
    let network = Network::load(db).await?;
    let (mut after, mut count) = (Uuid::nil(), 0);
    loop {
        let all = adoption_series::Entity::find().filter(adoption_series::Column::Id.gt(after));
        let mut some = all.order_by_asc(adoption_series::Column::Id).limit(PAGE).all(db).await?;
        let Some(end) = some.last() else { break };
        after = end.id;
        some.retain(|one| is_raised || one.measure_id.is_none());
        for series in some {
            let is_changed = db::bulk_transaction::<bool, Refused, _>(db, |tx| {
                let (clock, network, series) = (clock.clone(), network.clone(), series.clone());
                Box::pin(async move {
                    let writer = Writer::new(tx, &clock, &network);
                    writer.sift(&series, least, is_raised).await
                })
            });
            count += usize::from(is_changed.await?);
        }
    }
    db::set_edition(db, SIFTED, edition).await?;
    Ok(count)
}

/// A measure, and whether it counts people, where that is known.
type Found = (Measured, Option<bool>);

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Holds back at once what could point at one person of a measure that is said to count people from now on,
    /// wherever its team has shown it. What would tell nothing then is shown no more.
    pub async fn hold_back(&self, measured: &Measured, least: Least) -> Result<(), Refused> {
        let team = work_member::Entity::find()
            .filter(work_member::Column::WorkId.eq(measured.row.work_id))
            .all(self.db)
            .await?;
        let team: Vec<Uuid> = team.into_iter().filter_map(|one| one.person_id).collect();
        let measure = measured.row.id;
        // A program from before keeps it with the numbers alone.
        let before = Condition::all()
            .add(adoption_series::Column::MeasureId.is_null())
            .add(adoption_series::Column::PersonId.is_in(team));
        let of_it =
            Condition::any().add(adoption_series::Column::MeasureId.eq(measure)).add(before);
        let mut shown = adoption_series::Entity::find().filter(of_it).all(self.db).await?;
        shown.retain(|one| one.measure() == Some(measure));
        for series in shown {
            let points = sifted(series.points(), measured, least);
            self.keep(&series, measure, points).await?;
        }
        Ok(())
    }

    /// One that is shown, by what may be told today; tells whether it is otherwise than it was.
    async fn sift(&self, series: &Series, least: Least, is_raised: bool) -> Result<bool, Refused> {
        let (known, before) = (series.measure(), series.points());
        if let Some(measure) = known.filter(|_| !is_raised) {
            self.write_series(series, measure, None).await?;
            return Ok(false);
        }
        let found = match known {
            Some(measure) => self.measure(measure).await?,
            None => self.found(series).await?,
        };
        let (measure, after) = match (found, known) {
            (Some((measured, said)), _) => {
                // Where nobody has said it, what was held back tells that it counted people.
                let is_people = said.unwrap_or(is_raised || withheld(&before) > 0);
                let sifted = is_people.then(|| sifted(before.clone(), &measured, least));
                (measured.row.id, sifted.unwrap_or_else(|| before.clone()))
            }
            // It is gone, and nobody can say of how many its numbers were.
            (None, Some(measure)) => (measure, unsure(before.clone(), series.shape(), least)),
            (None, None) => return Ok(false),
        };
        if known.is_some() && after == before {
            self.write_series(series, measure, None).await?;
            return Ok(false);
        }
        self.keep(series, measure, after).await?;
        Ok(true)
    }

    /// What is shown from now on, and of which measure. What would tell nothing is shown no more.
    async fn keep(
        &self,
        series: &Series,
        measure: Uuid,
        points: Vec<Point>,
    ) -> Result<(), Refused> {
        if tell_something(&points) {
            self.write_series(series, measure, Some(points)).await?;
        } else {
            self.take_away(series.item_id, series.adoption_id, &series.key).await?;
        }
        self.settle(series.item_id).await
    }

    /// The measure, and the points where they are others than they were.
    async fn write_series(
        &self,
        series: &Series,
        measure: Uuid,
        points: Option<Vec<Point>>,
    ) -> Result<(), DbErr> {
        use adoption_series::Column::{Id, MeasureId, Points};
        let mut row = adoption_series::Entity::update_many()
            .col_expr(MeasureId, Expr::value(Some(measure)))
            .filter(Id.eq(series.id));
        if let Some(points) = points {
            row = row.col_expr(Points, Expr::value(json!(Kept::Of { measure, points })));
        }
        row.exec(self.db).await?;
        Ok(())
    }

    async fn measure(&self, id: Uuid) -> Result<Option<Found>, DbErr> {
        let row = work_measure::Entity::find_by_id(id).one(self.db).await?;
        let Some(row) = row else { return Ok(None) };
        let work = work_entity::Entity::find_by_id(row.work_id).one(self.db).await?;
        let Some(work) = work else { return Ok(None) };
        let all = self.measures_of(&work).await?;
        Ok(all.into_iter().find(|(measured, _)| measured.row.id == id))
    }

    async fn measures_of(&self, work: &Work) -> Result<Vec<Found>, DbErr> {
        let measures = measured_of(self.db, work.id).await?;
        let people = of_people(self.db, work, &measures).await?;
        let said = |one: Measured| {
            let is_people = people.get(&one.row.id).copied();
            (one, is_people)
        };
        Ok(measures.into_iter().map(said).collect())
    }

    /// The measure whose numbers these are, as far as what stands beside them tells: whose they are, what it is
    /// called, and each number on its day. None where two may be it.
    async fn found(&self, series: &Series) -> Result<Option<Found>, DbErr> {
        let points = series.points();
        let mut all: Vec<Found> = Vec::new();
        for work in self.works_of(series).await? {
            let measures = self.measures_of(&work).await?;
            let ids: Vec<Uuid> = measures.iter().map(|(one, _)| one.row.id).collect();
            // Also those that were replaced since.
            let said = work_observation::Entity::find()
                .filter(work_observation::Column::MeasureId.is_in(ids))
                .limit(NUMBERS)
                .all(self.db)
                .await?;
            let is_it =
                |(one, _): &Found| agrees((series, points.as_slice()), (one, said.as_slice()));
            all.extend(measures.into_iter().filter(is_it));
        }
        if all.len() > 1 {
            all.retain(|(one, _)| is_called(one, series));
        }
        let found = all.pop();
        Ok(found.filter(|_| all.is_empty()))
    }

    /// The works that it may have been taken from: of whoever showed it, and the text's own.
    async fn works_of(&self, series: &Series) -> Result<Vec<Work>, DbErr> {
        let theirs = Query::select()
            .column(work_member::Column::WorkId)
            .from(work_member::Entity)
            .and_where(work_member::Column::PersonId.eq(series.person_id))
            .to_owned();
        let mut whose = Condition::any().add(work_entity::Column::Id.in_subquery(theirs));
        if series.adoption_id.is_none() {
            let family = family(self.db, series.item_id).await?;
            let family: Vec<Uuid> = family.into_iter().map(|item| item.id).collect();
            whose = whose.add(work_entity::Column::ItemId.is_in(family));
        }
        let works = work_entity::Entity::find().filter(whose);
        works.order_by_asc(work_entity::Column::Id).limit(WORKS).all(self.db).await
    }
}

/// Without what could point at one person of a measure that counts people.
fn sifted(mut points: Vec<Point>, measured: &Measured, least: Least) -> Vec<Point> {
    let now = super::points(measured, true, least);
    for point in &mut points {
        let is_told = now.iter().any(|one| one.day == point.day && one.value.is_some());
        point.value = point.value.filter(|_| is_told);
    }
    points
}

/// The same where the numbers themselves are gone: a share may be of a few.
fn unsure(mut points: Vec<Point>, shape: Shape, least: Least) -> Vec<Point> {
    for point in &mut points {
        let is_told = |value: &f64| shape == Shape::Count && !least.hides(shape, *value, None);
        point.value = point.value.filter(is_told);
    }
    points
}

/// Is it what is shown, by its name?
fn is_called(measured: &Measured, series: &Series) -> bool {
    let is_key = |name: &str| name == series.name || key_of(name, series.shape()) == series.key;
    measured.definitions.iter().any(|one| is_key(&one.name))
}

/// Are these its numbers? `said` is all that was ever said of it, others among them.
fn agrees(
    (series, points): (&Series, &[Point]),
    (measured, said): (&Measured, &[Observation]),
) -> bool {
    let is_rare = measured.is_of_rare_events();
    let own = if is_rare { Some(Shape::Count) } else { Shape::named(&measured.definition.shape) };
    if own != Some(series.shape()) {
        return false;
    }
    let mut shown: Vec<(&str, f64)> =
        points.iter().filter_map(|one| Some((one.day.as_str(), one.value?))).collect();
    let known: Vec<(String, f64)> = if is_rare {
        // The month that was the last may have had more since.
        shown.pop();
        let months = super::points(measured, false, Least::USUAL).into_iter();
        months.filter_map(|one| Some((one.day, one.value?))).collect()
    } else {
        said.iter().filter_map(|one| as_shown(measured, one)).collect()
    };
    let is_there = |(day, value): &(&str, f64)| {
        let is_near = |said: f64| (said - value).abs() <= NEAR * value.abs().max(1.0);
        known.iter().any(|(of, said)| of == day && is_near(*said))
    };
    !shown.is_empty()
        && shown.iter().all(is_there)
        && (shown.len() >= ENOUGH || is_called(measured, series))
}

/// A number of this measure as it was shown when it held.
fn as_shown(measured: &Measured, one: &Observation) -> Option<(String, f64)> {
    if one.measure_id != measured.row.id {
        return None;
    }
    let by = measured.definitions.iter().find(|by| by.version == one.version)?;
    let value = one.charted(Shape::named(&by.shape)?, f64::from(by.per.max(1)))?;
    Some((one.day.to_string(), value))
}
