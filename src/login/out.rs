//! Logging out: the session ends here, and the browser forgets what it kept of them.

use axum::extract::{Request, State};
use axum::http::HeaderValue;

use super::{LIMIT, cookies, unkept};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames};
use crate::oidc;
use crate::people::{Entry, What, sessions};
use crate::web::Visit;

/// The script says so when the browser has texts of others that have not been sent: those are theirs.
const KEEP: &str = "behold";

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([KEEP]);
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    let has_others = !filled.typed.value(KEEP).is_empty();
    let mut there = format!("/{}/?gjort=ut", visit.lang().code());
    if let Some(who) = &visit.who {
        let (person, session) = (who.id, who.session);
        let ended = sessions::by_id(&app.db, (person, session)).await?;
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
        if let Some(address) = elsewhere(&app, ended.as_ref()).await {
            there = address;
        }
    }
    let mut response = unkept(crate::web::see_other(&there));
    cookies::SESSION.forget(&mut response);
    let cleared = if has_others { "\"cache\"" } else { "\"cache\", \"storage\"" };
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static(cleared));
    Ok(response)
}

/// Where the session ends with whoever has vouched for it. It is over here whether they answer or not.
async fn elsewhere(app: &App, session: Option<&sessions::Model>) -> Option<String> {
    let session = session?;
    let issuer = session.issuer.as_ref()?;
    let provider = app.settings.providers.iter().find(|one| one.issuer == *issuer)?;
    // Providers hold it against a list of theirs, letter for letter.
    let back = format!("{}/nb/", app.public_url());
    match oidc::known(provider, app.clock.now()).await {
        Ok(known) => oidc::address_of_end(provider, &known, session.hint.as_deref(), &back),
        Err(error) => {
            tracing::warn!(provider = provider.name, %error, "nobody is logged out there");
            None
        }
    }
}
