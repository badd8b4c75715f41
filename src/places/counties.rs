//! The counties there have been since 1999, by code.

use std::collections::BTreeMap;

use time::Date;

use super::{County, Places};
use crate::db::{DbErr, Reads};
use crate::i18n::Text;

/// Every county there has been since 1999, by code.
#[derive(Clone, Debug, Default)]
pub struct Counties(BTreeMap<String, County>);

impl Counties {
    pub fn of(counties: impl IntoIterator<Item = County>) -> Self {
        Self(counties.into_iter().map(|county| (county.code.clone(), county)).collect())
    }

    pub async fn load(db: &impl Reads) -> Result<Self, DbErr> {
        Ok(Places::load(db).await?.counties().clone())
    }

    pub fn get(&self, code: &str) -> Option<&County> {
        self.0.get(code)
    }

    /// «Innlandet»; «Østfold (til 2020)» for one that is no more.
    pub fn label(&self, code: &str, t: Text) -> String {
        match self.get(code) {
            None => code.to_owned(),
            Some(County { name, valid_to: None, .. }) => name.clone(),
            Some(County { name, valid_to: Some(end), .. }) => {
                let year = end.year().to_string();
                t.plain_with2("places-county-until", "name", name, "year", year)
            }
        }
    }

    /// The name alone.
    pub fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.get(code).map_or(code, |county| &county.name)
    }

    /// The county called `name` on `day`; without a day the one that is, or was last.
    pub fn named(&self, name: &str, day: Option<Date>) -> Option<&County> {
        let all = self.0.values().filter(|county| county.name == name);
        match day {
            Some(day) => all.clone().find(|county| county.is_on(day)),
            None => None,
        }
        .or_else(|| all.max_by_key(|county| county.valid_to.unwrap_or(Date::MAX)))
    }

    pub fn iter(&self) -> impl Iterator<Item = &County> {
        self.0.values()
    }

    pub fn on(&self, day: Date) -> impl Iterator<Item = &County> {
        self.0.values().filter(move |county| county.is_on(day))
    }
}
