//! Themes: a controlled list in two levels that everything published is filed under.

mod change;
pub mod notes;
mod shipped;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use crate::db::{CachedEdition, DbErr, Reads};
use crate::i18n::{Lang, Text};

pub use change::{Refused, ThemeChange, ThemeNames, change};
pub use shipped::{EDITION, give_edition, load_shipped, shipped_digest};

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

/// All themes, by slug, and where themes that were have gone.
#[derive(Clone, Debug, Default)]
pub struct Themes {
    all: BTreeMap<String, theme::Model>,
    gone: change::Gone,
}

/// What a slug stands for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now<'a> {
    Here(&'a theme::Model),
    /// Another theme has taken its place.
    Moved(&'a theme::Model),
    /// No theme has: it is used no more.
    Retired,
    Unknown,
}

impl Themes {
    /// All of them: one small query while they are those that were read last.
    pub async fn load(db: &impl Reads) -> Result<Arc<Self>, DbErr> {
        static KEPT: CachedEdition<Themes> = CachedEdition::new();
        KEPT.get(db, &[EDITION], || Self::read(db)).await
    }

    async fn read(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let rows = theme::Entity::find().order_by_asc(theme::Column::Position).all(db).await?;
        let gone = change::gone(db).await?;
        Ok(Self { all: rows.into_iter().map(|theme| (theme.slug.clone(), theme)).collect(), gone })
    }

    /// The theme of that slug, or the one that has taken its place.
    pub fn get(&self, slug: &str) -> Option<&theme::Model> {
        match self.now(slug) {
            Now::Here(theme) | Now::Moved(theme) => Some(theme),
            Now::Retired | Now::Unknown => None,
        }
    }

    pub fn now(&self, slug: &str) -> Now<'_> {
        if let Some(theme) = self.all.get(slug) {
            return Now::Here(theme);
        }
        let mut slug = slug;
        let mut seen = BTreeSet::new();
        while let Some(next) = self.gone.get(slug) {
            let Some(next) = next else { return Now::Retired };
            if let Some(theme) = self.all.get(next) {
                return Now::Moved(theme);
            }
            // Two that were renamed to each other's names must not send us round for ever.
            if !seen.insert(slug) {
                return Now::Unknown;
            }
            slug = next;
        }
        if seen.is_empty() { Now::Unknown } else { Now::Retired }
    }

    pub fn name<'a>(&'a self, slug: &'a str, lang: Lang) -> &'a str {
        self.get(slug).map_or(slug, |theme| theme.name(lang))
    }

    /// The themes as they are called now, each once; those that are used no more are left out.
    pub fn current(&self, slugs: &[String]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for theme in slugs.iter().filter_map(|slug| self.get(slug)) {
            if !all.contains(&theme.slug) {
                all.push(theme.slug.clone());
            }
        }
        all
    }

    /// The themes with what each is part of, without repeats.
    pub fn with_parents(&self, slugs: &[String]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for theme in slugs.iter().filter_map(|slug| self.get(slug)) {
            for slug in [Some(theme.slug.clone()), theme.parent.clone()].into_iter().flatten() {
                if !all.contains(&slug) {
                    all.push(slug);
                }
            }
        }
        all
    }

    /// The top level in the order of the alphabet, each with its parts sorted by name.
    pub fn tree(&self, t: Text) -> Vec<(&theme::Model, Vec<&theme::Model>)> {
        let mut tops: Vec<_> = self.all.values().filter(|theme| theme.parent.is_none()).collect();
        t.sort_by_key(&mut tops, |theme| theme.name(t.lang));
        tops.into_iter().map(|top| (top, self.parts(&top.slug, t))).collect()
    }

    /// The parts of a theme, sorted by name.
    pub fn parts(&self, slug: &str, t: Text) -> Vec<&theme::Model> {
        let is_part = |theme: &&theme::Model| theme.parent.as_deref() == Some(slug);
        let mut parts: Vec<_> = self.all.values().filter(is_part).collect();
        t.sort_by_key(&mut parts, |theme| theme.name(t.lang));
        parts
    }

    /// Every theme that there is now, by slug.
    pub fn iter(&self) -> impl Iterator<Item = &theme::Model> {
        self.all.values()
    }

    /// The theme whose name in some language is `name`, give or take case.
    pub fn named(&self, name: &str) -> Option<&theme::Model> {
        let name = name.trim().to_lowercase();
        let is = |text: &str| text.to_lowercase() == name;
        self.all
            .values()
            .find(|theme| theme.slug == name || is(&theme.nb) || is(&theme.nn) || is(&theme.en))
    }
}
