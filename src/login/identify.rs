//! Who asks, by the cookie of their session. A request without it costs nothing.

use axum::http::request::Parts;

use super::cookies::SESSION;
use crate::app::{App, Identified, nobody};
use crate::people::sessions;

/// What a page that fetches itself anew says in its address. Nobody may be sitting there: the session is not
/// used by it, and ends as if the page were closed.
pub const BY_ITSELF: &str = "hentet=selv";

pub fn identify<'a>(parts: &'a Parts, app: &'a App) -> Identified<'a> {
    let Some(token) = SESSION.read(&parts.headers) else { return nobody(parts, app) };
    let by_itself = |query: &str| query.split('&').any(|one| one == BY_ITSELF);
    let is_used = !parts.uri.query().is_some_and(by_itself);
    Box::pin(async move {
        let settings = &app.settings.people;
        let known = sessions::known(&app.db, &app.clock, settings, &token, is_used).await?;
        Ok(known.map(|known| known.who(&app.seal)))
    })
}
