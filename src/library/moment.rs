//! The library now, or on a day that is looked back at: for pages that gather from many kinds.

use std::collections::BTreeMap;

use time::Date;

use crate::app::App;
use crate::db::DbErr;
use crate::items::Item;
use crate::items::list::{self, At, Counts, Listed, Wanted, When};
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

    /// The day that it looks at.
    pub fn day(&self) -> Date {
        self.at.day()
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

    /// How many of a kind have each value of these facets.
    pub async fn counts(&self, kind: &Kind, facets: &[&str]) -> Result<Counts, DbErr> {
        list::counts(&self.app.catalogue, &self.of_kind(kind, None), facets).await
    }

    /// How many of all kinds have each value of a facet.
    pub async fn counts_of(&self, facet: &str) -> Result<BTreeMap<String, i64>, DbErr> {
        list::counts_of(&self.app.catalogue, &self.all(), facet).await
    }

    pub async fn totals(&self) -> Result<BTreeMap<String, i64>, DbErr> {
        list::by_kind(&self.app.catalogue, &self.all()).await
    }

    /// How many items of each kind have a value of a facet.
    pub async fn kinds_with(
        &self,
        (facet, value): (&'static str, &str),
    ) -> Result<BTreeMap<String, i64>, DbErr> {
        list::by_kind(&self.app.catalogue, &self.all().having(facet, &[value])).await
    }

    /// The newest of a kind, at most `limit`: to be asked for by [`Moment::lists`].
    pub fn newest(&self, kind: &Kind, having: Having<'_>, limit: u64) -> Wanted {
        Wanted { per_page: limit, ..self.of_kind(kind, having) }
    }

    /// What is to come of a kind, the soonest first.
    pub fn coming(&self, kind: &Kind, having: Having<'_>, limit: u64) -> Wanted {
        Wanted { when: Some(When::Coming), ..self.newest(kind, having, limit) }
    }

    /// What is on each of the lists. All of a page are asked for at once, as that is one query.
    pub async fn lists<const N: usize>(
        &self,
        wanted: [Wanted; N],
    ) -> Result<[Vec<Item>; N], DbErr> {
        Ok(self.counted(wanted).await?.map(|listed| listed.items))
    }

    /// The same with how many there are in all.
    pub async fn counted<const N: usize>(&self, wanted: [Wanted; N]) -> Result<[Listed; N], DbErr> {
        let mut lists = list::lists(&self.app.catalogue, &wanted).await?.into_iter();
        Ok(std::array::from_fn(|_| lists.next().unwrap_or_default()))
    }

    /// The same of as many as there are.
    pub async fn some_lists(&self, wanted: &[Wanted]) -> Result<Vec<Vec<Item>>, DbErr> {
        let lists = list::lists(&self.app.catalogue, wanted).await?;
        Ok(lists.into_iter().map(|listed| listed.items).collect())
    }
}
