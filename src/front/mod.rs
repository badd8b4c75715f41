//! The front page: what is here, how to find it, what worked and what did not.

pub mod chosen;
mod samples;
mod shelves;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use self::chosen::Chosen;
use crate::app::App;
use crate::atlas;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Reply;
use crate::i18n::{Lang, Text, Words};
use crate::items::Registers;
use crate::kinds::Kinds;
use crate::library::listing::CardView;
use crate::library::moment::Moment;
use crate::library::{linked, not_yet};
use crate::projects;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::web::visit::{preferred, vary_by_language};
use crate::web::{Frame, Visit};

pub const ROOM: Room =
    Room { name: "front", routes, indexed: &[""], samples: samples::SAMPLES, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/", Right::Anybody, choose),
        Route::get("/{lang}", Right::Anybody, with_slash),
        Route::get("/{lang}/", Right::Anybody, show).heavy(Visit::looks_back),
    ]
}

/// A name that leads to all that has it, with how much that is.
struct Way {
    name: Words,
    href: String,
    count: i64,
}

#[derive(Template)]
#[template(path = "front/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    /// «30 prosjekter, 6 verktøy …», each with its list.
    holds: Vec<Way>,
    themes: Vec<Way>,
    /// What somebody has chosen for this page.
    chosen: Vec<CardView>,
    newest: Vec<CardView>,
    leads: bool,
    /// The newest are results that have been measured.
    measured: bool,
    failed: Vec<CardView>,
    ready: Vec<CardView>,
    coming: Vec<CardView>,
    news: Vec<CardView>,
    /// The centres of today on a map.
    map: Option<Arc<str>>,
    counties: Vec<Way>,
    total: i64,
    failed_total: i64,
}

const THEMES: usize = 8;

async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let db = &app.db;
    if let Some(not_yet) = not_yet::of_all(&app, &visit).await? {
        return Ok(not_yet);
    }
    let registers = Registers::load(db).await?;
    let moment = Moment::of(&app, &visit);
    let counts = moment.counts(&projects::KIND, &["county", "outcome"]).await?;
    let totals = moment.totals().await?;
    let filed = moment.counts_of("theme").await?;
    // What is chosen is of now: a day that has been shows what was there.
    let chosen = match visit.at {
        None => chosen::shown(&app, &visit, &registers).await?,
        Some(_) => Chosen::default(),
    };
    let shelves = shelves::fill(&moment, &registers, &visit, &chosen.ids).await?;
    let outcomes = counts.get("outcome");
    let failed_total = shelves::NOT_WELL
        .iter()
        .filter_map(|value| outcomes.and_then(|counts| counts.get(*value)))
        .sum();
    let mut frame = Frame::new(&app, &visit, t.plain("front-title"))
        .described(&t.plain("front-lead"))
        .as_of_day()
        // Whoever has logged out is led here.
        .saying(&visit, &[("ut", "web-logged-out")]);
    frame.linked.push(linked::site(&app, t));
    frame.follow = Some(String::new());
    // The borders are those of now: another day has its map on a page of its own, that says so.
    let map = match visit.at {
        None => {
            let network = Network::load(db).await?;
            atlas::today_map(&network, t, oslo_day(app.clock.now()))
        }
        Some(_) => None,
    };
    let page = Show {
        t,
        holds: holds(&app, &frame, &totals),
        themes: themes(&registers, &frame, &filed),
        map,
        counties: counties(&registers, &frame, counts.get("county")),
        frame,
        chosen: chosen.cards,
        newest: shelves.newest,
        leads: shelves.leads,
        measured: shelves.measured,
        failed: shelves.failed,
        ready: shelves.ready,
        coming: shelves.coming,
        news: shelves.news,
        total: totals.get(projects::KIND.name).copied().unwrap_or(0),
        failed_total,
    };
    crate::web::page(StatusCode::OK, &page)
}

/// What can be found, kind by kind.
fn holds(app: &App, frame: &Frame, totals: &BTreeMap<String, i64>) -> Vec<Way> {
    let way = |kind: &crate::kinds::Kind| {
        let (list, count) = (kind.list?, *totals.get(kind.name)?);
        let name = frame.t.with(list.count, "count", count);
        Some(Way { name, href: frame.on_day(kind.path), count })
    };
    app.kinds.iter().filter_map(way).collect()
}

/// The fullest upper themes, in the order of the alphabet.
fn themes(registers: &Registers, frame: &Frame, filed: &BTreeMap<String, i64>) -> Vec<Way> {
    let t = frame.t;
    let way = |theme: &crate::themes::theme::Model| {
        let href = frame.on_day(&format!("tema/{}", theme.slug));
        Some(Way { name: theme.said(t), href, count: *filed.get(&theme.slug)? })
    };
    let mut themes: Vec<Way> =
        registers.themes.tree(t).into_iter().filter_map(|(theme, _)| way(theme)).collect();
    themes.sort_by_key(|theme| -theme.count);
    themes.truncate(THEMES);
    t.sort_by_key(&mut themes, |theme| theme.name.as_str());
    themes
}

/// Where projects are, in the order of the alphabet.
fn counties(
    registers: &Registers,
    frame: &Frame,
    counts: Option<&BTreeMap<String, i64>>,
) -> Vec<Way> {
    let t = frame.t;
    let way = |(code, count): (&String, &i64)| {
        registers.counties.get(code)?;
        let name = Words::name(t.lang, registers.counties.label(code, t), t.lang);
        let href = frame.on_day(&format!("prosjekter?fylke={code}"));
        Some(Way { name, href, count: *count })
    };
    let mut counties: Vec<Way> = counts.into_iter().flatten().filter_map(way).collect();
    t.sort_by_key(&mut counties, |county| county.name.as_str());
    counties
}

/// Bokmål, unless the browser asks for another of our languages first.
async fn choose(headers: HeaderMap) -> Response {
    let lang = preferred(&headers).unwrap_or(Lang::Nb);
    let mut response = crate::web::see_other(&format!("/{}/", lang.code()));
    vary_by_language(&mut response);
    response
}

async fn with_slash(visit: Visit) -> Response {
    crate::web::moved(&format!("/{}/", visit.lang().code()))
}
