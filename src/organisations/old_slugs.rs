//! Slugs that organisations no longer have: each leads to the one that its organisation has now.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, Select,
};

use super::store::{old_slug, organisation};
use crate::statements::Raw;

/// The fields of statements that name organisations, in every register.
const NAMING: [&str; 2] = ["organisation", "with"];

/// The slug of now behind each that is no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldSlugs(BTreeMap<String, String>);

impl OldSlugs {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        Self::read(db, old_slug::Entity::find()).await
    }

    /// Of these, those that lead on.
    pub async fn among(
        db: &impl ConnectionTrait,
        slugs: impl IntoIterator<Item = &String>,
    ) -> Result<Self, DbErr> {
        let those = old_slug::Entity::find().filter(old_slug::Column::Slug.is_in(slugs));
        Self::read(db, those).await
    }

    async fn read(
        db: &impl ConnectionTrait,
        those: Select<old_slug::Entity>,
    ) -> Result<Self, DbErr> {
        let of = old_slug::Entity::belongs_to(organisation::Entity)
            .from(old_slug::Column::OrganisationId)
            .to(organisation::Column::Id);
        let rows: Vec<(String, String)> = those
            .select_only()
            .column_as(old_slug::Column::Slug, "old")
            .column_as(organisation::Column::Slug, "now")
            .join(JoinType::InnerJoin, of.into())
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self(rows.into_iter().collect()))
    }

    /// The slug of now, when this one is no more.
    pub fn get(&self, slug: &str) -> Option<&str> {
        self.0.get(slug).map(String::as_str)
    }

    /// The slug of now, or the slug itself.
    pub fn now<'a>(&'a self, slug: &'a str) -> &'a str {
        self.get(slug).unwrap_or(slug)
    }

    /// After an organisation got another slug: also what led to the one that it had leads there.
    pub fn renamed(&mut self, from: &str, to: &str) {
        for now in self.0.values_mut().filter(|now| *now == from) {
            to.clone_into(now);
        }
        self.0.insert(from.to_owned(), to.to_owned());
        self.0.remove(to);
    }

    /// From now on it leads to the slug of now.
    pub fn lead(&mut self, old: &str, now: &str) {
        self.0.insert(old.to_owned(), now.to_owned());
    }

    /// The statement with the slugs of now; tells whether it had another.
    pub fn follow(&self, raw: &mut Raw) -> bool {
        let mut changed = false;
        for field in NAMING {
            let old = raw.fields.get(field);
            let slugs = old.split(';').map(str::trim);
            if !slugs.clone().any(|slug| self.get(slug).is_some()) {
                continue;
            }
            let now: Vec<&str> = slugs.map(|slug| self.now(slug)).collect();
            raw.fields.set(field, now.join(";"));
            changed = true;
        }
        changed
    }
}

/// Every slug that leads on, to ask for what stands under one.
pub fn are_old() -> SelectStatement {
    Query::select().column(old_slug::Column::Slug).from(old_slug::Entity).to_owned()
}
