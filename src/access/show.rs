//! Who has which role at a place, and what waits for an answer there; for the whole country, also the accounts.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::asked::{Asking, asking};
use super::find::without_kommune;
use super::{At, RECEIPTS, ask, invite, path};
use crate::app::App;
use crate::centres::{Centre, Network};
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::held;
use crate::login::known;
use crate::organisations::Organisation;
use crate::people::letter::role_key;
use crate::people::{Person, invitations, persons, places, role_requests, roles};
use crate::rights::{RoleKind, Who};
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "access/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    /// What the place is called; everywhere without one.
    place: Option<String>,
    action: String,
    held: Vec<Held>,
    /// A centre that nobody leads who can log in.
    is_unled: bool,
    waiting: Vec<Waiting>,
    asking: Vec<Asking>,
    /// Who asks for a role: at the place, or anywhere in the country.
    requests: Vec<Requested>,
    /// The form that invites, for who may give a role here.
    invite: Option<View>,
    /// That form has waited for them to log in.
    waited: String,
    notice: Option<Words>,
    centres: Vec<(String, String)>,
    /// What was looked for among the organisations; where nothing was, those are shown that have roles.
    sought: String,
    organisations: Vec<(String, String)>,
    /// Where one that was looked for and not found is added to the register.
    begin: String,
    accounts: Vec<Account>,
    /// The way to the log and to who may do what.
    is_administrator: bool,
}

struct Held {
    id: Uuid,
    who: String,
    role: Words,
    since: String,
    confirmed: String,
    /// The last day of it.
    until: Option<String>,
    is_due: bool,
    is_theirs_to_change: bool,
    /// They can't log in.
    is_closed: bool,
}

struct Waiting {
    id: Uuid,
    address: String,
    role: Words,
    until: String,
    /// The last day of the role.
    last: Option<String>,
    is_theirs_to_change: bool,
}

/// One who asks for a role, with the way to the answer.
struct Requested {
    words: Words,
    why: String,
    href: String,
}

struct Account {
    id: Uuid,
    who: String,
    is_closed: bool,
}

/// The parameter of what is looked for among the organisations, and so many are shown.
const SOUGHT: &str = "sted";
const SHOWN: usize = 50;

pub async fn everywhere(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, None, &Filled::empty(), None).await
}

pub async fn at(State(app): State<App>, visit: Visit, Named(At { at }): Named<At>) -> Reply {
    page(&app, &visit, Some(at), &Filled::empty(), None).await
}

/// The page of a place, with the form as it was filled in and what did not go as it was asked for.
pub async fn page(
    app: &App,
    visit: &Visit,
    place: Option<Uuid>,
    filled: &Filled,
    notice: Option<&str>,
) -> Reply {
    let (t, who, today) = (visit.t, known(visit)?, oslo_day(app.clock.now()));
    let network = Network::load(&app.db).await?;
    let name = match place {
        None => None,
        Some(at) => Some(places::name(&network, at, today).ok_or(Error::NotFound)?.to_owned()),
    };
    let names = names(app).await?;
    let held = roles::at(&app.db, place, today).await?;
    let of_place = Of { t, who, place, today, names: &names };
    let waiting = invitations::at(&app.db, place, app.clock.now()).await?;
    let is_administrator = place.is_none() && who.is(RoleKind::Administrator);
    let heading = name.clone().unwrap_or_else(|| t.plain("access-heading"));
    let action = path(t.lang.code(), place);
    let mut frame = Frame::new(app, visit, &heading).form();
    frame = frame.under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()));
    frame = frame.under(&heading, &action).saying(visit, RECEIPTS);
    frame.refused = filled.is_refused();
    let sought = visit.parameters()?.get(SOUGHT).unwrap_or_default().trim().to_owned();
    let form = invite::form(who, place);
    let page = Show {
        t,
        frame,
        held: held.iter().filter_map(|row| of_place.held(row)).collect(),
        is_unled: is_unled(app, &network, place, today).await?,
        waiting: waiting.iter().filter_map(|row| of_place.waiting(row)).collect(),
        asking: asking(app, t, &network, place, who, |id| named(t, names.get(&id))).await?,
        requests: requests(app, &of_place, &network).await?,
        invite: form.map(|form| View::new(t, &form, filled, &RegisterNames::default())),
        waited: held::carried(&filled.typed),
        notice: notice.map(|key| t.get(key)),
        centres: if place.is_none() { centres(&network, t, today) } else { Vec::new() },
        organisations: match place {
            None => organisations(app, &network, t, &sought).await?,
            Some(_) => Vec::new(),
        },
        begin: format!(
            "/{}/register/ny-organisasjon{}",
            t.lang.code(),
            Query::default().with("name", &sought)
        ),
        sought,
        accounts: if is_administrator { accounts(t, &names) } else { Vec::new() },
        is_administrator,
        place: name,
        action,
    };
    let status = if notice.is_some() { StatusCode::CONFLICT } else { filled.status() };
    crate::web::page(status, &page)
}

/// Is it a centre of today, and one that nobody leads?
async fn is_unled(
    app: &App,
    network: &Network,
    place: Option<Uuid>,
    today: Date,
) -> Result<bool, Error> {
    let centre = place.filter(|at| network.on(today).any(|centre| centre.id == *at));
    let Some(centre) = centre else { return Ok(false) };
    Ok(!roles::is_led(&app.db, (centre, None), today).await?)
}

/// Each person by what they are called, or by an address where they have not said it.
type Names = BTreeMap<Uuid, (Person, Vec<String>)>;

async fn names(app: &App) -> Result<Names, Error> {
    let all = persons::all(&app.db).await?;
    Ok(all.into_iter().map(|(person, addresses)| (person.id, (person, addresses))).collect())
}

/// Empty for one who comes by others, and is known by neither.
fn called((person, addresses): &(Person, Vec<String>)) -> String {
    match (person.name.as_str(), addresses.join(", ")) {
        ("", addresses) => addresses,
        (name, addresses) if addresses.is_empty() => name.to_owned(),
        (name, addresses) => format!("{name} ({addresses})"),
    }
}

/// The same, with words for one who is known by neither.
fn named(t: Text, of: Option<&(Person, Vec<String>)>) -> String {
    let name = of.map(called).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| t.plain("people-unnamed"))
}

fn accounts(t: Text, names: &Names) -> Vec<Account> {
    let account = |of: &(Person, Vec<String>)| Account {
        id: of.0.id,
        who: named(t, Some(of)),
        is_closed: of.0.is_disabled(),
    };
    names.values().map(account).collect()
}

fn centres(network: &Network, t: Text, today: Date) -> Vec<(String, String)> {
    let link = |id| path(t.lang.code(), Some(id));
    let named = |one: &Centre| (one.name_on(today).to_owned(), link(one.id));
    let mut all: Vec<(String, String)> = network.on(today).map(named).collect();
    t.sort_by_key(&mut all, |(name, _)| name.as_str());
    all
}

/// Those whose name holds the words; without words, those where somebody has a role.
async fn organisations(
    app: &App,
    network: &Network,
    t: Text,
    sought: &str,
) -> Result<Vec<(String, String)>, Error> {
    let today = oslo_day(app.clock.now());
    let words = sought.to_lowercase();
    let held: BTreeSet<Uuid> = if words.is_empty() {
        roles::all(&app.db, today).await?.iter().filter_map(|row| row.place_id).collect()
    } else {
        BTreeSet::new()
    };
    let own = without_kommune(&words);
    let of = |one: &Organisation| {
        let name = one.name_on(today);
        let said = name.to_lowercase();
        let is_named = !words.is_empty() && (said.contains(words.as_str()) || said == own);
        let is_meant = held.contains(&one.id) || is_named;
        is_meant.then(|| (name.to_owned(), path(t.lang.code(), Some(one.id))))
    };
    let mut found: Vec<(String, String)> = network.organisations.iter().filter_map(of).collect();
    t.sort_by_key(&mut found, |(name, _)| name.as_str());
    found.truncate(SHOWN);
    Ok(found)
}

/// Those that they may answer. For the whole country the place is said too.
async fn requests(app: &App, of: &Of<'_>, network: &Network) -> Result<Vec<Requested>, Error> {
    let t = of.t;
    let one = |row: role_requests::Model| {
        let role = row.role()?;
        let is_theirs = of.who.may_give(role.kind, role.at) && row.person_id != of.who.id;
        let place = places::name(network, row.place_id, of.today)?;
        let name = named(t, of.names.get(&row.person_id));
        let kind = t.plain(role_key(role.kind));
        let words = if of.place.is_some() {
            t.with3("access-request", "name", name, "role", kind, "day", t.day(*row.made_at))
        } else {
            t.with3("access-request-at", "name", name, "role", kind, "place", place)
        };
        let href = ask::answering(t.lang.code(), row.place_id, row.id);
        is_theirs.then_some(Requested { words, why: row.why, href })
    };
    let rows = role_requests::at(&app.db, of.place).await?;
    Ok(rows.into_iter().filter_map(one).collect())
}

struct Of<'a> {
    t: Text,
    who: &'a Who,
    place: Option<Uuid>,
    today: Date,
    names: &'a Names,
}

impl Of<'_> {
    fn held(&self, row: &roles::Model) -> Option<Held> {
        let role = row.role()?;
        Some(Held {
            id: row.id,
            who: named(self.t, self.names.get(&row.person_id)),
            role: self.t.get(role_key(role.kind)),
            since: self.t.date(row.valid_from),
            confirmed: self.t.date(row.confirmed_on),
            until: row.valid_to.and_then(Date::previous_day).map(|last| self.t.date(last)),
            is_due: row.is_due(self.today),
            is_theirs_to_change: self.who.may_give(role.kind, self.place),
            is_closed: self.names.get(&row.person_id).is_some_and(|(one, _)| one.is_disabled()),
        })
    }

    fn waiting(&self, row: &invitations::Model) -> Option<Waiting> {
        let role = row.role()?;
        Some(Waiting {
            id: row.id,
            address: row.address.clone(),
            role: self.t.get(role_key(role.kind)),
            until: self.t.day(*row.expires_at),
            last: row.valid_to.and_then(Date::previous_day).map(|last| self.t.date(last)),
            is_theirs_to_change: self.who.may_give(role.kind, self.place),
        })
    }
}
