//! The library now, or on a day that is looked back at: for pages that gather from many kinds.

use std::collections::BTreeMap;

use crate::app::App;
use crate::db::DbErr;
use crate::items::Item;
use crate::items::list::{self, At, Counts, Wanted, When};
use crate::kinds::Kind;
use crate::web::Visit;

/// When the page of a visit looks at the library.
pub fn at(app: &App, visit: &Visit) -> At {
    visit.at.map_or_else(|| At::Now(app.clock.now()), |at| At::Past(at.until))
}

/// Answers the same questions for both.
pub struct Moment<'a> {
    app: &'a App,
    lang: &'static str,
    at: At,
}

/// A facet and the values of it that will do.
pub type Having<'v> = Option<(&'static str, &'v [&'v str])>;

impl<'a> Moment<'a> {
    pub fn of(app: &'a App, visit: &Visit) -> Self {
        Self { app, lang: visit.lang().code(), at: at(app, visit) }
    }

    /// Everything that is not kept only as history.
    pub fn all(&self) -> Wanted {
        Wanted::all(self.at, self.lang)
    }

    fn of_kind(&self, kind: &Kind, having: Having<'_>) -> Wanted {
        let all = Wanted::of(kind.name, self.at, self.lang);
        match having {
            Some((facet, values)) => all.having(facet, values),
            None => all,
        }
    }

    /// How many of a kind have each value, by facet.
    pub async fn counts(&self, kind: &Kind) -> Result<Counts, DbErr> {
        list::counts(&self.app.db, &self.of_kind(kind, None)).await
    }

    /// How many of all kinds have each value of a facet.
    pub async fn counts_of(&self, facet: &str) -> Result<BTreeMap<String, i64>, DbErr> {
        list::counts_of(&self.app.db, &self.all(), facet).await
    }

    pub async fn totals(&self) -> Result<BTreeMap<String, i64>, DbErr> {
        list::by_kind(&self.app.db, &self.all()).await
    }

    /// How many items of each kind have a value of a facet.
    pub async fn kinds_with(
        &self,
        (facet, value): (&'static str, &str),
    ) -> Result<BTreeMap<String, i64>, DbErr> {
        list::by_kind(&self.app.db, &self.all().having(facet, &[value])).await
    }

    pub async fn newest(
        &self,
        kind: &Kind,
        having: Having<'_>,
        limit: u64,
    ) -> Result<Vec<Item>, DbErr> {
        list::first(&self.app.db, &self.of_kind(kind, having), limit).await
    }

    /// What is to come of a kind, the soonest first.
    pub async fn coming(
        &self,
        kind: &Kind,
        having: Having<'_>,
        limit: u64,
    ) -> Result<Vec<Item>, DbErr> {
        let coming = Wanted { when: Some(When::Coming), ..self.of_kind(kind, having) };
        list::first(&self.app.db, &coming, limit).await
    }
}
