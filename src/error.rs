//! What a handler can fail with. The page shows a sentence and a way on; the cause goes to the log.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::db::{self, AsDbErr, DbErr};

/// What every handler answers with.
pub type Reply = Result<Response, Error>;

#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    /// Withdrawn for good: the address is kept and says so.
    #[error("gone")]
    Gone(Tombstone),
    /// `?per=` names no day that can be shown.
    #[error("no such day")]
    Day(NoDay),
    #[error("forbidden")]
    Forbidden,
    /// The address holds a value that this page does not know; names the parameter.
    #[error("not understood: {0}")]
    NotUnderstood(&'static str),
    /// As [`Error::NotUnderstood`], told in words to a program that asked.
    #[error("{0}")]
    Unasked(String),
    #[error("too many requests")]
    TooMany { retry_after: u64 },
    /// Others were writing the same at the same time, and got there each time it was tried. Nothing
    /// is written.
    #[error("{0}")]
    Clash(DbErr),
    /// The database does not answer, or takes no writes. Nothing is written, as far as we know.
    #[error("{0}")]
    Away(DbErr),
    /// The text of an item is stored in a form that can't be read.
    #[error("the text of {0} can't be read")]
    Unreadable(uuid::Uuid),
    /// It would have taken longer to make than we give it.
    #[error("too slow")]
    TooSlow,
    /// What keeps the files does not answer, or not in time. The text is for the log alone.
    #[error("{0}")]
    NoFiles(String),
    /// Anything that is our fault. The text is for the log alone.
    #[error("{0}")]
    Internal(String),
}

/// What is told of a text that was withdrawn: when, and where its like is found. Never its title,
/// which may be what had to go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tombstone {
    pub since: Option<time::OffsetDateTime>,
    /// The noun in the address of its kind: `prosjekter`.
    pub list: Option<&'static str>,
}

/// Why a day can't be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    Malformed,
    /// It has not been yet.
    Future,
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone(_) => StatusCode::GONE,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Day(_) | Self::NotUnderstood(_) | Self::Unasked(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Clash(_) | Self::Away(_) | Self::TooSlow | Self::NoFiles(_) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Unreadable(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Could it have been saved at another time? Then what somebody typed is shown to them again.
    pub fn will_pass(&self) -> bool {
        matches!(self, Self::Clash(_) | Self::Away(_))
    }
}

/// A form that could not be saved may be sent again after so many seconds: most primaries are replaced
/// by then.
pub const SAVE_AGAIN: u64 = 20;

/// Leaves the page to [`crate::web::faults`], which knows the reader's language: here only the
/// status and, as an extension of the response, what went wrong.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let wait = match &self {
            Self::TooMany { retry_after } => Some(*retry_after),
            Self::Clash(_) => Some(5),
            Self::Away(_) => Some(SAVE_AGAIN),
            Self::NoFiles(_) => Some(30),
            Self::TooSlow => Some(60),
            _ => None,
        };
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<DbErr> for Error {
    fn from(cause: DbErr) -> Self {
        if db::clash(&cause).is_some() {
            return Self::Clash(cause);
        }
        match db::unable(&cause) {
            Some(_) => Self::Away(cause),
            None => Self::Internal(format!("the database: {cause}")),
        }
    }
}

impl AsDbErr for Error {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Clash(cause) | Self::Away(cause) => Some(cause),
            _ => None,
        }
    }
}

/// That a file is not there is told apart, before it comes to this.
impl From<crate::files::Error> for Error {
    fn from(cause: crate::files::Error) -> Self {
        Self::NoFiles(cause.to_string())
    }
}

macro_rules! internal {
    ($($cause:ty),+) => {$(
        impl From<$cause> for Error {
            fn from(cause: $cause) -> Self {
                Self::Internal(format!("{}: {cause}", stringify!($cause)))
            }
        }
    )+};
}
internal!(askama::Error, serde_json::Error, crate::search::Error, tokio::task::JoinError);
