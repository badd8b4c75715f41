//! Development centres: what kind, where, who hosts them, since when and according to whom.

use std::collections::BTreeMap;

use sea_orm::ActiveModelTrait;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::clock::Clock;
use crate::db::DbErr;
use crate::i18n::Text;

mod shipped;

pub use shipped::digest as shipped_digest;

pub mod centre {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "centre")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub slug: String,
        pub kind: String,
        pub name: String,
        pub short_name: String,
        pub county: Option<String>,
        pub area: Option<String>,
        pub valid_from: String,
        pub valid_to: Option<String>,
        pub source: String,
        pub note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod host {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "centre_host")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub centre_id: Uuid,
        pub municipality: String,
        pub unit: Option<String>,
        /// `host` or `satellite`.
        pub role: String,
        pub valid_from: String,
        pub valid_to: Option<String>,
        pub source: String,
        pub note: Option<String>,
        pub position: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// All centres, by slug.
#[derive(Clone, Debug, Default)]
pub struct Centres(BTreeMap<String, centre::Model>);

impl Centres {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let rows = centre::Entity::find().all(db).await?;
        Ok(Self(rows.into_iter().map(|centre| (centre.slug.clone(), centre)).collect()))
    }

    pub fn get(&self, slug: &str) -> Option<&centre::Model> {
        self.0.get(slug)
    }

    pub fn by_id(&self, id: Uuid) -> Option<&centre::Model> {
        self.0.values().find(|centre| centre.id == id)
    }

    /// A centre's short name, or the slug itself for one that is not known.
    pub fn name<'a>(&'a self, slug: &'a str) -> &'a str {
        self.get(slug).map_or(slug, |centre| &centre.short_name)
    }

    /// The centre that a text speaks of: the one whose area it names, as «… Innlandet (Hedmark)».
    pub fn spoken_of(&self, text: &str) -> Option<&centre::Model> {
        let is_named = |c: &&centre::Model| {
            let area = c.area.as_deref().or(c.county.as_deref());
            c.kind == "utviklingssenter" && area.is_some_and(|area| text.contains(area))
        };
        // The longest name wins: «Vestfold og Telemark» is not «Vestfold».
        self.0.values().filter(is_named).max_by_key(|c| c.short_name.len())
    }

    pub fn sorted(&self, t: Text) -> Vec<&centre::Model> {
        let mut all: Vec<_> = self.0.values().collect();
        t.sort_by_key(&mut all, |centre| &centre.short_name);
        all
    }
}

/// Every host and satellite, in the order of the register.
pub async fn hosts(db: &impl ConnectionTrait) -> Result<Vec<host::Model>, DbErr> {
    host::Entity::find().order_by_asc(host::Column::Position).all(db).await
}

/// Writes the centres that come with the program. A centre keeps its id, for items point at it.
pub async fn load_shipped(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    for shipped::Entry { centre, hosts } in shipped::read(clock)? {
        let old =
            centre::Entity::find().filter(centre::Column::Slug.eq(&centre.slug)).one(db).await?;
        let id = old.as_ref().map_or(centre.id, |old| old.id);
        if old.is_some() {
            let mut row = centre.into_active_model().reset_all();
            row.id = Set(id);
            centre::Entity::update(row).exec(db).await?;
        } else {
            centre::Entity::insert(centre.into_active_model()).exec_without_returning(db).await?;
        }
        host::Entity::delete_many().filter(host::Column::CentreId.eq(id)).exec(db).await?;
        let hosts: Vec<_> = hosts
            .into_iter()
            .map(|host| host::Model { centre_id: id, ..host }.into_active_model())
            .collect();
        if !hosts.is_empty() {
            host::Entity::insert_many(hosts).exec_without_returning(db).await?;
        }
    }
    Ok(())
}
