//! Bars in their rows, what they say, and what grew out of what.

use time::macros::date;

use super::layout::Layout;
use super::*;

fn bar(key: &str, look: Look, from: Date, to: Option<Date>, after: &[&str]) -> Bar {
    Bar {
        key: key.to_owned(),
        look,
        says: format!("{key} <sier>"),
        href: Some(format!("/nb/sentre/{key}")),
        from: When { day: from, is_rough: from.year() == 2008 },
        to: to.map(|day| When { day, is_rough: false }),
        texts: vec![(from, format!("Vert {key}"))],
        unknown: "Vert ikke kjent".to_owned(),
        has_moved: false,
        after: after.iter().map(|key| (*key).to_owned()).collect(),
    }
}

fn timeline() -> Timeline<'static> {
    let new_year = date!(2017 - 01 - 01);
    let home = bar("hjemme", Look::SecondHatched, date!(2008 - 06 - 01), Some(new_year), &[]);
    let nursing = bar("sykehjem", Look::FirstHatched, date!(1999 - 01 - 01), Some(new_year), &[]);
    let mut both = bar("usht", Look::Filled, new_year, None, &["sykehjem", "hjemme"]);
    both.texts.push((date!(2020 - 01 - 01), "Ny vert".to_owned()));
    Timeline {
        id: "tid",
        title: "Sentrene",
        from: 1999,
        today: date!(2026 - 11 - 22),
        marked: Some((date!(2012 - 06 - 01), "1. juni 2012".to_owned())),
        lanes: vec![
            Lane { name: "Akershus & omegn".to_owned(), bars: vec![both, home, nursing] },
            Lane { name: "Oslo".to_owned(), bars: Vec::new() },
        ],
    }
}

#[test]
fn what_lasts_at_once_lies_in_rows_and_an_heir_in_the_row_of_the_first_it_came_from() {
    let timeline = timeline();
    let layout = Layout::of(&timeline);
    let bars = &layout.lanes[0].bars;
    let of = |key: &str| bars.iter().find(|laid| laid.bar.key == key).unwrap();
    assert!(of("hjemme").top > of("sykehjem").top);
    assert!((of("usht").top - of("sykehjem").top).abs() < 0.1);
    assert!((of("usht").left - of("hjemme").right).abs() < 0.1);
    assert!(layout.lanes[1].bottom > layout.lanes[1].top, "an empty lane has its height too");
    assert!(layout.x(date!(1990 - 01 - 01)) >= layout::LEFT);
    assert!(layout.x(date!(2999 - 01 - 01)) <= layout::WIDTH);
}

#[test]
fn bars_are_links_in_order_of_time_with_all_they_say_escaped() {
    let svg = timeline().svg();
    let links: Vec<&str> =
        svg.split("href=\"/nb/sentre/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links, ["sykehjem", "hjemme", "usht"]);
    assert!(svg.contains("aria-label=\"usht &lt;sier&gt;\""));
    assert!(svg.contains("Akershus &amp; omegn") && !svg.contains("<sier>"));
    assert!(svg.contains("role=\"group\"") && !svg.contains("style="));
    // One of the two it came from lies in its own row.
    assert_eq!(svg.matches("class=\"line-becomes\"").count(), 1);
    assert_eq!(svg.matches("class=\"line-moved\"").count(), 1);
    assert_eq!(svg.matches("url(#tid-hatch)").count(), 2);
    assert!(svg.contains(">1. juni 2012</text>"));
    for year in [1999, 2005, 2010, 2015, 2020, 2025] {
        assert_eq!(svg.matches(&format!(">{year}</text>")).count(), 2, "{year}");
    }
    assert!(!svg.contains(">2000</text>"));
}

#[test]
fn what_is_not_known_is_told_from_what_there_is_no_room_for() {
    let said = |from: Date, texts: &[&str]| {
        let mut one = bar("en", Look::Filled, from, Some(date!(2011 - 01 - 01)), &[]);
        one.texts = texts.iter().map(|text| (from, (*text).to_owned())).collect();
        let heir = bar("to", Look::Filled, date!(2011 - 01 - 01), None, &["en"]);
        let lanes = vec![Lane { name: "Oslo".to_owned(), bars: vec![one, heir] }];
        Timeline { lanes, ..timeline() }.svg()
    };
    assert!(said(date!(1999 - 01 - 01), &[]).contains(">Vert ikke kjent</text>"));
    assert!(said(date!(2010 - 01 - 01), &[]).contains(">?</text>"));
    assert!(said(date!(2010 - 01 - 01), &["Sør-Aurdal"]).contains(">…</text>"));
    // With nothing after it in its row, there is room beside.
    let mut alone = timeline();
    alone.lanes[1].bars.push(bar(
        "Sunndal",
        Look::Filled,
        date!(2015 - 01 - 01),
        Some(date!(2016 - 01 - 01)),
        &[],
    ));
    assert!(alone.svg().contains("class=\"line-beside\""));
}

#[test]
fn nothing_to_show_is_still_a_picture() {
    let svg = Timeline { lanes: Vec::new(), ..timeline() }.svg();
    assert!(svg.contains("role=\"img\"") && svg.ends_with("</svg>"));
}

#[test]
fn each_look_has_a_swatch_of_its_own() {
    let all: std::collections::BTreeSet<String> = Look::ALL.into_iter().map(Look::swatch).collect();
    assert_eq!(all.len(), Look::ALL.len());
}
