//! The country on a map: which centres, or which county, each municipality had on a day.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use time::{Date, Month};

#[cfg(test)]
mod tests;

use super::drawn::{self, Drawn};
use super::epochs::{Epoch, epochs};
use super::said::{Named, Teller};
use super::views::{Choice, View};
use super::{Per, list};
use crate::app::App;
use crate::centres::{
    Area, Centre, CentreFact, MunicipalityAsOf, Network, disagreements, disputed,
};
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::maps::{self, Extent, GroupKind, Map, MapGroup, MapMarker, MarkerShape};
use crate::web::{Frame, Visit};

/// What the colours are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Centre,
    County,
}

/// The municipalities of today that had the same centres, or the same county.
struct Together<'a> {
    name: String,
    href: Option<String>,
    centres: Vec<&'a Centre>,
    rows: Vec<&'a MunicipalityAsOf<'a>>,
}

/// A row of the table: what the map shows, in words.
struct Line {
    name: String,
    href: Option<String>,
    centres: Vec<Named>,
    hosts: Vec<Named>,
    satellites: Vec<Named>,
    /// The sources do not agree about the satellites or the hosts.
    disputed: bool,
    places: Vec<Named>,
}

#[derive(Template)]
#[template(path = "atlas/map.html")]
struct Show {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    view: View,
    choices: Vec<Choice>,
    colours: Vec<Choice>,
    farge: Option<&'static str>,
    figure: String,
    lines: Vec<Line>,
    /// Centres that are there that day, but for no area.
    unmapped: Vec<Named>,
    /// What the map cannot say of the day.
    caveat: Option<Words>,
    epochs: Vec<Epoch>,
    /// The address of the same view today.
    today: String,
    /// How many there were, and how old the sources for it are.
    count: Words,
    latest: Vec<Words>,
    /// The areas whose sources disagree.
    disputed: Vec<String>,
}

pub async fn show(app: App, visit: Visit) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let by = By::read(&visit)?;
    let network = Network::load(&app.db).await?;
    let suffix = per.suffix();
    let teller = Teller::new(&network, t, per.day, &suffix);
    let rows = network.map_on(per.day, per.today);
    let together = together(teller, &rows, by);
    let title = by.title(t, &per);
    let map = Map {
        id: "kart",
        title: &title,
        extent: Extent::Country,
        groups: together.iter().map(|found| group(teller, found)).collect(),
        marks: marks(teller, per.today),
        meanings: meanings(t),
    };
    let served = |centre: &&Centre| {
        rows.iter().any(|row| row.centres.iter().any(|found| found.slug == centre.slug))
    };
    let unmapped = network.on(per.day).filter(|centre| !served(centre));
    let path = format!("/{}/sentre", t.lang.code());
    let colours = if by == By::County { "farge=fylke&" } else { "" };
    let address = format!("{path}?visning=kart&{colours}");
    let heading = t.plain("centres-heading");
    let mut frame =
        Frame::new(&app, &visit, &heading).described(&title).under(heading, path.clone());
    frame.noindex = true;
    frame.refused = per.fault.is_some();
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Show {
        t,
        frame,
        path,
        view: View::Map,
        choices: View::Map.choices(&visit, &per),
        colours: by.choices(t, &per),
        farge: (by == By::County).then_some("fylke"),
        figure: map.figure(t),
        epochs: epochs(&network, &per, &address),
        today: address.trim_end_matches('&').to_owned(),
        count: list::count(&network, t, &per),
        latest: list::latest(&network, t, per.day),
        disputed: disputed_in(teller, &together),
        lines: together.iter().map(|found| line(teller, found)).collect(),
        unmapped: unmapped.map(|centre| teller.centre(centre)).collect(),
        caveat: caveat(t, per.day),
        per,
    };
    crate::web::page(status, &page)
}

/// What the groups are called whose sources disagree.
fn disputed_in(teller: Teller<'_>, together: &[Together<'_>]) -> Vec<String> {
    let disputed = together.iter().filter(|found| is_disputed(teller, found));
    disputed.map(|found| found.name.clone()).collect()
}

/// Today's centres on a map, for the front page: nothing when there are none.
pub fn today(network: &Arc<Network>, t: Text, today: Date) -> Option<Arc<str>> {
    let what =
        Drawn { of: "country".to_owned(), lang: t.lang, day: today, today, suffix: String::new() };
    drawn::figure(network, what, || of_today(network, t, today))
}

fn of_today(network: &Network, t: Text, today: Date) -> Option<String> {
    let teller = Teller::new(network, t, today, "");
    let rows = network.map_on(today, today);
    let together = together(teller, &rows, By::Centre);
    if together.iter().all(|found| found.centres.is_empty()) {
        return None;
    }
    let title = t.plain_with("atlas-map-title-today", "date", t.date(today));
    let groups = together.iter().map(|found| group(teller, found)).collect();
    let (marks, meanings) = (marks(teller, today), meanings(t));
    let map = Map { id: "kart", title: &title, extent: Extent::Country, groups, marks, meanings };
    Some(map.figure(t))
}

/// The shipped borders are those that have been since 2024.
fn is_older(day: Date) -> bool {
    Date::from_calendar_date(2024, Month::January, 1).is_ok_and(|first| day < first)
}

impl By {
    fn read(visit: &Visit) -> Result<Self, Error> {
        match visit.parameters()?.get("farge") {
            None | Some("" | "senter") => Ok(Self::Centre),
            Some("fylke") => Ok(Self::County),
            Some(_) => Err(Error::NotUnderstood("farge")),
        }
    }

    fn title(self, t: Text, per: &Per) -> String {
        let date = per.said(&t);
        match self {
            Self::Centre if !per.is_chosen() => t.plain_with("atlas-map-title-today", "date", date),
            Self::County if !per.is_chosen() => {
                t.plain_with("atlas-map-title-county-today", "date", date)
            }
            Self::Centre if per.is_ahead() => t.plain_with("atlas-map-title-ahead", "date", date),
            Self::Centre => t.plain_with("atlas-map-title", "date", date),
            Self::County => t.plain_with("atlas-map-title-county", "date", date),
        }
    }

    fn choices(self, t: Text, per: &Per) -> Vec<Choice> {
        let choice = |(by, key, query): (Self, &str, &str)| {
            let day = if per.is_chosen() { format!("&per={}", per.day) } else { String::new() };
            let href = format!("/{}/sentre?visning=kart{query}{day}", t.lang.code());
            Choice { name: t.get(key), href, is_current: by == self }
        };
        [
            (Self::Centre, "atlas-map-by-centre", ""),
            (Self::County, "atlas-map-by-county", "&farge=fylke"),
        ]
        .map(choice)
        .into()
    }
}

/// The slugs of the centres that serve a municipality, in order.
fn slugs<'a>(row: &'a MunicipalityAsOf<'_>) -> Vec<&'a str> {
    let mut slugs: Vec<&str> = row.centres.iter().map(|c| c.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs
}

/// Which centres each municipality is coloured for. A municipality that has come of two areas has
/// the centres of both: it is drawn with those of one, as long as its own closest is among them.
fn drawn<'a>(rows: &'a [MunicipalityAsOf<'a>]) -> Vec<Vec<&'a str>> {
    let mut common: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for row in rows {
        *common.entry(slugs(row)).or_default() += 1;
    }
    let part = |row: &'a MunicipalityAsOf<'a>| {
        let all = slugs(row);
        let closest = row.centres.first().map(|centre| centre.slug.as_str());
        let parts = common.iter().filter(|(part, count)| {
            **count > common[&all]
                && part.len() < all.len()
                && part.iter().all(|slug| all.contains(slug))
                && closest.is_some_and(|closest| part.contains(&closest))
        });
        parts.max_by_key(|(_, count)| **count).map_or(all.clone(), |(part, _)| part.clone())
    };
    rows.iter().map(part).collect()
}

/// The groups by name; those without a centre last.
fn together<'a>(teller: Teller<'a>, rows: &'a [MunicipalityAsOf<'a>], by: By) -> Vec<Together<'a>> {
    let mut found: BTreeMap<(bool, &str, Vec<&str>), Vec<&'a MunicipalityAsOf<'a>>> =
        BTreeMap::new();
    let mut first_county: BTreeMap<Vec<&str>, &str> = BTreeMap::new();
    for (row, slugs) in rows.iter().zip(drawn(rows)) {
        let county = row.county.map_or("", |county| county.code.as_str());
        let key = match by {
            By::County => (county.is_empty(), county, Vec::new()),
            By::Centre if slugs.is_empty() => (true, "", Vec::new()),
            // One centre for two counties is one group, where the first of them stands.
            By::Centre => (false, *first_county.entry(slugs.clone()).or_insert(county), slugs),
        };
        found.entry(key).or_default().push(row);
    }
    let mut all: Vec<Together<'_>> = found
        .into_iter()
        .map(|((_, county, of), rows)| told_of(teller, by, county, &of, rows))
        .collect();
    teller.t.sort_by_key(&mut all, |together| &together.name);
    all.sort_by_key(|together| together.href.is_none());
    all
}

/// `of` are the group's centres; of a county they are those that its municipalities have.
fn told_of<'a>(
    teller: Teller<'a>,
    by: By,
    county: &str,
    of: &[&str],
    rows: Vec<&'a MunicipalityAsOf<'a>>,
) -> Together<'a> {
    let mut centres: Vec<&Centre> = Vec::new();
    for centre in rows.iter().flat_map(|row| &row.centres) {
        let is_known = centres.iter().any(|known| known.slug == centre.slug);
        if !is_known && (of.is_empty() || of.contains(&centre.slug.as_str())) {
            centres.push(*centre);
        }
    }
    let t = teller.t;
    let its_county = (!county.is_empty()).then(|| teller.county(county));
    let (name, href) = match (of, its_county, centres.as_slice()) {
        ([], Some(county), _) => (county.name, county.href),
        ([], None, _) if by == By::County => (t.plain("atlas-map-no-county"), None),
        ([], None, _) => (t.plain("atlas-map-no-centre"), None),
        (_, _, [centre]) => (area_name(teller, centre), teller.centre(centre).href),
        (_, county, all) => {
            let name = all.first().map(|first| area_name(teller, first)).unwrap_or_default();
            (name, county.and_then(|county| county.href))
        }
    };
    Together { name, href, centres, rows }
}

/// What a centre's area is called: short enough to stand on a map.
pub fn area_name(teller: Teller<'_>, centre: &Centre) -> String {
    let area = centre.on(teller.day).find_map(|s| match &s.fact {
        CentreFact::Area(area) => Some(area),
        _ => None,
    });
    match area {
        Some(Area::County(code)) => teller.network.places.counties().name(code).to_owned(),
        Some(Area::Of { organisation, .. }) => {
            teller.network.organisations.name_on(organisation, teller.day).to_owned()
        }
        Some(Area::Population(text, _)) => {
            let mut letters = text.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect()
        }
        _ => centre.short_on(teller.day).to_owned(),
    }
}

fn group(teller: Teller<'_>, found: &Together<'_>) -> MapGroup {
    let centres: Vec<&str> = found.centres.iter().map(|c| c.short_on(teller.day)).collect();
    let count = found.rows.len();
    let mut about = if centres.is_empty() {
        teller.t.plain_with("atlas-map-municipalities", "count", count)
    } else {
        let centres = centres.join(", ");
        teller.t.plain_with2("atlas-map-about", "centres", &centres, "count", count)
    };
    let satellites = held(teller, found, |fact| matches!(fact, CentreFact::Satellite(_)));
    if !satellites.is_empty() {
        let said: Vec<&str> = satellites.iter().map(|named| named.name.as_str()).collect();
        about.push_str(". ");
        about.push_str(&teller.t.plain_with("atlas-map-satellites", "names", said.join(", ")));
        if is_disputed(teller, found) {
            let _ = write!(about, " ({})", teller.t.plain("centres-disputed"));
        }
    }
    MapGroup {
        name: found.name.clone(),
        about,
        href: found.href.clone(),
        kind: if found.href.is_none() { GroupKind::Empty } else { GroupKind::Ordinary },
        places: found.rows.iter().map(|row| place(teller.t, row)).collect(),
    }
}

/// A municipality of today with what it was, where that was something else.
pub fn place(t: Text, row: &MunicipalityAsOf<'_>) -> maps::MapMunicipality {
    maps::MapMunicipality { code: row.code.to_owned(), name: municipality_name(t, row) }
}

pub fn municipality_name(t: Text, row: &MunicipalityAsOf<'_>) -> String {
    let was = row.was_called();
    if was.is_empty() || was == [row.name] {
        row.name.to_owned()
    } else {
        t.plain_with2("atlas-map-was", "name", row.name, "then", was.join(", "))
    }
}

/// Rings at the hosts of the day and dots at the satellites, where they lie today.
fn marks(teller: Teller<'_>, today: Date) -> Vec<MapMarker> {
    let mut marks: BTreeMap<(MarkerShape, String), Vec<String>> = BTreeMap::new();
    for centre in teller.network.on(teller.day) {
        let that_day = centre.on(teller.day);
        let held = that_day.filter_map(|statement| match &statement.fact {
            CentreFact::Host(host) => Some((MarkerShape::Ring, host, statement)),
            CentreFact::Satellite(host) => Some((MarkerShape::Dot, host, statement)),
            _ => None,
        });
        for (form, host, statement) in held {
            let since =
                statement.valid.first_day().unwrap_or(teller.day).max(host_known(host, teller));
            let now = teller.network.places.follow(&host.municipality, since, today);
            let named = teller.host(host, statement);
            if let Some(now) = now.first() {
                let told: &mut Vec<String> = marks.entry((form, now.code.clone())).or_default();
                let mut name = format!("{}: {}", centre.short_on(teller.day), named.name);
                if disputed(centre, statement, teller.day) {
                    let _ = write!(name, " ({})", teller.t.plain("centres-disputed"));
                }
                told.push(name);
            }
        }
    }
    let mark = |((form, code), names): ((MarkerShape, String), Vec<String>)| MapMarker {
        code,
        name: names.join("; "),
        form,
    };
    marks.into_iter().map(mark).collect()
}

/// The first day that the host's number is known.
fn host_known(host: &crate::centres::Host, teller: Teller<'_>) -> Date {
    let first = teller.network.places.periods(&host.municipality).next();
    first.map_or(teller.day, |period| period.valid_from)
}

fn meanings(t: Text) -> Vec<(MarkerShape, String)> {
    vec![
        (MarkerShape::Ring, t.plain("atlas-map-host")),
        (MarkerShape::Dot, t.plain("atlas-map-satellite")),
    ]
}

/// Who hosts the centres of a group, or works with them as satellites, each once.
fn held(teller: Teller<'_>, found: &Together<'_>, is: fn(&CentreFact) -> bool) -> Vec<Named> {
    let held = found.centres.iter().flat_map(|centre| centre.on(teller.day));
    let held = held.filter(|s| is(&s.fact)).filter_map(|s| match &s.fact {
        CentreFact::Host(host) | CentreFact::Satellite(host) => Some(teller.host(host, s)),
        _ => None,
    });
    let mut all: Vec<Named> = Vec::new();
    for named in held {
        if !all.iter().any(|known| known.name == named.name) {
            all.push(named);
        }
    }
    all
}

fn is_disputed(teller: Teller<'_>, found: &Together<'_>) -> bool {
    found.centres.iter().any(|centre| !disagreements(centre, teller.day).is_empty())
}

fn line(teller: Teller<'_>, found: &Together<'_>) -> Line {
    let place = |row: &&MunicipalityAsOf<'_>| {
        let named = municipality(teller, row);
        let also = row.centres.iter().filter(|c| !found.centres.iter().any(|f| f.slug == c.slug));
        let also: Vec<&str> = also.map(|centre| centre.short_on(teller.day)).collect();
        if also.is_empty() {
            return named;
        }
        let name =
            teller.t.plain_with2("atlas-map-also", "name", &named.name, "centres", also.join(", "));
        Named { name, ..named }
    };
    let mut places: Vec<Named> = found.rows.iter().map(place).collect();
    teller.t.sort_by_key(&mut places, |named| &named.name);
    Line {
        name: found.name.clone(),
        href: area_page(teller, found),
        centres: found.centres.iter().map(|centre| teller.centre(centre)).collect(),
        hosts: held(teller, found, |fact| matches!(fact, CentreFact::Host(_))),
        satellites: held(teller, found, |fact| matches!(fact, CentreFact::Satellite(_))),
        disputed: is_disputed(teller, found),
        places,
    }
}

/// The page of the county that the group is, where it is one. The centre has a link of its own.
fn area_page(teller: Teller<'_>, found: &Together<'_>) -> Option<String> {
    let is_county = found.href.as_ref().is_some_and(|href| href.contains("/fylker/"));
    if is_county {
        return found.href.clone();
    }
    let [centre] = found.centres[..] else { return None };
    let whom = teller.whom(centre).into_iter().find(|named| named.name == found.name);
    whom.and_then(|named| named.href)
}

/// The page of what a municipality of today was that day.
pub fn municipality(teller: Teller<'_>, row: &MunicipalityAsOf<'_>) -> Named {
    let code = row.was.first().map_or(row.code, |main| main.code.as_str());
    let href = format!("/{}/kommuner/{code}{}", teller.t.lang.code(), teller.suffix);
    Named { name: municipality_name(teller.t, row), href: Some(href), now: None }
}

/// Said under a map of a day when the borders were others.
pub fn caveat(t: Text, day: Date) -> Option<Words> {
    is_older(day).then(|| t.with("atlas-map-older", "date", t.date(day)))
}
