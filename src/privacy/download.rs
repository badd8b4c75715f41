//! All that is held on whoever asks, to take home: as a page to read, and as JSON for programs.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use serde_json::{Map, Value as Json, json};
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

use super::said::{ACTOR, Names, plain};
use super::show::{self, Table};
use super::written;
use crate::app::App;
use crate::dates::Local;
use crate::db;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::items::revision;
use crate::login::{known, unkept};
use crate::people::held::{self, MOST, Part, Value};
use crate::people::{Entry, What, persons};
use crate::web::Visit;

/// The same as a page that needs nothing else to be read.
#[derive(Template)]
#[template(path = "privacy/download.html")]
struct Page {
    t: Text,
    site: String,
    made: String,
    tables: Vec<Table>,
    texts: Vec<Written>,
    /// Of these there is nothing.
    empty: Vec<Words>,
}

/// A text as they last saved it, to be read.
struct Written {
    title: String,
    saved: String,
    number: i32,
    /// Its lead, body and facts, line by line.
    lines: Vec<String>,
}

impl Written {
    /// None for what can't be read.
    fn new(t: Text, row: &revision::Model) -> Option<Self> {
        let text = row.content()?;
        let facts = plain(&text.facts);
        let all = [text.lead.as_str(), text.body.as_str(), facts.as_str()];
        let lines = all.into_iter().flat_map(str::lines).map(str::trim);
        let lines = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let saved = t.local(Local::at(*row.created_at));
        Some(Self { title: text.title, saved, number: row.number, lines })
    }
}

pub async fn send_page(State(app): State<App>, visit: Visit) -> Reply {
    let (t, who) = (visit.t, known(&visit)?.id);
    let addresses = persons::addresses(&app.db, who).await?;
    let parts = held::read(&app.db, who, &addresses, MOST).await?;
    let names = Names::load(&app, t, who, &parts).await?;
    let (tables, empty) = show::tables(&app, t, parts, &names);
    let texts = written::of(&app.db, who, None).await?;
    let texts = texts.iter().filter_map(|row| Written::new(t, row)).collect();
    let made = t.local(Local::at(app.clock.now()));
    let page = Page { t, site: app.public_url(), made, tables, texts, empty };
    note(&app, who).await?;
    let mut response = crate::web::page(StatusCode::OK, &page)?;
    response.headers_mut().insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"mine-opplysninger.html\""),
    );
    Ok(unkept(response))
}

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    let who = known(&visit)?.id;
    let addresses = persons::addresses(&app.db, who).await?;
    let parts = held::read(&app.db, who, &addresses, MOST).await?;
    let at = app.clock.now().format(&Rfc3339).unwrap_or_default();
    let names = Names::load(&app, visit.t, who, &parts).await?.by_id;
    let tables: Map<String, Json> =
        parts.into_iter().map(|part| (part.held.table.to_owned(), table(part, who))).collect();
    let texts = written::of(&app.db, who, None).await?;
    let texts: Vec<Json> = texts.iter().map(text).collect();
    let all = json!({ "format": "padriver-person", "version": 1, "made_at": at, "person": who,
        "site": app.public_url(), "tables": tables, "texts": texts, "names": names });
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

/// The same for programs.
fn text(row: &revision::Model) -> Json {
    let saved = row.created_at.format(&Rfc3339).unwrap_or_default();
    json!({ "item_id": row.item_id, "number": row.number, "saved_at": saved, "content": row.content() })
}

fn table(part: Part, who: Uuid) -> Json {
    let Part { held, rows, has_more } = part;
    let row = |row: Vec<Value>| -> Json {
        let named = held.shown.iter().zip(row);
        let fields = named.map(|(column, value)| {
            let told = match value {
                // That it was another, and not who.
                Value::Id(id) if column.name == ACTOR && id != who => "other".into(),
                value => json_of(value),
            };
            (column.name.to_owned(), told)
        });
        Json::Object(fields.collect())
    };
    let count = rows.len();
    let rows: Vec<Json> = rows.into_iter().map(row).collect();
    json!({ "count": count, "has_more": has_more, "rows": rows })
}

fn json_of(value: Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Text(text) => text.into(),
        Value::Id(id) => id.to_string().into(),
        Value::Number(number) => number.into(),
        Value::Instant(at) => at.format(&Rfc3339).unwrap_or_default().into(),
        Value::Day(day) | Value::End(day) => day.to_string().into(),
        Value::Json(json) => json,
    }
}

/// That it was taken stands in the log, where they see it should somebody else have done it.
async fn note(app: &App, who: Uuid) -> Result<(), Error> {
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let clock = app.clock.clone();
        Box::pin(async move {
            let entry = Entry::of(What::HeldTaken).by(Some(who)).on("person", who);
            Ok(entry.write(tx, &clock).await?)
        })
    })
    .await
}
