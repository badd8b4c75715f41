//! The small registers that names on a page come from, read once for a page.

use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::{ConnectionTrait, DbErr};

use crate::centres::Centres;
use crate::i18n::{Text, Words};
use crate::places::{Counties, Places};
use crate::themes::{Now, Themes};
use crate::web::Query;

use super::kind::{Filter, Order};

#[derive(Clone, Debug, Default)]
pub struct Registers {
    pub themes: Themes,
    pub places: Arc<Places>,
    pub counties: Counties,
    pub centres: Centres,
    /// Those that the address of the page names.
    pub organisations: BTreeMap<String, String>,
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
        })
    }

    /// The parameters with themes as they are called now, when they name one that is no more.
    pub fn themes_now(&self, query: &Query) -> Option<Query> {
        let mut now = query.clone();
        for slug in query.all(THEME.parameter) {
            match self.themes.now(slug) {
                Now::Moved(theme) => {
                    now = now.without(THEME.parameter, slug).and(THEME.parameter, &theme.slug);
                }
                Now::Retired => now = now.without(THEME.parameter, slug),
                Now::Here(_) | Now::Unknown => {}
            }
        }
        (now != *query).then_some(now)
    }
}

/// Filters that every kind shares.
pub const THEME: Filter = Filter {
    facet: "theme",
    parameter: "tema",
    heading: "library-filter-theme",
    order: Order::Themes,
    open: true,
    label: |registers, slug, t| registers.themes.get(slug).map(|theme| theme.said(t)),
};

pub const COUNTY: Filter = Filter {
    facet: "county",
    parameter: "fylke",
    heading: "library-filter-county",
    order: Order::Label,
    open: false,
    label: |registers, code, t| {
        let known = registers.counties.get(code);
        known.map(|_| Words::name(t.lang, registers.counties.label(code, t), t.lang))
    },
};

/// Reached from a municipality's page; there are far too many to offer.
pub const MUNICIPALITY: Filter = Filter {
    facet: "municipality",
    parameter: "kommune",
    heading: "library-filter-municipality",
    order: Order::ChosenOnly,
    open: false,
    label: |registers, code, t| {
        let known = registers.places.newest(code);
        known.map(|municipality| Words::name(t.lang, &municipality.name, t.lang))
    },
};

pub const CENTRE: Filter = Filter {
    facet: "centre",
    parameter: "senter",
    heading: "library-filter-centre",
    order: Order::Label,
    open: false,
    label: |registers, slug, t: Text| {
        let known = registers.centres.get(slug);
        known.map(|centre| Words::name(t.lang, &centre.short_name, t.lang))
    },
};

pub const YEAR: Filter = Filter {
    facet: "year",
    parameter: "aar",
    heading: "library-filter-year",
    order: Order::Falling,
    open: false,
    label: |_, year, t: Text| {
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        is_year.then(|| Words::name(t.lang, year, t.lang))
    },
};
