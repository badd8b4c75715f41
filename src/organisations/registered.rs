//! The organisations of the register by their ids: whom a text may belong to, beside the centres.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::store::organisation;

/// Slug and name of now, by id.
#[derive(Clone, Debug, Default)]
pub struct Registered(BTreeMap<Uuid, (String, String)>);

impl Registered {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let known = organisation::Entity::find().filter(organisation::Column::Id.is_not_null());
        let rows = known.all(db).await?.into_iter();
        Ok(Self(rows.filter_map(|row| Some((row.id?, (row.slug, row.name)))).collect()))
    }

    /// Slug and name.
    pub fn get(&self, id: Uuid) -> Option<(&str, &str)> {
        self.0.get(&id).map(|(slug, name)| (slug.as_str(), name.as_str()))
    }

    /// Slug and name of each.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.values().map(|(slug, name)| (slug.as_str(), name.as_str()))
    }

    pub fn by_slug(&self, slug: &str) -> Option<Uuid> {
        self.0.iter().find(|(_, (its, _))| its == slug).map(|(id, _)| *id)
    }
}
