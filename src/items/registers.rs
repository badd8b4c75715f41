//! The small registers that items are filed by, read once for a page: their names come from here.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr};

use crate::centres::Centres;
use crate::organisations::OldSlugs;
use crate::places::{Counties, Places};
use crate::themes::Themes;

#[derive(Clone, Debug, Default)]
pub struct Registers {
    pub themes: Themes,
    pub places: Arc<Places>,
    pub counties: Counties,
    pub centres: Centres,
    /// Those that the address of the page names.
    pub organisations: BTreeMap<String, String>,
    /// Slugs in the address of the page that lead to others.
    pub old_slugs: OldSlugs,
}

impl Registers {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let places = Places::load(db).await?;
        Ok(Self {
            themes: Themes::load(db).await?,
            counties: places.counties().clone(),
            places,
            centres: Centres::load(db).await?,
            organisations: BTreeMap::new(),
            old_slugs: OldSlugs::default(),
        })
    }
}
