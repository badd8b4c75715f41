//! The driver diagram as a form says it: a driver with all that it hangs together with, in one write.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde::Serialize;
use serde_json::json;

use super::super::may::Standing;
use super::super::outline::{MOST_DRIVERS, Move, Outline};
use super::super::read::{Open, measures};
use super::super::tables::{
    Cycle, Driver, DriverMeasure, Link, work_cycle, work_driver, work_driver_measure, work_link,
};
use super::super::terms::{Changed, Level};
use super::{Refused, Writer, kept, unseen};

/// A driver with what it serves, the measures that show it, and the tests that try it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetDriver {
    pub level: Level,
    pub words: String,
    pub serves: Vec<Uuid>,
    pub measures: Vec<Uuid>,
    pub cycles: Vec<Uuid>,
}

impl SetDriver {
    /// As it stands now.
    pub fn of(driver: &Driver, outline: &Outline, cycles: &[Cycle]) -> Self {
        let tests = cycles.iter().filter(|cycle| cycle.driver_id == Some(driver.id));
        let set = Self {
            level: driver.level(),
            words: driver.words.clone(),
            serves: outline.above(driver).map(|above| above.id).collect(),
            measures: outline.measures_of(driver.id).collect(),
            cycles: tests.map(|cycle| cycle.id).collect(),
        };
        set.in_order()
    }

    /// The order that things were ticked in says nothing.
    fn in_order(mut self) -> Self {
        for ids in [&mut self.serves, &mut self.measures, &mut self.cycles] {
            ids.sort_unstable();
            ids.dedup();
        }
        self
    }
}

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Writes a driver with all that it hangs together with. `driver` names one that is there, and the
    /// number that it was seen at; with none it is a new one, the last of its level.
    pub async fn write_driver(
        &self,
        work: Uuid,
        driver: Option<(Uuid, i32)>,
        new: SetDriver,
    ) -> Result<Uuid, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let (outline, cycles) = (open.outline(self.db).await?, open.cycles(self.db).await?);
        let new = new.in_order();
        self.fits(&open, &outline, &new).await?;
        let (id, was) = if let Some((id, seen)) = driver {
            let old = outline.driver(id).ok_or(Refused::NotThere)?;
            unseen(old.number, seen)?;
            let was = SetDriver::of(old, &outline, &cycles);
            if was == new {
                return Ok(id);
            }
            self.reword(&open, id, &new).await?;
            (id, kept(&was))
        } else {
            if outline.drivers.len() >= MOST_DRIVERS {
                return Err(Refused::Full);
            }
            (self.insert_driver(&open, &outline, &new).await?, None)
        };
        self.link_anew(&open, &outline, id, &new).await?;
        self.measure_anew(work, &outline, id, &new.measures).await?;
        self.test_anew(&open, &cycles, id, &new.cycles).await?;
        self.done(&open, (Changed::Driver, Some(id)), was).await?;
        Ok(id)
    }

    /// Moves a driver past the nearest beside it; with none there, it stays.
    pub async fn move_driver(
        &self,
        work: Uuid,
        driver: Uuid,
        towards: Move,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let outline = open.outline(self.db).await?;
        let old = outline.driver(driver).ok_or(Refused::NotThere)?;
        let Some(past) = outline.neighbour(driver, towards) else { return Ok(()) };
        let past = past.id;
        let mut order: Vec<&Driver> = outline.of(old.level()).collect();
        let at = |order: &[&Driver], id: Uuid| order.iter().position(|one| one.id == id);
        if let (Some(from), Some(to)) = (at(&order, driver), at(&order, past)) {
            let moved = order.remove(from);
            order.insert(to, moved);
        }
        for (one, place) in order.iter().zip(1..) {
            if one.place != place {
                work_driver::Entity::update_many()
                    .col_expr(work_driver::Column::Place, Expr::value(place))
                    .filter(work_driver::Column::Id.eq(one.id))
                    .exec(self.db)
                    .await?;
            }
        }
        let was = json!({ "place": old.place });
        self.done(&open, (Changed::Driver, Some(driver)), Some(was)).await
    }

    /// Puts back a driver that was taken away, with the links that it had.
    pub async fn restore_driver(&self, work: Uuid, driver: Uuid) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let found = work_driver::Entity::find_by_id(driver).one(self.db).await?;
        let found = found.filter(|one| one.work_id == work).ok_or(Refused::NotThere)?;
        if !found.is_gone {
            return Ok(());
        }
        if open.drivers(self.db).await?.0.len() >= MOST_DRIVERS {
            return Err(Refused::Full);
        }
        work_driver::Entity::update_many()
            .col_expr(work_driver::Column::IsGone, Expr::value(false))
            .col_expr(work_driver::Column::Number, Expr::value(open.next()))
            .filter(work_driver::Column::Id.eq(driver))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Driver, Some(driver)), kept(&found)).await
    }

    /// What it serves is there still and nearer to the aim, and what it names is the work's own.
    async fn fits(&self, open: &Open, outline: &Outline, new: &SetDriver) -> Result<(), Refused> {
        for id in &new.serves {
            let above = outline.driver(*id).ok_or(Refused::Stale)?;
            if above.level() >= new.level {
                return Err(Refused::Round);
            }
        }
        let measures = measures(self.db, open.work.id, None).await?;
        let is_there = |id: &Uuid| measures.iter().any(|measure| measure.row.id == *id);
        if new.measures.iter().all(is_there) { Ok(()) } else { Err(Refused::Stale) }
    }

    async fn insert_driver(
        &self,
        open: &Open,
        outline: &Outline,
        new: &SetDriver,
    ) -> Result<Uuid, Refused> {
        let last = outline.of(new.level).map(|driver| driver.place).max().unwrap_or(0);
        let row = Driver {
            id: self.clock.new_id(),
            work_id: open.work.id,
            level: new.level.name().to_owned(),
            words: new.words.clone(),
            place: last.saturating_add(1),
            is_gone: false,
            number: open.next(),
        };
        let id = row.id;
        self.insert(row).await?;
        Ok(id)
    }

    async fn reword(&self, open: &Open, id: Uuid, new: &SetDriver) -> Result<(), Refused> {
        work_driver::Entity::update_many()
            .col_expr(work_driver::Column::Level, Expr::value(new.level.name()))
            .col_expr(work_driver::Column::Words, Expr::value(new.words.clone()))
            .col_expr(work_driver::Column::Number, Expr::value(open.next()))
            .filter(work_driver::Column::Id.eq(id))
            .exec(self.db)
            .await?;
        Ok(())
    }

    /// What it serves from now on. What served it and is no longer farther from the aim is let go of.
    async fn link_anew(
        &self,
        open: &Open,
        outline: &Outline,
        id: Uuid,
        new: &SetDriver,
    ) -> Result<(), Refused> {
        let no_longer = |link: &&Link| {
            let is_dropped = link.from_id == id && !new.serves.contains(&link.to_id);
            let below = outline.driver(link.from_id).filter(|_| link.to_id == id);
            is_dropped || below.is_some_and(|below| below.level() <= new.level)
        };
        let gone: Vec<Uuid> = outline.links.iter().filter(no_longer).map(|link| link.id).collect();
        if !gone.is_empty() {
            let links = work_link::Entity::delete_many();
            links.filter(work_link::Column::Id.is_in(gone)).exec(self.db).await?;
        }
        for to in &new.serves {
            let is_it = |link: &Link| (link.from_id, link.to_id) == (id, *to);
            if !outline.links.iter().any(is_it) {
                let (link, work_id) = (self.clock.new_id(), open.work.id);
                self.insert(Link { id: link, work_id, from_id: id, to_id: *to }).await?;
            }
        }
        Ok(())
    }

    async fn measure_anew(
        &self,
        work: Uuid,
        outline: &Outline,
        id: Uuid,
        measures: &[Uuid],
    ) -> Result<(), Refused> {
        use work_driver_measure::Column::{DriverId, MeasureId};
        let had: Vec<Uuid> = outline.measures_of(id).collect();
        let gone: Vec<Uuid> = had.iter().copied().filter(|one| !measures.contains(one)).collect();
        if !gone.is_empty() {
            let links = work_driver_measure::Entity::delete_many().filter(DriverId.eq(id));
            links.filter(MeasureId.is_in(gone)).exec(self.db).await?;
        }
        for measure_id in measures.iter().copied().filter(|one| !had.contains(one)) {
            let link = self.clock.new_id();
            let row = DriverMeasure { id: link, work_id: work, driver_id: id, measure_id };
            self.insert(row).await?;
        }
        Ok(())
    }

    /// A test tries one change. Whoever has its form open must see that it is another's now.
    async fn test_anew(
        &self,
        open: &Open,
        cycles: &[Cycle],
        id: Uuid,
        tests: &[Uuid],
    ) -> Result<(), Refused> {
        if tests.iter().any(|test| cycles.iter().all(|cycle| cycle.id != *test)) {
            return Err(Refused::Stale);
        }
        for cycle in cycles {
            let (is_its, was_its) = (tests.contains(&cycle.id), cycle.driver_id == Some(id));
            if is_its == was_its {
                continue;
            }
            work_cycle::Entity::update_many()
                .col_expr(work_cycle::Column::DriverId, Expr::value(is_its.then_some(id)))
                .col_expr(work_cycle::Column::Number, Expr::value(open.next()))
                .filter(work_cycle::Column::Id.eq(cycle.id))
                .exec(self.db)
                .await?;
        }
        Ok(())
    }
}
