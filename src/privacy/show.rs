//! All that is held on whoever asks, as a page, with what of it they can put right.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::kept::kept;
use super::said::Names;
use super::{DONE, correct, leaving, path};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::login::known;
use crate::people::held::{self, Part, Value};
use crate::people::{erasure, persons};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "privacy/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    action: String,
    /// Where the account is erased.
    leave: String,
    /// When it is, if they have asked.
    due: Option<String>,
    addresses: Vec<String>,
    notice: Option<Words>,
    fields: View,
    tables: Vec<Table>,
    /// Of these there is nothing.
    empty: Vec<Words>,
}

pub struct Table {
    pub id: &'static str,
    pub name: Words,
    pub why: Words,
    pub kept: String,
    pub columns: Vec<Words>,
    pub rows: Vec<Vec<String>>,
    pub count: usize,
    pub has_more: bool,
}

/// Rows of a table on the page; the download has the rest.
const SHOWN: u64 = 25;

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let who = known(&visit)?;
    let mut filled = Filled::empty();
    let person = persons::by_id(&app.db, who.id).await?;
    let lang = person.map_or(visit.lang(), |person| person.lang());
    filled.typed.set(correct::LANG, lang.code());
    page(&app, &visit, &filled, None).await
}

/// The page with its form as it was filled in, and what did not go as it was asked for.
pub async fn page(app: &App, visit: &Visit, filled: &Filled, notice: Option<&str>) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let addresses = persons::addresses(&app.db, who.id).await?;
    let parts = held::read(&app.db, who.id, &addresses, SHOWN).await?;
    let names = Names::load(app, t, who.id, &parts).await?;
    let (tables, empty) = tables(app, t, parts, &names);
    let due = erasure::of(&app.db, who.id).await?.map(|row| t.day(*row.due_at));
    let heading = t.plain("privacy-heading");
    let action = path(t.lang.code());
    let mut frame = Frame::new(app, visit, &heading).form().saying(visit, DONE);
    let mine = format!("/{}/min-side", t.lang.code());
    frame = frame.under(t.plain("web-my-page"), mine).under(&heading, &action);
    frame.refused = notice.is_some() || filled.is_refused();
    let page = Show {
        t,
        frame,
        action,
        leave: leaving(t.lang.code()),
        due,
        addresses,
        notice: notice.map(|key| t.get(key)),
        fields: View::new(t, &correct::form(), filled, &RegisterNames::default()),
        tables,
        empty,
    };
    let status = if notice.is_some() { StatusCode::CONFLICT } else { filled.status() };
    crate::web::page(status, &page)
}

/// What there is, and what there is nothing of.
pub fn tables(app: &App, t: Text, parts: Vec<Part>, names: &Names) -> (Vec<Table>, Vec<Words>) {
    let (full, none): (Vec<Part>, Vec<Part>) =
        parts.into_iter().partition(|part| !part.rows.is_empty());
    let tables = full.into_iter().map(|part| table(app, t, part, names)).collect();
    (tables, none.iter().map(|part| t.get(part.held.name)).collect())
}

fn table(app: &App, t: Text, part: Part, names: &Names) -> Table {
    let Part { held, rows, has_more } = part;
    let cells = |row: Vec<Value>| {
        let from = row.iter().find_map(|value| match value {
            Value::Day(day) => Some(*day),
            _ => None,
        });
        let told = |value: Value| match (value, from) {
            // What began and was ended on the same day was there that day.
            (Value::End(end), Some(from)) if end <= from => Value::Day(from),
            (value, _) => value,
        };
        let with_columns = held.shown.iter().zip(row);
        with_columns.map(|(column, value)| names.cell((held, column), told(value))).collect()
    };
    Table {
        id: held.table,
        name: t.get(held.name),
        why: t.get(held.why),
        kept: kept(t, &app.settings.people, held.kept),
        columns: held.shown.iter().map(|column| t.get(column.label)).collect(),
        count: rows.len(),
        rows: if held.shown.is_empty() {
            Vec::new()
        } else {
            rows.into_iter().map(cells).collect()
        },
        has_more,
    }
}

/// The person must be there: whoever is known by another way than an account has none.
pub async fn person(app: &App, visit: &Visit) -> Result<persons::Person, Error> {
    let found = persons::by_id(&app.db, known(visit)?.id).await?;
    found.ok_or(Error::NotFound)
}
