//! The small registers that items are filed by, read once for a page: their names come from here.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::DbErr;
use uuid::Uuid;

use crate::centres::{self, Centres, centre};
use crate::db::{CachedEdition, Reads};
use crate::organisations::{OldSlugs, Registered};
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
    pub registered: Arc<Registered>,
    /// Those that the address of the page names.
    pub organisations: BTreeMap<String, String>,
    /// Slugs in the address of the page that lead to others.
    pub old_slugs: OldSlugs,
}

/// Whom an item belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Owner<'a> {
    Centre(&'a centre::Model),
    /// An organisation of the register: a municipality, a unit.
    Organisation {
        slug: &'a str,
        name: &'a str,
    },
}

impl<'a> Owner<'a> {
    pub fn name(self) -> &'a str {
        match self {
            Self::Centre(centre) => &centre.name,
            Self::Organisation { name, .. } => name,
        }
    }

    pub fn short_name(self) -> &'a str {
        match self {
            Self::Centre(centre) => &centre.short_name,
            Self::Organisation { name, .. } => name,
        }
    }

    pub fn slug(self) -> &'a str {
        match self {
            Self::Centre(centre) => &centre.slug,
            Self::Organisation { slug, .. } => slug,
        }
    }

    pub fn centre(self) -> Option<&'a centre::Model> {
        match self {
            Self::Centre(centre) => Some(centre),
            Self::Organisation { .. } => None,
        }
    }
}

impl Registers {
    /// The centre or the organisation behind the id that an item has of its owner.
    pub fn owner(&self, id: Option<Uuid>) -> Option<Owner<'_>> {
        let id = id?;
        let centre = self.centres.by_id(id).map(Owner::Centre);
        let organisation = || self.registered.get(id);
        centre.or_else(|| organisation().map(|(slug, name)| Owner::Organisation { slug, name }))
    }

    /// Nothing has been written in any of them since those were read.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.places, &other.places)
            && Arc::ptr_eq(&self.themes, &other.themes)
            && Arc::ptr_eq(&self.centres, &other.centres)
            && Arc::ptr_eq(&self.registered, &other.registered)
    }

    /// The id of an owner by its slug.
    pub fn owner_of(&self, slug: &str) -> Option<Uuid> {
        let centre = self.centres.get(slug).map(|centre| centre.id);
        centre.or_else(|| self.registered.by_slug(slug))
    }

    pub async fn load(db: &impl Reads) -> Result<Self, DbErr> {
        static KEPT: CachedEdition<Registers> = CachedEdition::new();
        let kept = KEPT.get(db, &EDITIONS, || async move {
            let places = Places::load(db).await?;
            Ok(Self {
                themes: Themes::load(db).await?,
                counties: Arc::new(places.counties().clone()),
                places,
                centres: Centres::load(db).await?,
                registered: Arc::new(Registered::load(db).await?),
                organisations: BTreeMap::new(),
                old_slugs: OldSlugs::default(),
            })
        });
        Ok(Self::clone(&*kept.await?))
    }
}
