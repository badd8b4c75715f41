//! The centres from 1999 to now: when each kind came, what it grew out of, who hosted it.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use time::Date;

use super::Per;
use super::country::area_name;
use super::epochs::{Epoch, epochs};
use super::said::{Named, Teller};
use super::views::{Choice, View};
use crate::app::App;
use crate::centres::{Centre, Kind, Network};
use crate::dates::{PartialDate, Precision};
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::timelines::{Bar, Lane, Look, Timeline, When};
use crate::web::{Frame, Visit};

/// When the programme began.
const FIRST: i32 = 1999;

/// What happened in a year.
struct Year {
    year: i32,
    happened: Vec<Happened>,
}

/// Things of one sort that happened.
struct Happened {
    what: Words,
    items: Vec<Item>,
}

struct Item {
    centre: Named,
    when: String,
    hosts: String,
    /// What it grew out of, or what became of it.
    others: Vec<Named>,
}

/// The sorts, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Began(Kind),
    Merged(Kind),
    Moved,
    /// Hosted by another than the last that is known of what it came of.
    Elsewhere,
    Ended,
}

/// A kind as the key shows it.
struct Entry {
    swatch: String,
    name: Words,
}

#[derive(Template)]
#[template(path = "atlas/timeline.html")]
struct Show {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    view: View,
    choices: Vec<Choice>,
    epochs: Vec<Epoch>,
    today: String,
    svg: String,
    /// Is there any ring to explain?
    has_rings: bool,
    key: Vec<Entry>,
    years: Vec<Year>,
}

pub async fn show(app: App, visit: Visit) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let suffix = per.suffix();
    let teller = Teller::new(&network, t, per.day, &suffix);
    let path = format!("/{}/sentre", t.lang.code());
    let address = format!("{path}?visning=tidslinje&");
    let heading = t.plain("centres-heading");
    let title = t.plain("atlas-years-title");
    let mut frame =
        Frame::new(&app, &visit, &heading).described(&title).under(heading, path.clone());
    frame.noindex = true;
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let timeline = Timeline {
        id: "tid",
        title: &title,
        from: FIRST,
        today: per.today,
        marked: per.is_chosen().then(|| (per.day, per.said(&t))),
        lanes: lanes(teller),
    };
    // In the order they came.
    let mut kinds = Kind::ALL;
    kinds.reverse();
    kinds.sort_by_key(|kind| *kind == Kind::Unstated);
    let kinds = kinds.into_iter();
    let kinds = kinds.filter(|kind| network.centres().iter().any(|c| c.kind == *kind));
    let page = Show {
        t,
        frame,
        path,
        view: View::Timeline,
        choices: View::Timeline.choices(&visit, &per),
        epochs: epochs(&network, &per, &address),
        today: address.trim_end_matches('&').to_owned(),
        has_rings: timeline.has_rings(),
        svg: timeline.svg(),
        key: kinds
            .map(|kind| Entry { swatch: look(kind).swatch(), name: t.get(kind.key()) })
            .collect(),
        years: years(teller),
        per,
    };
    crate::web::page(status, &page)
}

fn look(kind: Kind) -> Look {
    match kind {
        Kind::TeachingNursingHome => Look::FirstHatched,
        Kind::TeachingHomeCare => Look::SecondHatched,
        Kind::NursingHomes => Look::FirstPlain,
        Kind::HomeCare => Look::SecondPlain,
        Kind::Development => Look::Filled,
        Kind::Unstated => Look::Bare,
    }
}

/// A lane for each county that a centre was for; those for something else than a county last.
fn lanes(teller: Teller<'_>) -> Vec<Lane> {
    let mut lanes: BTreeMap<(bool, String), Lane> = BTreeMap::new();
    for centre in teller.network.centres() {
        let counties = teller.network.county_codes(centre);
        let first = centre.valid.first_day().unwrap_or(teller.day);
        let told = Teller { day: first, ..teller };
        let key = match counties.first() {
            Some(code) => (false, code.clone()),
            None => (true, centre.slug.clone()),
        };
        let name = || match counties.first() {
            Some(code) => teller.network.places.counties().name(code).to_owned(),
            None => area_name(told, centre),
        };
        let lane = lanes.entry(key).or_insert_with(|| Lane { name: name(), bars: Vec::new() });
        lane.bars.push(bar(told, centre));
    }
    lanes.into_values().collect()
}

fn bar(teller: Teller<'_>, centre: &Centre) -> Bar {
    let when = teller.t.span(&centre.valid);
    let hosts = hosts(teller, centre);
    let names: Vec<&str> = hosts.iter().map(|(_, names)| names.as_str()).collect();
    let name = format!("{}, {when}", centre.short_on(teller.day));
    let unknown = teller.t.plain("atlas-years-unknown");
    let says = if names.is_empty() {
        format!("{name}, {unknown}")
    } else {
        teller.t.plain_with2("atlas-years-bar", "name", &name, "hosts", names.join(" → "))
    };
    let rough = |date: PartialDate| When {
        day: date.first_day(),
        is_rough: date.precision() != Precision::Day || date.is_circa() || date.is_unsure(),
    };
    let moved = teller.network.moved_from(centre);
    let says = match moves(teller, &moved).first() {
        Some(from) => teller.t.plain_with2("atlas-years-bar-moved", "bar", &says, "from", from),
        None => says,
    };
    Bar {
        key: centre.slug.clone(),
        look: look(centre.kind),
        says,
        href: teller.centre(centre).href,
        from: centre.valid.from().map_or(When { day: teller.day, is_rough: true }, rough),
        to: centre.valid.to().map(rough),
        texts: hosts,
        unknown,
        has_moved: !moved.is_empty(),
        after: centre.predecessors().into_iter().map(str::to_owned).collect(),
    }
}

/// Where the host was before, and of which centre: «Bærum (UHT Akershus)».
fn moves(teller: Teller<'_>, moved: &[(&Centre, Vec<String>)]) -> Vec<String> {
    let told = |(before, names): &(&Centre, Vec<String>)| {
        let day = before.valid.first_day().unwrap_or(teller.day);
        format!("{} ({})", names.join(", "), before.short_on(day))
    };
    moved.iter().map(told).collect()
}

/// From which day each host, or hosts together; what sources disagree about stands side by side.
fn hosts(teller: Teller<'_>, centre: &Centre) -> Vec<(Date, String)> {
    let mut hosts: Vec<(Date, Vec<String>)> = Vec::new();
    for (span, names) in teller.network.hosts_of(centre) {
        let first = span.first_day().unwrap_or(teller.day);
        match hosts.last_mut() {
            Some((day, known)) if *day == first => known.extend(names),
            // A later statement of the same host is no move.
            Some((_, known)) if *known == names => {}
            _ => hosts.push((first, names)),
        }
    }
    hosts.into_iter().map(|(day, names)| (day, names.join(", "))).collect()
}

/// Everything that happened, year by year.
fn years(teller: Teller<'_>) -> Vec<Year> {
    let mut years: BTreeMap<i32, BTreeMap<Sort, Vec<Item>>> = BTreeMap::new();
    let mut tell = |day: Date, sort: Sort, item: Item| {
        years.entry(day.year()).or_default().entry(sort).or_default().push(item);
    };
    let network = teller.network;
    for centre in network.centres() {
        let first = centre.valid.first_day().unwrap_or(teller.day);
        let told = Teller { day: first, ..teller };
        let hosts = hosts(told, centre);
        let before = centre.predecessors().into_iter().filter_map(|slug| network.centre(slug));
        let others: Vec<Named> = before.map(|before| named(told, before)).collect();
        let sort =
            if others.len() > 1 { Sort::Merged(centre.kind) } else { Sort::Began(centre.kind) };
        let item = |when: String, hosts: String, others: Vec<Named>| Item {
            centre: named(told, centre),
            when,
            hosts,
            others,
        };
        let began_with = hosts.first().map(|(_, names)| names.clone()).unwrap_or_default();
        let span = teller.t.span(&centre.valid);
        tell(first, sort, item(span, began_with.clone(), others));
        for from in moves(told, &network.moved_from(centre)) {
            let arrow = format!("{from} → {began_with}");
            tell(first, Sort::Elsewhere, item(String::new(), arrow, Vec::new()));
        }
        for pair in hosts.windows(2) {
            let ((_, from), (day, to)) = (&pair[0], &pair[1]);
            tell(*day, Sort::Moved, item(String::new(), format!("{from} → {to}"), Vec::new()));
        }
        let goes_on = network.successors(&centre.slug).next().is_some();
        if let (Some(end), false) = (centre.valid.to(), goes_on) {
            let when = teller.t.partial(&end);
            tell(end.first_day(), Sort::Ended, item(when, String::new(), Vec::new()));
        }
    }
    let happened = |(sort, mut items): (Sort, Vec<Item>)| {
        teller.t.sort_by_key(&mut items, |item| &item.centre.name);
        Happened { what: sort.said(teller.t), items }
    };
    let year = |(year, sorts): (i32, BTreeMap<Sort, Vec<Item>>)| Year {
        year,
        happened: sorts.into_iter().map(happened).collect(),
    };
    years.into_iter().map(year).collect()
}

/// By the name it had then.
fn named(teller: Teller<'_>, centre: &Centre) -> Named {
    let day = centre.valid.first_day().unwrap_or(teller.day);
    Teller { day, ..teller }.centre(centre)
}

impl Sort {
    fn said(self, t: Text) -> Words {
        match self {
            Self::Began(kind) => t.get(kind.key()),
            Self::Merged(kind) => t.with("atlas-years-merged", "kind", t.plain(kind.key())),
            Self::Moved => t.get("atlas-years-moved"),
            Self::Elsewhere => t.get("atlas-years-elsewhere"),
            Self::Ended => t.get("atlas-years-ended"),
        }
    }
}
