//! Improvement work: a team's project with its aim, drivers, measures, numbers, tests of change and notes.
//!
//! It is the store: it knows no page. All that is written goes through [`Writer`], which asks who
//! may ([`standing`]), keeps what stood there before, and counts each change of a work.

mod advice;
mod due;
mod entry;
mod examples;
mod involved;
mod log;
mod may;
pub mod method;
mod outline;
mod period;
mod points;
mod read;
mod series;
mod shared;
mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod todo;
mod write;

use crate::db::{AsDbErr, DbErr};

pub use self::log::{Involvement, LogEntry, Task, work_involvement, work_log, work_task};
pub use advice::{Advice, advice};
pub use due::{Due, due_of, narrow_to_due, reminded};
pub use entry::{Doubt, Entry, Number};
pub use examples::{Example, ExampleWords, examples};
pub use involved::{Counted, TookPart, took_part};
pub use may::{Standing, standing, standing_in};
pub use outline::{MOST_DRIVERS, Move, Outline};
pub use period::{Unread, latest, read_period};
pub use read::{
    Measure, Measured, Open, Theirs, history, just_entered, last_import, measured_of, of_display,
    open, theirs, titles,
};
pub use series::{Drawn, chart_of, chart_outside};
pub use shared::{
    Choice, Claim, Least, Parts, Shared, SharedAim, SharedCycle, SharedDriver, SharedGoal,
    SharedMeasure, SharedNote, SharedNumber, Today, approved, choices, of_item, of_people, public,
    shared, told,
};
pub use tables::{
    Anchor, Change, Cycle, Definition, Driver, Goal, Link, Mark, MeasureRow, Member, Note,
    Observation, Plan, StepRow, Work, work as work_entity, work_change, work_definition,
    work_measure, work_member, work_observation,
};
pub use terms::{
    Act, Better, Changed, Counting, Frequency, Involved, InvolvementPhase, InvolvementWay, Level,
    LogKind, MarkKind, Matched, MeasureKind, Progress, Shape, Sign, Status, StepState, TeamRole,
};
pub use todo::{ToDo, in_short, narrow_to_do, to_do_of};
pub use write::{
    Aim, Began, Entered, Import, Imported, MeasureChange, NewCycle, NewDefinition, NewDriver,
    NewInvolvement, NewLog, NewMeasure, NewTask, SetDriver, Start, Studied, Tally, Writer,
    leave_unit, move_on,
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
    #[error("there are as many as one can look after")]
    Full,
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
