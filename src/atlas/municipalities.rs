//! Every municipality of a day, by county.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Per;
use super::said::{Named, Teller};
use crate::app::App;
use crate::centres::Network;
use crate::error::Reply;
use crate::i18n::Text;
use crate::places::County;
use crate::web::Frame;
use crate::web::visit::Undated;

struct Group {
    code: String,
    county: Named,
    places: Vec<Named>,
}

#[derive(Template)]
#[template(path = "atlas/municipalities.html")]
struct List {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    count: usize,
    /// Are the counties of the day known?
    known: bool,
    groups: Vec<Group>,
}

pub async fn list(State(app): State<App>, Undated(visit): Undated) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let suffix = per.suffix();
    let teller = Teller::new(&network, t, per.day, &suffix);
    let group = |county: &County| {
        let its = network.places.on(per.day).filter(|m| m.county() == county.code);
        let mut places: Vec<Named> = its.map(|m| teller.place(m)).collect();
        t.sort_by_key(&mut places, |named| &named.name);
        Group { code: county.code.clone(), county: teller.county(&county.code), places }
    };
    let mut groups: Vec<Group> = network.places.counties().on(per.day).map(group).collect();
    t.sort_by_key(&mut groups, |group| &group.county.name);
    groups.extend(of_no_county(teller));
    let (heading, lang) = (t.plain("atlas-municipalities"), t.lang.code());
    let path = format!("/{lang}/kommuner");
    let mut frame = Frame::new(&app, &visit, &heading)
        .under(t.plain("atlas-counties"), format!("/{lang}/fylker{suffix}"))
        .under(heading, path.clone());
    frame.noindex = per.is_chosen();
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let known = network.places.counties().on(per.day).next().is_some();
    let count = groups.iter().map(|group| group.places.len()).sum();
    crate::web::page(status, &List { t, frame, per, path, count, known, groups })
}

/// Those of which no register says in which county they were: before 1999 they all are.
fn of_no_county(teller: Teller<'_>) -> Option<Group> {
    let places = &teller.network.places;
    let lost = places.on(teller.day).filter(|m| places.county_on(m, teller.day).is_none());
    let mut found: Vec<Named> = lost.map(|m| teller.place(m)).collect();
    teller.t.sort_by_key(&mut found, |named| &named.name);
    let name = teller.t.plain("atlas-map-no-county");
    let county = Named { name, href: None, now: None };
    (!found.is_empty()).then(|| Group { code: "ukjent".to_owned(), county, places: found })
}
