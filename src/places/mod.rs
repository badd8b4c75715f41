//! Counties and municipalities through time, from Statistics Norway's codes.

mod store;

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use time::Date;

use crate::clock::Clock;
use crate::db::DbErr;

pub use store::{county, municipality};

const COUNTIES: &str = include_str!("../../data/places/fylke_104_versions_1999_2024.csv");
const MUNICIPALITIES: &str = include_str!("../../data/places/kommune_131_versions_1838_2024.csv");

/// A county by its code, with the years that tell it from another of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    pub code: String,
    pub name: String,
    pub valid_from: Date,
    /// The first day it no longer was; `None` while it is.
    pub valid_to: Option<Date>,
}

/// Every county there has been since 1999, by code.
#[derive(Clone, Debug, Default)]
pub struct Counties(BTreeMap<String, County>);

impl Counties {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let rows = store::counties(db).await?;
        Ok(Self(rows.into_iter().map(|county| (county.code.clone(), county)).collect()))
    }

    pub fn get(&self, code: &str) -> Option<&County> {
        self.0.get(code)
    }

    /// «Innlandet»; «Østfold (til 2020)» for one that is no more.
    pub fn label(&self, code: &str, t: crate::i18n::Text) -> String {
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
            Some(day) => {
                all.clone().find(|c| c.valid_from <= day && c.valid_to.is_none_or(|end| day < end))
            }
            None => None,
        }
        .or_else(|| all.max_by_key(|county| county.valid_to.unwrap_or(Date::MAX)))
    }

    pub fn iter(&self) -> impl Iterator<Item = &County> {
        self.0.values()
    }
}

/// The names that `codes` have or had last, in the same order.
pub async fn municipality_names(
    db: &impl ConnectionTrait,
    codes: &[String],
) -> Result<Vec<String>, DbErr> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let names = store::municipality_names(db, codes).await?;
    Ok(codes.iter().map(|code| names.get(code).unwrap_or(code).clone()).collect())
}

/// Which of `codes` are no municipality, now or before.
pub async fn unknown_municipalities(
    db: &impl ConnectionTrait,
    codes: &[String],
) -> Result<Vec<String>, DbErr> {
    let known = store::known_municipalities(db, codes).await?;
    Ok(codes.iter().filter(|code| !known.contains(*code)).cloned().collect())
}

/// Fills the tables from the files that come with the program.
pub async fn load_shipped(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    store::replace_counties(db, clock, COUNTIES).await?;
    store::replace_municipalities(db, clock, MUNICIPALITIES).await
}

/// What [`load_shipped`] would write, to tell whether it already has.
pub fn shipped_digest() -> String {
    crate::files::digest(format!("{COUNTIES}{MUNICIPALITIES}").as_bytes())
}
