//! What others have taken into use: who, where, how far they have come, whom they learned it from, and what
//! they show of their numbers.
//!
//! It is the store: it knows no page. An adoption is of an original, whichever of its languages it was read in.
//! One that nobody at the organisation has said yes to waits, and no page tells of it.

mod left;
mod may;
mod numbers;
mod read;
mod sift;
mod tables;
mod terms;
mod write;

use crate::db::{AsDbErr, DbErr};

pub use left::move_on;
pub use may::{answerers, answering, answers, is_in, may_write, speaks_for};
pub use numbers::{Point, key_of, points, tell_something, withheld};
pub use read::{
    all_public, are_shown, asked_of, by_id, count_public, has_unknown, of_item, of_item_in,
    series_of, series_of_all, stages, theirs, to_answer,
};
pub use sift::sift;
pub use tables::{Adoption, Series, Stage, adoption, adoption_asked};
pub use terms::{Outcome, Standing, Status};
pub use write::{Imported, NewSeries, Said, Told, Writer};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("there is no such adoption, or it is none of theirs")]
    NotThere,
    #[error("somebody has written it since")]
    Stale,
    /// The same place has said so already.
    #[error("{0} says the same")]
    Twice(uuid::Uuid),
    /// It would have been learned from itself.
    #[error("the chain would go round")]
    Round,
    /// So many of theirs wait for an answer already.
    #[error("too many wait for an answer")]
    TooMany,
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
