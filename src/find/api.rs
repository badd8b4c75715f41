//! `GET /api/v1/search`: the same search for programs, as JSON.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::IntoResponse;
use serde::Serialize;

use super::page::cut;
use super::{filters, named};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::items::Registers;
use crate::kinds::{Filter, Order};
use crate::limits::{Asker, api_for};
use crate::search;
use crate::web::Query;

#[derive(Serialize)]
struct Answer {
    /// What has all that was asked for.
    total: usize,
    /// What has only something of it: after the others.
    below: usize,
    limit: usize,
    offset: usize,
    /// Only the first part of what was asked is used.
    cut: bool,
    /// What may have been meant; the hits are for it.
    meant: Option<String>,
    /// What the question names that has a page of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    named: Vec<Page>,
    hits: Vec<Hit>,
    facets: BTreeMap<&'static str, Counts>,
}

#[derive(Serialize)]
struct Hit {
    id: uuid::Uuid,
    external_id: String,
    kind: String,
    lang: String,
    title: String,
    snippet: String,
    url: String,
    score: f32,
    /// It has only something of what was asked for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    below: bool,
    /// The attachment that the snippet is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<InFile>,
    /// The same work in other languages, where it was found too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<InLanguage>,
}

/// A place, a centre, a theme, an organisation, or what takes place.
#[derive(Serialize)]
struct Page {
    kind: String,
    name: String,
    url: String,
    /// The year until which it was, and what it is now, where it is no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    now: Vec<String>,
}

#[derive(Serialize)]
struct InLanguage {
    lang: String,
    url: String,
}

#[derive(Serialize)]
struct InFile {
    title: String,
    /// Of a PDF with its page.
    url: String,
    /// The page, sheet or slide, from 1, where there are several.
    page: Option<usize>,
}

/// Values with how many documents each would give.
type Counts = BTreeMap<String, u64>;

/// By what hits are counted: kind, language, and the facets that the rooms let search narrow by.
fn facets(app: &App, counts: &search::Counts) -> BTreeMap<&'static str, Counts> {
    let own = [("kind", &*counts.kinds), ("lang", &*counts.langs)];
    let of_rooms = app.kinds.searched().into_iter();
    let of_rooms = of_rooms.map(|filter| (filter.facet, counts.of(filter.facet)));
    let all = own.into_iter().chain(of_rooms);
    all.map(|(name, values)| (name, values.iter().cloned().collect())).collect()
}

/// The parameters that every site takes. The facets come beside them, under their names.
const KNOWN: [&str; 8] = ["q", "kind", "lang", "archived", "as_typed", "sort", "limit", "offset"];

/// Those of them that can only mean one thing.
const SINGLE: [&str; 6] = ["q", "archived", "as_typed", "sort", "limit", "offset"];

pub async fn search(State(app): State<App>, asker: Asker, uri: Uri) -> Reply {
    app.limits.count(api_for(&asker), &asker)?;
    let query = Query::parse(uri.query().unwrap_or_default())?;
    let searched = app.kinds.searched();
    let mut known = KNOWN.to_vec();
    known.splice(2..2, searched.iter().map(|filter| filter.facet));
    if let Some(name) = query.names().find(|name| !known.contains(name)) {
        let why = format!("there is no parameter {name:?}: there are {}", known.join(", "));
        return Err(Error::Unasked(why));
    }
    if let Some(name) = SINGLE.into_iter().find(|name| query.is_repeated(name)) {
        return Err(Error::Unasked(format!("the parameter `{name}` stands more than once")));
    }
    // Who narrows by nothing needs no register, and no database.
    let is_narrowed = searched.iter().any(|filter| query.all(filter.facet).next().is_some());
    let narrowed = if is_narrowed {
        facets_of(&app, &query, &Registers::load(&app.db).await?)?
    } else {
        BTreeMap::new()
    };
    let all = |name: &str| query.all(name).map(str::to_owned).collect::<Vec<_>>();
    let limit = number(&query, "limit", 20, 100)?;
    let offset = number(&query, "offset", 0, 10_000)?;
    let wanted = search::Query {
        words: query.get("q").unwrap_or_default().to_owned(),
        kinds: all("kind"),
        langs: all("lang"),
        facets: narrowed,
        as_typed: flag(&query, "as_typed")?,
        include_archived: flag(&query, "archived")?,
        newest_first: newest_first(&query)?,
        limit,
        offset,
        prefer_lang: None,
    };
    let kinds: Vec<&str> = app.kinds.iter().map(|kind| kind.name).collect();
    among("kind", &wanted.kinds, &kinds)?;
    among("lang", &wanted.langs, &Lang::ALL.map(Lang::code))?;
    let named = pages_named(&app, &wanted.words);
    let found = super::ask(&app, wanted).await?;
    let answer = Answer {
        named,
        total: found.total,
        below: found.below,
        limit,
        offset,
        cut: found.cut,
        meant: found.meant,
        hits: found.hits.into_iter().map(|hit| told(hit, &app.public_url())).collect(),
        facets: facets(&app, &found.counts),
    };
    let mut response = Json(answer).into_response();
    let headers = response.headers_mut();
    headers
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    // Open data: any page may read it.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    Ok(response)
}

/// Whoever asks for a value that there is not is told which there are.
fn among(name: &str, asked: &[String], known: &[&str]) -> Result<(), Error> {
    match asked.iter().find(|value| !known.contains(&value.as_str())) {
        Some(other) => {
            Err(Error::Unasked(format!("`{name}` is {other:?}: it takes {}", known.join(", "))))
        }
        None => Ok(()),
    }
}

/// The values of facets that are asked for, each of which there must be.
fn facets_of(
    app: &App,
    query: &Query,
    registers: &Registers,
) -> Result<BTreeMap<String, Vec<String>>, Error> {
    let is_known = |filter: &Filter, value: &str| {
        (filter.label)(registers, value, Text::new(Lang::En)).is_some()
    };
    filters::chosen(app, query, |filter| filter.facet, is_known).map_err(|error| match error {
        Error::NotUnderstood(facet) => Error::Unasked(none_such(app, query, facet)),
        other => other,
    })
}

/// What a facet takes: all of a few, and of many where they are told.
fn none_such(app: &App, query: &Query, facet: &str) -> String {
    let asked = query.all(facet).collect::<Vec<_>>().join(", ");
    let searched = app.kinds.searched();
    let filter = searched.into_iter().find(|filter| filter.facet == facet);
    match filter.map(|filter| &filter.order) {
        Some(Order::Fixed(values)) => {
            let both = if facet == filters::OUTCOME { ", did_not_work" } else { "" };
            format!("`{facet}` is {asked:?}: it takes {}{both}", values.join(", "))
        }
        _ => format!(
            "`{facet}` is {asked:?}, and there is no such value: those that find something stand in \
             `facets` of an answer"
        ),
    }
}

/// In bokmål, as the registers have the names; what takes place in its own language.
fn pages_named(app: &App, words: &str) -> Vec<Page> {
    let public = app.public_url();
    let words = cut(words);
    let named = app.index.names().named(words).into_iter().map(|named| Page {
        kind: named.kind.to_owned(),
        url: format!("{public}/nb/{}", named::path(&named)),
        name: named.name,
        until: named.until,
        now: named.now,
    });
    let events = named::events(app, Lang::Nb, words).into_iter().filter_map(|event| {
        let kind = app.kinds.named(&event.kind)?;
        Some(Page {
            url: format!("{public}/{}/{}/{}", event.lang, kind.path, event.slug),
            kind: event.kind,
            name: event.title,
            until: None,
            now: Vec::new(),
        })
    });
    named.chain(events).collect()
}

fn told(hit: search::Hit, public: &str) -> Hit {
    Hit {
        url: format!("{public}/{}/{}", hit.lang, hit.url_path),
        id: hit.id,
        external_id: hit.external_id,
        kind: hit.kind,
        lang: hit.lang,
        title: hit.title,
        snippet: hit.snippet.into_iter().map(|piece| piece.text).collect(),
        score: hit.score,
        below: hit.is_below,
        also: hit.also.into_iter().map(|other| in_language(other, public)).collect(),
        file: hit.file.map(|found| InFile {
            url: format!("{public}/{}", super::infile::path(&found)),
            title: found.name,
            page: found.page,
        }),
    }
}

fn in_language(other: search::InLanguage, public: &str) -> InLanguage {
    let url = format!("{public}/{}/{}", other.lang, other.url_path);
    InLanguage { lang: other.lang, url }
}

fn newest_first(query: &Query) -> Result<bool, Error> {
    match query.get("sort").unwrap_or("relevance") {
        "relevance" => Ok(false),
        "date" => Ok(true),
        other => Err(Error::Unasked(format!("`sort` is {other:?}: it takes relevance or date"))),
    }
}

fn flag(query: &Query, name: &'static str) -> Result<bool, Error> {
    match query.get(name).unwrap_or("false") {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(Error::Unasked(format!("`{name}` is {other:?}: it takes true or false"))),
    }
}

fn number(query: &Query, name: &'static str, usual: usize, most: usize) -> Result<usize, Error> {
    match query.get(name) {
        None | Some("") => Ok(usual),
        Some(text) => match text.parse() {
            Ok(n) if n <= most => Ok(n),
            _ => Err(Error::Unasked(format!("`{name}` is {text:?}: it takes 0 to {most}"))),
        },
    }
}
