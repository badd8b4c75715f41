//! One municipality: what it was called, what it became, which centre serves it, what was done there.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;

use super::Per;
use super::absent::Absent;
use super::drawn::{self, Drawn};
use super::list::{Row, row};
use super::said::{Named, Teller};
use super::works::{self, Works};
use super::{country, local};
use crate::app::App;
use crate::centres::Network;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::places::Municipality;
use crate::web::Frame;
use crate::web::visit::{Named as Address, Slug, Undated};

/// A day when it came of something, or became something.
struct Change {
    when: String,
    others: Vec<Named>,
    what: Words,
}

struct Period {
    name: String,
    when: String,
}

#[derive(Template)]
#[template(path = "atlas/municipality.html")]
struct Show {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    code: String,
    /// Where it is in its county.
    map: Option<Arc<str>>,
    caveat: Option<Words>,
    name: String,
    county: Named,
    when: String,
    absent: Option<Absent>,
    /// What it is that day, when that is under another code.
    then: Vec<Named>,
    periods: Vec<Period>,
    changes: Vec<Change>,
    centres: Vec<Row>,
    /// Those that may be there for it.
    maybe: Vec<Row>,
    /// Those that it is host or satellite of.
    held: Vec<(Words, Named)>,
    /// The organisations that are a part of it.
    units: Vec<Words>,
    works: Vec<Works>,
    used: Vec<Works>,
}

pub async fn show(
    State(app): State<App>,
    Undated(visit): Undated,
    Address(Slug { slug: code }): Address<Slug>,
) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let shown = shown(&network, &code, per.day).ok_or(Error::NotFound)?;
    let suffix = per.suffix();
    let day = nearest(shown, per.day);
    let teller = Teller { day, ..Teller::new(&network, t, per.day, &suffix) };
    let absent = Absent::of(t, &per, day).map(|absent| relabelled(absent, teller, shown, &per));
    let path = format!("/{}/kommuner/{code}", t.lang.code());
    let county = teller.county(shown.county());
    let mut frame = Frame::new(&app, &visit, &shown.name)
        .under(t.plain("atlas-counties"), format!("/{}/fylker{suffix}", t.lang.code()))
        .under(&county.name, county.href.clone().unwrap_or_default())
        .under(&shown.name, path.clone())
        .followed(&shown.name, "kommune", &code);
    frame.noindex = per.is_chosen();
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let serving = network.serving(teller.day);
    let of = format!("municipality {code}");
    let what = Drawn { of, lang: t.lang, day, today: per.today, suffix: suffix.clone() };
    let map = drawn::figure(&network, what, || {
        let rows = network.map_on(day, per.today);
        local::of_municipality(teller, &rows, &code, &shown.name)
    });
    let names = periods(teller, &code);
    let page = Show {
        t,
        frame,
        caveat: country::caveat(t, teller.day),
        map,
        path,
        name: shown.name.clone(),
        county,
        when: when(&names, t, shown),
        then: if absent.is_some() { then(teller, shown, per.day) } else { Vec::new() },
        absent,
        periods: names,
        changes: changes(teller, &code),
        centres: serving.of(&code).map(|centre| row(teller, centre, false)).collect(),
        maybe: serving.maybe(shown.county()).map(|centre| row(teller, centre, false)).collect(),
        held: held(teller, &code),
        units: units(teller, &code),
        works: works::of(&app, t, ("municipality", &code)).await?,
        used: works::used(&app, t, ("municipality", &code)).await?,
        per,
        code,
    };
    crate::web::page(status, &page)
}

/// As long as it has had the name, which is longer than a register that counts variants says.
fn when(names: &[Period], t: Text, shown: &Municipality) -> String {
    let its = names.iter().find(|period| period.name == shown.name);
    its.map_or_else(|| t.span(&shown.span()), |period| period.when.clone())
}

fn held(teller: Teller<'_>, code: &str) -> Vec<(Words, Named)> {
    let told = |(centre, is_host): (&crate::centres::Centre, bool)| {
        let key = if is_host { "atlas-host-of" } else { "atlas-satellite-of" };
        (teller.t.get(key), teller.centre(centre))
    };
    teller.network.held_by(code, teller.day).into_iter().map(told).collect()
}

fn units(teller: Teller<'_>, code: &str) -> Vec<Words> {
    let (network, day) = (teller.network, teller.day);
    let parts = network.organisations.parts_of(code, &network.places, day);
    let mut names: Vec<&str> = parts.iter().map(|part| part.name_on(day)).collect();
    teller.t.sort_by_key(&mut names, |name| name);
    names.into_iter().map(|name| teller.theirs(name)).collect()
}

/// What the code stands for that day; else what it stood for last before, or first after.
fn shown<'a>(network: &'a Network, code: &str, day: Date) -> Option<&'a Municipality> {
    let places = &network.places;
    let before = places.periods(code).rfind(|m| m.valid_from <= day);
    places.municipality(code, day).or(before).or_else(|| places.periods(code).next())
}

fn nearest(shown: &Municipality, day: Date) -> Date {
    let last = shown.valid_to.and_then(Date::previous_day);
    if day < shown.valid_from { shown.valid_from } else { last.map_or(day, |last| last.min(day)) }
}

/// A municipality that is there under another number is not gone.
fn relabelled(absent: Absent, teller: Teller<'_>, shown: &Municipality, per: &Per) -> Absent {
    let there = teller.network.places.follow(&shown.code, teller.day, per.day);
    if !matches!(there[..], [one] if one.shares_name(shown)) {
        return absent;
    }
    let is_past = per.is_chosen() && !per.is_ahead();
    let key = if is_past { "atlas-absent-number-then" } else { "atlas-absent-number" };
    Absent { label: teller.t.get(key), ..absent }
}

fn then(teller: Teller<'_>, shown: &Municipality, day: Date) -> Vec<Named> {
    let followed = teller.network.places.follow(&shown.code, teller.day, day);
    followed.into_iter().map(|m| teller.place(m)).collect()
}

/// Its names, the newest first; one name through several codes of variant is told once.
fn periods(teller: Teller<'_>, code: &str) -> Vec<Period> {
    let mut told: Vec<(String, Date, Option<Date>)> = Vec::new();
    for municipality in teller.network.places.periods(code) {
        let Municipality { name, valid_from, valid_to, .. } = municipality;
        match told.last_mut() {
            Some((last, _, end)) if last == name && *end == Some(*valid_from) => *end = *valid_to,
            _ => told.push((name.clone(), *valid_from, *valid_to)),
        }
    }
    let period = |(name, valid_from, valid_to): (String, Date, Option<Date>)| {
        let whole = Municipality { code: code.to_owned(), name, valid_from, valid_to };
        Period { when: teller.t.span(&whole.span()), name: whole.name }
    };
    told.into_iter().rev().map(period).collect()
}

/// Whether the same municipality goes on under another number, with nothing taken in or given away.
fn is_renumbered(
    teller: Teller<'_>,
    code: &str,
    others: &[&Municipality],
    (day, became): (Date, bool),
) -> bool {
    let places = &teller.network.places;
    let ([other], Some(eve)) = (others, day.previous_day()) else { return false };
    let here = places.municipality(code, if became { eve } else { day });
    let is_alone = |(on, codes): (Date, &[String])| on == day && codes.len() == 1;
    let is_all = if became {
        places.came_of(&other.code).any(is_alone)
    } else {
        places.became(&other.code).any(is_alone)
    };
    is_all && here.is_some_and(|here| here.shares_name(other))
}

fn changes(teller: Teller<'_>, code: &str) -> Vec<Change> {
    let places = &teller.network.places;
    let came = places.came_of(code).map(|(day, codes)| (day, codes, false));
    let went = places.became(code).map(|(day, codes)| (day, codes, true));
    let mut changes: Vec<(Date, Vec<Named>, &str)> = Vec::new();
    for (day, codes, became) in came.chain(went) {
        let at = if became { Some(day) } else { day.previous_day() };
        let others = codes.iter().filter(|other| *other != code);
        let others: Vec<&Municipality> =
            others.filter_map(|other| places.municipality(other, at?)).collect();
        // One that goes on has only given or taken a part.
        let goes_on = day.previous_day().is_some_and(|eve| {
            places.periods(code).any(|m| m.is_on(eve)) && places.municipality(code, day).is_some()
        });
        let only_number = !goes_on && is_renumbered(teller, code, &others, (day, became));
        let key = match (became, goes_on) {
            (true, _) if only_number => "atlas-number-after",
            (false, _) if only_number => "atlas-number-before",
            (true, true) => "atlas-gave",
            (true, false) => "atlas-became",
            (false, true) => "atlas-took",
            (false, false) => "atlas-came-of",
        };
        let named = |other: &&Municipality| {
            let mut named = teller.place(other);
            if only_number {
                named.name = format!("{} {}", other.code, named.name);
            }
            named
        };
        if !others.is_empty() {
            changes.push((day, others.iter().map(named).collect(), key));
        }
    }
    changes.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
    let told = |(day, others, key): (Date, Vec<Named>, &str)| Change {
        when: teller.t.date(day),
        others,
        what: teller.t.get(key),
    };
    changes.into_iter().map(told).collect()
}
