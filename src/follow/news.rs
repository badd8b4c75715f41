//! Writes to those who follow by e-mail, each on their morning, when there is something new.
//!
//! A task puts the round in the queue once for all copies of the server. What is followed by many is
//! looked up once; a letter is taken and written in one transaction, so none is sent twice.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::followed::Followed;
use super::letter;
use super::subscriptions::{self, Model};
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::Error;
use crate::i18n::Text;
use crate::items::Item;
use crate::jobs::{self, Job};
use crate::library::{feed, listing};
use crate::web::Query;

#[derive(Debug, Serialize, Deserialize)]
pub struct Round {}

impl Job for Round {
    const NAME: &'static str = "subscribers";
}

const EVERY: Duration = Duration::from_mins(30);

/// So many are written to in one transaction.
const AT_ONCE: u64 = 50;

/// Works until the task is dropped.
pub async fn now_and_then(app: App) {
    loop {
        let now = app.clock.now();
        if let Err(error) = jobs::enqueue_once(&app.db, &app.clock, &Round {}, "round", now).await {
            tracing::warn!(%error, "the round to those who follow could not be asked for");
        }
        tokio::time::sleep(EVERY).await;
    }
}

pub async fn run(app: &App, _: Round) -> Result<(), String> {
    once(app).await.map(drop).map_err(|error| error.to_string())
}

/// What is followed, as somebody reads it: what it is called, and the newest of it.
type News = (String, Vec<Item>);

/// Tells how many letters there are.
pub async fn once(app: &App) -> Result<usize, Error> {
    let now = app.clock.now();
    subscriptions::sweep(&app.db, now).await?;
    let network = Network::load(&app.db).await?;
    let mut known: HashMap<(String, String), Option<News>> = HashMap::new();
    let mut count = 0;
    loop {
        let due = subscriptions::due(&app.db, now, AT_ONCE).await?;
        if due.is_empty() {
            return Ok(count);
        }
        let mut ready = Vec::with_capacity(due.len());
        for row in due {
            let key = (row.lang.clone(), row.followed.clone());
            let news = if let Some(news) = known.get(&key) {
                news.clone()
            } else {
                let news = news(app, &row).await?;
                known.insert(key, news.clone());
                news
            };
            let news = news.map(|news| since(&news, &row, now));
            ready.push((row, news));
        }
        count += write(app, &network, now, &ready).await?;
    }
}

/// None where it can't be looked for: the search is being built, or what is followed is no more.
async fn news(app: &App, row: &Model) -> Result<Option<News>, Error> {
    let t = Text::new(row.lang());
    let Ok(query) = Query::parse(row.followed.trim_start_matches('?')) else { return Ok(None) };
    let registers = listing::registers(app, &query).await?;
    let query = listing::as_now(&registers, &query).unwrap_or(query);
    let Ok(followed) = Followed::read(app, t, &query, &registers) else {
        tracing::info!(subscription = %row.id, "what is followed is no more");
        return Ok(None);
    };
    let newest = followed.newest(app, t, feed::LENGTH).await?;
    Ok(newest.map(|items| (followed.title(&registers, t), items)))
}

/// What is published bears the instant at which its transaction began, and is seen when that is over: what
/// is younger than this is told of next time, so that nothing falls between two letters.
const UNDER_WAY: time::Duration = time::Duration::MINUTE;

/// What of it this one has not been told of.
fn since((title, items): &News, row: &Model, now: OffsetDateTime) -> News {
    let until = now - UNDER_WAY;
    let is_new =
        |item: &&Item| item.published_at.is_some_and(|at| at > row.told_until && at <= until);
    (title.clone(), items.iter().filter(is_new).cloned().collect())
}

/// The letters to some, each with its row moved on; what can't be looked for is tried on the next morning.
async fn write(
    app: &App,
    network: &Arc<Network>,
    now: OffsetDateTime,
    ready: &[(Model, Option<News>)],
) -> Result<usize, Error> {
    db::transaction::<usize, Error, _>(&app.db, |tx| {
        let (app, network, ready) = (app.clone(), Arc::clone(network), ready.to_vec());
        Box::pin(async move {
            let mut count = 0;
            for (row, news) in &ready {
                let told_until = news.as_ref().map_or(*row.told_until, |_| now - UNDER_WAY);
                if !subscriptions::take(tx, row, told_until, row.next(now)).await? {
                    continue;
                }
                let some = news.as_ref().filter(|(_, items)| !items.is_empty());
                let Some((title, items)) = some else { continue };
                let t = Text::new(row.lang());
                let digest = letter::with_news((&app, &network), t, row, (title, items));
                jobs::enqueue(tx, &app.clock, &digest).await?;
                count += 1;
            }
            Ok(count)
        })
    })
    .await
}
