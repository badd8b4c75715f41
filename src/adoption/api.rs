//! `GET /api/v1/adoptions`: who has taken what into use, as open data.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use time::Date;
use uuid::Uuid;

use super::today;
use crate::adoptions::{self, Adoption, Point, Series, Stage};
use crate::app::App;
use crate::centres::Network;
use crate::error::{Error, Reply};
use crate::items::{Item, read};
use crate::limits::{API, Asker};
use crate::rights::Right;
use crate::room::Route;
use crate::web::Query;
use crate::web::spreadsheet::{self, Wanted, as_text};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    Adoptions,
    Numbers,
}

impl Table {
    /// What a file of it is called.
    fn name(self) -> &'static str {
        match self {
            Self::Adoptions => "adoptions",
            Self::Numbers => "numbers",
        }
    }
}

pub fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for (name, table) in [("adoptions", Table::Adoptions), ("adoptions/numbers", Table::Numbers)] {
        let show = move |wanted: Wanted| {
            move |State(app): State<App>, asker: Asker, headers: HeaderMap, uri: Uri| async move {
                let is_csv = wanted == Wanted::Json && wants_csv(&headers);
                let wanted = if is_csv { Wanted::Csv } else { wanted };
                answer(&app, &asker, &uri, (wanted, table)).await
            }
        };
        for (wanted, ending) in Wanted::ALL {
            let address = format!("/api/v1/{name}{ending}");
            routes.push(Route::get(address, Right::Anybody, show(wanted)));
        }
    }
    routes
}

const KNOWN: [&str; 4] = ["item", "limit", "offset", "format"];
/// So many rows are given at a time.
const MOST: u64 = 1_000;

const COLUMNS: [&str; 17] = [
    "id",
    "item",
    "title",
    "kind",
    "municipality",
    "municipality_name",
    "organisation",
    "unit",
    "status",
    "since",
    "stages",
    "adaptation",
    "outcome",
    "told",
    "contact_role",
    "learned_from",
    "lang",
];

const OF_NUMBERS: [&str; 7] = ["adoption", "key", "name", "shape", "unit", "day", "value"];

/// How many there are, and some of them.
type Rows = (u64, Vec<Map<String, Value>>);

async fn answer(app: &App, asker: &Asker, uri: &Uri, (wanted, table): (Wanted, Table)) -> Reply {
    app.limits.count(&API, asker)?;
    let query = Query::parse(uri.query().unwrap_or_default())?;
    if let Some(name) = query.names().find(|name| !KNOWN.contains(name)) {
        let why = format!("there is no parameter {name:?}: there are {}", KNOWN.join(", "));
        return Err(Error::Unasked(why));
    }
    if let Some(name) = KNOWN.into_iter().find(|name| query.is_repeated(name)) {
        return Err(Error::Unasked(format!("the parameter `{name}` stands more than once")));
    }
    let wanted = Wanted::asked(&query, wanted)?;
    let offset = number(&query, "offset")?.unwrap_or(0);
    let limit = number(&query, "limit")?.unwrap_or(MOST).min(MOST);
    let (columns, (total, all)) = match table {
        Table::Adoptions => (&COLUMNS[..], rows(app, &query, (offset, limit)).await?),
        Table::Numbers => (&OF_NUMBERS[..], numbers(app, &query, (offset, limit)).await?),
    };
    let csv = || csv(columns, &all).map_err(|e| Error::Internal(e.to_string()));
    Ok(match wanted {
        Wanted::Json => {
            let body = serde_json::to_vec(&all)?;
            open(typed("application/json; charset=utf-8", body), total)
        }
        Wanted::Csv => open(typed("text/csv; charset=utf-8; header=present", csv()?), total),
        Wanted::Workbook => {
            let book = spreadsheet::workbook(&csv()?, &["value"], app.clock.now())?;
            open(spreadsheet::open(table.name(), book), total)
        }
    })
}

fn typed(kind: &'static str, body: Vec<u8>) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn open(mut response: Response, total: u64) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    headers.insert("x-total-count", HeaderValue::from(total));
    // Open data: any page may read it.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    response
}

fn wants_csv(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| {
        accept.split(',').next().is_some_and(|a| a.trim().starts_with("text/csv"))
    })
}

fn number(query: &Query, name: &'static str) -> Result<Option<u64>, Error> {
    match query.get(name) {
        None | Some("") => Ok(None),
        Some(text) => {
            // What is larger than any table is read as the largest that a database knows.
            let number: u64 = text.parse().map_err(|_| Error::NotUnderstood(name))?;
            Ok(Some(number.min(i64::MAX.unsigned_abs())))
        }
    }
}

fn item(query: &Query) -> Result<Option<Uuid>, Error> {
    let text = query.get("item").filter(|text| !text.is_empty());
    text.map(|text| Uuid::try_parse(text).map_err(|_| Error::NotUnderstood("item"))).transpose()
}

fn size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Each number that is shown of a text.
async fn numbers(app: &App, query: &Query, (offset, limit): (u64, u64)) -> Result<Rows, Error> {
    let id = item(query)?.ok_or_else(|| Error::Unasked("`item` is missing".to_owned()))?;
    if read::visible_by_ids(&app.db, &[id]).await?.is_empty() {
        return Ok((0, Vec::new()));
    }
    let series = adoptions::series_of(&app.db, id).await?;
    let points = |one: &Series| {
        let head = [
            json!(one.adoption_id),
            json!(one.key),
            json!(one.name),
            json!(one.shape),
            json!(one.unit),
        ];
        let row = move |point: Point| {
            let values = head.clone().into_iter().chain([json!(point.day), json!(point.value)]);
            OF_NUMBERS.iter().map(|name| (*name).to_owned()).zip(values).collect()
        };
        one.points().into_iter().map(row).collect::<Vec<Map<String, Value>>>()
    };
    let all: Vec<Map<String, Value>> = series.iter().flat_map(points).collect();
    let total = all.len() as u64;
    Ok((total, all.into_iter().skip(size(offset)).take(size(limit)).collect()))
}

/// Each place that has taken something into use. Those of a text that was withdrawn are not among them.
async fn rows(app: &App, query: &Query, (offset, limit): (u64, u64)) -> Result<Rows, Error> {
    let (total, some): (u64, Vec<Adoption>) = if let Some(id) = item(query)? {
        let all = adoptions::of_item(&app.db, id).await?;
        let total = all.len() as u64;
        (total, all.into_iter().skip(size(offset)).take(size(limit)).collect())
    } else {
        let total = adoptions::count_public(&app.db).await?;
        (total, adoptions::all_public(&app.db, (offset, limit)).await?)
    };
    let ids: Vec<Uuid> = some.iter().map(|one| one.item_id).collect();
    let items = read::visible_by_ids(&app.db, &ids).await?;
    let items: BTreeMap<Uuid, Item> = items.into_iter().map(|item| (item.id, item)).collect();
    let stages = adoptions::stages(&app.db, some.iter().map(|one| one.id).collect::<Vec<_>>());
    let stages = stages.await?;
    let (network, day) = (Network::load(&app.db).await?, today(app));
    let row = |one: &Adoption| {
        let item = items.get(&one.item_id)?;
        let its = stages.get(&one.id).map_or(&[][..], Vec::as_slice);
        Some(row(app, &network, (one, item, its), day))
    };
    Ok((total, some.iter().filter_map(row).collect()))
}

fn row(
    app: &App,
    network: &Network,
    (one, item, stages): (&Adoption, &Item, &[Stage]),
    day: Date,
) -> Map<String, Value> {
    let town = network.places.newest(&one.municipality).map(|town| town.name.as_str());
    let organisation = one.place_id.and_then(|id| {
        network.organisations.iter().find(|known| known.id == id).map(|known| known.slug.as_str())
    });
    let name = one.place_id.and_then(|id| crate::people::places::name(network, id, day));
    let unit = if one.unit.is_empty() { name.unwrap_or_default() } else { &one.unit };
    let stage = |stage: &Stage| json!({ "status": stage.status, "since": stage.day });
    let values = [
        json!(one.id),
        json!(format!("{}/id/{}", app.public_url(), item.id)),
        json!(item.title),
        json!(item.kind),
        json!(one.municipality),
        json!(town),
        json!(organisation),
        json!(unit),
        json!(one.status),
        json!(stages.last().map(|last| &last.day)),
        json!(stages.iter().map(stage).collect::<Vec<Value>>()),
        json!(one.adaptation),
        json!(one.outcome),
        json!(one.told),
        json!(one.contact_role),
        json!(one.learned_from),
        json!(one.lang),
    ];
    COLUMNS.iter().map(|name| (*name).to_owned()).zip(values).collect()
}

fn csv(columns: &[&str], rows: &[Map<String, Value>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(columns.iter().map(|name| cell(row.get(*name))))?;
    }
    Ok(writer.into_inner().unwrap_or_default())
}

/// A stage is `in_use 2026-03`, and several have `;` between.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => as_text(text),
        Some(Value::Array(list)) => {
            let text = |of: &Value, key: &str| of[key].as_str().unwrap_or_default().to_owned();
            let one = |of: &Value| format!("{} {}", text(of, "status"), text(of, "since"));
            as_text(&list.iter().map(one).collect::<Vec<String>>().join("; "))
        }
        Some(other) => other.to_string(),
    }
}
