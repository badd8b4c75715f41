//! The numbers of a work as open data: of those measures alone whose team has said so.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::Work;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::library::document::{self, Opened};
use crate::projects::KIND;
use crate::web::Visit;
use crate::web::spreadsheet::{self, as_text};
use crate::web::visit::{Named, Slug};
use crate::work::SharedMeasure;

/// The last says of the measure how many numbers are held back: without, the others would look like all.
const COLUMNS: [&str; 8] =
    ["measure", "day", "value", "of", "frequency", "definition_version", "unit", "left_out"];

/// Those of them that are numbers.
const NUMBERS: [&str; 4] = ["value", "of", "definition_version", "left_out"];

enum Found {
    Here(Box<Work>, String),
    Elsewhere(Response),
}

/// The work of a text that has open numbers; else there is nothing here.
async fn find(app: &App, visit: &Visit, slug: &str) -> Result<Found, Error> {
    let shown = match document::open(app, visit, &KIND, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(Found::Elsewhere(response)),
    };
    let mut work = super::of(app, visit, &shown).await?.ok_or(Error::NotFound)?;
    work.shared.measures.retain(SharedMeasure::is_open_data);
    if work.shared.measures.is_empty() {
        return Err(Error::NotFound);
    }
    let address = format!("{}/id/{}", app.public_url(), shown.item.id);
    Ok(Found::Here(Box::new(work), address))
}

pub async fn json(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    match find(&app, &visit, &slug).await? {
        Found::Elsewhere(response) => Ok(response),
        Found::Here(work, address) => {
            let measures: Vec<Value> = work.shared.measures.iter().map(told).collect();
            let body = json!({
                "project": address,
                "as_of": work.shared.day,
                "fewer_people_than_this_are_left_out": work.least.0,
                "measures": measures,
            });
            Ok(Json(body).into_response())
        }
    }
}

fn told(measure: &SharedMeasure) -> Value {
    json!({
        "name": measure.name,
        "kind": measure.kind,
        "shape": measure.shape,
        "better": measure.better,
        "frequency": measure.frequency,
        "unit": measure.unit,
        "per": measure.per,
        "numerator": measure.numerator,
        "denominator": measure.denominator,
        "definition": measure.definition,
        "goals": measure.goals,
        "numbers": measure.numbers,
        "left_out": measure.withheld,
    })
}

pub async fn csv(State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>) -> Reply {
    match find(&app, &visit, &slug).await? {
        Found::Elsewhere(response) => Ok(response),
        Found::Here(work, _) => {
            let table = table(&work).map_err(|error| Error::Internal(error.to_string()))?;
            let mut response = table.into_response();
            let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
            Ok(response)
        }
    }
}

/// The same for a spreadsheet.
pub async fn xlsx(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    match find(&app, &visit, &slug).await? {
        Found::Elsewhere(response) => Ok(response),
        Found::Here(work, _) => {
            let table = table(&work).map_err(|error| Error::Internal(error.to_string()))?;
            let book = spreadsheet::workbook(&table, &NUMBERS, app.clock.now())?;
            Ok(spreadsheet::open(&slug, book))
        }
    }
}

fn table(work: &Work) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for measure in &work.shared.measures {
        if measure.numbers.is_empty() {
            let (name, unit) = (as_text(&measure.name), as_text(&measure.unit));
            let (frequency, left_out) = (measure.frequency.name(), measure.withheld.to_string());
            let row = [name.as_str(), "", "", "", frequency, "", unit.as_str(), left_out.as_str()];
            writer.write_record(row)?;
        }
        for number in &measure.numbers {
            writer.write_record([
                as_text(&measure.name),
                number.day.to_string(),
                number.value.to_string(),
                number.of.map(|of| of.to_string()).unwrap_or_default(),
                measure.frequency.name().to_owned(),
                number.version.to_string(),
                as_text(&measure.unit),
                measure.withheld.to_string(),
            ])?;
        }
    }
    Ok(writer.into_inner().unwrap_or_default())
}
