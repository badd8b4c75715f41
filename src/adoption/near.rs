//! What is taken into use near by, and in municipalities that are like one's own.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::say::towns;
use super::{HERE, here, today};
use crate::app::App;
use crate::centres::Network;
use crate::error::{Error, Reply};
use crate::forms::{Register, RegisterNames};
use crate::i18n::{Text, Words};
use crate::items::list::{self, At, Sort, Wanted};
use crate::items::{Item, adopted};
use crate::kinds::Kind;
use crate::places::{Places, size};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "adoption/near.html")]
struct Near {
    t: Text,
    frame: Frame,
    path: String,
    towns: Vec<Town>,
    /// How large and how central it is, in words.
    size: Option<Words>,
    lists: Vec<List>,
}

/// A municipality that may be chosen.
struct Town {
    code: String,
    name: String,
    chosen: bool,
}

struct List {
    id: &'static str,
    heading: Words,
    rows: Vec<Row>,
}

struct Row {
    title: Words,
    kind: Words,
    href: String,
    used: String,
}

/// So many stand in a list.
const SHOWN: u64 = 20;

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let query = visit.parameters()?;
    let asked = query.one("kommune")?;
    let (network, day) = (Network::load(&app.db).await?, today(&app));
    let towns = towns(&network, day);
    let known = RegisterNames::default().of(Register::Place, towns.iter().cloned());
    let code = known.find(Register::Place, asked).unwrap_or(asked);
    let mut towns: Vec<(String, String)> = towns.iter().flat_map(by_each_name).collect();
    t.sort_by_key(&mut towns, |(_, name)| name.as_str());
    if !code.is_empty() && network.places.municipality(code, day).is_none() {
        return Err(Error::NotUnderstood("kommune"));
    }
    let lists = if code.is_empty() {
        whole_country(&app, &visit).await?
    } else {
        around(&app, &visit, &network.places, code).await?
    };
    let heading = t.plain("adoption-near");
    let path = format!("/{}/tatt-i-bruk", t.lang.code());
    let mut frame = Frame::new(&app, &visit, &heading).under(&heading, &path);
    frame = frame.described(&t.plain("adoption-near-lead"));
    frame.noindex |= !code.is_empty();
    let size = size(code).map(|size| {
        t.with2("adoption-size", "people", size.population, "class", u32::from(size.centrality))
    });
    let official = known.name(Register::Place, code).unwrap_or_default();
    let town = |(of, name): (String, String)| Town {
        chosen: of == code && name == official,
        code: of,
        name,
    };
    let towns = towns.into_iter().map(town).collect();
    let page = Near { t, frame, path, towns, size, lists };
    crate::web::page(StatusCode::OK, &page)
}

/// A municipality under each of its names, so that whoever looks for one of them finds it: «Trondheim -
/// Tråante» and «Tråante - Trondheim».
fn by_each_name((code, name): &(String, String)) -> Vec<(String, String)> {
    let mut parts: Vec<&str> = name.split(" - ").collect();
    let many = parts.len();
    let turned = |_: usize| {
        let called = parts.join(" - ");
        parts.rotate_left(1);
        (code.clone(), called)
    };
    (0..many).map(turned).collect()
}

/// What most have taken into use, wherever they are.
fn wanted(app: &App, visit: &Visit) -> Wanted {
    let kinds = app.kinds.iter().filter(|kind| kind.guide.is_some()).map(|kind| kind.name);
    Wanted {
        kinds: kinds.collect(),
        sort: Sort::Adopted,
        per_page: SHOWN,
        ..Wanted::all(At::Now(app.clock.now()), visit.lang().code())
    }
}

/// The codes that a list may be filed under for a place of today.
fn also_once<'p>(places: &'p Places, codes: impl Iterator<Item = &'p str>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for code in codes {
        let before = places.came_of(code).flat_map(|(_, codes)| codes.iter().cloned());
        all.extend(before.chain([code.to_owned()]));
    }
    all
}

async fn whole_country(app: &App, visit: &Visit) -> Result<Vec<List>, Error> {
    let everywhere: BTreeSet<String> = size_codes().map(str::to_owned).collect();
    let asked = [("landet", "adoption-near-all", everywhere)];
    lists(app, visit, asked.into_iter().collect()).await
}

/// Every municipality of today.
fn size_codes() -> impl Iterator<Item = &'static str> {
    crate::maps::codes().into_iter()
}

async fn around(app: &App, visit: &Visit, places: &Places, code: &str) -> Result<Vec<List>, Error> {
    let day = today(app);
    let county = code.get(..2).unwrap_or_default();
    let in_county = places.on(day).filter(|one| one.county() == county);
    let in_county = also_once(places, in_county.map(|one| one.code.as_str()));
    let own = places.municipality(code, day).into_iter().map(|one| one.code.as_str());
    let own = also_once(places, own);
    let alike = size(code).into_iter().flat_map(|size| size.like().collect::<Vec<_>>());
    let alike: BTreeSet<String> = alike.filter(|other| *other != code).map(str::to_owned).collect();
    let asked = vec![
        ("her", "adoption-near-here", own),
        ("fylket", "adoption-near-county", in_county),
        ("lik", "adoption-near-alike", alike),
    ];
    lists(app, visit, asked).await
}

type Asked = (&'static str, &'static str, BTreeSet<String>);

/// All the lists at once: their rows are read together.
async fn lists(app: &App, visit: &Visit, asked: Vec<Asked>) -> Result<Vec<List>, Error> {
    let t = visit.t;
    let each = |(_, _, codes): &Asked| {
        let mut wanted = wanted(app, visit);
        wanted.chosen.insert(adopted::PLACE, codes.clone());
        wanted
    };
    let all: Vec<Wanted> = asked.iter().map(each).collect();
    let found = list::lists(&app.catalogue, &all).await?;
    let told = |((id, heading, codes), listed): (Asked, list::Listed)| List {
        id,
        heading: t.get(heading),
        // With no place to ask for, a list would be narrowed by nothing.
        rows: if codes.is_empty() { Vec::new() } else { rows(app, t, &listed.items) },
    };
    Ok(asked.into_iter().zip(found).map(told).collect())
}

fn rows(app: &App, t: Text, items: &[Item]) -> Vec<Row> {
    let row = |item: &Item| {
        let kind: &Kind = app.kinds.named(&item.kind)?;
        let href = format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug);
        Some(Row {
            title: here::titled(t, &item.title, &item.lang),
            kind: t.get(kind.word),
            used: format!("{href}/{HERE}"),
            href,
        })
    };
    items.iter().filter_map(row).collect()
}
