//! One centre: who hosts it, whom it serves, what it has done, what it owes, and its history.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;

use super::Per;
use super::absent::Absent;
use super::said::{HistoryRow, Named, StatementView, Teller};
use super::works::{self, Works};
use crate::app::App;
use crate::centres::{Centre, CentreFact, Network, disputed};
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::items;
use crate::places;
use crate::statements::Statement;
use crate::web::visit::{Named as Address, Slug, Undated};
use crate::web::{Frame, Visit};

/// A centre in the line of those that came before and after.
struct Relative {
    centre: Named,
    kind: Words,
    hosts: Vec<String>,
    when: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "atlas/centre.html")]
struct Show {
    t: Text,
    frame: Frame,
    per: Per,
    path: String,
    /// The day that is told of.
    told_of: Date,
    name: Words,
    kind: Words,
    when: String,
    /// Said when the centre was not there on the day.
    absent: Option<Absent>,
    successors: Vec<Named>,
    example: bool,
    hosts: Vec<StatementView>,
    satellites: Vec<StatementView>,
    areas: Vec<StatementView>,
    served: Vec<Named>,
    /// The sources do not say for which municipalities it is; the counties they may lie in.
    open: Option<Vec<Named>>,
    /// The year of the latest source for what is told of the day.
    confirmed: Option<i32>,
    duties: Vec<StatementView>,
    council: Vec<StatementView>,
    line: Vec<Relative>,
    history: Vec<HistoryRow>,
    works: Vec<Works>,
    /// How many files of what is said of it were struck by law.
    struck_files: i32,
    /// The role that answers letters, and the form.
    contact: Option<(String, String)>,
    /// The way in where no address is known.
    way_in: Option<WayIn>,
}

/// The host municipality's own site.
struct WayIn {
    name: String,
    site: &'static str,
}

impl WayIn {
    /// The address as one reads it.
    fn shown(&self) -> &'static str {
        let site = self.site.trim_end_matches('/');
        let site = site.split_once("://").map_or(site, |(_, rest)| rest);
        site.strip_prefix("www.").unwrap_or(site)
    }
}

pub async fn show(
    State(app): State<App>,
    Undated(visit): Undated,
    Address(Slug { slug }): Address<Slug>,
) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let centre = network.centre(&slug).ok_or(Error::NotFound)?;
    let suffix = per.suffix();
    // A centre that is no more, or was not yet, is told as of the nearest day it was.
    let day = centre.nearest(per.day);
    let teller = Teller { day, ..Teller::new(&network, t, per.day, &suffix) };
    let works = works::of(&app, t, ("centre", &slug)).await?;
    let mut page = page(&app, &visit, per.clone(), teller, centre, works);
    page.struck_files = struck_files(&app, centre).await?;
    let status =
        if per.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    crate::web::page(status, &page)
}

/// Those that no import has brought back.
async fn struck_files(app: &App, centre: &Centre) -> Result<i32, Error> {
    let struck = items::read::struck(&app.db, centre.id).await?;
    Ok(struck.iter().filter(|row| row.written_over_at.is_none()).map(|row| row.places).sum())
}

fn page(
    app: &App,
    visit: &Visit,
    per: Per,
    teller: Teller<'_>,
    centre: &Centre,
    works: Vec<Works>,
) -> Show {
    let (t, network) = (visit.t, teller.network);
    let list = format!("/{}/sentre", t.lang.code());
    let path = format!("{list}/{}", centre.slug);
    let day = teller.day;
    let name = centre.name_on(day);
    let tell = |s: &Statement<CentreFact>| teller.statement(s, disputed(centre, s, day));
    let on = |is: fn(&CentreFact) -> bool| -> Vec<StatementView> {
        centre.on(day).filter(|s| is(&s.fact)).map(tell).collect()
    };
    let mut frame = Frame::new(app, visit, name)
        .described(name)
        .under(t.plain("centres-heading"), format!("{list}{}", teller.suffix))
        .under(centre.short_on(day), &path)
        .followed(name, "senter", &centre.slug);
    frame.noindex = per.is_chosen();
    frame.refused = per.fault.is_some();
    let contact = centre.contact_on(per.today);
    Show {
        t,
        frame,
        told_of: day,
        name: teller.theirs(name),
        kind: t.get(centre.kind.one_key()),
        when: t.span(&centre.valid),
        absent: Absent::of(t, &per, day),
        successors: network.successors(&centre.slug).map(|after| teller.centre(after)).collect(),
        example: centre.has_examples(),
        hosts: on(|fact| matches!(fact, CentreFact::Host(_))),
        satellites: on(|fact| matches!(fact, CentreFact::Satellite(_))),
        areas: on(|fact| matches!(fact, CentreFact::Area(_))),
        served: served(teller, centre),
        open: open(teller, centre),
        confirmed: centre.confirmed(day),
        duties: duties(centre, day, &tell),
        council: council(centre, day, &tell),
        line: line(teller, centre),
        history: history(teller, centre),
        works,
        struck_files: 0,
        way_in: way_in(teller, centre, per.today).filter(|_| contact.is_none()),
        contact: contact.map(|(role, _)| (format!("{path}/kontakt"), role.to_owned())),
        per,
        path,
    }
}

/// The first of its hosts that is a municipality today, or has become one, with a site.
fn way_in(teller: Teller<'_>, centre: &Centre, today: Date) -> Option<WayIn> {
    let mut hosts = centre.on(teller.day).filter_map(|said| match &said.fact {
        CentreFact::Host(host) => Some((host, said.valid)),
        _ => None,
    });
    hosts.find_map(|(host, valid)| {
        let now = teller.network.host_on(host, valid, today)?;
        Some(WayIn { name: now.name.clone(), site: places::site(&now.code)? })
    })
}

/// The municipalities it serves that day.
fn served(teller: Teller<'_>, centre: &Centre) -> Vec<Named> {
    let serving = teller.network.serving(teller.day);
    let mut served: Vec<Named> = serving
        .by(centre)
        .filter_map(|code| {
            let municipality = teller.network.places.municipality(code, teller.day)?;
            let lang = teller.t.lang.code();
            let href = Some(format!("/{lang}/kommuner/{code}{}", teller.suffix));
            Some(Named { name: municipality.name.clone(), href, now: None })
        })
        .collect();
    teller.t.sort_by_key(&mut served, |named| &named.name);
    served
}

/// The counties of a centre of which nobody says for which municipalities it is.
fn open(teller: Teller<'_>, centre: &Centre) -> Option<Vec<Named>> {
    let serving = teller.network.serving(teller.day);
    let (_, counties) = serving.open().find(|(other, _)| other.slug == centre.slug)?;
    Some(counties.iter().map(|code| teller.county(code)).collect())
}

fn duties(
    centre: &Centre,
    day: Date,
    tell: &impl Fn(&Statement<CentreFact>) -> StatementView,
) -> Vec<StatementView> {
    let order = |fact: &CentreFact| match fact {
        CentreFact::Mandate { .. } => Some(0),
        CentreFact::Priority { .. } => Some(1),
        CentreFact::Responsible { .. } => Some(2),
        CentreFact::Anchoring { .. } => Some(3),
        CentreFact::Region { .. } => Some(4),
        CentreFact::Placement { .. } => Some(5),
        CentreFact::Agreement { .. } => Some(6),
        _ => None,
    };
    let mut duties: Vec<(u8, &Statement<CentreFact>)> =
        centre.on(day).filter_map(|s| Some((order(&s.fact)?, s))).collect();
    duties.sort_by_key(|(order, _)| *order);
    duties.into_iter().map(|(_, s)| tell(s)).collect()
}

/// Who sits in the council that day, and its meetings so far, the newest first.
fn council(
    centre: &Centre,
    day: Date,
    tell: &impl Fn(&Statement<CentreFact>) -> StatementView,
) -> Vec<StatementView> {
    let members = centre.on(day).filter(|s| matches!(s.fact, CentreFact::Council { .. }));
    let met = |s: &&Statement<CentreFact>| match s.fact {
        CentreFact::Meeting { date, .. } => Some(date).filter(|date| *date <= day),
        _ => None,
    };
    let mut meetings: Vec<_> = centre.statements.iter().filter(|s| met(s).is_some()).collect();
    meetings.sort_by_key(|s| std::cmp::Reverse(met(s)));
    members.chain(meetings).map(tell).collect()
}

fn line(teller: Teller<'_>, centre: &Centre) -> Vec<Relative> {
    let relative = |other: &&Centre| {
        let hosts = teller.network.hosts_of(other).into_iter().flat_map(|(_, names)| names);
        Relative {
            centre: teller.centre(other),
            kind: teller.t.get(other.kind.one_key()),
            hosts: hosts.collect(),
            when: teller.t.span(&other.valid),
            is_this: other.slug == centre.slug,
        }
    };
    let line = teller.network.line_of(centre);
    if line.len() < 2 { Vec::new() } else { line.iter().map(relative).collect() }
}

/// Everything that is said, by source, the newest first; whom letters go to is no history.
fn history(teller: Teller<'_>, centre: &Centre) -> Vec<HistoryRow> {
    let told = |s: &&Statement<CentreFact>| !matches!(s.fact, CentreFact::Contact { .. });
    let mut all: Vec<&Statement<CentreFact>> = centre.statements.iter().filter(told).collect();
    all.sort_by_key(|s| std::cmp::Reverse(s.valid.first_day()));
    let day = teller.day;
    teller.by_source(all.into_iter().map(|s| (s, disputed(centre, s, day))))
}
