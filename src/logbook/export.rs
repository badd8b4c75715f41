//! The log as a table: with the ids of people, and no names.

use axum::extract::State;
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

use super::{all, told};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::Text;
use crate::people::{What, audit};
use crate::web::{Visit, spreadsheet};

/// The names that the program has for what was done and to what stand last: they do not change.
const COLUMNS: [&str; 10] = [
    "logbook-column-row",
    "logbook-column-at",
    "logbook-column-by",
    "logbook-what",
    "logbook-column-on",
    "logbook-column-on-id",
    "logbook-column-network",
    "logbook-column-code",
    "logbook-column-on-code",
    "logbook-column-details",
];

/// More is taken out in several turns, by day.
const MOST: u64 = 100_000;

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    let (_, search) = all::asked(&app, &visit.parameters()?).await?;
    let search = search.ok_or(Error::NotUnderstood("logg"))?;
    let rows = search.some(&app.db, (0, MOST)).await?;
    all::note(&app, &visit, &search, "csv").await?;
    let t = visit.t;
    let headings = COLUMNS.map(|key| t.plain(key));
    spreadsheet::send("logg", &headings, rows.iter().map(|row| cells(t, row)))
}

fn cells(t: Text, row: &audit::Model) -> [String; 10] {
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let on = row.on_kind.as_deref().and_then(told::on).map(|key| t.plain(key));
    [
        row.id.to_string(),
        row.at.format(&Rfc3339).unwrap_or_default(),
        id(row.actor),
        t.plain(What::named(&row.what).map_or("logbook-what-other", What::key)),
        on.unwrap_or_default(),
        id(row.on_id),
        row.network.clone().unwrap_or_default(),
        row.what.clone(),
        row.on_kind.clone().unwrap_or_default(),
        row.details.to_string(),
    ]
}
