//! The projection against published points, the shipped borders, and what a map holds.

use std::collections::BTreeMap;

use super::plane::{Plane, UTM_33};
use super::shapes::{Bounds, is_inside};
use super::*;
use crate::i18n::{Lang, Text};

const COUNTIES: [(&str, &str); 15] = [
    ("03", "Oslo"),
    ("11", "Rogaland"),
    ("15", "Møre og Romsdal"),
    ("18", "Nordland"),
    ("31", "Østfold"),
    ("32", "Akershus"),
    ("33", "Buskerud"),
    ("34", "Innlandet"),
    ("39", "Vestfold"),
    ("40", "Telemark"),
    ("42", "Agder"),
    ("46", "Vestland"),
    ("50", "Trøndelag"),
    ("55", "Troms"),
    ("56", "Finnmark"),
];

fn group(name: &str, codes: impl Iterator<Item = &'static str>) -> MapGroup {
    let place =
        |code: &str| MapMunicipality { code: code.to_owned(), name: format!("kommune {code}") };
    MapGroup {
        name: name.to_owned(),
        about: "om fylket".to_owned(),
        href: Some(format!("/nb/fylker/{name}")),
        kind: GroupKind::Ordinary,
        places: codes.map(place).collect(),
    }
}

fn counties() -> Map<'static> {
    let of =
        |county: &'static str| codes().into_iter().filter(move |code| code.starts_with(county));
    Map {
        id: "kart",
        title: "Fylkene",
        extent: Extent::Country,
        groups: COUNTIES.iter().map(|(code, name)| group(name, of(code))).collect(),
        marks: vec![MapMarker {
            code: "4601".into(),
            name: "Bergen".into(),
            form: MarkerShape::Ring,
        }],
        meanings: vec![(MarkerShape::Ring, "Vertskommune".into())],
    }
}

/// Each municipality of a county as a group of its own.
fn one_county(county: &str) -> Map<'static> {
    let codes = codes().into_iter().filter(|code| code.starts_with(county));
    Map {
        id: "fylke",
        title: "Kommunene",
        extent: Extent::Groups,
        groups: codes.map(|code| group(code, std::iter::once(code))).collect(),
        marks: Vec::new(),
        meanings: Vec::new(),
    }
}

/// EPSG Guidance Note 7-2 (Geomatics 373-7-2), the example for Transverse Mercator, JHS formula:
/// OSGB36 / British National Grid.
#[test]
fn the_projection_meets_the_example_of_epsg() {
    let britain = Plane {
        semi_major: 6_377_563.396,
        flattening: 1.0 / 299.324_96,
        longitude: -2.0,
        latitude: 49.0,
        scale: 0.999_601_3,
        false_east: 400_000.0,
        false_north: -100_000.0,
    };
    let (east, north) = britain.projection()(0.5, 50.5);
    assert!((east - 577_274.99).abs() < 0.006, "{east}");
    assert!((north - 69_740.50).abs() < 0.006, "{north}");
}

#[test]
fn the_middle_of_the_zone_is_a_line_of_the_meridian() {
    // The meridian of GRS 80 is 6 654 072.819 m long from the equator to 60° north.
    let (east, north) = UTM_33.projection()(15.0, 60.0);
    assert!((east - 500_000.0).abs() < 1e-6);
    assert!((north - 0.9996 * 6_654_072.819).abs() < 0.01, "{north}");
    let (west, _) = UTM_33.projection()(5.0, 60.0);
    let (mirrored, _) = UTM_33.projection()(25.0, 60.0);
    assert!((west + mirrored - 1_000_000.0).abs() < 1e-6);
}

#[test]
fn all_municipalities_of_2024_have_a_shape_and_a_middle_inside_it() {
    let sheet = Sheet::country();
    assert_eq!(codes().len(), 357);
    let prefixes: BTreeMap<&str, usize> = codes().iter().fold(BTreeMap::new(), |mut all, code| {
        *all.entry(&code[..2]).or_default() += 1;
        all
    });
    assert_eq!(prefixes.keys().copied().collect::<Vec<_>>(), COUNTIES.map(|(code, _)| code));
    assert_eq!((prefixes["55"], prefixes["56"], prefixes["03"]), (21, 18, 1));
    assert_eq!(borders::FINE.places.len(), 357);
    for place in &borders::FINE.places {
        let ring = borders::joined(&place.rings[0], &borders::FINE.arcs);
        assert!(is_inside(place.middle, &ring), "{}", place.code);
        assert!(has(&place.code), "{}", place.code);
    }
    for (number, place) in borders::NORWAY.places.iter().enumerate() {
        let ring = borders::joined(&place.rings[0], &borders::NORWAY.arcs);
        assert!(is_inside(place.middle, &ring), "{}", place.code);
        assert!(sheet.place(number).ends_with('z'), "{}", place.code);
    }
    assert!(has("0301") && !has("0219"));
}

#[test]
fn the_country_has_its_proportions() {
    // Lindesnes to the North Cape is some 1 690 km as one flies; the sheet is taller than wide.
    let (wide, high) = Sheet::country().size;
    assert!((1250.0..1400.0).contains(&wide) && (1450.0..1600.0).contains(&high), "{wide} {high}");
}

#[test]
fn each_group_is_one_link_in_the_order_given_and_each_municipality_has_its_name() {
    let svg = counties().svg();
    let links: Vec<&str> =
        svg.split("href=\"/nb/fylker/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links, COUNTIES.map(|(_, name)| name));
    assert!(svg.contains("aria-label=\"Nordland: om fylket\""));
    assert_eq!(svg.matches("<title>kommune ").count(), 357);
    assert!(svg.contains("role=\"group\"") && !svg.contains("style="));
    assert_eq!(svg.matches("class=\"map-ring\"").count(), 1);
}

#[test]
fn neighbours_differ_in_tone_and_every_group_is_named_once() {
    let map = counties();
    let picture = Picture::new(&map);
    let tone = |name: &str| {
        picture.tones[COUNTIES.iter().position(|(_, county)| *county == name).unwrap()]
    };
    for (a, b) in [
        ("Oslo", "Akershus"),
        ("Akershus", "Buskerud"),
        ("Akershus", "Innlandet"),
        ("Vestland", "Rogaland"),
        ("Troms", "Finnmark"),
        ("Trøndelag", "Nordland"),
    ] {
        assert_ne!(tone(a), tone(b), "{a} and {b}");
    }
    let svg = map.svg();
    let names = svg.split("map-names").nth(1).unwrap();
    for (number, (_, name)) in COUNTIES.iter().enumerate() {
        assert_eq!(names.matches(&format!(">{name}</text>")).count(), 1, "{name}");
        assert!(names.contains(&format!(">{}</text>", number + 1)));
    }
}

#[test]
fn a_county_fills_its_sheet_and_its_neighbours_lie_around_it() {
    let map = one_county("39");
    let svg = map.svg();
    assert_eq!(svg.matches("<a class=\"map-group").count(), 6);
    assert_eq!(svg.matches("class=\"map-around\"").count(), 1);
    let numbers: Vec<usize> = codes()
        .iter()
        .filter(|c| c.starts_with("39"))
        .filter_map(|c| borders::FINE.number(c))
        .collect();
    let sheet = Sheet::around(&numbers);
    let inside = Bounds { left: 0.0, top: 0.0, right: sheet.size.0, bottom: sheet.size.1 };
    for number in numbers {
        let bounds = sheet.bounds[number];
        assert!(bounds.left >= inside.left && bounds.right <= inside.right, "{number}");
        assert!(bounds.top >= inside.top && bounds.bottom <= inside.bottom, "{number}");
    }
}

#[test]
fn all_that_is_on_the_sheet_of_a_county_is_laid_out_whole_and_the_rest_of_the_country_is_not() {
    for (county, name) in COUNTIES {
        let of_county = codes().into_iter().filter(|code| code.starts_with(county));
        let numbers: Vec<usize> = of_county.filter_map(|code| borders::FINE.number(code)).collect();
        let sheet = Sheet::around(&numbers);
        let is_laid = |arc: &i32| !sheet.arcs[borders::index(*arc)].is_empty();
        let mut on_it = 0;
        for (number, place) in borders::FINE.places.iter().enumerate() {
            if sheet.bounds[number].overlaps(&sheet.whole()) {
                on_it += 1;
                assert!(place.rings.iter().flatten().all(is_laid), "{name}: {}", place.code);
                assert!(sheet.place(number).ends_with('z'), "{name}: {}", place.code);
            } else {
                assert_eq!(sheet.place(number), "", "{name}: {}", place.code);
            }
        }
        assert!(on_it > numbers.len(), "{name}: its neighbours are on the sheet");
        let laid = sheet.arcs.iter().filter(|arc| !arc.is_empty()).count();
        assert!(laid * 2 < sheet.arcs.len(), "{name}: {laid} lines of {}", sheet.arcs.len());
    }
}

/// Røst is five islands far out at sea: by the coarse borders its number stood on empty water.
#[test]
fn a_county_is_drawn_from_borders_fine_enough_for_its_scale_and_no_heavier_than_that() {
    for (county, name) in COUNTIES {
        let map = one_county(county);
        let picture = Picture::new(&map);
        let drawn = picture.svg();
        assert!(drawn.len() < 80_000, "{name}: {} bytes", drawn.len());
    }
    let islands = one_county("18").svg();
    let rost = islands.split("<title>kommune 1856").next().unwrap();
    let shore = rost.rsplit(" d=\"").next().unwrap();
    // Its own shore, not the mark of what is too small to be seen.
    assert!(shore.len() > 15 && !shore.contains("l2 0-2 2z"), "{shore}");
    // The coast of a county has many times the points that the country's map knows of it.
    let known: usize = borders::NORWAY.arcs.iter().map(Vec::len).sum();
    assert!(one_county("46").svg().matches(' ').count() > known);
}

#[test]
fn what_nobody_serves_is_hatched_and_unknown_codes_are_passed_over() {
    let mut map = one_county("39");
    map.groups[0].kind = GroupKind::Empty;
    map.groups[1].kind = GroupKind::Here;
    map.groups.push(group("Bærum i 2012", std::iter::once("0219")));
    let svg = map.svg();
    assert!(
        svg.contains("<pattern id=\"fylke-empty\"") && svg.contains("fill=\"url(#fylke-empty)\"")
    );
    assert!(svg.contains("map-here") && !svg.contains("Bærum i 2012"));
    let none = Map { groups: Vec::new(), ..one_county("39") };
    assert!(none.svg().ends_with("</svg>"));
}

#[test]
fn the_figure_prints_its_credit_and_escapes_what_it_is_given() {
    let mut map = counties();
    map.title = "Kart \"<b>\"";
    map.groups[0].name = "Oslo & omegn <i>".into();
    let page = map.figure(Text::new(Lang::Nb));
    assert!(page.contains("Kartdata: Kartverket, CC BY 4.0"));
    assert!(page.contains("Vertskommune"));
    assert!(!page.contains("<i>") && !page.contains("<b>"));
    assert_eq!(page.matches("<li>").count(), 16);
    // The key leads where the areas of the map do.
    let key = page.split("map-key").nth(1).unwrap();
    assert_eq!(key.matches("<a href=\"/nb/fylker/").count(), COUNTIES.len());
}
