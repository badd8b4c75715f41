//! The rows of the network on a day, as open data gives them: the same for JSON and for CSV.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use time::Date;

use super::said;
use crate::centres::{self, Area, Centre, CentreFact, Host, Network, disagreements, disputed};
use crate::dates::Span;
use crate::statements::Statement;
use crate::web::spreadsheet::as_text;

/// A table: its columns, and rows by column. A list is a list in JSON, and has `;` between in CSV.
pub struct Table {
    pub columns: &'static [&'static str],
    pub rows: Vec<Map<String, Value>>,
}

fn row(columns: &[&str], values: Vec<Value>) -> Map<String, Value> {
    columns.iter().map(|name| (*name).to_owned()).zip(values).collect()
}

fn ends(span: Span) -> [Value; 2] {
    [span.from(), span.to()].map(|end| end.map_or(Value::Null, |date| String::from(date).into()))
}

const COUNTIES: &[&str] = &["code", "name", "valid_from", "valid_to", "municipalities"];

pub fn counties(network: &Network, day: Date) -> Table {
    let rows = network.places.counties().on(day).map(|county| {
        let [from, to] = ends(county.span());
        let count = network.of_county(&county.code, day).len();
        row(COUNTIES, vec![json!(county.code), json!(county.name), from, to, json!(count)])
    });
    Table { columns: COUNTIES, rows: rows.collect() }
}

const MUNICIPALITIES: &[&str] = &[
    "code",
    "name",
    "county",
    "county_name",
    "valid_from",
    "valid_to",
    "centres",
    "possible_centres",
];

pub fn municipalities(network: &Network, day: Date) -> Table {
    let serving = network.serving(day);
    let rows = network.places.on(day).map(|municipality| {
        let [from, to] = ends(municipality.span());
        let county = network.places.county_on(municipality, day);
        let slugs = |centres: &mut dyn Iterator<Item = &Centre>| -> Vec<String> {
            centres.map(|centre| centre.slug.clone()).collect()
        };
        let values = vec![
            json!(municipality.code),
            json!(municipality.name),
            json!(municipality.county()),
            json!(county.map(|county| &county.name)),
            from,
            to,
            json!(slugs(&mut serving.of(&municipality.code))),
            json!(slugs(&mut serving.maybe(municipality.county()))),
        ];
        row(MUNICIPALITIES, values)
    });
    Table { columns: MUNICIPALITIES, rows: rows.collect() }
}

const ORGANISATIONS: &[&str] = &[
    "slug",
    "name",
    "kind",
    "orgnr",
    "municipality",
    "part_of",
    "valid_from",
    "valid_to",
    "id",
    "part_of_municipality",
    "part_of_municipality_then",
];

pub fn organisations(network: &Network, day: Date) -> Table {
    let on = network.organisations.iter().filter(|organisation| organisation.valid.contains(day));
    let rows = on.map(|organisation| {
        let [from, to] = ends(organisation.valid);
        let of = network.organisations.municipality_of(organisation, &network.places, day);
        let values = vec![
            json!(organisation.slug),
            json!(organisation.name_on(day)),
            json!(organisation.kind.name()),
            json!(organisation.number().map(|number| number.as_str().to_owned())),
            json!(organisation.seat_on(day)),
            json!(organisation.part_of_on(day)),
            from,
            to,
            json!(organisation.id),
            json!(of.and_then(|of| of.now).map(|now| &now.code)),
            json!(of.map(|of| of.code)),
        ];
        row(ORGANISATIONS, values)
    });
    Table { columns: ORGANISATIONS, rows: rows.collect() }
}

const CENTRES: &[&str] = &[
    "slug",
    "name",
    "short_name",
    "kind",
    "valid_from",
    "valid_to",
    "certain",
    "counties",
    "counties_then",
    "area",
    "hosts",
    "host_codes",
    "host_codes_then",
    "satellites",
    "satellite_codes",
    "satellite_codes_then",
    "disputed",
    "predecessors",
    "successors",
    "sources",
];

pub fn of_centres(network: &Network, day: Date) -> Table {
    let rows = network.on(day).map(|centre| self::centre(network, centre, day));
    Table { columns: CENTRES, rows: rows.collect() }
}

fn centre(network: &Network, centre: &Centre, day: Date) -> Map<String, Value> {
    let [from, to] = ends(centre.valid);
    let on = |s: &Statement<CentreFact>| s.valid.contains(day);
    let (mut counties, mut area) = (Vec::new(), Vec::new());
    for (its, _) in centre.areas().filter(|(_, s)| on(s)) {
        match its {
            Area::County(code) => counties.push(code.clone()),
            Area::Municipalities(codes) => area.extend(codes.iter().cloned()),
            Area::Of { organisation, .. } => {
                area.push(network.organisations.name_on(organisation, day).to_owned());
            }
            Area::Population(text, county) => {
                area.push(text.clone());
                counties.extend(county.clone());
            }
        }
    }
    let hosts: Vec<_> = centre.hosts().filter(|(_, s)| on(s)).collect();
    let satellites: Vec<_> = centre.satellites().filter(|(_, s)| on(s)).collect();
    let names = |all: &[(&Host, &Statement<CentreFact>)]| -> Vec<String> {
        all.iter().map(|(host, s)| network.host_name(host, s.valid)).collect()
    };
    let codes = |all: &[(&Host, &Statement<CentreFact>)]| -> Vec<String> {
        let on_day = |(host, s): &(&Host, &Statement<CentreFact>)| {
            let there = network.host_on(host, s.valid, day);
            there.map_or_else(|| host.municipality.clone(), |there| there.code.clone())
        };
        all.iter().map(on_day).collect()
    };
    let then = |all: &[(&Host, &Statement<CentreFact>)]| -> Vec<String> {
        all.iter().map(|(host, _)| host.municipality.clone()).collect()
    };
    let disputed: Vec<&str> =
        disagreements(centre, day).into_iter().map(|(what, _)| what).collect();
    let successors: Vec<&str> = network.successors(&centre.slug).map(|c| c.slug.as_str()).collect();
    let values = vec![
        json!(centre.slug),
        json!(centre.name_on(day)),
        json!(centre.short_on(day)),
        json!(centre.kind.name()),
        from,
        to,
        json!(centre.is_surely_on(day)),
        json!(on_the_day(network, &counties, day)),
        json!(counties),
        json!(area),
        json!(names(&hosts)),
        json!(codes(&hosts)),
        json!(then(&hosts)),
        json!(names(&satellites)),
        json!(codes(&satellites)),
        json!(then(&satellites)),
        json!(disputed),
        json!(centre.predecessors()),
        json!(successors),
        json!(sources(centre, day)),
    ];
    let mut row = row(CENTRES, values);
    // A table has no room for who says what: that is in JSON alone.
    row.insert("statements".to_owned(), json!(statements(network, centre, day)));
    row
}

/// The codes of the day for those that the sources give.
fn on_the_day<'a>(network: &'a Network, counties: &'a [String], day: Date) -> BTreeSet<&'a str> {
    counties.iter().flat_map(|code| network.counties_on(code, day)).collect()
}

/// What holds that day, as it is written in the exchange format, with who says so.
fn statements(network: &Network, centre: &Centre, day: Date) -> Vec<Value> {
    let open = centre.on(day).filter(|s| !matches!(s.fact, CentreFact::Contact { .. }));
    let told = |statement: &Statement<CentreFact>| {
        let mut value = statement.raw().to_json(&centres::LISTS);
        if let Some(object) = value.as_object_mut() {
            // Here it is fetched, not read from a folder.
            let file = statement.fact.paper().and_then(|paper| network.file(paper.file?));
            if let Some(file) = file {
                object.insert("file".to_owned(), json!(said::file_address(file)));
            }
            object.insert("disputed".to_owned(), json!(disputed(centre, statement, day)));
        }
        value
    };
    open.map(told).collect()
}

/// Who says what holds that day: in words, with the file or page.
fn sources(centre: &Centre, day: Date) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for statement in centre.on(day) {
        let source = &statement.source;
        let told = match &source.reference {
            Some(reference) => format!("{} [{reference}]", source.title),
            None => source.title.clone(),
        };
        if !sources.contains(&told) {
            sources.push(told);
        }
    }
    sources
}

impl Table {
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.columns)?;
        for row in &self.rows {
            writer.write_record(self.columns.iter().map(|name| cell(row.get(*name))))?;
        }
        Ok(writer.into_inner().unwrap_or_default())
    }
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => as_text(text),
        Some(Value::Array(list)) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            as_text(&texts.join("; "))
        }
        Some(other) => other.to_string(),
    }
}
