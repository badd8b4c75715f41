//! A public page: in how many published works users and next of kin took part, and how. By theme, county and year.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::today;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::places::Places;
use crate::themes::Themes;
use crate::web::{Frame, Visit};
use crate::work::{Counted, TookPart, took_part};

#[derive(Template)]
#[template(path = "improvement/log/involved.html")]
struct Page {
    t: Text,
    frame: Frame,
    total: TookPart,
    tables: Vec<Table>,
    /// Whether examples are what is counted.
    examples: Words,
}

struct Table {
    id: &'static str,
    heading: Words,
    first: Words,
    rows: Vec<(Words, TookPart)>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let (db, today) = (&app.db, today(&app));
    let year = today.year();
    // Where nothing else is published, as in the demo, the examples are counted, and it is said.
    let mut counts = Counted::Real;
    let mut total = took_part(db, counts, None, year).await?;
    if total.get("").is_none_or(|all| all.works == 0) {
        counts = Counted::Examples;
        total = took_part(db, counts, None, year).await?;
    }
    let heading = t.plain("improvement-log-involved");
    let path = format!("/{}/medvirkning", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading)
        .described(&t.plain("improvement-log-involved-lead"))
        .under(&heading, path);
    let themes = Themes::load(db).await?;
    let by_theme = took_part(db, counts, Some("theme"), year).await?.into_iter();
    let themes: Vec<(Words, TookPart)> =
        by_theme.filter_map(|(slug, one)| Some((themes.get(&slug)?.said(t), one))).collect();
    let places = Places::load(db).await?;
    let mut by_county = took_part(db, counts, Some("county"), year).await?;
    // A work is filed under all that its county has been and become: it is told of those that are.
    let counties = places.counties().on(today).filter_map(|county| {
        let one = by_county.remove(&county.code)?;
        Some((Words::name(t.lang, county.name.as_str(), t.lang), one))
    });
    let counties: Vec<(Words, TookPart)> = counties.collect();
    let by_year = took_part(db, counts, Some("year"), year).await?.into_iter().rev();
    let years = by_year.map(|(year, one)| (Words::name(t.lang, year, t.lang), one)).collect();
    let tables = vec![
        Table {
            id: "tema",
            heading: t.get("improvement-log-by-theme"),
            first: t.get("improvement-log-theme"),
            rows: sorted(t, themes),
        },
        Table {
            id: "fylke",
            heading: t.get("improvement-log-by-county"),
            first: t.get("improvement-log-county"),
            rows: sorted(t, counties),
        },
        Table {
            id: "ar",
            heading: t.get("improvement-log-by-year"),
            first: t.get("improvement-log-year"),
            rows: years,
        },
    ];
    let total = total.remove("").unwrap_or_default();
    let is_real = counts == Counted::Real || total.works == 0;
    let examples = if is_real { "improvement-log-no-examples" } else { "improvement-log-examples" };
    crate::web::page(StatusCode::OK, &Page { t, frame, total, tables, examples: t.get(examples) })
}

fn sorted(t: Text, mut rows: Vec<(Words, TookPart)>) -> Vec<(Words, TookPart)> {
    t.sort_by_key(&mut rows, |(name, _)| name.as_str());
    rows
}
