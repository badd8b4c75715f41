//! Pages that cost far more to make than others: counted for who asks, and given up past a deadline.
//!
//! A room says of a route which visits are heavy ([`crate::room::Route::heavy`]).

use std::time::Duration;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::{Instant, timeout_at};

use crate::app::App;
use crate::error::Error;
use crate::limits::HEAVY;
use crate::web::{Visit, visit};

pub type IsHeavy = fn(&Visit) -> bool;

/// When the answer to a heavy visit must be there. Work on a thread of its own can't be cut off, and
/// has to look at this by itself.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Instant);

impl Deadline {
    pub fn is_past(self) -> bool {
        Instant::now() >= self.0
    }

    /// The end of a part of the work that may take so long, but never past the deadline.
    pub fn or_within(self, longest: Duration) -> std::time::Instant {
        self.0.min(Instant::now() + longest).into_std()
    }
}

impl FromRequestParts<App> for Deadline {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        let undeclared = || Error::Internal("a route that has a deadline is not heavy".to_owned());
        parts.extensions.get().copied().ok_or_else(undeclared)
    }
}

/// The layer around a route that may be heavy.
pub async fn guard(
    State((app, is_heavy)): State<(App, IsHeavy)>,
    mut request: Request,
    next: Next,
) -> Response {
    let visit = match visit::of(request.extensions()) {
        Ok(visit) => visit.clone(),
        Err(error) => return error.into_response(),
    };
    if !is_heavy(&visit) {
        return next.run(request).await;
    }
    if let Err(error) = app.limits.count(&HEAVY, &visit.asker) {
        return error.into_response();
    }
    let deadline = Instant::now() + app.settings.limits.heavy_read();
    request.extensions_mut().insert(Deadline(deadline));
    let answer = timeout_at(deadline, next.run(request)).await;
    answer.unwrap_or_else(|_| Error::TooSlow.into_response())
}
