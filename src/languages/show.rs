//! The page: the shares of all, by year, by kind and by centre.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::shares::{self, LEAST, Row, Sum, Years};
use crate::app::App;
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
    let registers = Registers::load(&app.db).await?;
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
        tables: tables(&app, t, &registers, &all),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// The newest first.
fn choices(years: Years, asked: i32) -> Vec<Choice> {
    let choice = |year: i32| Choice { year: year.to_string(), chosen: year == asked };
    (years.all.0..=years.all.1).rev().map(choice).collect()
}

fn tables(app: &App, t: Text, registers: &Registers, all: &[Written]) -> Vec<Table> {
    let own = |name: String| Words::name(t.lang, name, t.lang);
    let years = shares::by(all, |one| one.year).into_iter().rev();
    let years = years.map(|(year, sum)| Row { label: own(year.to_string()), sum });
    let kinds = shares::by(all, |one| one.kind.clone());
    let kinds = app.kinds.iter().filter_map(|kind| {
        Some(Row { label: t.get(kind.word), sum: *kinds.get(kind.store.name)? })
    });
    let centres = shares::by(all, |one| one.centre).into_iter().map(|(centre, sum)| {
        let centre = centre.and_then(|id| registers.centres.by_id(id));
        let none = || t.get("languages-no-centre");
        let label = centre.map_or_else(none, |centre| own(centre.short_name.clone()));
        Row { label, sum }
    });
    let mut centres: Vec<Row> = centres.collect();
    t.sort_by_key(&mut centres, |row| row.label.as_str());
    let table = |id, heading, first, rows| Table { id, heading, first, rows };
    vec![
        table("aar", t.get("languages-by-year"), t.get("languages-year"), years.collect()),
        table("type", t.get("languages-by-kind"), t.get("languages-kind"), kinds.collect()),
        table("senter", t.get("languages-by-centre"), t.get("languages-centre"), centres),
    ]
}
