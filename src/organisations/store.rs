//! The tables of organisations: the name and the id behind each slug, and slugs that lead on.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use time::Date;
use uuid::Uuid;

use super::identity::free_id;
use super::{Identity, Organisations, REGISTER};
use crate::statements::{self, Raw};

pub mod organisation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub name: String,
        /// None of a name that a text mentions and nobody has said anything of: it may be two.
        pub id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod old_slug {
    use sea_orm::entity::prelude::*;

    /// A slug that an organisation has had: it leads to it for ever.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_old_slug")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub slug: String,
        pub organisation_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is said of organisations as it was written, by slug, with the id of each.
pub type StatedOrganisations = BTreeMap<String, (Uuid, Vec<Raw>)>;

/// All that is stored.
pub async fn said(db: &impl ConnectionTrait) -> Result<StatedOrganisations, DbErr> {
    let raws = statements::all(db, REGISTER).await?;
    let ids = ids(db).await?;
    let mut taken: BTreeSet<Uuid> = ids.values().copied().collect();
    let mut said = StatedOrganisations::new();
    for (slug, raws) in raws {
        // The program before this one writes rows without ids.
        let id = ids.get(&slug).copied().unwrap_or_else(|| free_id(&slug, &taken));
        taken.insert(id);
        said.insert(slug, (id, raws));
    }
    Ok(said)
}

async fn ids(db: &impl ConnectionTrait) -> Result<BTreeMap<String, Uuid>, DbErr> {
    let rows =
        organisation::Entity::find().filter(organisation::Column::Id.is_not_null()).all(db).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.slug, row.id?))).collect())
}

/// Every slug that leads on, with the organisation that it leads to.
pub async fn old_slugs(db: &impl ConnectionTrait) -> Result<BTreeMap<String, Uuid>, DbErr> {
    let rows = old_slug::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.organisation_id)).collect())
}

/// Gives every organisation of the register its row; those in `anew` get the name that they have now.
pub async fn put_rows(
    db: &impl ConnectionTrait,
    all: &Organisations,
    anew: &BTreeSet<String>,
) -> Result<(), DbErr> {
    let rows = organisation::Entity::find().all(db).await?;
    let known: BTreeMap<String, organisation::Model> =
        rows.into_iter().map(|row| (row.slug.clone(), row)).collect();
    for organisation in all.iter() {
        let (slug, name) = (organisation.slug.clone(), organisation.name_on(Date::MAX).to_owned());
        let (old, id) = (known.get(&slug), Some(organisation.id));
        let name = match old {
            Some(old) if !anew.contains(&slug) => old.name.clone(),
            _ => name,
        };
        let row = organisation::Model { slug, name, id };
        match old {
            Some(old) if *old == row => {}
            Some(_) => {
                let row = row.into_active_model().reset_all();
                organisation::Entity::update(row).exec(db).await?;
            }
            None => {
                let row = row.into_active_model();
                organisation::Entity::insert(row).exec_without_returning(db).await?;
            }
        }
    }
    Ok(())
}

/// Gives an organisation the slug that it is placed under; the one that it had leads on.
pub async fn rename(db: &impl ConnectionTrait, placed: &Identity, had: &str) -> Result<(), DbErr> {
    let Identity { id, slug, .. } = placed;
    statements::rename(db, REGISTER, had, slug).await?;
    // A name that texts have mentioned gives way to the organisation that it is now.
    organisation::Entity::delete_by_id(slug).exec(db).await?;
    let moved = organisation::Entity::update_many()
        .col_expr(organisation::Column::Slug, Expr::value(slug))
        .col_expr(organisation::Column::Id, Expr::value(*id))
        .filter(organisation::Column::Slug.eq(had))
        .exec(db)
        .await?;
    if moved.rows_affected == 0 {
        let row = organisation::Model { slug: slug.clone(), name: slug.clone(), id: Some(*id) };
        organisation::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    }
    old_slug::Entity::delete_many()
        .filter(old_slug::Column::Slug.is_in([slug.as_str(), had]))
        .exec(db)
        .await?;
    let row = old_slug::Model { slug: had.to_owned(), organisation_id: *id };
    old_slug::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Has slugs lead to an organisation that has its row. A name that texts have mentioned gives way.
pub async fn lead(db: &impl ConnectionTrait, placed: &Identity) -> Result<(), DbErr> {
    for slug in &placed.led_from {
        organisation::Entity::delete_many()
            .filter(organisation::Column::Slug.eq(slug))
            .filter(organisation::Column::Id.is_null())
            .exec(db)
            .await?;
        let row = old_slug::Model { slug: slug.clone(), organisation_id: placed.id };
        old_slug::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}
