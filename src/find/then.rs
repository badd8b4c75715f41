//! A search on a day that is looked back at: the words are sought in the texts of now, and of what is
//! found that is shown which was public then, titled and filed as it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::items::State;
use crate::items::catalogue::{Narrowed, Narrowing};
use crate::items::past::{self, Snapshot};
use crate::search::{self, Counts, MOST_HITS, MarkedPiece, Query, SearchResults};
use crate::web::AsOf;

pub async fn find(app: &App, at: AsOf, wanted: &Query) -> Result<SearchResults, Error> {
    let (index, words) = (app.index.clone(), only_words(wanted));
    let found = Arc::new(tokio::task::spawn_blocking(move || index.find(&words)).await??);
    let facets: Vec<&'static str> =
        app.kinds.searched().into_iter().map(|filter| filter.facet).collect();
    let by = narrowing(wanted);
    let (above, below) = found.ids.split_at(found.above);
    let narrowed = app.catalogue.narrow(above, at.until, &by, &facets).await;
    let rest = app.catalogue.narrow(below, at.until, &by, &facets).await;
    let answer = SearchResults {
        cut: found.cut,
        meant: found.meant.clone(),
        building: found.building,
        ..SearchResults::default()
    };
    // Just after a start: what there was on a day is being read.
    let (Some(narrowed), Some(rest)) = (narrowed, rest) else {
        return Ok(SearchResults { building: true, ..answer });
    };
    let (offset, limit) = (wanted.offset, wanted.limit.min(MOST_HITS));
    let places = narrowed.chosen.iter().copied();
    let places = places.chain(rest.chosen.iter().map(|place| place + found.above));
    let places: Vec<usize> = places.skip(offset).take(limit).collect();
    let ids: Vec<Uuid> = places.iter().filter_map(|place| found.ids.get(*place).copied()).collect();
    let hits = tokio::task::spawn_blocking(move || found.hits(&places)).await??;
    let then = past::snapshots(&app.db, &ids, at.until).await?;
    let hits = hits.into_iter().filter_map(|hit| Some((then.get(&hit.id)?, hit)));
    Ok(SearchResults {
        total: narrowed.chosen.len(),
        below: rest.chosen.len(),
        hits: hits.map(|(then, hit)| as_then(hit, then)).collect(),
        counts: counts(if is_empty(&narrowed) { rest } else { narrowed }),
        ..answer
    })
}

/// The index knows how things are filed now: only the words are asked of it.
fn only_words(wanted: &Query) -> Query {
    Query {
        words: wanted.words.clone(),
        as_typed: wanted.as_typed,
        include_archived: true,
        prefer_lang: wanted.prefer_lang.clone(),
        ..Query::default()
    }
}

fn narrowing(wanted: &Query) -> Narrowing {
    Narrowing {
        kinds: wanted.kinds.iter().cloned().collect(),
        langs: wanted.langs.iter().cloned().collect(),
        facets: wanted
            .facets
            .iter()
            .map(|(facet, values)| (facet.clone(), values.iter().cloned().collect()))
            .collect(),
        archived: wanted.include_archived,
    }
}

/// A text that has been replaced has its title and lead of then, without marks.
fn as_then(mut hit: search::Hit, then: &Snapshot) -> search::Hit {
    let plain = |text: &str| vec![MarkedPiece { text: text.to_owned(), hit: false }];
    if then.replaced {
        hit.title.clone_from(&then.item.title);
        hit.title_pieces = plain(&then.item.title);
        (hit.file, hit.filed) = (None, None);
        hit.snippet = if then.item.lead.is_empty() { Vec::new() } else { plain(&then.item.lead) };
    }
    hit.archived = then.item.state() == State::Archived;
    hit
}

/// No choice would give any of it.
fn is_empty(narrowed: &Narrowed) -> bool {
    let of_facets = || narrowed.facets.values().all(BTreeMap::is_empty);
    narrowed.kinds.is_empty() && narrowed.langs.is_empty() && of_facets()
}

fn counts(narrowed: Narrowed) -> Counts {
    let of = |counts: BTreeMap<String, i64>| {
        counts.into_iter().map(|(value, n)| (value, u64::try_from(n).unwrap_or(0))).collect()
    };
    let facets = narrowed.facets.into_iter();
    Counts {
        kinds: of(narrowed.kinds),
        langs: of(narrowed.langs),
        facets: facets.map(|(name, values)| (name, of(values))).collect(),
    }
}
