//! The front page: what is here, how to find it, what worked and what did not.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::get;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::library::list;
use crate::library::listing::CardView;
use crate::library::registers::Registers;
use crate::web::visit::preferred;
use crate::web::{Frame, Visit};
use crate::{atlas, news, projects};

#[cfg(test)]
mod tests;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(choose))
        .route("/{lang}", get(with_slash))
        .route("/{lang}/", get(show))
}

/// A theme with what it holds, for the front page's short list.
struct ThemeLink {
    name: Words,
    href: String,
}

#[derive(Template)]
#[template(path = "front/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    themes: Vec<ThemeLink>,
    newest: Vec<CardView>,
    failed: Vec<CardView>,
    news: Vec<CardView>,
    /// The centres of today on a map.
    map: Option<String>,
    total: u64,
    failed_total: i64,
}

/// How it went, where it did not go well.
const NOT_WELL: [&str; 2] = ["no_change", "worse"];
const THEMES: usize = 8;

async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let db = &app.db;
    let registers = Registers::load(db).await?;
    let lang = t.lang.code();
    let all = list::Wanted { kind: projects::KIND.name, lang, ..Default::default() };
    let counts = list::counts(db, &all).await?;
    let cards = |items: Vec<crate::library::Item>, kind| -> Vec<CardView> {
        items.iter().map(|item| CardView::new(item, kind, &registers, t)).collect()
    };
    let newest = list::newest(db, (projects::KIND.name, lang), None, 7).await?;
    let failed =
        list::newest(db, (projects::KIND.name, lang), Some(("outcome", &NOT_WELL)), 2).await?;
    let newest: Vec<_> =
        newest.into_iter().filter(|item| failed.iter().all(|f| f.id != item.id)).take(5).collect();
    let recent = list::newest(db, (news::KIND.name, lang), None, 3).await?;
    let of_theme = counts.get("theme");
    let mut themes: Vec<(i64, ThemeLink)> = registers
        .themes
        .tree(t)
        .into_iter()
        .filter_map(|(theme, _)| {
            let count = of_theme.and_then(|counts| counts.get(&theme.slug))?;
            let href = format!("/{}/prosjekter?tema={}", t.lang.code(), theme.slug);
            Some((*count, ThemeLink { name: theme.said(t), href }))
        })
        .collect();
    // The fullest ones, in the order of the alphabet.
    themes.sort_by_key(|(count, _)| -count);
    themes.truncate(THEMES);
    t.sort_by_key(&mut themes, |(_, theme)| theme.name.as_str());
    let outcomes = counts.get("outcome");
    let failed_total =
        NOT_WELL.iter().filter_map(|value| outcomes.and_then(|counts| counts.get(*value))).sum();
    let network = Network::load(db).await?;
    let page = Show {
        t,
        frame: Frame::new(&app, &visit, t.plain("front-title")).described(&t.plain("front-lead")),
        themes: themes.into_iter().map(|(_, theme)| theme).collect(),
        newest: cards(newest, &projects::KIND),
        failed: cards(failed, &projects::KIND),
        news: cards(recent, &news::KIND),
        map: atlas::today_map(&network, t, oslo_day(app.clock.now())),
        total: list::total(db, projects::KIND.name, lang).await?,
        failed_total,
    };
    crate::web::page(StatusCode::OK, &page)
}

/// Bokmål, unless the browser asks for another of our languages first.
async fn choose(headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = preferred(accepted);
    let mut response = crate::web::see_other(&format!("/{}/", lang.code()));
    response
        .headers_mut()
        .insert(header::VARY, axum::http::HeaderValue::from_static("accept-language"));
    response
}

async fn with_slash(visit: Visit) -> Response {
    crate::web::moved(&format!("/{}/", visit.lang().code()))
}
