//! What somebody is told who may not see a page: which role opens it, who has that there, how to ask for it,
//! and, where they were logged in before, why they are no more.

use axum::http::HeaderMap;
use uuid::Uuid;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db::DbErr;
use crate::i18n::{Text, Words};
use crate::people::letter::role_key;
use crate::people::role_requests::ASKED_FOR;
use crate::people::{ended, persons, places, roles};
use crate::rights::{Right, RoleKind};
use crate::web::Visit;

/// Goes with the answer of a route that is shut: what it asks for, and the place of its address.
#[derive(Clone, Copy, Debug)]
pub struct Shut {
    pub right: Right,
    pub at: Option<Uuid>,
}

/// What the page says beside that it is shut.
#[derive(Debug, Default)]
pub struct Barred {
    /// Why this browser is logged in no more.
    pub ended: Option<Words>,
    /// What opens it.
    pub opens: Option<Words>,
    /// The roles that open it, each with how many have it there. Nobody is named.
    pub roles: Vec<Words>,
    /// They have the role, and it waits for a second step.
    pub waits: bool,
    /// Where the role is asked for.
    pub ask: Option<String>,
    /// It is given by those who look after the whole country.
    pub is_given: bool,
}

/// A page that can't be told more of is shut all the same: a database that does not answer takes nothing
/// away from that.
pub async fn barred(app: &App, visit: &Visit, headers: &HeaderMap, shut: Option<Shut>) -> Barred {
    let told = read(app, visit, headers, shut).await;
    told.unwrap_or_else(|error| {
        tracing::warn!(request = visit.id, %error, "what opens a page can't be read");
        Barred::default()
    })
}

async fn read(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    shut: Option<Shut>,
) -> Result<Barred, DbErr> {
    let (t, people) = (visit.t, &app.settings.people);
    let ended = match &visit.who {
        Some(_) => None,
        None => ended::why(&app.db, &app.clock, people, headers).await?,
    };
    let mut barred = Barred {
        ended: ended.map(|why| t.get(why.key())),
        waits: visit.who.as_ref().is_some_and(|who| who.waits),
        ..Barred::default()
    };
    match shut {
        // The thing itself is shut, and not its address.
        None => {
            barred.opens = visit.who.as_ref().map(|_| t.get("web-barred-own"));
        }
        Some(Shut { right: Right::Anybody | Right::LoggedIn, .. }) => {
            barred.opens = Some(t.get("web-barred-logged-in"));
        }
        Some(Shut { right: Right::WithRole(kinds), .. }) => {
            barred.opens = Some(t.get("web-barred-role"));
            with_roles(app, t, &mut barred, (kinds, None)).await?;
        }
        Some(Shut { right: Right::WithRoleAt(kinds), at }) => {
            let network = Network::load(&app.db).await?;
            let today = oslo_day(app.clock.now());
            let place = at.and_then(|at| Some((at, places::name(&network, at, today)?)));
            barred.opens = Some(match place {
                Some((_, name)) => t.with("web-barred-role-at", "place", name),
                None => t.get("web-barred-role"),
            });
            with_roles(app, t, &mut barred, (kinds, place.map(|(at, _)| at))).await?;
        }
    }
    Ok(barred)
}

/// The roles, who has them, and the way to ask for the least of them.
async fn with_roles(
    app: &App,
    t: Text,
    barred: &mut Barred,
    (kinds, at): (&[RoleKind], Option<Uuid>),
) -> Result<(), DbErr> {
    let today = oslo_day(app.clock.now());
    let mut held = roles::at(&app.db, None, today).await?;
    if let Some(at) = at {
        held.extend(roles::at(&app.db, Some(at), today).await?);
    }
    // Nobody can turn to one whose account is closed.
    let open = persons::open(&app.db, held.iter().map(|row| row.person_id).collect()).await?;
    held.retain(|row| open.contains(&row.person_id));
    let told = |kind: &RoleKind| {
        let count = held.iter().filter(|row| row.kind == kind.name()).count();
        let role = t.plain(role_key(*kind));
        // Where no place is named nobody knows how many of them it is.
        if at.is_some() || kind.is_everywhere() {
            t.with2("web-barred-held", "role", role, "count", count)
        } else {
            t.with("web-barred-any", "role", role)
        }
    };
    barred.roles = kinds.iter().map(told).collect();
    let asked = kinds.iter().find(|kind| ASKED_FOR.contains(kind));
    let place = at.map(|at| format!("&hos={at}")).unwrap_or_default();
    barred.ask = asked.map(|kind| format!("min-side/rolle?rolle={}{place}", kind.name()));
    barred.is_given = asked.is_none();
    Ok(())
}
