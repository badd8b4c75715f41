//! Writes to those for whom something waits, each on their morning.
//!
//! A task puts the round in the queue once for all copies of the server. A letter is taken and written in one
//! transaction, so none is sent twice.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::letter;
use super::store::{self, Model, Telling};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db::{self, DbErr, Tx};
use crate::error::Error;
use crate::files;
use crate::i18n::Text;
use crate::jobs::{self, Job};
use crate::login::Teller;
use crate::people::persons::{Person, email, person};
use crate::people::roles;
use crate::rights::{Role, Who};
use crate::waiting::{self, Waits, Why};
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
    let network = Network::load(&app.db).await?;
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
        let ready = ready(app, &network, &held, now, due).await?;
        count += write(app, now, &ready).await?;
    }
}

/// Somebody whose morning it is, with what there is to tell.
#[derive(Clone)]
struct Ready {
    row: Model,
    /// None where nobody is to be written to.
    told: Option<Told>,
}

#[derive(Clone)]
struct Told {
    t: Text,
    to: String,
    /// Of tasks, and of what waits until it is done; empty where nothing does.
    lines: String,
    /// A digest of what that is: the same as long as the same waits.
    digest: String,
    /// Numbers that no letter has told of.
    numbers: Vec<Due>,
    /// Of translations whose original moved on, each where no letter has told of that change, …
    stale: String,
    /// … and what the changes are called.
    changes: Vec<String>,
}

/// What a change of an original is called among those that somebody was told of; none for what else waits.
fn change(one: &Waits) -> Option<String> {
    let Why::Stale(number) = one.why else { return None };
    let digest = files::digest(format!("{} {number}", one.named.item).as_bytes());
    Some(digest.chars().take(12).collect())
}

/// Whom it is about, and what was read for many at once.
struct Theirs<'a> {
    person: &'a Person,
    to: &'a str,
    roles: Vec<Role>,
    numbers: Vec<Due>,
    tasks: &'a [ToDo],
}

async fn ready(
    app: &App,
    network: &Network,
    held: &BTreeMap<Uuid, Vec<Role>>,
    now: OffsetDateTime,
    due: Vec<Model>,
) -> Result<Vec<Ready>, DbErr> {
    let (ids, today) = (|| due.iter().map(|row| row.person_id), oslo_day(now));
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
    let mut ready = Vec::with_capacity(due.len());
    for row in due {
        let id = row.person_id;
        let person = persons.get(&id).filter(|person| !person.is_disabled());
        let told = match (person, addresses.get(&id)) {
            (Some(person), Some(to)) => {
                let theirs = Theirs {
                    person,
                    to,
                    roles: held.get(&id).cloned().unwrap_or_default(),
                    numbers: numbers.remove(&id).unwrap_or_default(),
                    tasks: tasks.get(&id).map_or(&[][..], Vec::as_slice),
                };
                Some(told(app, network, &row, theirs).await?)
            }
            _ => None,
        };
        ready.push(Ready { row, told });
    }
    Ok(ready)
}

/// What there is to tell one. It is the list that their page shows, asked for in the same way: a question for each whose
/// morning it is, while nobody waits, so that letters and pages never tell of different things.
async fn told(
    app: &App,
    network: &Network,
    row: &Model,
    theirs: Theirs<'_>,
) -> Result<Told, DbErr> {
    let Theirs { person, to, roles, numbers, tasks } = theirs;
    let (now, t) = (app.clock.now(), Text::new(person.lang()));
    let today = oslo_day(now);
    let who = Who {
        id: person.id,
        name: String::new(),
        roles,
        waits: false,
        session: Uuid::nil(),
        proof: String::new(),
    };
    let mut waits = waiting::of_one(&app.db, now, &who).await?;
    waits.retain(|one| letter::heading(one.why).is_some());
    let (mut stale, waits): (Vec<Waits>, Vec<Waits>) =
        waits.into_iter().partition(|one| matches!(one.why, Why::Stale(_)));
    stale.retain(|one| change(one).is_some_and(|change| !row.has_told(&change)));
    let teller = Teller { kinds: &app.kinds, t, network, today };
    let mut lines = letter::tasks(app, t, tasks, today);
    // Days go by without anything else waiting: the words may change, and this does not.
    let mut known = lines.clone();
    for one in &waits {
        let _ = writeln!(known, "{:?} {}", one.why, one.named.item);
    }
    lines.push_str(&letter::lines(app, teller, &waits));
    Ok(Told {
        t,
        to: to.to_owned(),
        lines,
        digest: files::digest(known.as_bytes()),
        numbers,
        stale: letter::lines(app, teller, &stale),
        changes: stale.iter().filter_map(change).collect(),
    })
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
    let lines = told.as_ref().filter(|told| !told.lines.is_empty() && is_new(&told.digest));
    let digest = lines.map(|told| told.digest.as_str());
    let changes = told.as_ref().map_or(&[][..], |told| told.changes.as_slice());
    if !store::take(tx, row, now, Telling { digest, changes }).await? {
        return Ok(false);
    }
    let Some(told) = told else { return Ok(false) };
    if lines.is_none() && told.numbers.is_empty() && changes.is_empty() {
        return Ok(false);
    }
    let mut text = letter::numbers(app, told.t, &told.numbers);
    text.push_str(&told.stale);
    text.push_str(lines.map_or("", |told| told.lines.as_str()));
    let letter = letter::digest(app, told.t, row.person_id, &told.to, &text);
    jobs::enqueue(tx, &app.clock, &letter).await?;
    if !told.numbers.is_empty() {
        let members = told.numbers.iter().map(|number| number.member).collect();
        work::reminded(tx, members, oslo_day(now)).await?;
    }
    Ok(true)
}
