//! `GET /api/v1/search`: the same search for programs, as JSON.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, Uri, header};
use axum::response::IntoResponse;
use serde::Serialize;

use super::filters;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::Lang;
use crate::limits::{Asker, api_for};
use crate::search;
use crate::web::Query;

#[derive(Serialize)]
struct Answer {
    total: usize,
    limit: usize,
    offset: usize,
    /// Only the first part of what was asked is used.
    cut: bool,
    /// What may have been meant; the hits are for it.
    meant: Option<String>,
    hits: Vec<Hit>,
    facets: Facets,
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
    /// The attachment that the snippet is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<InFile>,
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

#[derive(Serialize)]
struct Facets {
    kind: Counts,
    theme: Counts,
    county: Counts,
    lang: Counts,
    outcome: Counts,
}

impl From<search::Facets> for Facets {
    fn from(facets: search::Facets) -> Self {
        let counts = |values: Vec<(String, u64)>| values.into_iter().collect();
        Self {
            kind: counts(facets.kinds),
            theme: counts(facets.themes),
            county: counts(facets.counties),
            lang: counts(facets.langs),
            outcome: counts(facets.outcomes),
        }
    }
}

const KNOWN: [&str; 10] =
    ["q", "kind", "theme", "county", "lang", "outcome", "archived", "as_typed", "limit", "offset"];

pub async fn search(State(app): State<App>, asker: Asker, uri: Uri) -> Reply {
    app.limits.count(api_for(&asker), &asker)?;
    let query = Query::parse(uri.query().unwrap_or_default())?;
    if let Some(name) = query.names().find(|name| !KNOWN.contains(name)) {
        let why = format!("there is no parameter {name:?}: there are {}", KNOWN.join(", "));
        return Err(Error::Unasked(why));
    }
    let all = |name: &str| query.all(name).map(str::to_owned).collect::<Vec<_>>();
    let limit = number(&query, "limit", 20, 100)?;
    let offset = number(&query, "offset", 0, 10_000)?;
    let wanted = search::Query {
        words: query.get("q").unwrap_or_default().to_owned(),
        kinds: all("kind"),
        themes: all("theme"),
        counties: all("county"),
        langs: all("lang"),
        outcomes: filters::outcomes(&app, query.all("outcome"))
            .map_err(|_| Error::NotUnderstood("outcome"))?,
        as_typed: flag(&query, "as_typed")?,
        include_archived: flag(&query, "archived")?,
        limit,
        offset,
        prefer_lang: None,
    };
    if wanted.kinds.iter().any(|kind| app.kinds.iter().all(|known| known.name != kind)) {
        return Err(Error::NotUnderstood("kind"));
    }
    if wanted.langs.iter().any(|lang| Lang::parse(lang).is_none()) {
        return Err(Error::NotUnderstood("lang"));
    }
    let found = super::ask(&app, wanted).await?;
    let answer = Answer {
        total: found.total,
        limit,
        offset,
        cut: found.cut,
        meant: found.meant,
        hits: found.hits.into_iter().map(|hit| told(hit, &app.public_url())).collect(),
        facets: found.facets.into(),
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
        file: hit.file.map(|found| InFile {
            url: format!("{public}/{}", super::infile::path(&found)),
            title: found.name,
            page: found.page,
        }),
    }
}

fn flag(query: &Query, name: &'static str) -> Result<bool, Error> {
    match query.get(name).unwrap_or("false") {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Error::NotUnderstood(name)),
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
