//! Writes to those for whom something waits, each on their morning.
//!
//! A task puts the round in the queue once for all copies of the server. What waits is read once for all;
//! a letter is taken and written in one transaction, so none is sent twice.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;

use super::letter;
use super::store::{self, Model, Telling};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db::{self, DbErr, Tx};
use crate::error::Error;
use crate::files;
use crate::i18n::Text;
use crate::jobs::{self, Job};
use crate::people::persons::{Person, email, person};
use crate::people::roles;
use crate::rights::{Role, Who};
use crate::waiting::{All, Stale};
use crate::work::{self, Due, ToDo};

#[derive(Debug, Serialize, Deserialize)]
pub struct Round {}

impl Job for Round {
    const NAME: &'static str = "notices";
}

const EVERY: std::time::Duration = std::time::Duration::from_mins(30);

/// So many are written to in one transaction.
const AT_ONCE: u64 = 50;

/// What waits on and on is told of again after so long.
const AGAIN: Duration = Duration::days(28);

/// Works until the task is dropped.
pub async fn now_and_then(app: App) {
    loop {
        let now = app.clock.now();
        if let Err(error) = jobs::enqueue_once(&app.db, &app.clock, &Round {}, "round", now).await {
            tracing::warn!(%error, "the round of what waits could not be asked for");
        }
        tokio::time::sleep(EVERY).await;
    }
}

pub async fn run(app: &App, _: Round) -> Result<(), String> {
    once(app).await.map(drop).map_err(|error| error.to_string())
}

/// Tells how many letters there are.
pub async fn once(app: &App) -> Result<usize, Error> {
    let now = app.clock.now();
    db::transaction::<(), Error, _>(&app.db, |tx| {
        Box::pin(async move { Ok(store::begin(tx, now).await?) })
    })
    .await?;
    if store::due(&app.db, now, 1).await?.is_empty() {
        return Ok(0);
    }
    let all = All::load(&app.db, now).await?;
    let mut held: BTreeMap<Uuid, Vec<Role>> = BTreeMap::new();
    for row in roles::all(&app.db, oslo_day(now)).await? {
        held.entry(row.person_id).or_default().extend(row.role());
    }
    let mut count = 0;
    loop {
        let due = store::due(&app.db, now, AT_ONCE).await?;
        if due.is_empty() {
            return Ok(count);
        }
        let ready = ready(app, &all, &held, oslo_day(now), due).await?;
        count += write(app, now, &ready).await?;
    }
}

/// Somebody whose morning it is, with what there is to tell.
#[derive(Clone)]
struct Ready {
    row: Model,
    /// None where nothing waits, or nobody is to be written to.
    told: Option<Told>,
}

#[derive(Clone)]
struct Told {
    t: Text,
    to: String,
    /// Of tasks and texts; empty where none waits.
    lines: String,
    /// Numbers that no letter has told of.
    numbers: Vec<Due>,
    /// Translations whose original moved on, each where no letter has told of that change.
    stale: Vec<Stale>,
}

/// What a change of an original is called among those that somebody was told of.
fn change(one: &Stale) -> String {
    let digest = files::digest(format!("{} {}", one.named.item, one.number).as_bytes());
    digest.chars().take(12).collect()
}

async fn ready(
    app: &App,
    all: &All,
    held: &BTreeMap<Uuid, Vec<Role>>,
    today: Date,
    due: Vec<Model>,
) -> Result<Vec<Ready>, DbErr> {
    let ids = || due.iter().map(|row| row.person_id);
    let mut numbers: BTreeMap<Uuid, Vec<Due>> = BTreeMap::new();
    let all_numbers = work::due_of(&app.db, today, ids().collect()).await?;
    for number in all_numbers.into_iter().filter(|number| number.is_new) {
        numbers.entry(number.person).or_default().push(number);
    }
    let mut tasks: BTreeMap<Uuid, Vec<ToDo>> = BTreeMap::new();
    for task in work::to_do_of(&app.db, today, ids().collect()).await? {
        tasks.entry(task.person).or_default().push(task);
    }
    let is_one = person::Column::Id.is_in(ids());
    let persons = person::Entity::find().filter(is_one).all(&app.db).await?;
    let persons: BTreeMap<Uuid, Person> = persons.into_iter().map(|one| (one.id, one)).collect();
    let theirs = email::Entity::find().filter(email::Column::PersonId.is_in(ids()));
    let emails = theirs.order_by_desc(email::Column::Address).all(&app.db).await?;
    // Of several the first by name stays.
    let addresses: BTreeMap<Uuid, String> =
        emails.into_iter().map(|row| (row.person_id, row.address)).collect();
    let told = |row: &Model| {
        let person = persons.get(&row.person_id).filter(|person| !person.is_disabled())?;
        let address = addresses.get(&row.person_id)?;
        let who = Who {
            id: person.id,
            name: String::new(),
            roles: held.get(&person.id).cloned().unwrap_or_default(),
            waits: false,
            session: Uuid::nil(),
            proof: String::new(),
        };
        let waiting = all.of(&who);
        let t = Text::new(person.lang());
        let numbers = numbers.get(&person.id).cloned().unwrap_or_default();
        let tasks = tasks.get(&person.id).map_or(&[][..], Vec::as_slice);
        let mut lines = letter::tasks(app, t, tasks, today);
        lines.push_str(&letter::lines(app, t, &waiting));
        let mut stale = waiting.stale;
        stale.retain(|one| !row.has_told(&change(one)));
        let waits = !lines.is_empty() || !numbers.is_empty() || !stale.is_empty();
        waits.then(|| Told { t, to: address.clone(), lines, numbers, stale })
    };
    Ok(due.iter().map(|row| Ready { told: told(row), row: row.clone() }).collect())
}

async fn write(app: &App, now: OffsetDateTime, ready: &[Ready]) -> Result<usize, Error> {
    db::transaction::<usize, Error, _>(&app.db, |tx| {
        let (app, ready) = (app.clone(), ready.to_vec());
        Box::pin(async move {
            let mut count = 0;
            for one in &ready {
                count += usize::from(write_one(tx, &app, now, one).await?);
            }
            Ok(count)
        })
    })
    .await
}

/// The letter to one. Nobody is told the same each day, nor left without a word of it for months; of a number
/// they are told once, and once that an original moved on.
async fn write_one(
    tx: &Tx,
    app: &App,
    now: OffsetDateTime,
    Ready { row, told }: &Ready,
) -> Result<bool, DbErr> {
    let is_new = |digest: &str| {
        row.digest() != digest || row.sent_at.is_none_or(|sent| *sent + AGAIN <= now)
    };
    let texts = told.as_ref().map(|told| told.lines.as_str()).filter(|lines| !lines.is_empty());
    let texts = texts.map(|lines| (lines, files::digest(lines.as_bytes())));
    let texts = texts.filter(|(_, digest)| is_new(digest));
    let digest = texts.as_ref().map(|(_, digest)| digest.as_str());
    let stale = told.as_ref().map_or(&[][..], |told| told.stale.as_slice());
    let changes: Vec<String> = stale.iter().map(change).collect();
    if !store::take(tx, row, now, Telling { digest, changes: &changes }).await? {
        return Ok(false);
    }
    let Some(told) = told else { return Ok(false) };
    if texts.is_none() && told.numbers.is_empty() && stale.is_empty() {
        return Ok(false);
    }
    let mut lines = letter::numbers(app, told.t, &told.numbers);
    lines.push_str(&letter::stale(app, told.t, stale));
    lines.push_str(texts.map_or("", |(lines, _)| lines));
    let letter = letter::digest(app, told.t, row.person_id, &told.to, &lines);
    jobs::enqueue(tx, &app.clock, &letter).await?;
    if !told.numbers.is_empty() {
        let members = told.numbers.iter().map(|number| number.member).collect();
        work::reminded(tx, members, oslo_day(now)).await?;
    }
    Ok(true)
}
