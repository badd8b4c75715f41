//! The counties of a day, and one county: its municipalities, its centres, what has been done there.

use std::collections::{BTreeMap, BTreeSet};
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
use crate::centres::{Centre, Network};
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
    let day = TheDay::of(&network, per.day);
    let line = |county: &crate::places::County| Line {
        county: teller.county(&county.code),
        code: county.code.clone(),
        municipalities: network.of_county(&county.code, per.day).len(),
        centres: day.centres(&network, &county.code).map(|c| teller.centre(c)).collect(),
        maybe: day.maybe(&county.code).map(|centre| teller.centre(centre)).collect(),
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
    let the = TheDay::of(&network, day);
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
        places: places(teller, &the, &code),
        centres: the.centres(&network, &code).map(|c| row(teller, c, false)).collect(),
        maybe: the.maybe(&code).map(|centre| row(teller, centre, false)).collect(),
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

fn places(teller: Teller<'_>, the: &TheDay<'_>, code: &str) -> Vec<Place> {
    let lang = teller.t.lang.code();
    let place = |municipality: &crate::places::Municipality| {
        let centres = the.serving.get(municipality.code.as_str()).into_iter().flatten();
        let href = format!("/{lang}/kommuner/{}{}", municipality.code, teller.suffix);
        Place {
            municipality: Named { name: municipality.name.clone(), href: Some(href), now: None },
            centres: centres.map(|centre| teller.centre(centre)).collect(),
        }
    };
    let mut places: Vec<Place> =
        teller.network.of_county(code, teller.day).into_iter().map(place).collect();
    teller.t.sort_by_key(&mut places, |place| &place.municipality.name);
    places
}

/// Which centre is there for what on a day: asked once for all counties.
pub struct TheDay<'a> {
    serving: BTreeMap<&'a str, Vec<&'a Centre>>,
    open: Vec<(&'a Centre, BTreeSet<&'a str>)>,
    day: Date,
}

impl<'a> TheDay<'a> {
    pub fn of(network: &'a Network, day: Date) -> Self {
        Self { serving: network.serving(day), open: network.open_on(day), day }
    }

    /// Those that serve municipalities of the county.
    fn centres(&self, network: &'a Network, code: &str) -> impl Iterator<Item = &'a Centre> {
        let its = network.of_county(code, self.day);
        let slugs: BTreeSet<&str> = its
            .iter()
            .flat_map(|m| self.serving.get(m.code.as_str()).into_iter().flatten())
            .map(|centre| centre.slug.as_str())
            .collect();
        network.on(self.day).filter(move |centre| slugs.contains(centre.slug.as_str()))
    }

    /// Those that are for somebody in the county; for whom, no source says.
    pub fn maybe(&self, code: &str) -> impl Iterator<Item = &'a Centre> {
        let its = self.open.iter().filter(move |(_, counties)| counties.contains(code));
        its.map(|(centre, _)| *centre)
    }
}
