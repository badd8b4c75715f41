//! What was counted, put together by what somebody asks for: a year, a kind, a centre, or all of it.

use std::collections::BTreeMap;

use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::Words;
use crate::items::measures::{self, Written};
use crate::web::Query;

/// State bodies are to write at least so much in each of bokmål and nynorsk, in per cent.
pub const LEAST: i64 = 25;

/// So many years are told apart; what is older is counted with the first of them.
const YEARS: i32 = 40;

/// From which year to which something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    pub from: i32,
    pub to: i32,
    /// The first and the last that there can be something of.
    pub all: (i32, i32),
}

impl Years {
    /// As the address says it; all of them where it says nothing.
    pub async fn asked(app: &App, query: &Query) -> Result<Self, Error> {
        let this = oslo_day(app.clock.now()).year();
        let first = app.catalogue.first().await?.map_or(this, |at| oslo_day(at).year());
        let all = (first.clamp(this - YEARS + 1, this), this);
        let year = |name: &'static str, usual: i32| match query.get(name).unwrap_or_default() {
            "" => Ok(usual),
            text => {
                let year = text.parse().ok().filter(|year| (all.0..=all.1).contains(year));
                year.ok_or(Error::NotUnderstood(name))
            }
        };
        let (from, to) = (year("fra", all.0)?, year("til", all.1)?);
        if from > to {
            return Err(Error::NotUnderstood("til"));
        }
        Ok(Self { from, to, all })
    }

    /// What was published in them.
    pub async fn written(self, app: &App) -> Result<Vec<Written>, Error> {
        let mut all = measures::written(&app.db, self.all).await?;
        all.retain(|one| (self.from..=self.to).contains(&one.year));
        Ok(all)
    }
}

/// Texts and words, by language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub texts: i64,
    pub nb: i64,
    pub nn: i64,
    pub se: i64,
    pub en: i64,
}

impl Sum {
    pub fn of<'w>(all: impl IntoIterator<Item = &'w Written>) -> Self {
        all.into_iter().fold(Self::default(), |mut sum, one| {
            sum.add(one);
            sum
        })
    }

    fn add(&mut self, one: &Written) {
        self.texts += one.texts;
        match one.lang.as_str() {
            "nb" => self.nb += one.words,
            "nn" => self.nn += one.words,
            "se" => self.se += one.words,
            _ => self.en += one.words,
        }
    }

    /// Each of the two, of all that is Norwegian, in per cent; none where nothing is.
    pub fn shares(&self) -> Option<(i64, i64)> {
        let norwegian = self.nb + self.nn;
        if norwegian == 0 {
            return None;
        }
        let nynorsk = (100 * self.nn + norwegian / 2) / norwegian;
        Some((100 - nynorsk, nynorsk))
    }

    /// Has one of the two less than its share? Reckoned in words, and not in whole per cent.
    pub fn is_uneven(&self) -> bool {
        let norwegian = self.nb + self.nn;
        norwegian > 0 && 100 * self.nb.min(self.nn) < LEAST * norwegian
    }
}

/// A line of a table.
pub struct Row {
    pub label: Words,
    pub sum: Sum,
    /// The law asks for a least share of each here.
    pub is_bound: bool,
}

/// Put together by what `key` says of each, in the order of that.
pub fn by<K: Ord>(all: &[Written], key: impl Fn(&Written) -> K) -> BTreeMap<K, Sum> {
    let mut sums: BTreeMap<K, Sum> = BTreeMap::new();
    for one in all {
        sums.entry(key(one)).or_default().add(one);
    }
    sums
}
