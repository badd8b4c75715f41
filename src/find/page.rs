//! The search page: words, filters with counts, hits with the found words marked.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use uuid::Uuid;

use super::filed::{self, Filed, FiledView};
use super::filters;
use super::fold::{Fold, Pages};
use super::help::{self, Help};
use super::infile::InFileView;
use super::suggest::Suggestion;
use super::{missed, named};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::items::Registers;
use crate::kinds::Filter;
use crate::library::listing::{Chip, FilterView, OptionView, SortView};
use crate::library::not_yet;
use crate::search::{self, MarkedPiece};
use crate::web::frame::Feed;
use crate::web::pager::Pager;
use crate::web::{Frame, NotKept, Query, Visit};

pub const PER_PAGE: u64 = 20;

pub struct HitView {
    id: String,
    href: String,
    kind: Words,
    lang: &'static str,
    archived: bool,
    title: Vec<MarkedPiece>,
    snippet: Vec<MarkedPiece>,
    /// The attachment that the snippet is from.
    file: Option<InFileView>,
    /// The theme, place or organisation that makes it a hit.
    filed: Option<FiledView>,
    /// The same work in other languages: its code, its address and what it is called there.
    also: Vec<(&'static str, String, &'static str)>,
}

#[derive(Template)]
#[template(path = "find/search.html")]
#[expect(clippy::struct_excessive_bools, reason = "the template asks for each by itself")]
struct Page {
    t: Text,
    frame: Frame,
    words: String,
    /// What the question names that has a page of its own.
    named: Vec<Suggestion>,
    count: Words,
    filters: Vec<FilterView>,
    chips: Vec<Chip>,
    sorts: Vec<SortView>,
    by_date: bool,
    /// Those with all that was asked for.
    hits: Vec<HitView>,
    /// Those with something of it.
    fold: Option<Fold>,
    pager: Pager,
    /// Leads to a booklet of what was found.
    booklet: String,
    path: String,
    archived: bool,
    /// More was typed than is used.
    cut: bool,
    /// The day that is looked back at, for the forms to keep.
    per: String,
    /// Not everything can be found yet.
    building: bool,
    meant: Option<Meant>,
    /// Words that are nowhere are not taken for others.
    as_typed: bool,
    /// What may help when there are no hits.
    help: Option<Help>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    app.limits.count(&super::SEARCH, &visit.asker)?;
    let t = visit.t;
    let mut query = visit.parameters()?;
    if let Some(not_yet) = not_yet::of_all(&app, &visit).await? {
        return Ok(not_yet);
    }
    let registers = Registers::load(&app.db).await?;
    if let Some(query) = crate::library::listing::as_now(&registers, &query) {
        return Ok(crate::web::moved(&format!("/{}/sok{query}", t.lang.code())));
    }
    let (wanted, page) = wanted(&app, &visit, &query, &registers)?;
    let words = wanted.words.clone();
    let is_cut = query.get("q").is_some_and(|asked| asked.len() > words.len());
    if is_cut {
        query = query.with("q", &words);
    }
    let (archived, as_typed) = (wanted.include_archived, wanted.as_typed);
    let mut found = super::ask_on(&app, &visit, wanted.clone()).await?;
    let path = format!("/{}/sok", t.lang.code());
    let pages = Pages::of(&found);
    if page > pages.last {
        return Err(Error::NotFound);
    }
    let first_page = query.with("side", "");
    let filters = filters::all(&app, &found.counts, &query, &registers, t);
    let chips = chips(&filters, &path, &first_page);
    let frame = frame(&app, &visit, &words, &query, is_cut);
    // What is answered from memory is not counted.
    let is_kept = found.total > 0 && found.meant.is_none() && !found.building;
    missed::note(&app, &visit, &wanted, &found);
    let help = help::find(&app, &found, &wanted, &query, &registers, t).await?;
    let filed = filed::load(&app, &found.hits).await?;
    let told = (&registers, &filed);
    let (below, above) = parted(std::mem::take(&mut found.hits));
    let on_page = |page: u64| format!("{path}{}", query.with("side", &page.to_string()));
    let page = Page {
        t,
        frame,
        meant: Meant::new(&found, as_typed, &first_page, &path),
        as_typed,
        help,
        named: named::answers(&app, &registers, &visit, &words, page),
        count: count(t, &found),
        filters,
        chips,
        sorts: sorts(t, &wanted, &visit, &first_page),
        by_date: wanted.newest_first,
        hits: hit_views(&app, above, &visit, told),
        fold: Fold::new(t, found.below, hit_views(&app, below, &visit, told), pages, page, on_page),
        pager: pages.pager(&path, &query, page),
        booklet: format!("/{}/hefte{}", t.lang.code(), first_page.with("fra", "sok")),
        words,
        path,
        archived,
        cut: found.cut || is_cut,
        per: visit.at.map(|at| at.day.to_string()).unwrap_or_default(),
        building: found.building,
    };
    Ok(NotKept::unless(is_kept, crate::web::page(StatusCode::OK, &page)?))
}

/// What has only something of the question, and what has all of it.
fn parted(hits: Vec<search::Hit>) -> (Vec<search::Hit>, Vec<search::Hit>) {
    hits.into_iter().partition(|hit| hit.is_below)
}

/// How many have all that was asked for.
fn count(t: Text, found: &search::SearchResults) -> Words {
    if found.total == 0 && found.below > 0 {
        return t.get("find-none-whole");
    }
    t.with("find-count", "count", found.total)
}

fn frame(app: &App, visit: &Visit, words: &str, query: &Query, is_cut: bool) -> Frame {
    let t = visit.t;
    let path = format!("/{}/sok", t.lang.code());
    let heading = t.plain("find-heading");
    let title = if words.trim().is_empty() {
        heading.clone()
    } else {
        t.plain_with("find-title", "words", words.trim())
    };
    let mut frame = Frame::new(app, visit, title).as_of_day().under(heading, path);
    frame.noindex = true;
    if is_cut {
        frame.query = query.to_string();
    }
    let followed = query.with("side", "").with("per", "").with(SORT, "");
    frame.feeds.push(Feed {
        title: frame.title.clone(),
        href: format!("/{}/sok.atom{followed}", t.lang.code()),
    });
    frame.follow = Some(Query::default().and("side", "sok").followed_by(&followed).to_string());
    frame
}

/// What is chosen, each with the way out of it.
fn chips(filters: &[FilterView], path: &str, query: &Query) -> Vec<Chip> {
    let chosen = filters.iter().flat_map(|filter| {
        filter.options.iter().filter(|option| option.checked).map(move |option| (filter, option))
    });
    let chip = |(filter, option): (&FilterView, &OptionView)| Chip {
        label: option.label.clone(),
        href: format!("{path}{}", query.without(filter.parameter, &option.value)),
    };
    chosen.map(chip).collect()
}

pub fn wanted(
    app: &App,
    visit: &Visit,
    query: &Query,
    registers: &Registers,
) -> Result<(search::Query, u64), Error> {
    let all = |name: &str| query.all(name).map(str::to_owned).collect::<Vec<_>>();
    let page = query.page()?;
    let offset = (page - 1).saturating_mul(PER_PAGE);
    if offset >= search::DEEPEST as u64 {
        return Err(Error::NotFound);
    }
    let is_known =
        |filter: &Filter, value: &str| (filter.label)(registers, value, visit.t).is_some();
    let wanted = search::Query {
        words: cut(query.one("q")?).to_owned(),
        kinds: all("type"),
        langs: all("spraak"),
        facets: filters::chosen(app, query, |filter| filter.parameter, is_known)?,
        as_typed: flag(query, "ordrett")?,
        include_archived: flag(query, "arkiv")?,
        newest_first: newest_first(query)?,
        limit: 20,
        offset: usize::try_from(offset).unwrap_or(0),
        prefer_lang: Some(visit.lang().code().to_owned()),
    };
    let unknown =
        |values: &[String], known: &dyn Fn(&str) -> bool| values.iter().any(|value| !known(value));
    if unknown(&wanted.kinds, &|kind| app.kinds.named(kind).is_some()) {
        return Err(Error::NotUnderstood("type"));
    }
    if unknown(&wanted.langs, &|lang| Lang::parse(lang).is_some()) {
        return Err(Error::NotUnderstood("spraak"));
    }
    Ok((wanted, page))
}

/// The parameter that says the order, and the one that is not the usual.
const SORT: &str = "sorter";
const BY_DATE: &str = "nyeste";

fn newest_first(query: &Query) -> Result<bool, Error> {
    match query.one(SORT)? {
        "" => Ok(false),
        BY_DATE => Ok(true),
        _ => Err(Error::NotUnderstood(SORT)),
    }
}

/// By how well it fits, or by day. Without words all is by day, and so it is on a day that is looked back at,
/// where the order is the index's own.
fn sorts(t: Text, wanted: &search::Query, visit: &Visit, query: &Query) -> Vec<SortView> {
    if wanted.words.trim().is_empty() || visit.at.is_some() {
        return Vec::new();
    }
    let view = |value: &str, key: &str| SortView {
        label: t.get(key),
        href: format!("/{}/sok{}", t.lang.code(), query.with(SORT, value)),
        current: wanted.newest_first == (value == BY_DATE),
    };
    vec![view("", "find-sort-best"), view(BY_DATE, "find-sort-newest")]
}

fn flag(query: &Query, name: &'static str) -> Result<bool, Error> {
    match query.one(name)? {
        "" => Ok(false),
        "1" => Ok(true),
        _ => Err(Error::NotUnderstood(name)),
    }
}

/// What may have been meant, when a word is nowhere in the library.
struct Meant {
    words: String,
    href: String,
    /// The hits are for it; the address of those for what was typed, letter for letter.
    instead: Option<String>,
}

impl Meant {
    fn new(
        found: &search::SearchResults,
        as_typed: bool,
        query: &Query,
        path: &str,
    ) -> Option<Self> {
        let words = found.meant.clone()?;
        let href = format!("{path}{}", query.with("q", &words).with("ordrett", ""));
        let shown = found.total + found.below > 0 && !as_typed;
        let instead = shown.then(|| format!("{path}{}", query.with("ordrett", "1")));
        Some(Self { words, href, instead })
    }
}

/// More than any question: the rest is not looked for, and not repeated in every link of the page.
const LONGEST: usize = 200;

pub fn cut(words: &str) -> &str {
    words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at])
}

/// What is told of where a hit stands: the registers, and the names that were found.
type Told<'a> = (&'a Registers, &'a Filed);

fn hit_views(app: &App, hits: Vec<search::Hit>, visit: &Visit, told: Told) -> Vec<HitView> {
    hits.into_iter().filter_map(|hit| hit_view(app, hit, visit, told)).collect()
}

fn hit_view(app: &App, hit: search::Hit, visit: &Visit, told: Told) -> Option<HitView> {
    let (registers, filed) = told;
    let t = visit.t;
    let kind = app.kinds.named(&hit.kind)?;
    let lang = Lang::parse(&hit.lang).filter(|lang| *lang != t.lang);
    Some(HitView {
        id: format!("i{}", hit.id.simple()),
        href: format!("/{}/{}{}", t.lang.code(), hit.url_path, visit.day_query()),
        kind: t.get(kind.word),
        lang: lang.map_or("", Lang::code),
        archived: hit.archived,
        title: hit.title_pieces,
        snippet: hit.snippet,
        file: hit.file.map(|found| InFileView::new(&found, t)),
        filed: hit
            .filed
            .map(|pieces| filed::view(pieces, &registers.themes, filed.get(&hit.id), t.lang)),
        also: hit.also.into_iter().filter_map(|other| in_language(other, visit)).collect(),
    })
}

fn in_language(
    other: search::InLanguage,
    visit: &Visit,
) -> Option<(&'static str, String, &'static str)> {
    let lang = Lang::parse(&other.lang)?;
    let href = format!("/{}/{}{}", lang.code(), other.url_path, visit.day_query());
    Some((lang.code(), href, lang.own_name()))
}

/// The ids of the best hits for the search in this address, best first; not of what has only something of it.
pub async fn best(
    app: &App,
    visit: &Visit,
    query: &Query,
    most: usize,
) -> Result<Vec<Uuid>, Error> {
    let registers = Registers::load(&app.db).await?;
    let (mut wanted, _) = wanted(app, visit, &query.with("side", ""), &registers)?;
    wanted.limit = most;
    let found = super::ask_on(app, visit, wanted).await?;
    Ok(found.hits.into_iter().filter(|hit| !hit.is_below).map(|hit| hit.id).collect())
}
