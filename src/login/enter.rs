//! From a right code to a session: all in one transaction, with what the log says of it.

use axum::http::HeaderMap;
use axum::response::Response;
use uuid::Uuid;

use super::there::PARAMETER;
use super::{There, cookies, device, unkept};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::people::attempts::{self, Tried};
use crate::people::sessions::{self, Begun, Browser, Way};
use crate::people::{self, Address, Entry, Token, What, persons};
use crate::web::{Query, Visit};

/// What came of a code.
pub enum Entered {
    /// With the address that was shown to be theirs, and the page that they want to see.
    Now(Begun, Address, Option<There>),
    Not(Tried),
    /// The account has been closed. Only who has the address hears of it.
    Closed,
    /// The settings say whose addresses may have an account, and this is none of them.
    NotAdmitted,
}

pub async fn enter(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    secret: &Token,
    typed: &str,
) -> Result<Entered, Error> {
    let (lang, had) = (visit.lang(), had(visit));
    let browser = browser(visit, headers);
    let entered = db::transaction::<Entered, Error, _>(&app.db, |tx| {
        let (app, secret, typed) = (app.clone(), secret.clone(), typed.to_owned());
        let browser = browser.clone();
        Box::pin(async move {
            let App { clock, seal, settings, .. } = &app;
            let tried = attempts::hold(tx, clock, seal, &secret, &typed).await?;
            let Tried::Right { attempt, address, return_to } = tried else {
                return Ok(Entered::Not(tried));
            };
            let Some(address) = Address::parse(&address) else {
                return Ok(Entered::Not(Tried::Over));
            };
            let person = people::enter(tx, clock, &settings.people, &address, lang).await?;
            let refused = Entry::of(What::LogInRefused).seen_from(&browser.network);
            let Some(person) = person else {
                refused.on("login_attempt", attempt).write(tx, clock).await?;
                return Ok(Entered::NotAdmitted);
            };
            if person.is_disabled() {
                refused.on("person", person.id).write(tx, clock).await?;
                return Ok(Entered::Closed);
            }
            if let Some((before, session)) = had {
                sessions::end(tx, before, session).await?;
            }
            let begun = sessions::begin(tx, clock, person.id, Way::Code, &browser).await?;
            let there = return_to.as_deref().and_then(There::parse);
            Ok(Entered::Now(begun, address, there))
        })
    })
    .await?;
    let result = match &entered {
        Entered::Now(..) => "in",
        Entered::Not(_) => "wrong",
        Entered::Closed | Entered::NotAdmitted => "refused",
    };
    metrics::counter!("padriver_log_ins_total", "result" => result).increment(1);
    Ok(entered)
}

/// Logs this browser in as a person, for who has shown in another way that they may.
pub async fn begin_as(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    person: Uuid,
    way: Way,
) -> Reply {
    let (had, browser) = (had(visit), browser(visit, headers));
    let begun = db::transaction::<Begun, Error, _>(&app.db, |tx| {
        let (clock, browser) = (app.clock.clone(), browser.clone());
        Box::pin(async move {
            let found = persons::by_id(tx, person).await?;
            found.filter(|person| !person.is_disabled()).ok_or(Error::NotFound)?;
            if let Some((before, session)) = had {
                sessions::end(tx, before, session).await?;
            }
            Ok(sessions::begin(tx, &clock, person, way, &browser).await?)
        })
    })
    .await?;
    Ok(lead_in(visit, &begun.token, begun.is_pending, None))
}

/// To the page that they wanted, or to the second step where one is to be taken.
pub fn lead_in(visit: &Visit, token: &Token, is_pending: bool, there: Option<&There>) -> Response {
    let lang = visit.lang().code();
    let mine = format!("/{lang}/min-side");
    let there = there.map_or(mine.as_str(), There::as_str);
    let path = if is_pending {
        format!("/{lang}/logg-inn/trinn-to{}", Query::default().with(PARAMETER, there))
    } else {
        there.to_owned()
    };
    let mut response = unkept(crate::web::see_other(&path));
    cookies::SESSION.set(&mut response, token);
    response
}

pub fn browser(visit: &Visit, headers: &HeaderMap) -> Browser {
    Browser { device: device::of(headers), network: visit.asker.network.clone() }
}

/// The session that this browser has had until now: it ends as the new one begins.
pub fn had(visit: &Visit) -> Option<(Uuid, Uuid)> {
    visit.who.as_ref().map(|who| (who.id, who.session))
}
