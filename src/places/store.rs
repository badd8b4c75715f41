//! The tables of places. Private to this room.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PrimaryKeyTrait, QueryOrder};

use super::{County, EDITION, Municipality, Places, Succession};
use crate::clock::Clock;
use crate::db;

pub mod county {
    use sea_orm::entity::prelude::*;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "county")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub code: String,
        pub name: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod municipality {
    use sea_orm::entity::prelude::*;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "municipality")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub code: String,
        pub name: String,
        pub county: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod succession {
    use sea_orm::entity::prelude::*;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "succession")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub changed: Date,
        pub old_code: String,
        pub new_code: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub async fn places(db: &impl ConnectionTrait) -> Result<Places, DbErr> {
    let counties = county::Entity::find().order_by_asc(county::Column::Code).all(db).await?;
    let county = |row: county::Model| County {
        code: row.code,
        name: row.name,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
    };
    let municipalities = municipality::Entity::find().all(db).await?;
    let municipality = |row: municipality::Model| Municipality {
        code: row.code,
        name: row.name,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
    };
    let changes = succession::Entity::find().all(db).await?;
    let change = |row: succession::Model| Succession {
        day: row.changed,
        old: row.old_code,
        new: row.new_code,
    };
    Ok(Places::new(
        counties.into_iter().map(county).collect(),
        municipalities.into_iter().map(municipality).collect(),
        changes.into_iter().map(change).collect(),
    ))
}

/// Writes the whole register anew, in the caller's transaction.
pub async fn replace(
    db: &impl ConnectionTrait,
    clock: &Clock,
    places: &Places,
) -> Result<(), DbErr> {
    db::begin_edition(db, clock, EDITION).await?;
    county::Entity::delete_many().exec(db).await?;
    municipality::Entity::delete_many().exec(db).await?;
    succession::Entity::delete_many().exec(db).await?;
    let county = |county: &County| county::Model {
        id: clock.new_id(),
        code: county.code.clone(),
        name: county.name.clone(),
        valid_from: county.valid_from,
        valid_to: county.valid_to,
    };
    let municipality = |municipality: &Municipality| municipality::Model {
        id: clock.new_id(),
        code: municipality.code.clone(),
        name: municipality.name.clone(),
        county: municipality.county().to_owned(),
        valid_from: municipality.valid_from,
        valid_to: municipality.valid_to,
    };
    let change = |change: &Succession| succession::Model {
        id: clock.new_id(),
        changed: change.day,
        old_code: change.old.clone(),
        new_code: change.new.clone(),
    };
    let counties: Vec<_> = places.counties().iter().map(county).collect();
    insert::<county::Entity, _>(db, &counties).await?;
    let municipalities: Vec<_> = places.municipalities().iter().map(municipality).collect();
    insert::<municipality::Entity, _>(db, &municipalities).await?;
    let changes: Vec<_> = places.changes().iter().map(change).collect();
    insert::<succession::Entity, _>(db, &changes).await?;
    let content = format!("{:?}", (places.counties(), places.municipalities(), places.changes()));
    db::set_edition(db, EDITION, crate::files::digest(content.as_bytes())).await
}

/// Both engines limit how many values one statement may carry.
async fn insert<E, M>(db: &impl ConnectionTrait, rows: &[M]) -> Result<(), DbErr>
where
    E: EntityTrait<Model = M>,
    M: Clone + IntoActiveModel<E::ActiveModel> + Sync,
    <E::PrimaryKey as PrimaryKeyTrait>::ValueType: Send,
{
    for some in rows.chunks(500) {
        let some = some.iter().cloned().map(IntoActiveModel::into_active_model);
        E::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}
