//! A county on a map: its municipalities as links, one of them marked where it is the page's own.

use super::country::{municipality, municipality_name};
use super::said::Teller;
use crate::centres::MunicipalityAsOf;
use crate::maps::{self, Extent, GroupKind, Map, MapGroup};

/// The municipalities of today that were in the county on the teller's day; nothing when none were.
pub fn county(
    teller: Teller<'_>,
    rows: &[MunicipalityAsOf<'_>],
    code: &str,
    name: &str,
) -> Option<String> {
    let title = teller.t.plain_with("atlas-map-of-county", "name", name);
    draw(teller, rows, code, &title, |_| false)
}

/// The county of a municipality with that one marked.
pub fn of_municipality(
    teller: Teller<'_>,
    rows: &[MunicipalityAsOf<'_>],
    code: &str,
    name: &str,
) -> Option<String> {
    let is_here = |row: &MunicipalityAsOf<'_>| row.was.iter().any(|then| then.code == code);
    let county = rows.iter().find(|row| is_here(row))?.county?;
    let title = teller.t.plain_with2(
        "atlas-map-of-municipality",
        "name",
        name,
        "county",
        county.name.as_str(),
    );
    draw(teller, rows, &county.code, &title, is_here)
}

fn draw(
    teller: Teller<'_>,
    rows: &[MunicipalityAsOf<'_>],
    county: &str,
    title: &str,
    is_here: impl Fn(&MunicipalityAsOf<'_>) -> bool,
) -> Option<String> {
    let of_county =
        |row: &&MunicipalityAsOf<'_>| row.county.is_some_and(|found| found.code == county);
    let mut its: Vec<&MunicipalityAsOf<'_>> = rows.iter().filter(of_county).collect();
    teller.t.sort_by_key(&mut its, |row| row.name);
    let group = |row: &&MunicipalityAsOf<'_>| {
        let centres: Vec<&str> = row.centres.iter().map(|c| c.short_on(teller.day)).collect();
        MapGroup {
            name: row.name.to_owned(),
            about: centres.join(", "),
            href: municipality(teller, row).href,
            kind: if is_here(row) { GroupKind::Here } else { GroupKind::Ordinary },
            places: vec![maps::MapMunicipality {
                code: row.code.to_owned(),
                name: municipality_name(teller.t, row),
            }],
        }
    };
    let groups: Vec<MapGroup> = its.iter().map(group).collect();
    if groups.is_empty() {
        return None;
    }
    let map = Map {
        id: "kart",
        title,
        extent: Extent::Groups,
        groups,
        marks: Vec::new(),
        meanings: Vec::new(),
    };
    Some(map.figure(teller.t))
}
