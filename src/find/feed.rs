//! A search as a feed: what it finds, the newest first.

use axum::extract::State;

use crate::app::App;
use crate::error::Reply;
use crate::feeds::{self, atom};
use crate::items::{Item, Registers, changes, past};
use crate::library::{feed, listing};
use crate::web::Visit;

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    app.limits.count(&super::SEARCH, &visit.asker)?;
    let t = visit.t;
    let query = visit.parameters()?;
    let registers = Registers::load(&app.db).await?;
    if let Some(elsewhere) = listing::moved(&registers, &visit, &query) {
        return Ok(elsewhere);
    }
    let (mut wanted, _) = super::page::wanted(&app, &visit, &query, &registers)?;
    wanted.limit = usize::try_from(feed::LENGTH).unwrap_or(50);
    wanted.offset = 0;
    // The newest of all that is found, and not of what fits best.
    wanted.newest_first = true;
    let words = wanted.words.trim().to_owned();
    let found = super::ask_on(&app, &visit, wanted).await?;
    // Who follows a search wants what it is about, not what has a word of it.
    let whole = found.hits.iter().filter(|hit| !hit.is_below);
    let ids: Vec<uuid::Uuid> = whole.map(|hit| hit.id).collect();
    let shown = match visit.at {
        Some(at) => past::shown(&app.db, &ids, at.until).await?,
        None => changes::visible(&app.db, &ids).await?,
    };
    let mut items: Vec<_> = shown.into_iter().map(|shown| shown.item).collect();
    items.sort_by_key(Item::newest_first);
    let title = if words.is_empty() {
        t.plain("find-heading")
    } else {
        t.plain_with("find-title", "words", words.as_str())
    };
    let (public, lang) = (app.public_url(), t.lang.code());
    let query = query.with("side", "");
    let feed = atom::Feed {
        title: t.plain_with("web-title", "page", title),
        subtitle: t.plain("web-tagline"),
        lang,
        author: t.plain("web-name"),
        href: format!("{public}/{lang}/sok.atom{query}"),
        page: format!("{public}/{lang}/sok{query}"),
        updated: feed::quiet_since(&app).await?,
        entries: feed::entries(&app, &items, &registers, t),
    };
    Ok(feeds::answer(feed.write(), atom::MEDIA_TYPE))
}
