//! The register's first page: what one may keep, and the way to it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::centres::{Centre, Network};
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
    /// Those of today, and of days to come.
    centres: Vec<Row>,
    /// Those that are no more, with their years.
    before: Vec<Row>,
    /// What was looked for among the centres.
    sought_centre: String,
    /// Does who asks look after all of it?
    is_national: bool,
    /// What was looked for among the organisations, and what was found.
    sought: String,
    organisations: Vec<(String, String)>,
}

struct Row {
    name: String,
    href: String,
    /// From when until when it was.
    years: String,
}

/// The parameter of what is looked for, and so many are shown.
const SOUGHT: &str = "sok";
/// The same among the centres.
const SOUGHT_CENTRE: &str = "senter";
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
    let query = visit.parameters()?;
    let sought = query.get(SOUGHT).unwrap_or_default().trim().to_owned();
    let sought_centre = query.get(SOUGHT_CENTRE).unwrap_or_default().trim().to_owned();
    let words = sought_centre.to_lowercase();
    let is_meant = |one: &&Centre| {
        let names = [one.name_on(today), one.short_on(today)];
        may(one.id) && names.iter().any(|name| name.to_lowercase().contains(&words))
    };
    let (over, now): (Vec<&Centre>, Vec<&Centre>) =
        network.centres().iter().filter(is_meant).partition(|one| one.is_over(today));
    let rows = |some: Vec<&Centre>| {
        let row = |one: &Centre| Row {
            name: one.name_on(today).to_owned(),
            href: format!("/{code}/register/sentre/{}", one.id),
            years: t.span(&one.valid),
        };
        let mut rows: Vec<Row> = some.into_iter().map(row).collect();
        t.sort_by_key(&mut rows, |row| row.name.as_str());
        rows
    };
    let (centres, before) = (rows(now), rows(over));
    let organisations =
        if is_national { found(&network, &visit, today, &sought) } else { Vec::new() };
    let frame = super::frame(&app, &visit, &t.plain("register-heading"));
    let page =
        Overview { t, frame, centres, before, sought_centre, is_national, sought, organisations };
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
