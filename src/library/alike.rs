//! What else there is about the same: shown at the foot of an item's page, when anything is near.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::document::{Document, Related};
use super::moment;
use crate::app::App;
use crate::error::Error;
use crate::items::list::{self, Wanted};
use crate::items::{Item, Shown};
use crate::kinds::filters::THEME;
use crate::search::Query;
use crate::web::Visit;

/// At the foot of a page a few are a help and many a burden.
const SHOWN: usize = 4;
/// Translations of what is found already, and what the page names elsewhere, fall out.
const FOUND: usize = 12;
/// So many rows are read at a time: mostly the first are enough.
const READ: usize = 6;

/// The nearest, in the reader's language where they have it. A page of a day that is looked back at
/// shows none: the index knows the present only.
pub async fn find(
    app: &App,
    visit: &Visit,
    shown: &Shown,
    doc: &Document,
) -> Result<Vec<Related>, Error> {
    if visit.at.is_some() {
        return Ok(Vec::new());
    }
    let lang = visit.lang().code();
    let ids = near(app, shown.item.id, lang, &doc.filed).await;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let family = |item: &Item| item.original_id.unwrap_or(item.id);
    let wanted = Wanted::all(moment::at(app, visit), lang);
    let named: BTreeSet<&str> =
        doc.uses.iter().chain(&doc.used_in).map(|related| related.href.as_str()).collect();
    let mut found: Vec<Related> = Vec::new();
    for some in ids.chunks(READ) {
        let mut items = list::these(&app.catalogue, some, &wanted).await?;
        items.retain(|item| family(item) != family(&shown.item));
        items.sort_by_key(|item| some.iter().position(|id| *id == item.id));
        let related = items.iter().filter_map(|item| Related::new(app, item, visit.t));
        found.extend(related.filter(|related| !named.contains(related.href.as_str())));
        if found.len() >= SHOWN {
            break;
        }
    }
    found.truncate(SHOWN);
    Ok(found)
}

/// Words alone say little when texts are few, so what is found shares a theme, where there is one.
///
/// A page is whole without them, so an index in trouble only leaves them out.
async fn near(app: &App, id: Uuid, lang: &str, themes: &[String]) -> Vec<Uuid> {
    // What takes place is over soon; a page without a list is about the site.
    let kinds = app.kinds.iter().filter(|kind| kind.list.is_some() && kind.when.is_none());
    let query = Query {
        kinds: kinds.map(|kind| kind.name.to_owned()).collect(),
        facets: [(THEME.facet.to_owned(), themes.to_vec())].into(),
        limit: FOUND,
        prefer_lang: Some(lang.to_owned()),
        ..Query::default()
    };
    let index = app.index.clone();
    match tokio::task::spawn_blocking(move || index.more_like(id, &query)).await {
        Ok(Ok(ids)) => ids,
        Ok(Err(error)) => {
            tracing::warn!(%error, "what is alike can't be found");
            Vec::new()
        }
        Err(error) => {
            tracing::warn!(%error, "what is alike can't be found");
            Vec::new()
        }
    }
}
