//! The small registers that items are filed by, read once for a page: their names come from here.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::DbErr;

use crate::centres::{self, Centres};
use crate::db::{CachedEdition, Reads};
use crate::organisations::OldSlugs;
use crate::places::{self, Counties, Places};
use crate::themes::{self, Themes};

/// What they are read from, as [`CachedEdition`] asks for it.
pub(super) const EDITIONS: [&str; 3] = [places::EDITION, themes::EDITION, centres::EDITION];

/// Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    pub themes: Arc<Themes>,
    pub places: Arc<Places>,
    pub counties: Arc<Counties>,
    pub centres: Arc<Centres>,
    /// Those that the address of the page names.
    pub organisations: BTreeMap<String, String>,
    /// Slugs in the address of the page that lead to others.
    pub old_slugs: OldSlugs,
}

impl Registers {
    pub async fn load(db: &impl Reads) -> Result<Self, DbErr> {
        static KEPT: CachedEdition<Registers> = CachedEdition::new();
        let kept = KEPT.get(db, &EDITIONS, || async move {
            let places = Places::load(db).await?;
            Ok(Self {
                themes: Themes::load(db).await?,
                counties: Arc::new(places.counties().clone()),
                places,
                centres: Centres::load(db).await?,
                organisations: BTreeMap::new(),
                old_slugs: OldSlugs::default(),
            })
        });
        Ok(Self::clone(&*kept.await?))
    }
}
