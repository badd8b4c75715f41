//! Where something is in use: on a map, over time, in whose hands it went how, and who learned it from whom.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;
use uuid::Uuid;

use super::beside::{self, Beside};
use super::chain::{self, Node};
use super::{Found, HERE, SAY, find, place, today};
use crate::adoptions::{self, Adoption, Stage, Status};
use crate::app::App;
use crate::centres::Network;
use crate::dates::{PartialDate, oslo_day};
use crate::error::Reply;
use crate::i18n::{Lang, Text, Words};
use crate::maps::{Extent, GroupKind, Map, MapGroup, MapMunicipality};
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "adoption/here.html")]
struct Here {
    t: Text,
    frame: Frame,
    title: Words,
    /// How many have come how far.
    counts: Vec<Words>,
    rows: Vec<Row>,
    map: Option<String>,
    years: Vec<(String, usize)>,
    events: Vec<Words>,
    /// A picture of the chain where it is small enough, and the same as a list.
    picture: Option<String>,
    chain: String,
    beside: Vec<Beside>,
    say: String,
    data: [String; 2],
}

/// An adopter.
struct Row {
    /// Where it stands on the page.
    anchor: String,
    place: String,
    status: Words,
    since: Option<String>,
    adaptation: Words,
    outcome: Option<Words>,
    told: Words,
    contact: Words,
    /// Whom they learned it from, and where that stands.
    from: Option<(String, String)>,
    example: bool,
}

/// So many things that happened are told, the newest.
const EVENTS: usize = 200;

/// What somebody wrote, with the language that it is in.
pub fn titled(t: Text, text: &str, lang: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(lang).unwrap_or(t.lang))
}

/// Where an adopter stands on the page.
pub fn anchor(id: Uuid) -> String {
    format!("b{}", id.simple())
}

/// An adopter with where they are, and how far they have come when.
pub struct Told<'a> {
    pub one: &'a Adoption,
    pub place: String,
    pub stages: Vec<Stage>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let found = match find(&app, &visit, &slug).await? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let t = visit.t;
    let network = Network::load(&app.db).await?;
    let day = today(&app);
    let all = adoptions::of_item(&app.db, found.original).await?;
    let ids = all.iter().map(|one| one.id);
    let mut stages = adoptions::stages(&app.db, ids.collect::<Vec<Uuid>>()).await?;
    let mut told: Vec<Told<'_>> = all
        .iter()
        .map(|one| Told {
            one,
            place: place(&network, one, day),
            stages: stages.remove(&one.id).unwrap_or_default(),
        })
        .collect();
    // By name, never by how it went.
    t.sort_by_key(&mut told, |one| one.place.as_str());
    let series = adoptions::series_of(&app.db, found.original).await?;
    let page = page(&app, &visit, &found, (&network, day), &told, &series);
    crate::web::page(StatusCode::OK, &page)
}

fn page(
    app: &App,
    visit: &Visit,
    found: &Found,
    (network, day): (&Network, Date),
    told: &[Told<'_>],
    series: &[adoptions::Series],
) -> Here {
    let t = visit.t;
    let item = &found.shown.item;
    let heading = t.plain("adoption-here");
    let frame = found.frame(app, visit, (&heading, HERE));
    let nodes = nodes(told);
    let origin = &item.title;
    let names: BTreeMap<Uuid, &str> =
        told.iter().map(|one| (one.one.id, one.place.as_str())).collect();
    Here {
        t,
        frame: frame.described(&t.plain_with("adoption-here-lead", "title", origin.as_str())),
        title: titled(t, origin, &item.lang),
        counts: counts(t, told),
        rows: told.iter().map(|one| row(t, one, &names)).collect(),
        map: map(t, network, day, told),
        years: years(told),
        events: events(t, told),
        picture: chain::picture(t, origin, &nodes),
        chain: chain::list(origin, &nodes),
        beside: beside::of(t, series, &names, origin),
        say: format!("{}/{}/{SAY}", found.kind.path, found.shown.item.slug),
        data: ["xlsx", "csv"]
            .map(|ending| format!("/api/v1/adoptions.{ending}?item={}", found.original)),
    }
}

fn nodes<'a>(told: &'a [Told<'_>]) -> Vec<Node<'a>> {
    let node =
        |one: &'a Told<'_>| Node { id: one.one.id, from: one.one.learned_from, name: &one.place };
    told.iter().map(node).collect()
}

/// «I bruk: 4» for each that there are.
fn counts(t: Text, told: &[Told<'_>]) -> Vec<Words> {
    let all = [Status::InUse, Status::Trying, Status::Planned, Status::Stopped];
    let one = |status: Status| {
        let count = told.iter().filter(|one| one.one.status() == status).count();
        let name = t.plain(status.key());
        (count > 0).then(|| t.with2("adoption-count", "status", name, "count", count))
    };
    all.into_iter().filter_map(one).collect()
}

fn row(t: Text, told: &Told<'_>, names: &BTreeMap<Uuid, &str>) -> Row {
    let one = told.one;
    let own = |text: &str| titled(t, text, &one.lang);
    let since = told.stages.last().and_then(Stage::day);
    let from = one.learned_from.and_then(|id| Some((*names.get(&id)?, anchor(id))));
    Row {
        anchor: anchor(one.id),
        place: told.place.clone(),
        status: t.get(one.status().key()),
        since: since.map(|day| t.partial(&day)),
        adaptation: own(&one.adaptation),
        outcome: one.outcome().map(|outcome| t.get(outcome.key())),
        told: own(&one.told),
        contact: own(&one.contact_role),
        from: from.map(|(name, anchor)| (name.to_owned(), anchor)),
        example: one.example,
    }
}

/// Each municipality by how far the furthest in it has come.
fn map(t: Text, network: &Network, day: Date, told: &[Told<'_>]) -> Option<String> {
    let order = [Status::Stopped, Status::Planned, Status::Trying, Status::InUse];
    let rank = |status: Status| order.iter().position(|one| *one == status);
    let mut furthest: BTreeMap<&str, (Status, &str)> = BTreeMap::new();
    for one in told.iter().map(|told| told.one) {
        let said = oslo_day(*one.made_at);
        for town in network.places.follow(&one.municipality, said, day) {
            let known = furthest.entry(&town.code).or_insert((one.status(), town.name.as_str()));
            if rank(one.status()) > rank(known.0) {
                known.0 = one.status();
            }
        }
    }
    let group = |status: Status| {
        let its = furthest.iter().filter(|(_, (is, _))| *is == status);
        let places: Vec<MapMunicipality> = its
            .map(|(code, (_, name))| MapMunicipality {
                code: (*code).to_owned(),
                name: (*name).to_owned(),
            })
            .collect();
        let name = t.plain(status.key());
        let about = t.plain_with("adoption-municipalities", "count", places.len());
        let kind = GroupKind::Ordinary;
        (!places.is_empty()).then_some(MapGroup { name, about, href: None, kind, places })
    };
    let groups: Vec<MapGroup> = order.into_iter().rev().filter_map(group).collect();
    if groups.is_empty() {
        return None;
    }
    let title = t.plain("adoption-map");
    let (marks, meanings) = (Vec::new(), Vec::new());
    let extent = Extent::Country;
    Some(Map { id: "kart", title: &title, extent, groups, marks, meanings }.figure(t))
}

/// How many began each year, by when each first had it in hand.
fn years(told: &[Told<'_>]) -> Vec<(String, usize)> {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for one in told {
        let in_hand = one.stages.iter().filter(|stage| stage.status().is_in_hand());
        let first = in_hand.filter_map(Stage::day).map(PartialDate::year).min();
        if let Some(year) = first {
            *years.entry(year).or_default() += 1;
        }
    }
    years.into_iter().map(|(year, count)| (year.to_string(), count)).collect()
}

/// «mars 2026: Solbakken, Hamar (prøver)», the newest first.
fn events(t: Text, told: &[Told<'_>]) -> Vec<Words> {
    let of_one = |one: &Told<'_>| {
        let place = one.place.clone();
        let told = one.stages.iter().filter_map(|stage| Some((stage.day()?, stage.status())));
        told.map(|(day, status)| (day, place.clone(), status)).collect::<Vec<_>>()
    };
    let mut all: Vec<(PartialDate, String, Status)> = told.iter().flat_map(of_one).collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let said = |(day, place, status): (PartialDate, String, Status)| {
        let (day, status) = (t.partial(&day), t.plain(status.key()));
        t.with3("adoption-event", "day", day, "place", place, "status", status)
    };
    all.into_iter().take(EVENTS).map(said).collect()
}
