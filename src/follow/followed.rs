//! What somebody follows: all of it, a kind or a search, narrowed as lists are. The page about following,
//! its feeds and the letters read it from the same parameters.

use std::collections::BTreeMap;

use super::{ALL, kind_of};
use crate::app::App;
use crate::db::DbErr;
use crate::error::Error;
use crate::i18n::Text;
use crate::items::list::{self, At, Wanted};
use crate::items::{Item, Registers, changes};
use crate::kinds::Kind;
use crate::library::listing;
use crate::search;
use crate::web::Query;

/// More than this is no search.
const WORDS: usize = 200;

/// What the form of the page has a field for.
const OFFERED: [&str; 3] = ["tema", "fylke", "senter"];

/// What only a search is narrowed by; its feed says so when a value is not known.
const OF_A_SEARCH: [&str; 4] = ["type", "spraak", "resultat", "ordrett"];

pub struct Followed {
    pub kind: &'static Kind,
    pub chosen: listing::Chosen<'static>,
    /// History is taken in.
    pub archived: bool,
    /// What is followed is a search.
    pub words: Option<String>,
    /// What else it is narrowed by, that the form has no field for: parameters and their values.
    pub kept: Vec<(&'static str, String)>,
}

impl Followed {
    pub fn read(app: &App, t: Text, query: &Query, registers: &Registers) -> Result<Self, Error> {
        let side = query.one("side")?;
        let kind = match side {
            "" | "alt" | "sok" => &ALL,
            side => kind_of(app, side)
                .filter(|kind| kind.list.is_some())
                .ok_or(Error::NotUnderstood("side"))?,
        };
        let chosen = listing::chosen(query, kind, registers, t)?;
        let kept = if side == "sok" { of_search(query) } else { unoffered(&chosen) };
        let words = query.one("q")?.chars().take(WORDS).collect::<String>();
        let is_search = side == "sok" && !(words.trim().is_empty() && kept.is_empty());
        let words = Some(words).filter(|_| is_search);
        Ok(Self { kind, chosen, archived: listing::archived(query)?, words, kept })
    }

    pub fn title(&self, registers: &Registers, t: Text) -> String {
        let all = || t.plain("web-feed-all");
        match &self.words {
            Some(words) if words.trim().is_empty() => all(),
            Some(words) => t.plain_with("follow-search", "words", words.as_str()),
            None => Some(listing::title(self.kind, &self.chosen, registers, t))
                .filter(|title| !title.is_empty())
                .unwrap_or_else(all),
        }
    }

    /// The parameters of a search.
    fn search(&self, words: &str) -> Query {
        let narrowed = listing::followed(&self.chosen, self.archived);
        let search = Query::default().and("q", words).followed_by(&narrowed);
        self.kept.iter().fold(search, |all, (name, value)| all.and(name, value))
    }

    /// Its feed, behind the language.
    pub fn feed(&self) -> String {
        if let Some(words) = &self.words {
            return format!("sok.atom{}", self.search(words));
        }
        let narrowed = listing::followed(&self.chosen, self.archived);
        format!("{}.atom{narrowed}", self.kind.path)
    }

    /// Where it is looked at, behind the language.
    pub fn page(&self) -> String {
        match &self.words {
            Some(words) => format!("sok{}", self.search(words)),
            None => format!("folg{}", self.parameters()),
        }
    }

    /// As the page about following takes it, the same for the same.
    pub fn parameters(&self) -> Query {
        if let Some(words) = &self.words {
            return Query::default().and("side", "sok").followed_by(&self.search(words));
        }
        let narrowed = listing::followed(&self.chosen, self.archived);
        Query::default().and("side", self.kind.path).followed_by(&narrowed)
    }

    /// The newest of it, at most so many; none while the search is not whole.
    pub async fn newest(&self, app: &App, t: Text, most: u64) -> Result<Option<Vec<Item>>, Error> {
        if let Some(words) = &self.words {
            return self.found(app, t, words).await;
        }
        let all = app.kinds.iter().filter(|kind| kind.list.is_some()).map(|kind| kind.name);
        let kinds = if self.kind.list.is_some() { vec![self.kind.name] } else { all.collect() };
        let wanted = Wanted {
            kinds,
            chosen: listing::by_facet(&self.chosen),
            archived: self.archived,
            ..Wanted::all(At::Now(app.clock.now()), t.lang.code())
        };
        Ok(Some(list::first(&app.catalogue, &wanted, most).await?))
    }

    async fn found(&self, app: &App, t: Text, words: &str) -> Result<Option<Vec<Item>>, Error> {
        let query = self.search(words);
        let all = |name: &str| query.all(name).map(str::to_owned).collect::<Vec<_>>();
        let searched = app.kinds.searched().into_iter();
        let facets = searched.map(|filter| (filter.facet.to_owned(), all(filter.parameter)));
        let facets: BTreeMap<String, Vec<String>> =
            facets.filter(|(_, values)| !values.is_empty()).collect();
        let wanted = search::Query {
            words: words.to_owned(),
            kinds: all("type"),
            langs: all("spraak"),
            facets,
            as_typed: query.get("ordrett") == Some("1"),
            include_archived: self.archived,
            // What is new must be among them, however many fit better.
            newest_first: true,
            limit: search::MOST_HITS,
            offset: 0,
            prefer_lang: Some(t.lang.code().to_owned()),
        };
        let index = app.index.clone();
        let found = tokio::task::spawn_blocking(move || index.search(&wanted)).await??;
        if found.building {
            return Ok(None);
        }
        let whole = found.hits.iter().filter(|hit| !hit.is_below);
        let ids: Vec<uuid::Uuid> = whole.map(|hit| hit.id).collect();
        Ok(Some(items(app, &ids).await?))
    }
}

async fn items(app: &App, ids: &[uuid::Uuid]) -> Result<Vec<Item>, DbErr> {
    let shown = changes::visible(&app.db, ids).await?;
    let mut items: Vec<Item> = shown.into_iter().map(|shown| shown.item).collect();
    items.sort_by_key(Item::newest_first);
    Ok(items)
}

/// What a list is narrowed by that the form has no field for.
fn unoffered(chosen: &listing::Chosen<'_>) -> Vec<(&'static str, String)> {
    let others = chosen.iter().filter(|(filter, _)| !OFFERED.contains(&filter.parameter));
    others
        .flat_map(|(filter, values)| values.iter().map(|value| (filter.parameter, value.clone())))
        .collect()
}

fn of_search(query: &Query) -> Vec<(&'static str, String)> {
    let all = |name| query.all(name).map(move |value| (name, value.to_owned()));
    OF_A_SEARCH.into_iter().flat_map(all).collect()
}
