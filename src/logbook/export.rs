//! The log as a table: with the ids of people, and no names.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use super::all;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::people::audit;
use crate::web::Visit;

const COLUMNS: [&str; 8] = ["id", "at", "actor", "what", "on_kind", "on_id", "network", "details"];

/// More is taken out in several turns, by day.
const MOST: u64 = 100_000;

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    let (_, search) = all::asked(&app, &visit.parameters()?).await?;
    let search = search.ok_or(Error::NotUnderstood("logg"))?;
    let rows = search.some(&app.db, (0, MOST)).await?;
    all::note(&app, &visit, &search, "csv").await?;
    let table = table(&rows).map_err(|error| Error::Internal(error.to_string()))?;
    let mut response = table.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    headers.insert(header::CONTENT_TYPE, kind);
    let name = HeaderValue::from_static("attachment; filename=\"logg.csv\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

fn table(rows: &[audit::Model]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for row in rows {
        let id = |id: Option<uuid::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let at = row.at.format(&time::format_description::well_known::Rfc3339);
        writer.write_record([
            row.id.to_string(),
            at.unwrap_or_default(),
            id(row.actor),
            row.what.clone(),
            row.on_kind.clone().unwrap_or_default(),
            id(row.on_id),
            row.network.clone().unwrap_or_default(),
            row.details.to_string(),
        ])?;
    }
    Ok(writer.into_inner().unwrap_or_default())
}
