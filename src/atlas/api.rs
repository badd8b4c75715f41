//! `GET /api/v1/centres|municipalities|counties|organisations?per=`: every row valid that day.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use time::Date;

use super::register::{self, Table};
use crate::app::App;
use crate::centres::Network;
use crate::dates::{oslo_day, shown_as};
use crate::error::{Error, Reply};
use crate::limits::{API, Asker};
use crate::rights::Right;
use crate::room::Route;
use crate::web::Query;
use crate::web::spreadsheet::{self, Wanted};

type Tables<const N: usize> = [(&'static str, fn(&Network, Date) -> Table); N];

/// What can be asked for.
const TABLES: Tables<4> = [
    ("centres", register::of_centres),
    ("municipalities", register::municipalities),
    ("counties", register::counties),
    ("organisations", register::organisations),
];

pub fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for (name, table) in TABLES {
        let show = move |wanted: Wanted| {
            move |State(app): State<App>, asker: Asker, headers: HeaderMap, uri: Uri| async move {
                let is_csv = wanted == Wanted::Json && wants_csv(&headers);
                let wanted = if is_csv { Wanted::Csv } else { wanted };
                answer(&app, &asker, &uri, wanted, (name, table)).await
            }
        };
        for (wanted, ending) in Wanted::ALL {
            let address = format!("/api/v1/{name}{ending}");
            routes.push(Route::get(address, Right::Anybody, show(wanted)));
        }
    }
    routes
}

const KNOWN: [&str; 4] = ["per", "limit", "offset", "format"];

async fn answer(
    app: &App,
    asker: &Asker,
    uri: &Uri,
    wanted: Wanted,
    (name, table): (&str, fn(&Network, Date) -> Table),
) -> Reply {
    app.limits.count(&API, asker)?;
    let query = Query::parse(uri.query().unwrap_or_default())?;
    if let Some(name) = query.names().find(|name| !KNOWN.contains(name)) {
        let why = format!("there is no parameter {name:?}: there are {}", KNOWN.join(", "));
        return Err(Error::Unasked(why));
    }
    if let Some(name) = KNOWN.into_iter().find(|name| query.is_repeated(name)) {
        return Err(Error::Unasked(format!("the parameter `{name}` stands more than once")));
    }
    let today = oslo_day(app.clock.now());
    let per = query.get("per").unwrap_or_default();
    let day = shown_as(per, today).map_err(|why| {
        let forms = "2017-06-01, 2017-06 or 2017, or 1.6.2017 or juni 2017";
        Error::Unasked(format!("`per` is {per:?}, and {why}; it takes {forms}"))
    })?;
    let day = day.map_or(today, |(day, _)| day);
    let wanted = Wanted::asked(&query, wanted)?;
    let offset = number(&query, "offset")?.unwrap_or(0);
    let limit = number(&query, "limit")?.unwrap_or(usize::MAX);
    let network = Network::load(&app.db).await?;
    let mut table = table(&network, day);
    let total = table.rows.len();
    table.rows = table.rows.into_iter().skip(offset).take(limit).collect();
    let mut response = written(app, &table, wanted, name)?;
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    headers.insert("x-total-count", HeaderValue::from(total));
    // Open data: any page may read it.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    Ok(response)
}

/// The columns that are numbers. A code of a place is none, though it looks like one.
const NUMBERS: [&str; 1] = ["municipalities"];

fn written(app: &App, table: &Table, wanted: Wanted, name: &str) -> Result<Response, Error> {
    let csv = || table.csv().map_err(|e| Error::Internal(e.to_string()));
    let (kind, body) = match wanted {
        Wanted::Json => ("application/json; charset=utf-8", serde_json::to_vec(&table.rows)?),
        Wanted::Csv => ("text/csv; charset=utf-8; header=present", csv()?),
        Wanted::Workbook => {
            let book = spreadsheet::workbook(&csv()?, &NUMBERS, app.clock.now())?;
            return Ok(spreadsheet::open(name, book));
        }
    };
    let mut response = body.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Ok(response)
}

fn wants_csv(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| {
        accept.split(',').next().is_some_and(|a| a.trim().starts_with("text/csv"))
    })
}

fn number(query: &Query, name: &'static str) -> Result<Option<usize>, Error> {
    match query.get(name) {
        None | Some("") => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| Error::NotUnderstood(name)),
    }
}
