//! The whole log, narrowed by what, whom and when.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::row::Row;
use crate::app::App;
use crate::dates::{PartialDate, end_of_oslo_day};
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View, alternatives};
use crate::i18n::Text;
use crate::login::known;
use crate::people::audit::Search;
use crate::people::{Address, Entry, Person, What, persons};
use crate::text::Fault;
use crate::web::pager::{Pager, pages};
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "logbook/all.html")]
struct All {
    t: Text,
    frame: Frame,
    action: String,
    fields: View,
    rows: Vec<Row>,
    total: u64,
    pager: Pager,
    /// The same as a table.
    export: String,
}

/// Rows on a page.
const PER_PAGE: u64 = 50;
const LIMIT: usize = 16 * 1024;

/// The names of the parameters.
const WHAT: &str = "hva";
const WHOM: &str = "hvem";
const FROM: &str = "fra";
const UNTIL: &str = "til";

fn form() -> Form {
    let options = alternatives(What::NAMES, |name| What::named(name).map(What::key));
    let fields = [
        Field::choice(WHAT, "logbook-what", options),
        Field::line(WHOM, "logbook-whom", 254).helped("logbook-whom-help"),
        Field::new(FROM, "logbook-from", FieldKind::Date).sure(),
        Field::new(UNTIL, "logbook-until", FieldKind::Date).sure(),
    ];
    Form::new(LIMIT, fields)
}

/// What the address asks for, as the form has it, and what is looked for.
pub async fn asked(app: &App, query: &Query) -> Result<(Filled, Option<Search>), Error> {
    let mut typed = Submitted::default();
    for (name, value) in query.pairs().filter(|(name, _)| *name != "side") {
        typed.add(name, value);
    }
    let filled = Filled::read(&form(), typed, &RegisterNames::default());
    if filled.is_refused() {
        return Ok((filled, None));
    }
    let person = match filled.text(WHOM) {
        "" => None,
        whom => match person(app, whom).await? {
            Ok(id) => Some(id),
            Err(key) => return Ok((filled.and([Fault::new(WHOM, key)]), None)),
        },
    };
    let date = |name| filled.text(name).parse::<PartialDate>().ok();
    let begin = |day: Date| day.previous_day().map(end_of_oslo_day);
    let from: Option<OffsetDateTime> = date(FROM).and_then(|date| begin(date.first_day()));
    let until = date(UNTIL).map(|date| end_of_oslo_day(date.last_day()));
    if from.zip(until).is_some_and(|(from, until)| from >= until) {
        return Ok((filled.and([Fault::new(UNTIL, "logbook-fault-order")]), None));
    }
    let search = Search { what: What::named(filled.text(WHAT)), person, from, until };
    Ok((filled, Some(search)))
}

/// Somebody by their address, by their name as the log has it, or by the id that it calls them by who are
/// gone; or why it can't be said who is meant.
async fn person(app: &App, whom: &str) -> Result<Result<Uuid, &'static str>, Error> {
    if let Ok(id) = Uuid::try_parse(whom) {
        return Ok(Ok(id));
    }
    if let Some(address) = Address::parse(whom) {
        let found = persons::by_address(&app.db, &address).await?;
        return Ok(found.map(|person| person.id).ok_or("logbook-fault-nobody"));
    }
    let wanted = whom.trim().to_lowercase();
    let all = persons::all(&app.db).await?;
    let ids = |is_named: &dyn Fn(&str) -> bool| -> Vec<Uuid> {
        let named = all.iter().filter(|(person, _)| is_named(&person.name.to_lowercase()));
        named.map(|(person, _)| person.id).collect()
    };
    let mut found = ids(&|name| name == wanted);
    if found.is_empty() {
        // A first name will do where one alone has it.
        let has = |name: &str, word: &str| name.split_whitespace().any(|part| part == word);
        found = ids(&|name| wanted.split_whitespace().all(|word| has(name, word)));
    }
    Ok(match found[..] {
        [person] => Ok(person),
        [] => Err("logbook-fault-nobody"),
        _ => Err("logbook-fault-several"),
    })
}

/// That somebody has read the log stands in it.
pub async fn note(
    app: &App,
    visit: &Visit,
    search: &Search,
    way: &'static str,
) -> Result<(), Error> {
    let who = known(visit)?.id;
    let told = serde_json::json!({
        "as": way, "what": search.what.map(What::name), "person": search.person,
    });
    db::transaction::<(), Error, _>(&app.db, |tx| {
        let (clock, told) = (app.clock.clone(), told.clone());
        Box::pin(async move {
            Ok(Entry::of(What::LogRead).by(Some(who)).telling(told).write(tx, &clock).await?)
        })
    })
    .await
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let query = visit.parameters()?;
    let (side, action) = (query.page()?, format!("/{}/logg", t.lang.code()));
    let (filled, search) = asked(&app, &query).await?;
    let (mut rows, mut total) = (Vec::new(), 0);
    if let Some(search) = search {
        total = search.count(&app.db).await?;
        rows = search.some(&app.db, ((side - 1) * PER_PAGE, PER_PAGE)).await?;
        note(&app, &visit, &search, "page").await?;
    }
    let mut names = names(&app).await?;
    names.extend(super::names::of(&app, &rows).await?);
    let called = |id: Uuid| names.get(&id).cloned();
    let rows = rows.into_iter().map(|row| Row::new(t, row, called)).collect();
    let heading = t.plain("logbook-heading");
    let mut frame = Frame::new(&app, &visit, &heading).form();
    let access = format!("/{}/tilgang", t.lang.code());
    frame = frame.under(t.plain("logbook-access"), access).under(&heading, &action);
    frame.refused = filled.is_refused();
    let page = All {
        t,
        frame,
        fields: View::new(t, &form(), &filled, &RegisterNames::default()),
        rows,
        total,
        pager: Pager::new(&action, &query, side, pages(total, PER_PAGE)),
        export: format!("{action}.csv{}", query.with("side", "")),
        action,
    };
    crate::web::page(filled.status(), &page)
}

/// What everybody is called, for those who may see it.
async fn names(app: &App) -> Result<BTreeMap<Uuid, String>, Error> {
    let called = |(person, addresses): (Person, Vec<String>)| {
        let name = if person.name.is_empty() { addresses.join(", ") } else { person.name };
        (person.id, name)
    };
    Ok(persons::all(&app.db).await?.into_iter().map(called).collect())
}
