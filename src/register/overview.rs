//! The register's first page: what one may keep, and the way to it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Reply;
use crate::i18n::Text;
use crate::login::known;
use crate::rights::{RoleKind, Who};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "register/overview.html")]
struct Overview {
    t: Text,
    frame: Frame,
    centres: Vec<(String, String)>,
    /// Does who asks look after all of it?
    is_national: bool,
    /// What was looked for among the organisations, and what was found.
    sought: String,
    organisations: Vec<(String, String)>,
}

/// The parameter of what is looked for, and so many are shown.
const SOUGHT: &str = "sok";
const SHOWN: usize = 50;

/// Coordinators and administrators.
pub fn is_national(who: &Who) -> bool {
    who.is(RoleKind::Coordinator) || who.is(RoleKind::Administrator)
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let (t, who, code) = (visit.t, known(&visit)?, visit.lang().code());
    let today = oslo_day(app.clock.now());
    let network = Network::load(&app.db).await?;
    let is_national = is_national(who);
    let may = |id| is_national || who.is_at(RoleKind::CentreLeader, id);
    let centre = |one: &crate::centres::Centre| {
        let href = format!("/{code}/register/sentre/{}", one.id);
        (one.name_on(today).to_owned(), href)
    };
    let mut centres: Vec<_> =
        network.centres().iter().filter(|one| may(one.id)).map(centre).collect();
    t.sort_by_key(&mut centres, |(name, _)| name.as_str());
    let sought = visit.parameters()?.get(SOUGHT).unwrap_or_default().trim().to_owned();
    let organisations =
        if is_national { found(&network, &visit, today, &sought) } else { Vec::new() };
    let frame = super::frame(&app, &visit, &t.plain("register-heading"));
    let page = Overview { t, frame, centres, is_national, sought, organisations };
    crate::web::page(StatusCode::OK, &page)
}

/// Organisations whose name holds the words.
fn found(
    network: &Network,
    visit: &Visit,
    today: time::Date,
    sought: &str,
) -> Vec<(String, String)> {
    let (words, code) = (sought.to_lowercase(), visit.lang().code());
    if words.is_empty() {
        return Vec::new();
    }
    let named = network.organisations.iter().filter_map(|one| {
        let name = one.name_on(today);
        let href = || format!("/{code}/register/organisasjoner/{}", one.id);
        name.to_lowercase().contains(&words).then(|| (name.to_owned(), href()))
    });
    let mut found: Vec<(String, String)> = named.collect();
    visit.t.sort_by_key(&mut found, |(name, _)| name.as_str());
    found.truncate(SHOWN);
    found
}
