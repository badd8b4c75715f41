//! Logging out: the session ends here, and the browser forgets what it kept.

use axum::extract::State;
use axum::http::HeaderValue;

use super::{cookies, unkept};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::people::{Entry, What, sessions};
use crate::web::Visit;

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    if let Some(who) = &visit.who {
        let (person, session) = (who.id, who.session);
        db::transaction::<(), Error, _>(&app.db, |tx| {
            let clock = app.clock.clone();
            Box::pin(async move {
                if sessions::end(tx, person, session).await? {
                    let entry = Entry::of(What::LoggedOut).by(Some(person)).on("session", session);
                    entry.write(tx, &clock).await?;
                }
                Ok(())
            })
        })
        .await?;
    }
    let mut response = unkept(crate::web::see_other(&format!("/{}/", visit.lang().code())));
    cookies::SESSION.forget(&mut response);
    response
        .headers_mut()
        .insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}
