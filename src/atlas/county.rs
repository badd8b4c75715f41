//! The counties of a day, and one county: its municipalities, its centres, what has been done there.

use std::collections::BTreeSet;
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
use crate::centres::{Centre, Network, Serving};
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::web::Frame;
use crate::web::visit::{Named as Address, Slug, Undated};

/// A county beside another: some or all of its municipalities went one way on a day.
struct Move {
    when: String,
    other: Named,
    count: usize,
    away: bool,
}

struct Place {
    municipality: Named,
    centres: Vec<Named>,
}

struct Line {
    county: Named,
    code: String,
    municipalities: usize,
    centres: Vec<Named>,
    /// Those that may be there for some of it.
    maybe: Vec<Named>,
}

#[derive(Template)]
#[template(path = "atlas/counties.html")]
struct List {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    counties: Vec<Line>,
}

#[derive(Template)]
#[template(path = "atlas/county.html")]
struct Show {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    code: String,
    /// Its municipalities as they are now.
    map: Option<Arc<str>>,
    caveat: Option<Words>,
    name: String,
    when: String,
    absent: Option<Absent>,
    moves: Vec<Move>,
    places: Vec<Place>,
    centres: Vec<Row>,
    /// Those that may be there for some of it.
    maybe: Vec<Row>,
    works: Vec<Works>,
    used: Vec<Works>,
}

pub async fn list(State(app): State<App>, Undated(visit): Undated) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let suffix = per.suffix();
    let teller = Teller::new(&network, t, per.day, &suffix);
    let path = format!("/{}/fylker", t.lang.code());
    let serving = network.serving(per.day);
    let named = |all: Vec<&Centre>| all.into_iter().map(|centre| teller.centre(centre)).collect();
    let line = |county: &crate::places::County| Line {
        county: teller.county(&county.code),
        code: county.code.clone(),
        municipalities: network.of_county(&county.code, per.day).len(),
        centres: named(centres(&network, &serving, &county.code, per.day)),
        maybe: named(serving.maybe(&county.code).collect()),
    };
    let mut counties: Vec<Line> = network.places.counties().on(per.day).map(line).collect();
    t.sort_by_key(&mut counties, |line| &line.county.name);
    let heading = t.plain("atlas-counties");
    let mut frame = Frame::new(&app, &visit, &heading).under(heading, path.clone());
    frame.noindex = per.is_chosen();
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    crate::web::page(status, &List { t, frame, per, path, counties })
}

pub async fn show(
    State(app): State<App>,
    Undated(visit): Undated,
    Address(Slug { slug: code }): Address<Slug>,
) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let county = network.places.counties().get(&code).ok_or(Error::NotFound)?;
    let suffix = per.suffix();
    // A county that is no more, or was not yet, is told as of the last or first day it was.
    let day = nearest(county, per.day);
    let teller = Teller { day, ..Teller::new(&network, t, per.day, &suffix) };
    let list = format!("/{}/fylker", t.lang.code());
    let path = format!("{list}/{code}");
    let mut frame = Frame::new(&app, &visit, &county.name)
        .under(t.plain("atlas-counties"), format!("{list}{suffix}"))
        .under(&county.name, path.clone())
        .followed(&county.name, "fylke", &code);
    frame.noindex = per.is_chosen();
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let serving = network.serving(day);
    let rows = |all: Vec<&Centre>| all.into_iter().map(|one| row(teller, one, false)).collect();
    let what = Drawn {
        of: format!("county {code}"),
        lang: t.lang,
        day,
        today: per.today,
        suffix: suffix.clone(),
    };
    let map = drawn::figure(&network, what, || {
        let rows = network.map_on(day, per.today);
        local::county(teller, &rows, &code, &county.name)
    });
    let page = Show {
        t,
        frame,
        caveat: country::caveat(t, teller.day),
        map,
        path,
        name: county.name.clone(),
        when: t.span(&county.span()),
        absent: Absent::of(t, &per, day),
        moves: moves(teller, &code),
        places: places(teller, &serving, &code),
        centres: rows(centres(&network, &serving, &code, day)),
        maybe: rows(serving.maybe(&code).collect()),
        works: works::of(&app, t, ("county", &code)).await?,
        used: works::used(&app, t, ("county", &code)).await?,
        per,
        code,
    };
    crate::web::page(status, &page)
}

fn nearest(county: &crate::places::County, day: Date) -> Date {
    let last = county.valid_to.and_then(Date::previous_day);
    if day < county.valid_from { county.valid_from } else { last.map_or(day, |last| last.min(day)) }
}

fn moves(teller: Teller<'_>, code: &str) -> Vec<Move> {
    let known = |other: &String| teller.network.places.counties().get(other).is_some();
    let all = teller.network.places.moves(code).into_iter().filter(|(_, other, ..)| known(other));
    let told = |(day, other, count, away): (Date, String, usize, bool)| Move {
        when: teller.t.date(day),
        other: teller.county(&other),
        count,
        away,
    };
    // Before 1999 only the codes of municipalities are known.
    all.filter(|(day, ..)| day.year() >= 1999).map(told).collect()
}

fn places(teller: Teller<'_>, serving: &Serving<'_>, code: &str) -> Vec<Place> {
    let lang = teller.t.lang.code();
    let place = |municipality: &crate::places::Municipality| {
        let href = format!("/{lang}/kommuner/{}{}", municipality.code, teller.suffix);
        Place {
            municipality: Named { name: municipality.name.clone(), href: Some(href), now: None },
            centres: serving.of(&municipality.code).map(|centre| teller.centre(centre)).collect(),
        }
    };
    let mut places: Vec<Place> =
        teller.network.of_county(code, teller.day).into_iter().map(place).collect();
    teller.t.sort_by_key(&mut places, |place| &place.municipality.name);
    places
}

/// The centres that serve municipalities of the county, in the order of the network.
fn centres<'a>(
    network: &'a Network,
    serving: &Serving<'a>,
    code: &str,
    day: Date,
) -> Vec<&'a Centre> {
    let its = network.of_county(code, day);
    let served = its.iter().flat_map(|municipality| serving.of(&municipality.code));
    let slugs: BTreeSet<&str> = served.map(|centre| centre.slug.as_str()).collect();
    network.on(day).filter(|centre| slugs.contains(centre.slug.as_str())).collect()
}
