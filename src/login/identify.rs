//! Who asks, by the cookie of their session. A request without it costs nothing.

use axum::http::request::Parts;

use super::cookies::SESSION;
use crate::app::{App, Identified, nobody};
use crate::people::sessions;

pub fn identify<'a>(parts: &'a Parts, app: &'a App) -> Identified<'a> {
    let Some(token) = SESSION.read(&parts.headers) else { return nobody(parts, app) };
    Box::pin(async move {
        let settings = &app.settings.people;
        let known = sessions::known(&app.db, &app.clock, settings, &token).await?;
        Ok(known.map(|known| known.who(&app.seal)))
    })
}
