//! The search page: words, filters with counts, hits with the found words marked.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use uuid::Uuid;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::library::listing::{self, Chip, FilterView, OptionView};
use crate::library::registers::Registers;
use crate::library::{kind_named, not_yet};
use crate::search::{self, Piece};
use crate::web::frame::Feed;
use crate::web::pager::{self, Pager};
use crate::web::{Frame, Query, Visit};

const PER_PAGE: u64 = 20;

struct HitView {
    id: String,
    href: String,
    kind: Words,
    lang: &'static str,
    archived: bool,
    title: Vec<Piece>,
    snippet: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "find/search.html")]
struct Page {
    t: Text,
    frame: Frame,
    words: String,
    count: Words,
    filters: Vec<FilterView>,
    chips: Vec<Chip>,
    hits: Vec<HitView>,
    pager: Pager,
    /// Leads to a booklet of what was found.
    booklet: String,
    path: String,
    archived: bool,
    /// More was typed than is used.
    cut: bool,
    /// The day that is looked back at, for the forms to keep.
    per: String,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    app.limits.search.count(&visit.network)?;
    let t = visit.t;
    let mut query = visit.parameters()?;
    if let Some(not_yet) = not_yet::of_all(&app, &visit).await? {
        return Ok(not_yet);
    }
    let registers = Registers::load(&app.db).await?;
    if let Some(query) = registers.themes_now(&query) {
        return Ok(crate::web::moved(&format!("/{}/sok{query}", t.lang.code())));
    }
    let (wanted, page) = wanted(&app, &visit, &query, &registers)?;
    let words = wanted.words.clone();
    let is_cut = query.get("q").is_some_and(|asked| asked.len() > words.len());
    if is_cut {
        query = query.with("q", &words);
    }
    let archived = wanted.include_archived;
    let found = super::ask_on(&app, &visit, &registers, wanted).await?;
    let path = format!("/{}/sok", t.lang.code());
    let last = pager::pages(found.total as u64, PER_PAGE);
    // Nobody reads past this; the index does not sort further.
    let last = last.min(search::DEEPEST as u64 / PER_PAGE);
    if page > last {
        return Err(Error::NotFound);
    }
    let first_page = query.with("side", "");
    let filters = filters(&app, &found.facets, &query, &registers, t);
    let chips = chips(&filters, &path, &first_page);
    let heading = t.plain("find-heading");
    let title = if words.trim().is_empty() {
        heading.clone()
    } else {
        t.plain_with("find-title", "words", words.trim())
    };
    let mut frame = Frame::new(&app, &visit, title).as_then().under(heading, path.clone());
    frame.noindex = true;
    if is_cut {
        frame.query = query.to_string();
    }
    let followed = first_page.with("per", "");
    frame.feeds.push(Feed {
        title: frame.title.clone(),
        href: format!("/{}/sok.atom{followed}", t.lang.code()),
    });
    frame.follow = Some(Query::default().and("side", "sok").followed_by(&followed).to_string());
    let page = Page {
        t,
        frame,
        count: t.with("find-count", "count", found.total),
        filters,
        chips,
        hits: found.hits.into_iter().filter_map(|hit| hit_view(&app, hit, &visit)).collect(),
        pager: Pager::new(&path, &query, page, last),
        booklet: format!("/{}/hefte{}", t.lang.code(), first_page.with("fra", "sok")),
        words,
        path,
        archived,
        cut: found.cut || is_cut,
        per: visit.at.map(|at| at.day.to_string()).unwrap_or_default(),
    };
    crate::web::page(StatusCode::OK, &page)
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
    let wanted = search::Query {
        words: cut(query.get("q").unwrap_or_default()).to_owned(),
        kinds: all("type"),
        themes: all("tema"),
        counties: all("fylke"),
        langs: all("spraak"),
        include_archived: match query.get("arkiv").unwrap_or_default() {
            "" => false,
            "1" => true,
            _ => return Err(Error::NotUnderstood("arkiv")),
        },
        limit: 20,
        offset: usize::try_from(offset).unwrap_or(0),
        prefer_lang: Some(visit.lang().code().to_owned()),
    };
    let unknown =
        |values: &[String], known: &dyn Fn(&str) -> bool| values.iter().any(|value| !known(value));
    if unknown(&wanted.kinds, &|kind| kind_named(app.kinds, kind).is_some()) {
        return Err(Error::NotUnderstood("type"));
    }
    if unknown(&wanted.themes, &|slug| registers.themes.get(slug).is_some()) {
        return Err(Error::NotUnderstood("tema"));
    }
    if unknown(&wanted.counties, &|code| registers.counties.get(code).is_some()) {
        return Err(Error::NotUnderstood("fylke"));
    }
    if unknown(&wanted.langs, &|lang| Lang::parse(lang).is_some()) {
        return Err(Error::NotUnderstood("spraak"));
    }
    Ok((wanted, page))
}

/// More than any question: the rest is not looked for, and not repeated in every link of the page.
const LONGEST: usize = 200;

fn cut(words: &str) -> &str {
    words.char_indices().nth(LONGEST).map_or(words, |(at, _)| &words[..at])
}

/// A filter: parameter, heading, unfolded, counts, and how a value is called.
type Group<'a> =
    (&'static str, &'a str, bool, &'a [(String, u64)], &'a dyn Fn(&str) -> Option<Words>);

fn filters(
    app: &App,
    facets: &search::Facets,
    query: &Query,
    registers: &Registers,
    t: Text,
) -> Vec<FilterView> {
    let kind = |name: &str| kind_named(app.kinds, name).map(|kind| t.get(kind.word));
    let theme = |slug: &str| registers.themes.get(slug).map(|theme| theme.said(t));
    let own = |text: String| Words::name(t.lang, text, t.lang);
    let county =
        |code: &str| registers.counties.get(code).map(|_| own(registers.counties.label(code, t)));
    let lang = |code: &str| Lang::parse(code).map(|l| Words::name(t.lang, l.own_name(), l));
    let groups: [Group<'_>; 4] = [
        ("type", "find-filter-kind", true, &facets.kinds, &kind),
        ("tema", "library-filter-theme", true, &facets.themes, &theme),
        ("fylke", "library-filter-county", false, &facets.counties, &county),
        ("spraak", "find-filter-lang", false, &facets.langs, &lang),
    ];
    let view = |(parameter, heading, open, counts, label): Group<'_>| {
        let chosen: Vec<&str> = query.all(parameter).collect();
        let missing = chosen.iter().filter(|v| counts.iter().all(|(value, _)| value != **v));
        let found = counts.iter().map(|(value, n)| (value.as_str(), *n));
        let mut options: Vec<OptionView> = found
            .chain(missing.map(|value| (*value, 0)))
            .filter_map(|(value, n)| {
                Some(OptionView {
                    value: value.to_owned(),
                    label: label(value)?,
                    count: i64::try_from(n).unwrap_or(i64::MAX),
                    checked: chosen.contains(&value),
                    part: false,
                })
            })
            .collect();
        if parameter == "tema" {
            options = listing::themes(options, registers, t);
        } else {
            t.sort_by_key(&mut options, |option| option.label.as_str());
        }
        FilterView {
            parameter,
            heading: t.get(heading),
            open: open || !chosen.is_empty(),
            chosen: chosen.len(),
            options,
        }
    };
    groups.into_iter().map(view).filter(|filter| !filter.options.is_empty()).collect()
}

fn hit_view(app: &App, hit: search::Hit, visit: &Visit) -> Option<HitView> {
    let t = visit.t;
    let kind = kind_named(app.kinds, &hit.kind)?;
    let lang = Lang::parse(&hit.lang).filter(|lang| *lang != t.lang);
    Some(HitView {
        id: format!("i{}", hit.id.simple()),
        href: format!("/{}/{}{}", t.lang.code(), hit.url_path, visit.day_query()),
        kind: t.get(kind.word),
        lang: lang.map_or("", Lang::code),
        archived: hit.archived,
        title: hit.title_pieces,
        snippet: hit.snippet,
    })
}

/// The ids of the best hits for the search in this address, best first.
pub async fn best(
    app: &App,
    visit: &Visit,
    query: &Query,
    most: usize,
) -> Result<Vec<Uuid>, Error> {
    let registers = Registers::load(&app.db).await?;
    let (mut wanted, _) = wanted(app, visit, &query.with("side", ""), &registers)?;
    wanted.limit = most;
    let found = super::ask_on(app, visit, &registers, wanted).await?;
    Ok(found.hits.into_iter().map(|hit| hit.id).collect())
}
