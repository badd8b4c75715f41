//! A search on a day that is looked back at: the words are sought in the texts of now, and of what is
//! found that is shown which was public then, titled and filed as it was.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::items::State;
use crate::items::past::{self, Snapshot};
use crate::search::{self, Counts, MOST_HITS, MarkedPiece, Query, SearchResults};
use crate::web::AsOf;

/// Of so many hundred hits those are taken that were public.
const HUNDREDS: usize = 10;

pub async fn find(app: &App, at: AsOf, wanted: &Query) -> Result<SearchResults, Error> {
    let mut hits = Vec::new();
    let mut answer = SearchResults::default();
    for n in 0..HUNDREDS {
        let found = super::ask(app, only_words(wanted, n * MOST_HITS)).await?;
        let is_last = found.hits.len() < MOST_HITS;
        (answer.cut, answer.meant, answer.building) = (found.cut, found.meant, found.building);
        let ids: Vec<Uuid> = found.hits.iter().map(|hit| hit.id).collect();
        let mut then = past::snapshots(&app.db, &ids, at.until).await?;
        hits.extend(found.hits.into_iter().filter_map(|hit| {
            let then = then.remove(&hit.id)?;
            let is_wanted = wanted.include_archived || then.item.state() != State::Archived;
            is_wanted.then_some((hit, then))
        }));
        if is_last {
            break;
        }
    }
    let counts = counts(app, wanted, &hits);
    hits.retain(|(_, then)| holds(wanted, then, None));
    let total = hits.len();
    let some = hits.into_iter().skip(wanted.offset).take(wanted.limit);
    let hits = some.map(|(hit, then)| as_then(hit, &then)).collect();
    Ok(SearchResults { total, hits, counts, ..answer })
}

/// The index knows how things are filed now: only the words are asked of it.
fn only_words(wanted: &Query, offset: usize) -> Query {
    Query {
        words: wanted.words.clone(),
        as_typed: wanted.as_typed,
        include_archived: true,
        limit: MOST_HITS,
        offset,
        prefer_lang: wanted.prefer_lang.clone(),
        ..Query::default()
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

/// What a search can be narrowed by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group<'a> {
    Kind,
    Lang,
    Facet(&'a str),
}

impl<'a> Group<'a> {
    fn chosen(self, wanted: &Query) -> &[String] {
        match self {
            Self::Kind => &wanted.kinds,
            Self::Lang => &wanted.langs,
            Self::Facet(name) => wanted.chosen(name),
        }
    }

    fn values(self, then: &'a Snapshot) -> Vec<&'a str> {
        match self {
            Self::Kind => vec![&then.item.kind],
            Self::Lang => vec![&then.item.lang],
            Self::Facet(name) => {
                let has = then.facets.iter().filter(|(facet, _)| facet == name);
                has.map(|(_, value)| value.as_str()).collect()
            }
        }
    }
}

fn holds(wanted: &Query, then: &Snapshot, except: Option<Group<'_>>) -> bool {
    let facets = wanted.facets.keys().map(|name| Group::Facet(name));
    let mut groups = [Group::Kind, Group::Lang].into_iter().chain(facets);
    groups.all(|group| {
        let chosen = group.chosen(wanted);
        Some(group) == except
            || chosen.is_empty()
            || group.values(then).iter().any(|v| chosen.iter().any(|c| c == v))
    })
}

/// A group's own choice does not narrow its own counts, as in the index.
fn counts(app: &App, wanted: &Query, hits: &[(search::Hit, Snapshot)]) -> Counts {
    let count = |group: Group<'_>| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        for (_, then) in hits.iter().filter(|(_, then)| holds(wanted, then, Some(group))) {
            for value in group.values(then) {
                *counts.entry(value.to_owned()).or_default() += 1;
            }
        }
        counts.into_iter().collect()
    };
    let facets = app.kinds.searched().into_iter().map(|filter| filter.facet);
    Counts {
        kinds: count(Group::Kind),
        langs: count(Group::Lang),
        facets: facets.map(|name| (name.to_owned(), count(Group::Facet(name)))).collect(),
    }
}
