//! Reminds those who look after people of roles that nobody has said for a year are still right.
//!
//! A task puts the round of the day in the queue, once for all copies of the server; the job finds what is
//! due, notes that it was told of, and writes the letters, all in one transaction.

use std::collections::BTreeMap;
use std::time::Duration;

use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use time::Date;
use uuid::Uuid;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::error::Error;
use crate::i18n::Text;
use crate::jobs::{self, Job};
use crate::people::letter::{self, Due};
use crate::people::{persons, places, roles};

/// The round of a day.
#[derive(Debug, Serialize, Deserialize)]
pub struct Round {}

impl Job for Round {
    const NAME: &'static str = "roles-reminder";
}

const EVERY: Duration = Duration::from_hours(12);

/// Works until the task is dropped.
pub async fn each_day(app: App) {
    loop {
        let now = app.clock.now();
        if let Err(error) = jobs::enqueue_once(&app.db, &app.clock, &Round {}, "round", now).await {
            tracing::warn!(%error, "the round of the roles could not be asked for");
        }
        tokio::time::sleep(EVERY).await;
    }
}

pub async fn run(app: &App, _: Round) -> Result<(), String> {
    once(app).await.map(drop).map_err(|error| error.to_string())
}

/// Tells how many letters there are.
pub async fn once(app: &App) -> Result<usize, Error> {
    let network = Network::load(&app.db).await?;
    db::transaction::<usize, Error, _>(&app.db, |tx| {
        let (app, network) = (app.clone(), network.clone());
        Box::pin(async move {
            let today = oslo_day(app.clock.now());
            let due = roles::take_due(tx, today).await?;
            let to = carers(tx, &due, today).await?;
            let mut count = 0;
            for ((person, place), roles) in &to {
                count += write(tx, &app, *person, *place, *roles, &network).await?;
            }
            Ok(count)
        })
    })
    .await
}

/// How many roles each may confirm, by the person and the place.
type Asked = BTreeMap<(Uuid, Option<Uuid>), usize>;

/// Whom to ask: those at the place itself who may give the role, and are not the one who has it; where
/// there is nobody, those who may everywhere.
async fn carers(
    tx: &impl ConnectionTrait,
    due: &[roles::Model],
    today: Date,
) -> Result<Asked, DbErr> {
    let mut all = if due.is_empty() { Vec::new() } else { roles::all(tx, today).await? };
    let open = persons::open(tx, all.iter().map(|row| row.person_id).collect()).await?;
    all.retain(|row| open.contains(&row.person_id));
    let mut asked = Asked::new();
    for row in due {
        let Some(role) = row.role() else { continue };
        let may = |other: &&roles::Model| {
            other.person_id != row.person_id
                && other.role().is_some_and(|held| held.kind.gives().contains(&role.kind))
        };
        let at = |place: Option<Uuid>| -> Vec<Uuid> {
            let there = all.iter().filter(|other| other.place_id == place);
            there.filter(may).map(|other| other.person_id).collect()
        };
        let mut persons = at(role.at);
        if persons.is_empty() {
            persons = at(None);
        }
        persons.sort_unstable();
        persons.dedup();
        for person in persons {
            *asked.entry((person, role.at)).or_default() += 1;
        }
    }
    Ok(asked)
}

/// The letter to one of them; none to one who can't log in.
async fn write(
    tx: &impl ConnectionTrait,
    app: &App,
    person: Uuid,
    place: Option<Uuid>,
    roles: usize,
    network: &Network,
) -> Result<usize, DbErr> {
    let found = persons::by_id(tx, person).await?.filter(|person| !person.is_disabled());
    let addresses = persons::addresses(tx, person).await?;
    let (Some(person), Some(to)) = (found, addresses.first()) else { return Ok(0) };
    let today = oslo_day(app.clock.now());
    let name = place.and_then(|at| places::name(network, at, today));
    let t = Text::new(person.lang());
    let path = super::path(t.lang.code(), place);
    let link = format!("{}{path}", app.public_url());
    let due = Due { to, place: name, roles, link: &link };
    jobs::enqueue(tx, &app.clock, &letter::due(t, &app.clock, &due)).await?;
    Ok(1)
}
