//! What lists are narrowed by: a facet with its parameter, its heading and the names of its values.

use crate::i18n::{Text, Words};
use crate::items::Registers;

/// A facet as a list offers it.
pub struct Filter {
    pub facet: &'static str,
    /// The parameter in the address.
    pub parameter: &'static str,
    pub heading: &'static str,
    pub order: Order,
    /// Shown unfolded.
    pub open: bool,
    /// Search narrows by it too, across all kinds: in the API under the name of the facet.
    pub searched: bool,
    /// The name of a value; `None` for a value that does not exist.
    pub label: fn(&Registers, &str, Text) -> Option<Words>,
}

pub enum Order {
    /// By the Norwegian alphabet.
    Label,
    /// Themes: the upper level; the parts of one under it when it is chosen.
    Themes,
    /// As listed here.
    Fixed(&'static [&'static str]),
    /// The largest first, as years.
    Falling,
    /// Too many values to offer: only what is chosen shows.
    ChosenOnly,
}

/// The parameter of a list that is narrowed to an organisation.
pub const ORGANISATION: &str = "organisasjon";

/// Filters that every kind shares.
pub const THEME: Filter = Filter {
    facet: "theme",
    parameter: "tema",
    heading: "library-filter-theme",
    order: Order::Themes,
    open: true,
    searched: true,
    label: |registers, slug, t| registers.themes.get(slug).map(|theme| theme.said(t)),
};

pub const COUNTY: Filter = Filter {
    facet: "county",
    parameter: "fylke",
    heading: "library-filter-county",
    order: Order::Label,
    open: false,
    searched: true,
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
    searched: false,
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
    searched: false,
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
    searched: false,
    label: |_, year, t: Text| {
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        is_year.then(|| Words::name(t.lang, year, t.lang))
    },
};
