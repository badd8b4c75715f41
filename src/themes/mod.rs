//! Themes: a controlled list in two levels that everything published is filed under.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};

use crate::clock::Clock;
use crate::db::DbErr;
use crate::i18n::{Lang, Text};

const SHIPPED: &str = include_str!("../../data/themes.csv");

pub mod theme {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "theme")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub slug: String,
        pub parent: Option<String>,
        pub nb: String,
        pub nn: String,
        pub se: Option<String>,
        pub en: String,
        pub position: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// The name for the page, marked when it is had only in another language.
        pub fn said(&self, t: crate::i18n::Text) -> crate::i18n::Words {
            use crate::i18n::{Lang, Words};
            let is_missing = t.lang == Lang::Se && self.se.is_none();
            let lang = if is_missing { Lang::Nb } else { t.lang };
            Words::name(t.lang, self.name(t.lang), lang)
        }

        /// In the reader's language; bokmål where Sámi has no word yet.
        pub fn name(&self, lang: crate::i18n::Lang) -> &str {
            use crate::i18n::Lang;
            match lang {
                Lang::Nb => &self.nb,
                Lang::Nn => &self.nn,
                Lang::Se => self.se.as_deref().unwrap_or(&self.nb),
                Lang::En => &self.en,
            }
        }
    }
}

/// All themes, by slug.
#[derive(Clone, Debug, Default)]
pub struct Themes(BTreeMap<String, theme::Model>);

impl Themes {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let rows = theme::Entity::find().order_by_asc(theme::Column::Position).all(db).await?;
        Ok(Self(rows.into_iter().map(|theme| (theme.slug.clone(), theme)).collect()))
    }

    pub fn get(&self, slug: &str) -> Option<&theme::Model> {
        self.0.get(slug)
    }

    pub fn name<'a>(&'a self, slug: &'a str, lang: Lang) -> &'a str {
        self.get(slug).map_or(slug, |theme| theme.name(lang))
    }

    /// The themes with what each is part of, without repeats.
    pub fn with_parents(&self, slugs: &[String]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for slug in slugs {
            let parent = self.get(slug).and_then(|theme| theme.parent.clone());
            for slug in [Some(slug.clone()), parent].into_iter().flatten() {
                if !all.contains(&slug) {
                    all.push(slug);
                }
            }
        }
        all
    }

    /// The top level in the order of the register, each with its parts sorted by name.
    pub fn tree(&self, t: Text) -> Vec<(&theme::Model, Vec<&theme::Model>)> {
        let mut tops: Vec<_> = self.0.values().filter(|theme| theme.parent.is_none()).collect();
        t.sort_by_key(&mut tops, |theme| theme.name(t.lang));
        let parts = |top: &theme::Model| {
            let is_part = |theme: &&theme::Model| theme.parent.as_deref() == Some(&top.slug);
            let mut parts: Vec<_> = self.0.values().filter(is_part).collect();
            t.sort_by_key(&mut parts, |theme| theme.name(t.lang));
            parts
        };
        tops.into_iter().map(|top| (top, parts(top))).collect()
    }

    /// The theme whose name in some language is `name`, give or take case.
    pub fn named(&self, name: &str) -> Option<&theme::Model> {
        let name = name.trim().to_lowercase();
        let is = |text: &str| text.to_lowercase() == name;
        self.0
            .values()
            .find(|theme| theme.slug == name || is(&theme.nb) || is(&theme.nn) || is(&theme.en))
    }
}

/// Fills the table from the file that comes with the program.
pub async fn load_shipped(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    let unreadable = |e| DbErr::Custom(format!("the shipped themes can't be read: {e}"));
    let mut rows = Vec::new();
    for (position, row) in (0..).zip(csv::Reader::from_reader(SHIPPED.as_bytes()).records()) {
        let row = row.map_err(unreadable)?;
        let some = |n: usize| Some(row[n].to_owned()).filter(|text| !text.is_empty());
        rows.push(theme::Model {
            id: clock.new_id(),
            slug: row[0].to_owned(),
            parent: some(1),
            nb: row[2].to_owned(),
            nn: row[3].to_owned(),
            se: some(4),
            en: row[5].to_owned(),
            position,
        });
    }
    theme::Entity::delete_many().exec(db).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    theme::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// What [`load_shipped`] would write, to tell whether it already has.
pub fn shipped_digest() -> String {
    crate::files::digest(SHIPPED.as_bytes())
}
