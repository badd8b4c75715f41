//! Themes are added, renamed, merged and retired; an address that a theme has had leads on for ever.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};

use super::{Themes, notes, shipped, theme};
use crate::clock::Clock;
use crate::db::{AsDbErr, DbErr, Reads};

/// The rows that remember each change, in the order they were made.
pub(super) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "theme_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: i32,
        pub what: String,
        pub slug: String,
        /// What took its place; of an added theme, what it is part of.
        pub became: Option<String>,
        pub nb: Option<String>,
        pub nn: Option<String>,
        pub se: Option<String>,
        pub en: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Slugs that were, and what took their place; nothing for those that are used no more.
pub(super) type Gone = BTreeMap<String, Option<String>>;

const ADDED: &str = "added";
const RENAMED: &str = "renamed";
const MERGED: &str = "merged";
const RETIRED: &str = "retired";
const MOVED: &str = "moved";
/// A slug that the shipped file says a theme has had.
pub(super) const FORMERLY: &str = "formerly";

/// New names of a theme, in the languages that have one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeNames {
    pub nb: Option<String>,
    pub nn: Option<String>,
    pub se: Option<String>,
    pub en: Option<String>,
}

/// What can be done to the list of themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeChange {
    Add {
        slug: String,
        parent: Option<String>,
        names: ThemeNames,
    },
    /// Another slug, other names, or both.
    Rename {
        slug: String,
        to: String,
        names: ThemeNames,
    },
    /// A part of another, or of none.
    Move {
        slug: String,
        parent: Option<String>,
    },
    /// What was filed under the one is filed under the other.
    Merge {
        slug: String,
        into: String,
    },
    /// Used no more. A part leads to what it was a part of.
    Retire {
        slug: String,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("{0:?} is no theme; `padriver themes list` lists them")]
    Unknown(String),
    #[error("{0:?} is a theme already")]
    Taken(String),
    #[error("{0:?} has been a theme, and its address leads on: choose another")]
    WasTaken(String),
    #[error("a slug is a–z, 0–9 and single hyphens, at most 80 of them: {0:?} is not")]
    Malformed(String),
    #[error("{0:?} has parts: merge or retire those first")]
    HasParts(String),
    #[error("{0:?} is itself a part: there are two levels")]
    TooDeep(String),
    #[error("a theme can't be merged with itself")]
    Itself,
    #[error("a new theme needs a name in nb, nn and en")]
    Nameless,
    #[error("the name {0:?} is empty or longer than 100 letters")]
    Name(String),
    /// The language of the form's field, and the name.
    #[error("another theme is called {1:?} in {0} already")]
    Alike(&'static str, String),
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl AsDbErr for Refused {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<row::Model>, DbErr> {
    row::Entity::find().order_by_asc(row::Column::Number).all(db).await
}

pub(super) async fn gone(db: &impl ConnectionTrait) -> Result<Gone, DbErr> {
    let mut gone = Gone::new();
    for change in all(db).await? {
        match change.what.as_str() {
            ADDED => {
                gone.remove(&change.slug);
            }
            MOVED => {}
            _ if change.became.as_ref() == Some(&change.slug) => {}
            _ => {
                gone.insert(change.slug, change.became);
            }
        }
    }
    Ok(gone)
}

/// Makes the change, for good. The caller asks for the items to be filed anew, in the same transaction: the slugs
/// that it tells of are those whose items are concerned.
pub async fn change(
    db: &impl Reads,
    clock: &Clock,
    wanted: ThemeChange,
) -> Result<Vec<String>, Refused> {
    let themes = Themes::load(db).await?;
    let made = check(&themes, wanted.clone())?;
    notes::follow(db, &wanted).await?;
    let newest = row::Entity::find().order_by_desc(row::Column::Number).one(db).await?;
    let number = newest.map_or(1, |newest| newest.number.max(0) + 1);
    let concerned = vec![made.slug.clone()];
    let made = row::Model { id: clock.new_id(), number, ..made };
    row::Entity::insert(made.into_active_model()).exec_without_returning(db).await?;
    shipped::rebuild_from_shipped(db, clock).await?;
    Ok(concerned)
}

/// The row of a change that makes sense.
fn check(themes: &Themes, wanted: ThemeChange) -> Result<row::Model, Refused> {
    let known = |slug: &str| themes.all.get(slug).ok_or_else(|| Refused::Unknown(slug.to_owned()));
    let has_parts = |slug: &str| themes.all.values().any(|t| t.parent.as_deref() == Some(slug));
    match wanted {
        ThemeChange::Add { slug, parent, names } => {
            free(themes, &slug)?;
            if let Some(parent) = &parent
                && known(parent)?.parent.is_some()
            {
                return Err(Refused::TooDeep(parent.clone()));
            }
            if names.nb.is_none() || names.nn.is_none() || names.en.is_none() {
                return Err(Refused::Nameless);
            }
            tell_apart(themes, &slug, &names)?;
            row(ADDED, slug, parent, names)
        }
        ThemeChange::Rename { slug, to, names } => {
            known(&slug)?;
            if to != slug {
                free(themes, &to)?;
            }
            tell_apart(themes, &slug, &names)?;
            row(RENAMED, slug, Some(to), names)
        }
        ThemeChange::Move { slug, parent } => {
            known(&slug)?;
            if let Some(parent) = &parent {
                if *parent == slug {
                    return Err(Refused::Itself);
                }
                if known(parent)?.parent.is_some() {
                    return Err(Refused::TooDeep(parent.clone()));
                }
                // There are two levels: what has parts of its own is the part of none.
                if has_parts(&slug) {
                    return Err(Refused::HasParts(slug));
                }
            }
            row(MOVED, slug, parent, ThemeNames::default())
        }
        ThemeChange::Merge { slug, into } => {
            known(&slug)?;
            known(&into)?;
            if slug == into {
                return Err(Refused::Itself);
            }
            if has_parts(&slug) {
                return Err(Refused::HasParts(slug));
            }
            row(MERGED, slug, Some(into), ThemeNames::default())
        }
        ThemeChange::Retire { slug } => {
            let parent = known(&slug)?.parent.clone();
            if has_parts(&slug) {
                return Err(Refused::HasParts(slug));
            }
            row(RETIRED, slug, parent, ThemeNames::default())
        }
    }
}

/// May a theme get this slug? One that leads on to another theme never gets a new meaning.
fn free(themes: &Themes, slug: &str) -> Result<(), Refused> {
    if slug.is_empty() || slug.len() > 80 || slug::slugify(slug) != slug {
        return Err(Refused::Malformed(slug.to_owned()));
    }
    if themes.all.contains_key(slug) {
        return Err(Refused::Taken(slug.to_owned()));
    }
    if themes.gone.contains_key(slug) {
        return Err(Refused::WasTaken(slug.to_owned()));
    }
    Ok(())
}

const LANGS: [&str; 4] = ["nb", "nn", "se", "en"];

/// Two themes of one name can't be told apart where they are chosen. A name that the theme has is let be.
fn tell_apart(themes: &Themes, slug: &str, names: &ThemeNames) -> Result<(), Refused> {
    let lower = |name: &String| name.trim().to_lowercase();
    let of = |theme: &theme::Model| {
        [Some(&theme.nb), Some(&theme.nn), theme.se.as_ref(), Some(&theme.en)]
            .map(|name| name.map(lower))
    };
    let wanted = [&names.nb, &names.nn, &names.se, &names.en];
    for (n, (lang, name)) in LANGS.into_iter().zip(wanted).enumerate() {
        let Some(name) = name else { continue };
        let has_it = |theme: &theme::Model| of(theme)[n].as_ref() == Some(&lower(name));
        let keeps_it = themes.all.get(slug).is_some_and(has_it);
        if !keeps_it && themes.all.values().any(has_it) {
            return Err(Refused::Alike(lang, name.clone()));
        }
    }
    Ok(())
}

fn row(
    what: &str,
    slug: String,
    became: Option<String>,
    names: ThemeNames,
) -> Result<row::Model, Refused> {
    let ThemeNames { nb, nn, se, en } = names;
    for name in [&nb, &nn, &se, &en].into_iter().flatten() {
        let length = name.chars().count();
        if name.trim() != name || !(1..=100).contains(&length) || name.contains(char::is_control) {
            return Err(Refused::Name(name.clone()));
        }
    }
    Ok(row::Model {
        id: uuid::Uuid::nil(),
        number: 0,
        what: what.to_owned(),
        slug,
        became,
        nb,
        nn,
        se,
        en,
    })
}

/// What a change does to the themes. One whose theme is no longer shipped does nothing.
pub(super) fn apply(themes: &mut Vec<theme::Model>, change: &row::Model, clock: &Clock) {
    let slug = &change.slug;
    match change.what.as_str() {
        ADDED if themes.iter().all(|theme| theme.slug != *slug) => {
            let position = themes.iter().map(|theme| theme.position).max().unwrap_or(0) + 1;
            themes.push(theme::Model {
                id: clock.new_id(),
                slug: slug.clone(),
                parent: change.became.clone(),
                nb: change.nb.clone().unwrap_or_default(),
                nn: change.nn.clone().unwrap_or_default(),
                se: change.se.clone(),
                en: change.en.clone().unwrap_or_default(),
                position,
            });
        }
        RENAMED => {
            for theme in themes.iter_mut() {
                if theme.parent.as_ref() == Some(slug) {
                    theme.parent.clone_from(&change.became);
                }
                if theme.slug == *slug {
                    rename(theme, change);
                }
            }
        }
        MOVED => {
            for theme in themes.iter_mut().filter(|theme| theme.slug == *slug) {
                theme.parent.clone_from(&change.became);
            }
        }
        MERGED | RETIRED => themes.retain(|theme| theme.slug != *slug),
        _ => {}
    }
}

fn rename(theme: &mut theme::Model, change: &row::Model) {
    if let Some(slug) = &change.became {
        theme.slug.clone_from(slug);
    }
    for (name, new) in
        [(&mut theme.nb, &change.nb), (&mut theme.nn, &change.nn), (&mut theme.en, &change.en)]
    {
        if let Some(new) = new {
            name.clone_from(new);
        }
    }
    if change.se.is_some() {
        theme.se.clone_from(&change.se);
    }
}
