//! The centres there were on a day, the newest arrangement first.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Per;
use super::epochs::{Epoch, epochs};
use super::said::{Named, Teller};
use super::views::{Choice, View};
use crate::app::App;
use crate::centres::{Centre, CentreFact, Kind, Network, disagreements};
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::list::{self, At, Wanted};
use crate::projects;
use crate::web::Frame;
use crate::web::visit::Undated;

pub struct Row {
    pub name: String,
    pub href: String,
    /// The projects of the centre, when it has any.
    pub projects: Option<String>,
    /// Whom it is for.
    pub area: Vec<Named>,
    pub hosts: Vec<Named>,
    pub satellites: Vec<Named>,
    pub when: String,
    /// The sources do not agree about it.
    pub disputed: bool,
    /// Why it is not sure that it was there that day.
    pub maybe: Option<Words>,
}

/// The centres of one kind.
struct Group {
    id: &'static str,
    heading: Words,
    lead: Words,
    sources: Vec<Words>,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "atlas/list.html")]
struct List {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    choices: Vec<Choice>,
    groups: Vec<Group>,
    epochs: Vec<Epoch>,
    count: Words,
    /// How old the sources are that today rests on.
    latest: Vec<Words>,
}

pub async fn show(State(app): State<App>, Undated(visit): Undated) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let now = At::Now(app.clock.now());
    let all = Wanted::of(projects::KIND.name, now, t.lang.code());
    let counts = list::counts_of(&app.catalogue, &all, "centre").await?;
    let suffix = per.suffix();
    let teller = Teller::new(&network, t, per.day, &suffix);
    let group = |kind: Kind| {
        let there = network.centres().iter().filter(|c| c.is_on(per.day) || c.may_be_on(per.day));
        let mut of_kind: Vec<&Centre> = there.filter(|c| c.kind == kind).collect();
        t.sort_by_key(&mut of_kind, |centre| centre.short_on(per.day));
        let sources: BTreeSet<String> = of_kind.iter().flat_map(|c| sources(c, &per)).collect();
        Group {
            id: kind.name(),
            heading: t.get(kind.key()),
            lead: t.get(kind.lead_key()),
            sources: sources.into_iter().map(|source| teller.theirs(source)).collect(),
            rows: of_kind
                .iter()
                .map(|centre| row(teller, centre, counts.contains_key(&centre.slug)))
                .collect(),
        }
    };
    let groups: Vec<Group> =
        Kind::ALL.map(group).into_iter().filter(|g| !g.rows.is_empty()).collect();
    let heading = t.plain("centres-heading");
    let path = format!("/{}/sentre", t.lang.code());
    let mut frame = Frame::new(&app, &visit, &heading)
        .described(&t.plain("centres-lead"))
        .under(heading, path.clone());
    frame.noindex = per.is_chosen();
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let choices = View::List.choices(&visit, &per);
    let epochs = epochs(&network, &per, &format!("{path}?"));
    let (count, latest) = (count(&network, t, &per), latest(&network, t, per.day));
    let page = List { t, frame, per, path, choices, groups, epochs, count, latest };
    crate::web::page(status, &page)
}

/// How many there were: what is sure and what may be are told apart.
pub fn count(network: &Network, t: Text, per: &Per) -> Words {
    let of = |is: fn(&Centre, time::Date) -> bool| {
        network.centres().iter().filter(|centre| is(centre, per.day)).count()
    };
    let all = of(Centre::is_on);
    let sure = of(Centre::is_surely_on);
    let old = of(|centre, day| !centre.is_on(day) && centre.may_be_on(day));
    if !per.is_chosen() {
        return t.with("atlas-count-today", "count", all);
    }
    let date = per.said(&t);
    if per.is_ahead() {
        return t.with2("atlas-count-ahead", "count", all, "date", date);
    }
    match (sure, old) {
        (sure, 0) if sure == all => t.with2("atlas-count-on", "count", all, "date", date),
        (0, 0) => t.with2("atlas-count-perhaps", "count", all, "date", date),
        (_, 0) => t.with3("atlas-count-least", "least", sure, "most", all, "date", date),
        _ => {
            let old = old + sure;
            t.with3("atlas-count-either", "old", old, "new", all, "date", date)
        }
    }
}

/// From when the sources are which say that the centres of a later day are there.
pub fn latest(network: &Network, t: Text, day: time::Date) -> Vec<Words> {
    let said = || {
        let held = network.on(day).flat_map(|centre| centre.on(day));
        held.filter(|s| !s.example && !matches!(s.fact, CentreFact::Contact { .. }))
    };
    let exists = said().filter(|s| matches!(s.fact, CentreFact::Exists(_)));
    let Some(year) = exists.filter_map(|s| s.source.year()).max() else { return Vec::new() };
    if year >= day.year() {
        return Vec::new();
    }
    let newer: Vec<i32> =
        said().filter_map(|s| s.source.year()).filter(|its| *its > year).collect();
    let mut told = vec![t.with("atlas-latest", "year", year.to_string())];
    if let Some(newest) = newer.iter().max() {
        let newest = newest.to_string();
        told.push(t.with2("atlas-latest-newer", "count", newer.len(), "year", newest));
    }
    told
}

/// Who says that the centre is there, hosted so, that day.
fn sources(centre: &Centre, per: &Per) -> Vec<String> {
    let basic = centre.on(per.day).filter(|s| {
        matches!(s.fact, CentreFact::Exists(_) | CentreFact::Host(_) | CentreFact::Satellite(_))
    });
    basic.map(|s| s.source.title.clone()).collect()
}

pub fn row(teller: Teller<'_>, centre: &Centre, has_projects: bool) -> Row {
    let lang = teller.t.lang.code();
    let that_day = |valid: crate::dates::Span| valid.contains(teller.day);
    let hosts = centre.hosts().filter(|(_, s)| that_day(s.valid));
    let satellites = centre.satellites().filter(|(_, s)| that_day(s.valid));
    Row {
        name: centre.short_on(teller.day).to_owned(),
        href: format!("/{lang}/sentre/{}{}", centre.slug, teller.suffix),
        projects: has_projects.then(|| format!("/{lang}/prosjekter?senter={}", centre.slug)),
        area: teller.whom(centre),
        hosts: hosts.map(|(host, s)| teller.host(host, s)).collect(),
        satellites: satellites.map(|(host, s)| teller.host(host, s)).collect(),
        when: teller.t.span(&centre.valid),
        disputed: !disagreements(centre, teller.day).is_empty(),
        maybe: maybe(teller, centre),
    }
}

/// Why it is not sure that the centre was there on the day.
fn maybe(teller: Teller<'_>, centre: &Centre) -> Option<Words> {
    let (t, day) = (teller.t, teller.day);
    if centre.is_surely_on(day) {
        return None;
    }
    if centre.is_on(day) {
        let unsure = centre.valid.from().is_some_and(crate::dates::PartialDate::is_unsure);
        return Some(t.get(if unsure { "atlas-maybe-unknown" } else { "atlas-maybe-later" }));
    }
    centre.may_be_on(day).then(|| t.get("atlas-maybe-before"))
}
