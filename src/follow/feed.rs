//! The feeds: the newest of a list, narrowed by the same parameters as the list.

use axum::extract::State;

use super::{ALL, kind_of};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::feeds::{self, atom};
use crate::items::list::{self, Wanted};
use crate::kinds::Kind;
use crate::library::{feed, listing, moment};
use crate::web::{Visit, day};

pub async fn of_all(State(app): State<App>, visit: Visit) -> Reply {
    let kinds: Vec<&'static str> =
        app.kinds.iter().filter(|kind| kind.list.is_some()).map(|kind| kind.name).collect();
    write(&app, &visit, &ALL, &kinds).await
}

pub async fn of_kind(State(app): State<App>, visit: Visit) -> Reply {
    let kind = kind_of(&app, &visit.path).ok_or(Error::NotFound)?;
    write(&app, &visit, kind, &[kind.name]).await
}

/// The page of the one thing that is followed across all kinds: a theme, a place, a centre.
fn own_page(chosen: &listing::Chosen<'_>) -> Option<String> {
    let mut all =
        chosen.iter().flat_map(|(filter, values)| values.iter().map(|v| (filter.facet, v)));
    let (Some((facet, value)), None) = (all.next(), all.next()) else { return None };
    let noun = match facet {
        "theme" => "tema",
        "county" => "fylker",
        "municipality" => "kommuner",
        "centre" => "sentre",
        _ => return None,
    };
    Some(format!("{noun}/{value}"))
}

async fn write(app: &App, visit: &Visit, kind: &Kind, kinds: &[&'static str]) -> Reply {
    let t = visit.t;
    let query = visit.parameters()?;
    let registers = listing::registers(app, &query).await?;
    if let Some(elsewhere) = listing::moved(&registers, visit, &query) {
        return Ok(elsewhere);
    }
    let chosen = listing::chosen(&query, kind, &registers, t)?;
    let wanted = Wanted {
        kinds: kinds.to_vec(),
        chosen: listing::by_facet(&chosen),
        archived: listing::archived(&query)?,
        ..Wanted::all(moment::at(app, visit), t.lang.code())
    };
    let items = list::first(&app.catalogue, &wanted, feed::LENGTH).await?;
    let title = listing::title(kind, &chosen, &registers, t);
    let (public, lang) = (app.public_url(), t.lang.code());
    let narrowed = listing::followed(&chosen, wanted.archived);
    let then = visit.at.map(|at| at.day.to_string()).unwrap_or_default();
    let narrowed = narrowed.with(day::PARAMETER, &then);
    let own = own_page(&chosen).filter(|_| kind.list.is_none());
    let page = match own {
        Some(page) => format!("{page}{}", crate::web::Query::default().with(day::PARAMETER, &then)),
        None if kind.list.is_some() => format!("{}{narrowed}", kind.path),
        None => narrowed.to_string(),
    };
    let feed = atom::Feed {
        title: t.plain_with("web-title", "page", or(title, || t.plain("web-feed-all"))),
        subtitle: t.plain("web-tagline"),
        lang,
        author: t.plain("web-name"),
        href: format!("{public}/{lang}/{}.atom{narrowed}", kind.path),
        page: format!("{public}/{lang}/{page}"),
        updated: feed::quiet_since(app).await?,
        entries: feed::entries(app, &items, &registers, t),
    };
    Ok(feeds::answer(feed.write(), atom::MEDIA_TYPE))
}

fn or(text: String, other: impl FnOnce() -> String) -> String {
    if text.is_empty() { other() } else { text }
}
