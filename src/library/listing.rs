//! The page of a list: filters with counts, what is chosen, order, cards, pages. For every kind.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use time::Date;

use super::{linked, moment, not_yet};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text, Words};
use crate::items::list::{self, Counts, Sort, Wanted, When};
use crate::items::{Card, Image, Item, Registers, State as ItemState};
use crate::kinds::filters::{Filter, ORGANISATION, Order, THEME};
use crate::kinds::{CardFoot, Kind};
use crate::organisations::{self, OldSlugs};
use crate::rights::Right;
use crate::room::Route;
use crate::themes::Now;
use crate::web::frame::Feed;
use crate::web::pager::{self, Pager};
use crate::web::{Frame, Query, Visit};

const PER_PAGE: u64 = 20;

/// An item in a list, with all its words ready.
#[derive(Clone, Debug)]
pub struct CardView {
    pub id: String,
    pub href: String,
    pub title: String,
    pub lead: String,
    /// Its language, when it is another than the reader's.
    pub lang: Option<Lang>,
    pub eyebrow: String,
    pub example: bool,
    pub archived: bool,
    pub foot: CardFoot,
    pub image: Option<Image>,
    /// The day in words and for machines; projects have a period instead.
    pub published: Option<(String, String)>,
}

impl CardView {
    /// As it was on the day that is looked back at: its address leads to that day.
    #[must_use]
    pub fn then(mut self, visit: &Visit) -> Self {
        self.href.push_str(&visit.day_query());
        self
    }

    /// As it is on a day.
    pub fn new(item: &Item, kind: &Kind, registers: &Registers, t: Text, day: Date) -> Self {
        let card = Card { day: Some(day), ..item.card() };
        let foot = (kind.card_foot)(&card, t);
        let Card { themes, counties, image, .. } = card;
        let theme = themes.iter().find_map(|slug| registers.themes.get(slug));
        let theme = theme.map(|theme| theme.name(t.lang).to_owned());
        let county = counties.first().map(|code| registers.counties.name(code).to_owned());
        Self {
            id: format!("i{}", item.id.simple()),
            href: format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug),
            title: item.title.clone(),
            lead: item.lead.clone(),
            lang: Lang::parse(&item.lang).filter(|lang| *lang != t.lang),
            eyebrow: [theme, county].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            example: item.example,
            archived: item.state() == ItemState::Archived,
            foot,
            image,
            published: item
                .published()
                .filter(|_| kind.is_dated)
                .map(|date| (t.partial(&date), date.datetime())),
        }
    }

    /// For the `lang` attribute; empty when it is the reader's own.
    pub fn lang_attr(&self) -> &'static str {
        self.lang.map_or("", Lang::code)
    }
}

/// A filter with the values that would find something.
pub struct FilterView {
    pub parameter: &'static str,
    pub heading: Words,
    pub open: bool,
    pub chosen: usize,
    pub options: Vec<OptionView>,
}

pub struct OptionView {
    pub value: String,
    pub label: Words,
    pub count: i64,
    pub checked: bool,
    /// A part of the one above it.
    pub part: bool,
}

/// A chosen filter, with the address that takes it away.
pub struct Chip {
    pub label: Words,
    pub href: String,
}

pub struct SortView {
    pub label: Words,
    pub href: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "library/list.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: Words,
    lead: Words,
    count: Words,
    filters: Vec<FilterView>,
    chips: Vec<Chip>,
    sorts: Vec<SortView>,
    sort: &'static str,
    times: Vec<TimesView>,
    /// The list is of what has been.
    past: bool,
    cards: Vec<CardView>,
    pager: Pager,
    /// Leads to a booklet of what is listed.
    booklet: String,
    /// The same as data: what it is called, and its address. Nothing for another day.
    data: Vec<(&'static str, String)>,
    path: String,
    /// History is taken in, and how much of it there is.
    archived: bool,
    archive: u64,
    /// The list with history, or without it.
    archive_href: String,
    /// The day that is looked back at, for the form to keep.
    per: String,
}

impl Page {
    /// The list as it is with nothing chosen, on the same day.
    fn reset(&self) -> String {
        let per = if self.per.is_empty() { String::new() } else { format!("?per={}", self.per) };
        format!("{}{per}", self.path)
    }
}

/// A kind that takes place is listed in two: what is to come, and what has been.
pub struct TimesView {
    pub label: Words,
    pub href: String,
    pub current: bool,
}

/// The route of a kind's list.
pub fn route(kind: &'static Kind) -> Route {
    let list =
        move |State(app): State<App>, visit: Visit| async move { show(&app, &visit, kind).await };
    Route::get(format!("/{{lang}}/{}", kind.path), Right::Anybody, list).heavy(is_heavy)
}

/// Lists of another day, and those by title, ask more of the database than today's do.
pub fn is_heavy(visit: &Visit) -> bool {
    let by_title = |query: Query| query.get(SORT) == Some(BY_TITLE);
    visit.looks_back() || visit.parameters().is_ok_and(by_title)
}

/// The parameter that says the order, and the order that costs.
const SORT: &str = "sorter";
const BY_TITLE: &str = "tittel";
/// What most have taken into use.
const BY_USE: &str = "bruk";

/// The registers with the names of the organisations that the address speaks of.
pub async fn registers(app: &App, query: &Query) -> Result<Registers, Error> {
    let mut registers = Registers::load(&app.db).await?;
    let organisations: Vec<String> = query.all(ORGANISATION).map(str::to_owned).collect();
    if !organisations.is_empty() {
        let old = OldSlugs::among(&app.db, &organisations).await?;
        let now: Vec<String> = organisations.iter().map(|slug| old.now(slug).to_owned()).collect();
        registers.organisations = organisations::names(&app.db, &now).await?;
        registers.old_slugs = old;
    }
    Ok(registers)
}

/// The same address with the themes and organisations of now, when it names one that is no more.
pub fn moved(registers: &Registers, visit: &Visit, query: &Query) -> Option<Response> {
    let query = as_now(registers, query)?;
    Some(crate::web::moved(&format!("/{}/{}{query}", visit.lang().code(), visit.path)))
}

/// The parameters with themes and organisations as they are called now, when they name one that is
/// no more.
pub fn as_now(registers: &Registers, query: &Query) -> Option<Query> {
    let mut now = query.clone();
    for slug in query.all(THEME.parameter) {
        match registers.themes.now(slug) {
            Now::Moved(theme) => {
                now = now.without(THEME.parameter, slug).and(THEME.parameter, &theme.slug);
            }
            Now::Retired => now = now.without(THEME.parameter, slug),
            Now::Here(_) | Now::Unknown => {}
        }
    }
    for slug in query.all(ORGANISATION) {
        if let Some(other) = registers.old_slugs.get(slug) {
            now = now.without(ORGANISATION, slug).and(ORGANISATION, other);
        }
    }
    (now != *query).then_some(now)
}

/// Is what is kept only as history asked for?
pub fn archived(query: &Query) -> Result<bool, Error> {
    match query.one("arkiv")? {
        "" => Ok(false),
        "1" => Ok(true),
        _ => Err(Error::NotUnderstood("arkiv")),
    }
}

async fn show(app: &App, visit: &Visit, kind: &'static Kind) -> Reply {
    let words = kind.list.ok_or(Error::NotFound)?;
    let t = visit.t;
    let query = visit.parameters()?;
    if let Some(not_yet) = not_yet::of_all(app, visit).await? {
        return Ok(not_yet);
    }
    let registers = registers(app, &query).await?;
    if let Some(elsewhere) = moved(&registers, visit, &query) {
        return Ok(elsewhere);
    }
    let chosen = chosen(&query, kind, &registers, t)?;
    let (wanted, sort_name) = wanted(app, visit, kind, &query, &chosen)?;
    let (number, when) = (wanted.page + 1, wanted.when);
    let listed = list::list(&app.catalogue, &wanted).await?;
    let facets: Vec<&str> = kind.filters.iter().map(|filter| filter.facet).collect();
    let counts = list::counts(&app.catalogue, &wanted, &facets).await?;
    let last = pager::pages(listed.total, PER_PAGE);
    if number > last {
        return Err(Error::NotFound);
    }
    let path = format!("/{}/{}", t.lang.code(), kind.path);
    let first_page = query.with("side", "");
    let mut frame = Frame::new(app, visit, t.plain(words.heading)).described(&t.plain(words.lead));
    frame.noindex |= !wanted.chosen.is_empty() || wanted.archived;
    follow(&mut frame, kind, (&path, &chosen), wanted.archived, &registers);
    let day = wanted.at.day();
    let card = |item: &Item| CardView::new(item, kind, &registers, t, day).then(visit);
    let cards: Vec<CardView> = listed.items.iter().map(card).collect();
    frame.linked.push(linked::list(app, &frame.title, listed.total, &cards));
    frame = frame.as_of_day().under(t.plain(words.heading), path.clone());
    let sorts = || sorts(kind, &first_page, &path, sort_name, t);
    let page = Page {
        t,
        frame,
        heading: t.get(words.heading),
        lead: t.get(words.lead),
        count: t.with(words.count, "count", listed.total),
        filters: filters(kind, &chosen, &counts, &registers, t),
        chips: chips(&chosen, &first_page, &path, &registers, t),
        sorts: when.is_none().then(sorts).unwrap_or_default(),
        times: times(when, &first_page, &path, t),
        past: when == Some(When::Past),
        sort: sort_name,
        cards,
        pager: Pager::new(&path, &query, number, last),
        booklet: format!("/{}/hefte{}", t.lang.code(), first_page.with("fra", kind.path)),
        data: data(&path, &first_page, visit),
        archive: list::archived(&app.catalogue, &Wanted::of(kind.name, wanted.at, wanted.lang))
            .await?,
        archive_href: with_archive(&path, &first_page, !wanted.archived),
        archived: wanted.archived,
        per: visit.at.map(|at| at.day.to_string()).unwrap_or_default(),
        path,
    };
    crate::web::page(StatusCode::OK, &page)
}

/// How what is new of the list is followed: a feed, a page that tells how, and a calendar of what takes place.
fn follow(
    frame: &mut Frame,
    kind: &'static Kind,
    (path, chosen): (&str, &Chosen<'_>),
    archived: bool,
    registers: &Registers,
) {
    let (feed, follow) = following(kind, chosen, archived, registers, frame.t);
    frame.calendar = kind.sharing.happening.map(|_| Feed {
        title: feed.title.clone(),
        href: format!("{path}.ics{}", narrowed(chosen)),
    });
    (frame.feeds, frame.follow) = (vec![feed], Some(follow));
}

/// The list of another day is told by its page alone.
fn data(path: &str, first_page: &Query, visit: &Visit) -> Vec<(&'static str, String)> {
    if visit.at.is_some() {
        return Vec::new();
    }
    let of = |ending: &str| format!("{path}.{ending}{first_page}");
    vec![("Excel", of("xlsx")), ("CSV", of("csv")), ("JSON", of("json"))]
}

/// The same list with what is kept for history, or without.
fn with_archive(path: &str, first_page: &Query, archived: bool) -> String {
    format!("{path}{}", first_page.with("arkiv", if archived { "1" } else { "" }))
}

/// What the address asks for, and the name of its order.
fn wanted(
    app: &App,
    visit: &Visit,
    kind: &Kind,
    query: &Query,
    chosen: &Chosen<'_>,
) -> Result<(Wanted, &'static str), Error> {
    let (sort, name) = match query.one(SORT)? {
        "" | "nyeste" => (Sort::Newest, "nyeste"),
        "eldste" => (Sort::Oldest, "eldste"),
        BY_TITLE => (Sort::Title, BY_TITLE),
        // Of what can be taken into use.
        BY_USE if kind.guide.is_some() => (Sort::Adopted, BY_USE),
        _ => return Err(Error::NotUnderstood(SORT)),
    };
    let wanted = Wanted {
        chosen: by_facet(chosen),
        archived: archived(query)?,
        when: when(kind, query)?,
        sort,
        page: query.page()? - 1,
        per_page: PER_PAGE,
        ..Wanted::of(kind.name, moment::at(app, visit), visit.lang().code())
    };
    Ok((wanted, name))
}

/// What is to come, unless the address asks for what has been.
fn when(kind: &Kind, query: &Query) -> Result<Option<When>, Error> {
    match (kind.when, query.one("tid")?) {
        (None, _) => Ok(None),
        (Some(_), "") => Ok(Some(When::Coming)),
        (Some(_), "tidligere") => Ok(Some(When::Past)),
        _ => Err(Error::NotUnderstood("tid")),
    }
}

fn times(when: Option<When>, query: &Query, path: &str, t: Text) -> Vec<TimesView> {
    let Some(when) = when else { return Vec::new() };
    let is_past = when == When::Past;
    let view = |value: &str, key: &str, current: bool| TimesView {
        label: t.get(key),
        href: format!("{path}{}", query.with("tid", value)),
        current,
    };
    vec![
        view("", "library-times-coming", !is_past),
        view("tidligere", "library-times-past", is_past),
    ]
}

/// The feed of a list as it is narrowed, and the parameters that the page about following takes.
fn following(
    kind: &Kind,
    chosen: &Chosen<'_>,
    archived: bool,
    registers: &Registers,
    t: Text,
) -> (Feed, String) {
    let query = followed(chosen, archived);
    let title = title(kind, chosen, registers, t);
    let href = format!("/{}/{}.atom{query}", t.lang.code(), kind.path);
    let page = Query::default().and("side", kind.path).followed_by(&query);
    (Feed { title, href }, page.to_string())
}

/// What is chosen, as an address says it, in one order.
pub fn narrowed(chosen: &Chosen<'_>) -> Query {
    let mut query = Query::default();
    for (filter, values) in chosen {
        for value in values {
            query = query.and(filter.parameter, value);
        }
    }
    query
}

/// The same with history, when it is taken in: another choice, and so another address.
pub fn followed(chosen: &Chosen<'_>, archived: bool) -> Query {
    narrowed(chosen).with("arkiv", if archived { "1" } else { "" })
}

/// «Prosjekter: Fall, Trøndelag».
pub fn title(kind: &Kind, chosen: &Chosen<'_>, registers: &Registers, t: Text) -> String {
    let heading = kind.list.map_or(String::new(), |list| t.plain(list.heading));
    let labels: Vec<String> = chosen
        .iter()
        .flat_map(|(filter, values)| values.iter().map(move |value| (filter, value)))
        .filter_map(|(filter, value)| (filter.label)(registers, value, t))
        .map(String::from)
        .collect();
    match labels.as_slice() {
        [] => heading,
        labels if heading.is_empty() => labels.join(", "),
        labels => format!("{heading}: {}", labels.join(", ")),
    }
}

pub type Chosen<'k> = Vec<(&'k Filter, BTreeSet<String>)>;

/// The same as a list is asked for it.
pub fn by_facet(chosen: &Chosen<'_>) -> BTreeMap<&'static str, BTreeSet<String>> {
    chosen.iter().map(|(filter, values)| (filter.facet, values.clone())).collect()
}

/// What the address chooses. A value that there is not is said to be so: a list that quietly
/// showed all would be worse than none. Names we don't know are what others hang on to links.
pub fn chosen<'k>(
    query: &Query,
    kind: &'k Kind,
    registers: &Registers,
    t: Text,
) -> Result<Chosen<'k>, Error> {
    let mut chosen = Vec::new();
    for filter in kind.filters {
        let values: BTreeSet<String> = query.all(filter.parameter).map(str::to_owned).collect();
        if values.iter().any(|value| (filter.label)(registers, value, t).is_none()) {
            return Err(Error::NotUnderstood(filter.parameter));
        }
        if !values.is_empty() {
            chosen.push((filter, values));
        }
    }
    Ok(chosen)
}

fn filters(
    kind: &Kind,
    chosen: &Chosen<'_>,
    counts: &Counts,
    registers: &Registers,
    t: Text,
) -> Vec<FilterView> {
    let none = BTreeMap::new();
    let view = |filter: &'static Filter| {
        let taken = chosen.iter().find(|(f, _)| f.facet == filter.facet).map(|(_, v)| v);
        let counts = counts.get(filter.facet).unwrap_or(&none);
        let is_taken = |value: &str| taken.is_some_and(|taken| taken.contains(value));
        let missing = taken.into_iter().flatten().filter(|value| !counts.contains_key(*value));
        let found = counts.iter().map(|(value, n)| (value, *n)).chain(missing.map(|v| (v, 0)));
        let mut options: Vec<OptionView> = found
            .filter_map(|(value, count)| {
                let label = (filter.label)(registers, value, t)?;
                Some(OptionView {
                    checked: is_taken(value),
                    value: value.clone(),
                    label,
                    count,
                    part: false,
                })
            })
            .collect();
        options = in_order(filter, options, registers, t);
        let chosen = taken.map_or(0, BTreeSet::len);
        FilterView {
            parameter: filter.parameter,
            heading: t.get(filter.heading),
            open: filter.open || chosen > 0,
            chosen,
            options,
        }
    };
    kind.filters.iter().map(view).filter(|filter| !filter.options.is_empty()).collect()
}

/// What a filter offers, in its order.
pub fn in_order(
    filter: &Filter,
    mut options: Vec<OptionView>,
    registers: &Registers,
    t: Text,
) -> Vec<OptionView> {
    match filter.order {
        Order::Label => t.sort_by_key(&mut options, |option| option.label.as_str()),
        Order::Themes => return themes(options, registers, t),
        Order::Fixed(order) => {
            options.sort_by_key(|o| order.iter().position(|v| *v == o.value).unwrap_or(usize::MAX));
        }
        Order::Falling => options.sort_by(|a, b| b.value.cmp(&a.value)),
        Order::ChosenOnly => options.retain(|option| option.checked),
    }
    options
}

/// The upper level by the alphabet; under a chosen theme, or one with a chosen part, its parts.
pub fn themes(mut all: Vec<OptionView>, registers: &Registers, t: Text) -> Vec<OptionView> {
    t.sort_by_key(&mut all, |option| option.label.as_str());
    let parent = |option: &OptionView| {
        registers.themes.get(&option.value).and_then(|theme| theme.parent.clone())
    };
    let (parts, tops): (Vec<_>, Vec<_>) = all.into_iter().partition(|o| parent(o).is_some());
    let mut parts: Vec<(Option<String>, OptionView)> =
        parts.into_iter().map(|o| (parent(&o), OptionView { part: true, ..o })).collect();
    let mut shown = Vec::new();
    for top in tops {
        let value = Some(top.value.clone());
        let of_top = |(parent, _): &(Option<String>, OptionView)| *parent == value;
        let is_open = top.checked || parts.iter().any(|part| of_top(part) && part.1.checked);
        let (mine, others) = parts.into_iter().partition(of_top);
        parts = others;
        shown.push(top);
        if is_open {
            let mine: Vec<(Option<String>, OptionView)> = mine;
            shown.extend(mine.into_iter().map(|(_, option)| option));
        }
    }
    // A part whose upper theme has nothing else still shows when it is chosen.
    shown.extend(parts.into_iter().map(|(_, option)| option).filter(|option| option.checked));
    shown
}

fn chips(
    chosen: &Chosen<'_>,
    query: &Query,
    path: &str,
    registers: &Registers,
    t: Text,
) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (filter, values) in chosen {
        for value in values {
            let Some(label) = (filter.label)(registers, value, t) else { continue };
            let href = format!("{path}{}", query.without(filter.parameter, value));
            chips.push(Chip { label, href });
        }
    }
    chips
}

fn sorts(kind: &Kind, query: &Query, path: &str, current: &str, t: Text) -> Vec<SortView> {
    let by_use = kind.guide.map(|_| (BY_USE, "library-sort-adopted"));
    let sorts = [
        ("nyeste", "library-sort-newest"),
        ("eldste", "library-sort-oldest"),
        (BY_TITLE, "library-sort-title"),
    ];
    let view = |(name, key): (&str, &str)| SortView {
        label: t.get(key),
        href: format!("{path}{}", query.with(SORT, if name == "nyeste" { "" } else { name })),
        current: name == current,
    };
    sorts.into_iter().chain(by_use).map(view).collect()
}

/// What the address of a list asks for, from its start, for whoever wants the items themselves; and
/// the names of what it has chosen.
pub async fn from_start(
    app: &App,
    visit: &Visit,
    query: &Query,
    kind: &Kind,
) -> Result<(Wanted, Vec<String>), Error> {
    let registers = registers(app, query).await?;
    let query = &as_now(&registers, query).unwrap_or_else(|| query.clone());
    let chosen = chosen(query, kind, &registers, visit.t)?;
    let name = |(filter, value): (&Filter, &String)| (filter.label)(&registers, value, visit.t);
    let names = chosen.iter().flat_map(|(filter, values)| values.iter().map(|v| (*filter, v)));
    let names = names.filter_map(name).map(|name| name.as_str().to_owned()).collect();
    let (asked, _) = wanted(app, visit, kind, &query.with("side", ""), &chosen)?;
    Ok((asked, names))
}
