//! Development centres through time: what kind, where, for whom, who hosts them, according to whom.

mod change;
mod duties;
mod facts;
mod import;
mod incoming;
mod life;
mod network;
mod parties;
mod personal;
mod rules;
mod served;
mod store;
mod strike;
#[cfg(test)]
mod tests;
pub mod waiting;

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::db::{CachedEdition, DbErr, Reads};
use crate::i18n::Text;

pub use change::{
    Change, Refused, Sent, change, held_to_rules, mark, new_numbers, numbers_in, said_of,
};
pub use duties::{Finding, FindingKind, check, disagreements, disputed};
pub use facts::{Area, COLUMNS, CentreFact, Host, Kind, LISTS, Paper};
pub use import::{Done, broken_by, import, load_shipped, shipped_digest, take_in};
pub use incoming::{By, Incoming, columns, export, to_csv};
pub use life::Centre;
pub use network::{MunicipalityAsOf, Network};
pub use parties::Party;
pub use personal::{NAME as LIKE_A_NAME, of_person};
pub use served::Serving;
pub use store::{EDITION, REGISTER, centre};
pub use strike::{rewrite, strike_file};

/// The centres as items and lists name them, by slug.
#[derive(Clone, Debug, Default)]
pub struct Centres(BTreeMap<String, centre::Model>);

impl Centres {
    /// All of them: one small query while they are those that were read last.
    pub async fn load(db: &impl Reads) -> Result<Arc<Self>, DbErr> {
        static KEPT: CachedEdition<Centres> = CachedEdition::new();
        KEPT.get(db, &[EDITION], || async move {
            let rows = centre::Entity::find().all(db).await?;
            Ok(Self(rows.into_iter().map(|centre| (centre.slug.clone(), centre)).collect()))
        })
        .await
    }

    pub fn get(&self, slug: &str) -> Option<&centre::Model> {
        self.0.get(slug)
    }

    pub fn iter(&self) -> impl Iterator<Item = &centre::Model> {
        self.0.values()
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
            let is_now = c.kind == Kind::Development.name() && c.valid_to.is_none();
            is_now && area.is_some_and(|area| text.contains(area))
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
