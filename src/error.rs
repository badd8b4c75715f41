//! What a handler can fail with. The page shows a sentence and a way on; the cause goes to the log.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// What every handler answers with.
pub type Reply = Result<Response, Error>;

#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    /// Withdrawn for good: the address is kept and says so.
    #[error("gone")]
    Gone,
    #[error("forbidden")]
    Forbidden,
    /// The address holds a value that this page does not know; names the parameter.
    #[error("not understood: {0}")]
    NotUnderstood(&'static str),
    #[error("too many requests")]
    TooMany { retry_after: u64 },
    /// Anything that is our fault. The text is for the log alone.
    #[error("{0}")]
    Internal(String),
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotUnderstood(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Leaves the page to [`crate::web::faults`], which knows the reader's language: here only the
/// status and, as an extension of the response, what went wrong.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Self::TooMany { retry_after } = &self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after));
        }
        response.extensions_mut().insert(self);
        response
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
internal!(
    sea_orm::DbErr,
    askama::Error,
    serde_json::Error,
    crate::search::Error,
    crate::files::Error,
    tokio::task::JoinError
);
