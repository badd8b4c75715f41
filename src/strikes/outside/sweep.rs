//! Looks through the tables beside the texts, and strikes what was found there.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use super::inside::Without;
use super::places::{ADOPTION, Area, BY_FORM, Inside, PLACES, Place, SERIES, SLUG};
use crate::centres;
use crate::clock::Clock;
use crate::db::Reads;
use crate::i18n::{Lang, Text};
use crate::items::{Passage, changes};
use crate::organisations;
use crate::statements;
use crate::themes;

/// So many rows are read at a time.
const AT_ONCE: u64 = 500;
const REGISTERS: [&str; 2] = [centres::REGISTER, organisations::REGISTER];
/// Pairs of synonyms are written in their list: what was said of them there is no statement.
const OF_FORMS: [&str; 3] = [centres::REGISTER, organisations::REGISTER, "theme"];

/// What stands in one area.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// In how many places.
    pub places: i32,
    /// The rows that have it, by table.
    rows: Vec<(usize, Value)>,
    /// Statements of the registers have it.
    is_said: bool,
}

impl Found {
    pub fn is_nothing(&self) -> bool {
        self.places == 0
    }
}

/// What is to be struck, when these are the words.
pub async fn without(db: &impl ConnectionTrait, passage: Passage) -> Result<Without, DbErr> {
    let mut slugs = BTreeSet::new();
    for register in REGISTERS {
        slugs.extend(statements::all(db, register).await?.into_keys());
    }
    // The tables hold several languages: it is said in the one that all readers know.
    let gap = Text::new(Lang::Nb).plain("library-struck-gap");
    Ok(Without { passage, gap, slugs })
}

/// Looks through all of the area: words that are written in many ways are found by no index.
pub async fn look(
    db: &impl ConnectionTrait,
    area: Area,
    without: &Without,
) -> Result<Found, DbErr> {
    let mut found = Found::default();
    for (at, place) in PLACES.iter().enumerate().filter(|(_, place)| place.area == area) {
        let mut after = None;
        loop {
            let rows = some(db, place, after.take()).await?;
            let is_last = rows.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
            for row in &rows {
                let key = key_of(place, row)?;
                let places = struck(place, row, without)?.places();
                if places > 0 {
                    found.places += places;
                    found.rows.push((at, key.clone()));
                }
                after = Some(key);
            }
            if is_last {
                break;
            }
        }
    }
    if area == Area::Register {
        let said = said(db, without).await?;
        found.is_said = said > 0;
        found.places += said;
    }
    Ok(found)
}

async fn said(db: &impl ConnectionTrait, without: &Without) -> Result<i32, DbErr> {
    let mut places = 0;
    for register in REGISTERS {
        let all = statements::all(db, register).await?.into_values().flatten();
        places += all.map(|raw| without.raw(raw).1).sum::<i32>();
    }
    Ok(places)
}

/// Strikes what was found, in the transaction; tells in how many places.
pub async fn strike(
    tx: &impl Reads,
    clock: &Clock,
    (area, found): (Area, &Found),
    without: &Without,
) -> Result<i32, centres::Refused> {
    let mut places = 0;
    if found.is_said {
        places += centres::rewrite(tx, clock, |raw| without.raw(raw)).await?;
    }
    let mut items = BTreeSet::new();
    for (at, key) in &found.rows {
        let place = &PLACES[*at];
        // It may have been written anew, or be gone, since it was found.
        let Some(row) = one(tx, place, key).await? else { continue };
        let became = struck(place, &row, without)?;
        places += became.places();
        put(tx, place, key, became).await?;
        if [ADOPTION, SERIES].contains(&place.table) {
            items.insert(row.try_get::<Uuid>("", ITEM)?);
        }
    }
    if !items.is_empty() {
        changes::again(tx, clock, &items.into_iter().collect::<Vec<_>>()).await?;
    }
    if area == Area::Themes && places > 0 {
        themes::notes::are_new(tx, clock).await?;
    }
    Ok(places)
}

const ITEM: &str = "item_id";

fn columns(place: &Place) -> Vec<&'static str> {
    let of_item = [ADOPTION, SERIES].contains(&place.table).then_some(ITEM);
    let json = place.json.map(|(column, _)| column);
    let words = place.words.iter().copied();
    words.chain(json).chain(place.address).chain(of_item).chain([place.key]).collect()
}

async fn some(
    db: &impl ConnectionTrait,
    place: &Place,
    after: Option<Value>,
) -> Result<Vec<QueryResult>, DbErr> {
    let mut query = Query::select();
    query.columns(columns(place)).from(place.table).order_by(place.key, Order::Asc).limit(AT_ONCE);
    if let Some(after) = after {
        query.and_where(Expr::col(place.key).gt(after));
    }
    if place.table == BY_FORM {
        query.and_where(Expr::col("register").is_in(OF_FORMS));
    }
    db.query_all(&query).await
}

async fn one(
    db: &impl ConnectionTrait,
    place: &Place,
    key: &Value,
) -> Result<Option<QueryResult>, DbErr> {
    let mut query = Query::select();
    query.columns(columns(place)).from(place.table).and_where(Expr::col(place.key).eq(key.clone()));
    db.query_one(&query).await
}

fn key_of(place: &Place, row: &QueryResult) -> Result<Value, DbErr> {
    if place.key == SLUG {
        return Ok(row.try_get::<String>("", SLUG)?.into());
    }
    Ok(row.try_get::<Uuid>("", place.key)?.into())
}

/// What becomes of a row.
enum Became {
    /// These columns are written anew.
    Without(Vec<(&'static str, Value)>, i32),
    /// It was about nothing else.
    Gone,
}

impl Became {
    fn places(&self) -> i32 {
        match self {
            Self::Without(_, places) => *places,
            Self::Gone => 1,
        }
    }
}

fn struck(place: &Place, row: &QueryResult, without: &Without) -> Result<Became, DbErr> {
    let (mut columns, mut places) = (Vec::new(), 0);
    for column in place.words {
        let text: Option<String> = row.try_get("", column)?;
        if let Some((text, found)) = text.and_then(|text| without.text(&text)) {
            columns.push((*column, Value::from(text)));
            places += found;
        }
    }
    if let Some((column, inside)) = place.json
        && let Some(mut value) = row.try_get::<Option<Json>>("", column)?
    {
        if inside == Inside::Statement && without.is_contact(&value) {
            return Ok(Became::Gone);
        }
        let found = without.json(&mut value, inside);
        if found > 0 {
            columns.push((column, Value::from(value)));
            places += found;
        }
    }
    if let Some(column) = place.address
        && let Some(address) = row.try_get::<Option<String>>("", column)?
        && without.passage.is_in_address(&address)
    {
        columns.push((column, Value::String(None)));
        places += 1;
    }
    Ok(Became::Without(columns, places))
}

async fn put(
    tx: &impl ConnectionTrait,
    place: &Place,
    key: &Value,
    became: Became,
) -> Result<(), DbErr> {
    match became {
        Became::Without(columns, _) if columns.is_empty() => {}
        Became::Without(columns, _) => {
            let mut query = Query::update();
            query.table(place.table).and_where(Expr::col(place.key).eq(key.clone()));
            for (column, value) in columns {
                query.value(column, value);
            }
            tx.execute(&query).await?;
        }
        Became::Gone => {
            let mut query = Query::delete();
            query.from_table(place.table).and_where(Expr::col(place.key).eq(key.clone()));
            tx.execute(&query).await?;
        }
    }
    Ok(())
}
