//! The name behind an address: whoever a project names gets one, known to the register or not.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};

pub mod organisation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What stands for an organisation in an address. Two spellings that differ in case, blanks or
/// dashes are one organisation.
pub fn slug_of(name: &str) -> String {
    slug::slugify(name)
}

/// Remembers the names, so that an address with the slug can say whom it is about.
pub async fn remember(db: &impl ConnectionTrait, names: &[String]) -> Result<(), DbErr> {
    let by_slug: BTreeMap<String, String> = names
        .iter()
        .map(|name| (slug_of(name), name.clone()))
        .filter(|(s, _)| !s.is_empty())
        .collect();
    if by_slug.is_empty() {
        return Ok(());
    }
    let rows = by_slug
        .into_iter()
        .map(|(slug, name)| organisation::Model { slug, name }.into_active_model());
    organisation::Entity::insert_many(rows)
        .on_conflict_do_nothing_on([organisation::Column::Slug])
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The names behind slugs from an address; those that are not known are left out.
pub async fn names(
    db: &impl ConnectionTrait,
    slugs: impl IntoIterator<Item = &String>,
) -> Result<BTreeMap<String, String>, DbErr> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Slug.is_in(slugs))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.name)).collect())
}
