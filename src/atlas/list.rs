//! The centres there were on a day, the newest arrangement first.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::Per;
use super::said::{Named, Teller};
use super::views::{Choice, View};
use crate::app::App;
use crate::centres::{Centre, Kind, Network, Says, disagreements};
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::library::list;
use crate::projects;
use crate::web::Frame;
use crate::web::visit::Undated;

pub struct Row {
    pub name: String,
    pub href: String,
    /// The projects of the centre, when it has any.
    pub projects: Option<String>,
    pub hosts: Vec<Named>,
    pub satellites: Vec<Named>,
    pub when: String,
    /// The sources do not agree about it.
    pub disputed: bool,
}

/// The centres of one kind.
struct Group {
    id: &'static str,
    heading: Words,
    lead: Words,
    sources: Vec<String>,
    rows: Vec<Row>,
}

/// A day when the arrangement became another.
struct Epoch {
    year: i32,
    href: String,
    current: bool,
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
    count: usize,
}

pub async fn show(State(app): State<App>, Undated(visit): Undated) -> Reply {
    let t = visit.t;
    let per = Per::read(&app, &visit)?;
    let network = Network::load(&app.db).await?;
    let all = list::Wanted { kind: projects::KIND.name, lang: t.lang.code(), ..Default::default() };
    let counts = list::counts(&app.db, &all).await?.remove("centre").unwrap_or_default();
    let suffix = per.suffix();
    let teller = Teller { network: &network, t, day: per.day, suffix: &suffix };
    let group = |kind: Kind| {
        let mut of_kind: Vec<&Centre> = network.on(per.day).filter(|c| c.kind == kind).collect();
        t.sort_by_key(&mut of_kind, |centre| centre.short_on(per.day));
        let sources: BTreeSet<String> = of_kind.iter().flat_map(|c| sources(c, &per)).collect();
        Group {
            id: kind.name(),
            heading: t.get(kind.key()),
            lead: t.get(kind.lead_key()),
            sources: sources.into_iter().collect(),
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
    let count = groups.iter().map(|group| group.rows.len()).sum();
    let choices = View::List.choices(&visit, &per);
    let epochs = epochs(&network, &per, &path);
    crate::web::page(status, &List { t, frame, per, path, choices, groups, epochs, count })
}

/// Who says that the centre is there, hosted so, that day.
fn sources(centre: &Centre, per: &Per) -> Vec<String> {
    let basic = centre
        .on(per.day)
        .filter(|s| matches!(s.says, Says::Exists(_) | Says::Host(_) | Says::Satellite(_)));
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
        hosts: hosts.map(|(host, s)| teller.host(host, s)).collect(),
        satellites: satellites.map(|(host, s)| teller.host(host, s)).collect(),
        when: teller.t.span(&centre.valid),
        disputed: !disagreements(centre, teller.day).is_empty(),
    }
}

/// The first day of each arrangement, as the centres themselves tell it.
fn epochs(network: &Network, per: &Per, path: &str) -> Vec<Epoch> {
    let days: BTreeSet<_> = network.centres().iter().filter_map(|c| c.valid.first_day()).collect();
    let days: Vec<_> = days.into_iter().filter(|day| *day <= per.today).collect();
    let current = days.iter().rposition(|day| *day <= per.day);
    let epoch = |(n, day): (usize, &time::Date)| Epoch {
        year: day.year(),
        href: format!("{path}?per={day}"),
        current: per.is_chosen() && current == Some(n),
    };
    days.iter().enumerate().map(epoch).collect()
}
