//! What was asked in vain: operators see which questions found nothing or were set right, by language and day, and make
//! synonyms from there.
//!
//! No row says who asked, from where, or in what order. A question is a keyed digest until it has been asked five times:
//! before that nobody can read it, here or in the database. What could be about a person is not counted at all.

mod show;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use time::Date;

pub use show::show;

use crate::app::App;
use crate::dates::oslo_day;
use crate::db::DbErr;
use crate::search::{Miss, Query, SearchResults};
use crate::web::Visit;

/// What was asked more seldom is not shown.
const LEAST: u64 = 5;
/// Days that it is kept.
const KEPT: i64 = 90;
/// Questions that are begun to be counted in a day.
const MOST_A_DAY: u64 = 2_000;

const EVERY: Duration = Duration::from_mins(1);

/// No question that tells anything about the words of the library is longer, in letters or in words.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;
/// So many digits in all may be somebody's number.
const MOST_DIGITS: usize = 4;

/// Notes a question that found nothing with all of it, or that was set right. What was narrowed, or taken letter for
/// letter, or of a day that has been, says nothing of the words.
pub fn note(app: &App, visit: &Visit, asked: &Query, found: &SearchResults) {
    let narrowed = !asked.kinds.is_empty() || !asked.langs.is_empty() || !asked.facets.is_empty();
    let is_missed = found.total == 0 || found.meant.is_some();
    if visit.at.is_some() {
        return;
    }
    if !is_missed || narrowed || asked.as_typed || asked.offset > 0 || found.building || found.cut {
        return;
    }
    // What it was taken for may tell of somebody where a misspelt name does not.
    let is_told = found.meant.as_deref().is_none_or(|meant| countable(meant).is_some());
    if let Some(words) = countable(&asked.words).filter(|_| is_told) {
        let meant = found.meant.as_deref().filter(|_| found.total > 0);
        let meant = meant.map(str::to_lowercase);
        app.missed.add(Miss { lang: visit.lang().code(), words, meant });
    }
}

/// A question in small letters; `None` for one that is long, or could tell of somebody: an address, a number, a name.
fn countable(asked: &str) -> Option<String> {
    let tidied = norsk::tidy(asked);
    let words: Vec<String> = tidied.split_whitespace().map(str::to_lowercase).collect();
    let joined = words.join(" ");
    // «Nordmann,Kari» and «Anne-Lise» have no space in them.
    let parts = joined.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let is_name = |part: &&str| norsk::names::is_given_name(part);
    let is_short = joined.chars().count() <= LONGEST && words.len() <= MOST_WORDS;
    let digits = joined.chars().filter(|c| c.is_numeric()).count();
    // «•» stands where a number has been hidden.
    let has_mark = joined.contains(['@', '•']) || joined.chars().any(char::is_control);
    let has_number = digits > MOST_DIGITS || !norsk::identity::look_alikes(&joined).is_empty();
    let has_name = parts.len() > 1 && parts.iter().any(is_name);
    let is_countable = !words.is_empty() && is_short && !has_mark && !has_number && !has_name;
    is_countable.then_some(joined)
}

/// Counts each minute what has been noted, until it is dropped.
pub async fn count(app: App) {
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = once(&app).await {
            tracing::warn!(%error, "questions that found nothing could not be counted");
        }
    }
}

/// Counts what has been noted since the last time, and forgets what is old. Several copies may do so at once.
pub async fn once(app: &App) -> Result<(), DbErr> {
    let today = oslo_day(app.clock.now());
    store::sweep(&app.db, first_kept(today)).await?;
    let missed = app.missed.take();
    if missed.is_empty() {
        return Ok(());
    }
    let mut room = MOST_A_DAY.saturating_sub(store::of_day(&app.db, today).await?);
    for (miss, times) in missed {
        let meant = miss.meant.as_deref().unwrap_or_default();
        let key = format!("{}\n{}\n{meant}", miss.lang, miss.words);
        let key = app.seal.digest("search-missed", &key);
        if !store::is_there(&app.db, today, &key).await? {
            if room == 0 {
                continue;
            }
            room -= 1;
        }
        store::add(&app.db, today, &key, miss.lang, times).await?;
        if store::times(&app.db, &key).await? >= LEAST {
            store::say(&app.db, &key, &miss.words, miss.meant.as_deref()).await?;
        }
    }
    Ok(())
}

fn first_kept(today: Date) -> Date {
    today - time::Duration::days(KEPT)
}
