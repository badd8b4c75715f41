//! Reads the register of centres that comes with the program: one row a statement of a source.

use super::{centre, host};
use crate::clock::Clock;
use crate::db::DbErr;

const SHIPPED: &str = include_str!("../../data/centres/centres.csv");

pub struct Entry {
    pub centre: centre::Model,
    pub hosts: Vec<host::Model>,
}

pub fn digest() -> String {
    crate::files::digest(SHIPPED.as_bytes())
}

#[derive(serde::Deserialize)]
struct Row {
    kind: String,
    county: String,
    area: String,
    hosts: String,
    unit: String,
    satellites: String,
    valid_from: String,
    valid_from_precision: String,
    valid_to: String,
    source: String,
    note: String,
}

pub fn read(clock: &Clock) -> Result<Vec<Entry>, DbErr> {
    let mut entries = Vec::new();
    for (n, row) in (0..).zip(csv::Reader::from_reader(SHIPPED.as_bytes()).deserialize()) {
        let row =
            row.map_err(|e| DbErr::Custom(format!("the shipped centres can't be read: {e}")))?;
        entries.push(entry(clock, n, row));
    }
    Ok(entries)
}

fn entry(clock: &Clock, n: i32, row: Row) -> Entry {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let (long, short) = match row.kind.as_str() {
        "undervisningssykehjem" => ("Undervisningssykehjemmet", "Undervisningssykehjem"),
        "undervisningshjemmetjeneste" => {
            ("Undervisningshjemmetjenesten", "Undervisningshjemmetjeneste")
        }
        _ => ("Utviklingssenter for sykehjem og hjemmetjenester", "USHT"),
    };
    // A population or a trust's area says more of a centre than the county that it is in.
    let place =
        if row.area.is_empty() || row.area.ends_with("bydel") { &row.county } else { &row.area };
    let place = place.clone();
    let slug = slug::slugify(format!("{short} {place}"));
    // What a source only says roughly is kept roughly: «2008~».
    let since = match row.valid_from_precision.as_str() {
        "circa" | "unknown" => format!("{}~", row.valid_from),
        _ => row.valid_from,
    };
    let of_role = |role: &str, names: &str, unit: Option<String>, first: i32| -> Vec<host::Model> {
        (first..)
            .zip(names.split(';').filter(|name| !name.is_empty()))
            .map(|(m, name)| host::Model {
                id: clock.new_id(),
                centre_id: uuid::Uuid::nil(),
                municipality: name.trim().to_owned(),
                unit: unit.clone(),
                role: role.to_owned(),
                valid_from: since.clone(),
                valid_to: some(row.valid_to.clone()),
                source: row.source.clone(),
                note: None,
                position: n * 100 + m,
            })
            .collect()
    };
    let unit =
        some(row.unit.clone()).or_else(|| some(row.area.clone()).filter(|a| a.ends_with("bydel")));
    let mut hosts = of_role("host", &row.hosts, unit, 0);
    hosts.extend(of_role("satellite", &row.satellites, None, 50));
    let centre = centre::Model {
        id: clock.new_id(),
        slug,
        kind: row.kind,
        name: format!("{long} {place}"),
        short_name: format!("{short} {place}"),
        county: some(row.county),
        area: some(row.area),
        valid_from: since,
        valid_to: some(row.valid_to),
        source: row.source,
        note: some(row.note),
    };
    Entry { centre, hosts }
}
