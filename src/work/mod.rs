//! Improvement work: a team's project with its aim, drivers, measures, numbers, tests of change and notes.
//!
//! It is the store: it knows no page. All that is written goes through [`Writer`], which asks who
//! may ([`standing`]), keeps what stood there before, and counts each change of a work.

mod entry;
mod may;
mod period;
mod read;
mod series;
mod shared;
mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod write;

use crate::db::{AsDbErr, DbErr};

pub use entry::{Doubt, Entry, Number};
pub use may::{Standing, standing};
pub use period::{Unread, latest, read_period};
pub use read::{Measure, Measured, Open, Theirs, history, open, theirs};
pub use series::{Drawn, chart_of};
pub use shared::{
    Choice, Least, Parts, Shared, SharedAim, SharedCycle, SharedDriver, SharedGoal, SharedMeasure,
    SharedNote, SharedNumber, choices, live, of_item, shared,
};
pub use tables::{
    Change, Cycle, Definition, Driver, Goal, Link, Member, Note, Observation, Plan, Work,
    work as work_entity, work_change, work_observation,
};
pub use terms::{
    Act, Better, Changed, Frequency, Level, Matched, MeasureKind, Shape, Status, TeamRole,
};
pub use write::{
    Aim, Began, Entered, NewCycle, NewDefinition, NewDriver, NewMeasure, Start, Studied, Writer,
};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There is no such work, or it is none of theirs.
    #[error("there is no such work")]
    NotThere,
    #[error("they may read it, and no more")]
    May,
    /// Somebody has written the same since they saw it.
    #[error("somebody has written it since")]
    Stale,
    /// There is a number for that time, and it is another.
    #[error("there is a number for {} already", .0.day)]
    Twice(Box<Observation>),
    /// No chart can be made of it.
    #[error("the number makes no sense: {0:?}")]
    Doubt(Doubt),
    /// It would be driven by itself.
    #[error("drivers would go round")]
    Round,
    #[error("{0}")]
    Database(#[from] DbErr),
}

impl AsDbErr for Refused {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            _ => None,
        }
    }
}
