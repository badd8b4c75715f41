//! What a list shows, as a table: CSV and JSON for machines, a workbook for people, narrowed by the same parameters as the
//! list. For every kind.

use std::borrow::Cow;
use std::collections::HashMap;

use axum::extract::State;
use serde_json::{Map, Value, json};
use time::Date;
use uuid::Uuid;

use super::listing;
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::feeds;
use crate::items::list::{self, Wanted};
use crate::items::{Item, Owner, Registers, State as ItemState, read};
use crate::kinds::{Filter, Kind, Kinds, Order};
use crate::rights::Right;
use crate::room::Route;
use crate::web::spreadsheet::{self, as_text};
use crate::web::{Visit, day};

/// So many rows at most; a list that is longer is narrowed first.
const MOST: u64 = 10_000;
/// The facets of so many items are asked for at a time.
const AT_ONCE: usize = 500;

/// What all kinds have. After it come the facets of the kind.
const COLUMNS: [&str; 10] =
    ["id", "external_id", "kind", "lang", "title", "lead", "url", "published", "changed", "owner"];

pub fn routes(kinds: &Kinds) -> Vec<Route> {
    let mut routes = Vec::new();
    for kind in kinds.iter().filter(|kind| kind.list.is_some()) {
        let at = |ending: &str| format!("/{{lang}}/{}.{ending}", kind.path);
        let as_csv = move |State(app): State<App>, visit: Visit| async move {
            as_csv(&app, &visit, kind).await
        };
        let as_book = move |State(app): State<App>, visit: Visit| async move {
            as_book(&app, &visit, kind).await
        };
        let as_json = move |State(app): State<App>, visit: Visit| async move {
            as_json(&app, &visit, kind).await
        };
        routes.push(Route::get(at("csv"), Right::Anybody, as_csv).heavy(|_| true));
        routes.push(Route::get(at("xlsx"), Right::Anybody, as_book).heavy(|_| true));
        routes.push(Route::get(at("json"), Right::Anybody, as_json).heavy(|_| true));
    }
    routes
}

async fn as_csv(app: &App, visit: &Visit, kind: &'static Kind) -> Reply {
    let rows = rows(app, visit, kind).await?;
    let text = csv(kind, &rows).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(feeds::answer(text, "text/csv; charset=utf-8; header=present"))
}

async fn as_book(app: &App, visit: &Visit, kind: &'static Kind) -> Reply {
    let rows = rows(app, visit, kind).await?;
    let text = csv(kind, &rows).map_err(|e| Error::Internal(e.to_string()))?;
    let now = app.clock.now();
    // Ten thousand rows take a while to write and to press together.
    let made = move || spreadsheet::workbook(text.as_bytes(), &[], now);
    let book: Result<Vec<u8>, Error> = tokio::task::spawn_blocking(made).await?;
    Ok(spreadsheet::open(kind.path, book?))
}

async fn as_json(app: &App, visit: &Visit, kind: &'static Kind) -> Reply {
    let rows = rows(app, visit, kind).await?;
    Ok(feeds::answer(serde_json::to_string(&rows)?, "application/json; charset=utf-8"))
}

type Row = Map<String, Value>;

async fn rows(app: &App, visit: &Visit, kind: &'static Kind) -> Result<Vec<Row>, Error> {
    // What a text was filed under on another day is told by its list.
    if visit.looks_back() {
        return Err(Error::NotUnderstood(day::PARAMETER));
    }
    let query = visit.parameters()?;
    let (wanted, _) = listing::from_start(app, visit, &query, kind).await?;
    let wanted = Wanted { page: 0, per_page: MOST, ..wanted };
    let day = wanted.at.day();
    let items = list::list(&app.catalogue, &wanted).await?.items;
    let registers = Registers::load(&app.db).await?;
    let mut facets = HashMap::new();
    let ids: Vec<Uuid> = items.iter().map(|item| item.id).collect();
    for some in ids.chunks(AT_ONCE) {
        facets.extend(read::facets(&app.db, some).await?);
    }
    let public = app.public_url();
    let mut rows = Vec::with_capacity(items.len());
    for item in &items {
        let filed = facets.remove(&item.id).unwrap_or_default();
        rows.push(row(&public, (kind, day), item, &registers, &filed));
    }
    Ok(rows)
}

fn row(
    public: &str,
    (kind, day): (&Kind, Date),
    item: &Item,
    registers: &Registers,
    filed: &[(String, String)],
) -> Row {
    let owner = registers.owner(item.centre_id);
    let values = [
        json!(item.id),
        json!(item.external_id),
        json!(item.kind),
        json!(item.lang),
        json!(item.title),
        json!(item.lead),
        json!(format!("{public}/{}/{}/{}", item.lang, kind.path, item.slug)),
        json!(item.published().map(String::from)),
        json!(item.newest_text_at().map(|at| oslo_day(at).to_string())),
        json!(owner.map(Owner::name)),
    ];
    let mut row: Row = COLUMNS.iter().map(|name| (*name).to_owned()).zip(values).collect();
    row.insert(ARCHIVED.to_owned(), json!(item.state() == ItemState::Archived));
    for filter in kind.filters {
        let values = filed.iter().filter(|(facet, _)| facet == filter.facet);
        let mut values: Vec<Cow<'_, str>> =
            values.map(|(facet, value)| list::value_on(facet, value, day)).collect();
        values.sort_unstable();
        let value = if is_one(filter) { json!(values.first()) } else { json!(values) };
        row.insert(filter.facet.to_owned(), value);
    }
    row
}

const ARCHIVED: &str = "archived";

/// How something went, and how far it has come, has one answer.
fn is_one(filter: &Filter) -> bool {
    matches!(filter.order, Order::Fixed(_))
}

fn csv(kind: &Kind, rows: &[Row]) -> Result<String, csv::Error> {
    let facets = kind.filters.iter().map(|filter| filter.facet);
    let columns: Vec<&str> = COLUMNS.into_iter().chain([ARCHIVED]).chain(facets).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&columns)?;
    for row in rows {
        writer.write_record(columns.iter().map(|name| cell(row.get(*name))))?;
    }
    // All that went in was text.
    Ok(String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default())
}

/// A list has semicolons between.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => as_text(text),
        Some(Value::Array(list)) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            as_text(&texts.join("; "))
        }
        Some(other) => other.to_string(),
    }
}
