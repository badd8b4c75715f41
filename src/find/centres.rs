//! The centres that the shipped register knows, by period, with hosts, satellites and source.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::centres::{Centres, centre, host, hosts};
use crate::dates::PartialDate;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::library::list;
use crate::projects;
use crate::web::{Frame, Visit};

struct Row {
    name: String,
    /// The projects of the centre, when it has any.
    href: Option<String>,
    hosts: Vec<String>,
    satellites: Vec<String>,
    since: String,
    source: String,
}

/// The centres of one kind: the newest arrangement first.
struct Group {
    id: &'static str,
    heading: Words,
    lead: Words,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "find/centres.html")]
struct List {
    t: Text,
    frame: Frame,
    groups: Vec<Group>,
}

const KINDS: [(&str, &str, &str); 3] = [
    ("utviklingssenter", "centres-kind-development", "centres-kind-development-lead"),
    ("undervisningshjemmetjeneste", "centres-kind-home", "centres-kind-home-lead"),
    ("undervisningssykehjem", "centres-kind-nursing", "centres-kind-nursing-lead"),
];

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let centres = Centres::load(&app.db).await?;
    let hosts = hosts(&app.db).await?;
    let all = list::Wanted { kind: projects::KIND.name, lang: t.lang.code(), ..Default::default() };
    let counts = list::counts(&app.db, &all).await?.remove("centre").unwrap_or_default();
    let group = |(kind, heading, lead): (&'static str, &str, &str)| {
        let of_kind = centres.sorted(t).into_iter().filter(|centre| centre.kind == kind);
        Group {
            id: kind,
            heading: t.get(heading),
            lead: t.get(lead),
            rows: of_kind
                .map(|centre| row(centre, &hosts, counts.contains_key(&centre.slug), t))
                .collect(),
        }
    };
    let heading = t.plain("centres-heading");
    let href = format!("/{}/sentre", t.lang.code());
    let page = List {
        t,
        frame: Frame::new(&app, &visit, &heading)
            .described(&t.plain("centres-lead"))
            .under(heading, href),
        groups: KINDS.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect(),
    };
    crate::web::page(StatusCode::OK, &page)
}

fn row(centre: &centre::Model, hosts: &[host::Model], has_projects: bool, t: Text) -> Row {
    let of_role = |role: &str| -> Vec<String> {
        let is_one = |host: &&host::Model| host.centre_id == centre.id && host.role == role;
        let name = |host: &host::Model| match &host.unit {
            Some(unit) => format!("{} ({unit})", host.municipality),
            None => host.municipality.clone(),
        };
        hosts.iter().filter(is_one).map(name).collect()
    };
    let since = centre.valid_from.parse::<PartialDate>().map(|date| t.partial(&date));
    Row {
        name: centre.short_name.clone(),
        href: has_projects.then(|| format!("/{}/prosjekter?senter={}", t.lang.code(), centre.slug)),
        hosts: of_role("host"),
        satellites: of_role("satellite"),
        since: since.unwrap_or_else(|_| centre.valid_from.clone()),
        source: centre.source.clone(),
    }
}
