//! What belongs under a theme and what does not: a note on its page, in the languages that it has.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

use super::{ThemeChange, ThemeNames, shipped};
use crate::clock::Clock;
use crate::i18n::{Lang, Words};

mod theme_note {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "theme_note")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub nb: Option<String>,
        pub nn: Option<String>,
        pub se: Option<String>,
        pub en: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The note of a theme; nothing in any language where it has none.
pub async fn of(db: &impl ConnectionTrait, slug: &str) -> Result<ThemeNames, DbErr> {
    let row = theme_note::Entity::find_by_id(slug).one(db).await?;
    let names = row.map(|row| ThemeNames { nb: row.nb, nn: row.nn, se: row.se, en: row.en });
    Ok(names.unwrap_or_default())
}

/// The note for a reader: in their language, else in bokmål, else in one that it has.
pub fn said(note: &ThemeNames, lang: Lang) -> Option<Words> {
    let ThemeNames { nb, nn, se, en } = note;
    let all = [(Lang::Nb, nb), (Lang::Nn, nn), (Lang::En, en), (Lang::Se, se)];
    let all = all.map(|(of, text)| (of, text.as_deref()));
    let own = all.iter().find(|(one, text)| *one == lang && text.is_some());
    let (of, text) = own.or_else(|| all.iter().find(|(_, text)| text.is_some()))?;
    (*text).map(|text| Words::name(lang, text, *of))
}

/// Writes the note of a theme in place of the one there was.
pub async fn put(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    slug: &str,
    note: ThemeNames,
) -> Result<(), DbErr> {
    use theme_note::Column::{En, Nb, Nn, Se, Slug};
    let ThemeNames { nb, nn, se, en } = note;
    let row = theme_note::Model { slug: slug.to_owned(), nb, nn, se, en };
    let there = OnConflict::column(Slug).update_columns([Nb, Nn, Se, En]).to_owned();
    theme_note::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(tx)
        .await?;
    shipped::new_edition(tx, clock).await
}

/// Notes were written in place: what is kept of them in memory is out of date.
pub async fn are_new(tx: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    shipped::new_edition(tx, clock).await
}

/// A note goes with its theme: to the slug that it gets, and away with it.
pub(super) async fn follow(db: &impl ConnectionTrait, change: &ThemeChange) -> Result<(), DbErr> {
    match change {
        ThemeChange::Rename { slug, to, .. } if slug != to => {
            theme_note::Entity::update_many()
                .col_expr(theme_note::Column::Slug, Expr::value(to))
                .filter(theme_note::Column::Slug.eq(slug))
                .exec(db)
                .await?;
        }
        ThemeChange::Merge { slug, .. } | ThemeChange::Retire { slug } => {
            theme_note::Entity::delete_by_id(slug).exec(db).await?;
        }
        _ => {}
    }
    Ok(())
}
