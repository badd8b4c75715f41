//! The tables of centres. Private to this room.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel};
use time::Date;
use uuid::Uuid;

use super::{Area, Centre, Network};
use crate::clock::Clock;
use crate::db::{self, DbErr};
use crate::organisations::{self, StatedOrganisations};
use crate::statements::{self, Raw};

/// Says which edition of the network the database holds; see [`db::CachedEdition`].
pub const EDITION: &str = "network.content";

/// The register's name in the table of statements.
pub const REGISTER: &str = "centre";

pub mod centre {
    use sea_orm::entity::prelude::*;

    /// What items point at. All but `id` and `slug` is drawn from the statements.
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

pub type Centres = BTreeMap<String, (Uuid, Vec<Raw>)>;

/// All that is stored, as it was written.
pub async fn raws(db: &impl ConnectionTrait) -> Result<(StatedOrganisations, Centres), DbErr> {
    let organisations = organisations::said(db).await?;
    let said = statements::all(db, REGISTER).await?;
    let ids = ids(db).await?;
    let with_id = |(slug, raws)| ids.get(&slug).map(|id| (slug, (*id, raws)));
    Ok((organisations, said.into_iter().filter_map(with_id).collect()))
}

/// The centres that items may point at, by address.
pub async fn ids(db: &impl ConnectionTrait) -> Result<BTreeMap<String, Uuid>, DbErr> {
    let rows = centre::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.id)).collect())
}

/// Writes the rows that items point at, for the centres named, as the network has them now.
pub async fn put_rows(
    db: &impl ConnectionTrait,
    network: &Network,
    slugs: &BTreeSet<String>,
) -> Result<(), DbErr> {
    let known: BTreeSet<Uuid> = ids(db).await?.into_values().collect();
    for centre in slugs.iter().filter_map(|slug| network.centre(slug)) {
        let row = row(network, centre);
        if known.contains(&row.id) {
            let mut active = row.clone().into_active_model().reset_all();
            active.id = Set(row.id);
            centre::Entity::update(active).exec(db).await?;
        } else {
            centre::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
        }
    }
    Ok(())
}

fn row(network: &Network, centre: &Centre) -> centre::Model {
    let newest = Date::MAX;
    let county = centre.areas().find_map(|(area, _)| match area {
        Area::County(code) => Some(network.places.counties().name(code).to_owned()),
        _ => None,
    });
    let area = centre.areas().find_map(|(area, _)| match area {
        Area::Of { organisation, .. } => {
            Some(network.organisations.name_on(organisation, newest).to_owned())
        }
        Area::Population(text, _) => Some(text.clone()),
        Area::County(_) | Area::Municipalities(_) => None,
    });
    let first = centre.statements.first();
    centre::Model {
        id: centre.id,
        slug: centre.slug.clone(),
        kind: centre.kind.name().to_owned(),
        name: centre.name_on(newest).to_owned(),
        short_name: centre.short_on(newest).to_owned(),
        county,
        area,
        valid_from: centre.valid.from().map(String::from).unwrap_or_default(),
        valid_to: centre.valid.to().map(String::from),
        source: first.map(|first| first.source.title.clone()).unwrap_or_default(),
        note: first.and_then(|first| first.note.clone()),
    }
}

/// The first thing in a transaction that writes the network.
pub async fn begin_edition(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    db::begin_edition(db, clock, EDITION).await
}

/// Another edition: what anybody keeps in memory is out of date.
pub async fn new_edition(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    db::set_edition(db, EDITION, clock.new_id().to_string()).await
}
