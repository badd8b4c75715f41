//! The driver diagram of a work, as the graph that it is: what serves what, in the order of the team.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::read::Open;
use super::tables::{Driver, Link, work_driver_measure};
use super::terms::Level;
use crate::db::DbErr;

/// So many drivers a diagram may have. One that has more is no picture of anything.
pub const MOST_DRIVERS: usize = 100;
/// So many links from drivers to measures are read.
const LINKS: u64 = 2_000;

/// All that there is of a diagram.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// In the order of the team.
    pub drivers: Vec<Driver>,
    pub links: Vec<Link>,
    /// Driver and measure.
    pub measured: Vec<(Uuid, Uuid)>,
}

/// Where a driver is moved, among those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
}

impl Open {
    /// The driver diagram, with the measures that show each driver.
    pub async fn outline(&self, db: &impl ConnectionTrait) -> Result<Outline, DbErr> {
        let (drivers, links) = self.drivers(db).await?;
        let measured = work_driver_measure::Entity::find()
            .filter(work_driver_measure::Column::WorkId.eq(self.work.id))
            .order_by_asc(work_driver_measure::Column::Id)
            .limit(LINKS)
            .all(db)
            .await?;
        let measured = measured.into_iter().map(|one| (one.driver_id, one.measure_id)).collect();
        Ok(Outline { drivers, links, measured })
    }
}

impl Driver {
    pub fn level(&self) -> Level {
        Level::named(&self.level).unwrap_or(Level::Idea)
    }
}

impl Outline {
    pub fn driver(&self, id: Uuid) -> Option<&Driver> {
        self.drivers.iter().find(|driver| driver.id == id)
    }

    pub fn of(&self, level: Level) -> impl Iterator<Item = &Driver> {
        self.drivers.iter().filter(move |driver| driver.level() == level)
    }

    /// What a driver serves: those nearer to the aim.
    pub fn above(&self, driver: &Driver) -> impl Iterator<Item = &Driver> {
        self.drivers.iter().filter(move |other| self.serves(driver, other))
    }

    /// What serves a driver.
    pub fn below(&self, driver: &Driver) -> impl Iterator<Item = &Driver> {
        self.drivers.iter().filter(move |other| self.serves(other, driver))
    }

    /// Those that serve nothing yet. One that is primary serves the aim.
    pub fn loose(&self) -> impl Iterator<Item = &Driver> {
        self.drivers.iter().filter(|driver| {
            driver.level() != Level::Primary && self.above(driver).next().is_none()
        })
    }

    pub fn measures_of(&self, driver: Uuid) -> impl Iterator<Item = Uuid> {
        let of = self.measured.iter().filter(move |(of, _)| *of == driver);
        of.map(|(_, measure)| *measure)
    }

    fn serves(&self, one: &Driver, other: &Driver) -> bool {
        let is_nearer = other.level() < one.level();
        is_nearer && self.links.iter().any(|link| (link.from_id, link.to_id) == (one.id, other.id))
    }

    /// Do they stand beside each other: on one level, under one driver or under none?
    fn stand_together(&self, one: &Driver, other: &Driver) -> bool {
        let above = |of: &Driver| self.above(of).map(|above| above.id).collect::<Vec<Uuid>>();
        let (of_one, of_other) = (above(one), above(other));
        let is_shared = of_one.iter().any(|id| of_other.contains(id));
        one.level() == other.level() && (is_shared || of_one.is_empty() && of_other.is_empty())
    }

    /// The nearest that a driver would be moved past.
    pub fn neighbour(&self, driver: Uuid, towards: Move) -> Option<&Driver> {
        let at = self.drivers.iter().position(|one| one.id == driver)?;
        let one = &self.drivers[at];
        let is_beside = |other: &&Driver| self.stand_together(one, other);
        match towards {
            Move::Up => self.drivers[..at].iter().rev().find(is_beside),
            Move::Down => self.drivers[at + 1..].iter().find(is_beside),
        }
    }
}
