//! All that is held on whoever asks, as JSON to take home.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use serde_json::{Map, Value as Json, json};
use time::format_description::well_known::Rfc3339;

use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::login::{known, unkept};
use crate::people::held::{self, MOST, Part, Value};
use crate::people::{Entry, What, persons};
use crate::web::Visit;

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    let who = known(&visit)?.id;
    let addresses = persons::addresses(&app.db, who).await?;
    let parts = held::read(&app.db, who, &addresses, MOST).await?;
    let at = app.clock.now().format(&Rfc3339).unwrap_or_default();
    let tables: Map<String, Json> =
        parts.into_iter().map(|part| (part.held.table.to_owned(), table(part))).collect();
    let all = json!({ "format": "padriver-person", "version": 1, "made_at": at, "person": who,
        "site": app.public_url(), "tables": tables });
    note(&app, who).await?;
    let text = serde_json::to_string_pretty(&all)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"mine-opplysninger.json\""),
        ),
    ];
    Ok(unkept((headers, text).into_response()))
}

fn table(part: Part) -> Json {
    let Part { held, rows, has_more } = part;
    let row = |row: Vec<Value>| -> Json {
        let named = held.shown.iter().zip(row);
        let fields = named.map(|(column, value)| (column.name.to_owned(), written(value)));
        Json::Object(fields.collect())
    };
    let count = rows.len();
    let rows: Vec<Json> = rows.into_iter().map(row).collect();
    json!({ "count": count, "has_more": has_more, "rows": rows })
}

fn written(value: Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Text(text) => text.into(),
        Value::Id(id) => id.to_string().into(),
        Value::Number(number) => number.into(),
        Value::Instant(at) => at.format(&Rfc3339).unwrap_or_default().into(),
        Value::Day(day) => day.to_string().into(),
        Value::Json(json) => json,
    }
}

/// That it was taken stands in the log, where they see it should somebody else have done it.
async fn note(app: &App, who: uuid::Uuid) -> Result<(), Error> {
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move {
            let entry = Entry::of(What::HeldTaken).by(Some(who)).on("person", who);
            Ok(entry.write(tx, &clock).await?)
        })
    })
    .await
}
