//! People: who they are, what they are trusted with, how they are known again, and what has been done.
//! It knows no page.

pub mod acting;
mod address;
pub mod addresses;
mod admission;
pub mod attempts;
pub mod audit;
pub mod ended;
pub mod erasure;
pub mod factors;
pub mod handover;
mod heirs;
pub mod held;
pub mod identities;
pub mod invitations;
pub mod letter;
pub mod persons;
pub mod places;
pub mod role_requests;
pub mod roles;
pub mod sessions;
mod token;
pub mod vouching;
mod what;

use crate::db::{AsDbErr, DbErr};

pub use address::Address;
pub use admission::{enter, is_admitted};
pub use audit::Entry;
pub use heirs::{gone_from, over};
pub use persons::Person;
pub use token::Token;
pub use what::What;

/// Why something about people is not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Nobody would be left who may give roles.
    #[error("nobody else is administrator")]
    LastAdministrator,
    /// It has been done already, or never was.
    #[error("it is not there")]
    NotThere,
    #[error("they may not do this")]
    NotTheirs,
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
