//! The page: the shares of all, by what the law asks, by whom the texts belong to, by year and by kind.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::bodies::Body;
use super::shares::{self, LEAST, Row, Sum, Years};
use crate::app::App;
use crate::centres::Network;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::Registers;
use crate::items::measures::Written;
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "languages/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    action: String,
    /// The same as a file.
    file: String,
    least: i64,
    firsts: Vec<Choice>,
    lasts: Vec<Choice>,
    total: Sum,
    /// Something belongs to a body that the law asks a least share of.
    has_state: bool,
    tables: Vec<Table>,
}

/// A year of a select.
struct Choice {
    year: String,
    chosen: bool,
}

struct Table {
    id: &'static str,
    heading: Words,
    first: Words,
    rows: Vec<Row>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let years = Years::asked(&app, &visit.parameters()?).await?;
    let all = years.written(&app).await?;
    let (registers, network) = (Registers::load(&app.db).await?, Network::load(&app.db).await?);
    let known = Known { registers, network };
    let heading = t.plain("languages-heading");
    let action = format!("/{}/malform", t.lang.code());
    let (from, to) = (years.from.to_string(), years.to.to_string());
    let narrowed = Query::default().and("fra", &from).and("til", &to);
    let frame = Frame::new(&app, &visit, &heading)
        .form()
        .under(t.plain("web-my-page"), format!("/{}/min-side", t.lang.code()))
        .under(&heading, &action);
    let page = Show {
        t,
        frame,
        file: format!("{action}.csv{narrowed}"),
        action,
        least: LEAST,
        firsts: choices(years, years.from),
        lasts: choices(years, years.to),
        total: Sum::of(&all),
        has_state: all.iter().any(|one| known.body(one.centre) == Body::State),
        tables: tables(&app, t, &known, &all),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// The newest first.
fn choices(years: Years, asked: i32) -> Vec<Choice> {
    let choice = |year: i32| Choice { year: year.to_string(), chosen: year == asked };
    (years.all.0..=years.all.1).rev().map(choice).collect()
}

fn tables(app: &App, t: Text, known: &Known, all: &[Written]) -> Vec<Table> {
    let own = |name: String| Words::name(t.lang, name, t.lang);
    let row = |label, sum| Row { label, sum, is_bound: false };
    let bodies = shares::by(all, |one| known.body(one.centre));
    let is_bound = |body: Body| body == Body::State;
    let bodies = bodies
        .into_iter()
        .map(|(body, sum)| Row { is_bound: is_bound(body), ..row(t.get(body.key()), sum) });
    let years = shares::by(all, |one| one.year).into_iter().rev();
    let years = years.map(|(year, sum)| row(own(year.to_string()), sum));
    let kinds = shares::by(all, |one| one.kind.clone());
    let kinds = app
        .kinds
        .iter()
        .filter_map(|kind| Some(row(t.get(kind.word), *kinds.get(kind.store.name)?)));
    // Those that the register does not know any more are counted with what belongs to nobody.
    let is_known = |id: &Uuid| known.registers.owner(Some(*id)).is_some();
    let owners = shares::by(all, |one| one.centre.filter(is_known)).into_iter();
    let owners = owners.map(|(owner, sum)| {
        let name = known.registers.owner(owner).map(|owner| own(owner.short_name().to_owned()));
        let label = name.unwrap_or_else(|| t.get("languages-no-owner"));
        Row { is_bound: is_bound(known.body(owner)), ..row(label, sum) }
    });
    let mut owners: Vec<Row> = owners.collect();
    t.sort_by_key(&mut owners, |row| row.label.as_str());
    let table = |id, heading, first, rows| Table { id, heading, first, rows };
    vec![
        table("organ", t.get("languages-by-body"), t.get("languages-body"), bodies.collect()),
        table("eier", t.get("languages-by-owner"), t.get("languages-owner"), owners),
        table("aar", t.get("languages-by-year"), t.get("languages-year"), years.collect()),
        table("type", t.get("languages-by-kind"), t.get("languages-kind"), kinds.collect()),
    ]
}

/// Whom texts may belong to, and what each of them is.
struct Known {
    registers: Registers,
    network: Arc<Network>,
}

impl Known {
    fn body(&self, owner: Option<Uuid>) -> Body {
        Body::of(&self.network, &self.registers, owner)
    }
}
