//! The library now, or on a day that is looked back at: for pages that gather from many kinds.

use std::collections::{BTreeMap, BTreeSet};

use time::OffsetDateTime;

use crate::app::App;
use crate::db::DbErr;
use crate::items::list::{self, Counts, Wanted, When};
use crate::items::past::Past;
use crate::items::{Item, Registers};
use crate::kinds::Kind;
use crate::web::Visit;

/// Answers the same questions for both.
pub struct Moment<'a> {
    app: &'a App,
    lang: &'static str,
    /// What «now» is on the page: the end of the day, when it is another day.
    pub now: OffsetDateTime,
    past: Option<Past>,
}

/// A facet and the values of it that will do.
pub type Having<'v> = Option<(&'static str, &'v [&'v str])>;

impl<'a> Moment<'a> {
    pub async fn of(app: &'a App, visit: &Visit, registers: &Registers) -> Result<Self, DbErr> {
        let lang = visit.lang().code();
        let past = if let Some(at) = visit.at {
            Some(Past::read(&app.db, app.kinds.stored(), registers, at.until, Some(lang)).await?)
        } else {
            None
        };
        let now = visit.at.map_or_else(|| app.clock.now(), |at| at.until);
        Ok(Self { app, lang, now, past })
    }

    /// How many of a kind have each value, by facet.
    pub async fn counts(&self, kind: &Kind) -> Result<Counts, DbErr> {
        if let Some(past) = &self.past {
            return Ok(past.counts(kind.name));
        }
        let all = Wanted { kind: kind.name, lang: self.lang, ..Wanted::default() };
        list::counts(&self.app.db, &all).await
    }

    /// How many of all kinds have each value of a facet.
    pub async fn counts_of(&self, facet: &str) -> Result<BTreeMap<String, i64>, DbErr> {
        match &self.past {
            Some(past) => Ok(past.counts_of(facet)),
            None => list::counts_of(&self.app.db, facet, self.lang).await,
        }
    }

    pub async fn totals(&self) -> Result<BTreeMap<String, i64>, DbErr> {
        match &self.past {
            Some(past) => Ok(past.by_kind(None)),
            None => list::totals(&self.app.db, self.lang).await,
        }
    }

    /// How many items of each kind have a value of a facet.
    pub async fn kinds_with(&self, having: (&str, &str)) -> Result<BTreeMap<String, i64>, DbErr> {
        match &self.past {
            Some(past) => Ok(past.by_kind(Some(having))),
            None => list::kinds_with(&self.app.db, having, self.lang).await,
        }
    }

    pub async fn newest(
        &self,
        kind: &Kind,
        having: Having<'_>,
        limit: u64,
    ) -> Result<Vec<Item>, DbErr> {
        match &self.past {
            Some(past) => Ok(some(past, kind, having, None, limit)),
            None => list::newest(&self.app.db, (kind.name, self.lang), having, limit).await,
        }
    }

    /// What is to come of a kind, the soonest first.
    pub async fn coming(
        &self,
        kind: &Kind,
        having: Having<'_>,
        limit: u64,
    ) -> Result<Vec<Item>, DbErr> {
        let of = (kind.name, self.lang);
        match &self.past {
            Some(past) => Ok(some(past, kind, having, Some(When::Coming(self.now)), limit)),
            None => list::coming(&self.app.db, of, having, self.now, limit).await,
        }
    }

    /// The newest of all `kinds` that have what is chosen.
    pub async fn newest_of_all(
        &self,
        kinds: &[&'static str],
        wanted: &Wanted,
        limit: u64,
    ) -> Result<Vec<Item>, DbErr> {
        match &self.past {
            Some(past) => Ok(taken(past, kinds, wanted, limit)),
            None => list::newest_of_all(&self.app.db, kinds, wanted, limit).await,
        }
    }
}

fn some(past: &Past, kind: &Kind, having: Having<'_>, when: Option<When>, limit: u64) -> Vec<Item> {
    let values = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect::<BTreeSet<_>>();
    let chosen = having.into_iter().map(|(facet, some)| (facet, values(some))).collect();
    taken(past, &[kind.name], &Wanted { chosen, when, ..Wanted::default() }, limit)
}

fn taken(past: &Past, kinds: &[&str], wanted: &Wanted, limit: u64) -> Vec<Item> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    past.chosen(kinds, wanted).into_iter().take(limit).cloned().collect()
}
