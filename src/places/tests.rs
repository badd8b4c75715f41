//! The whole history of Statistics Norway's codes, and what is refused.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use time::macros::date;
use time::{Date, Duration};

use super::files::{self, SHIPPED};
use super::{Municipality, Places};

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let files = SHIPPED.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    files::take(&Places::default(), &files).unwrap().places
});

const TODAY: Date = date!(2026 - 11 - 22);

fn codes(found: &[&Municipality]) -> Vec<String> {
    found.iter().map(|m| m.code.clone()).collect()
}

#[test]
fn there_were_as_many_as_the_statistics_say() {
    for (day, municipalities, counties) in [
        (date!(1999 - 01 - 01), 435, 19),
        (date!(2004 - 01 - 01), 434, 19),
        (date!(2016 - 01 - 01), 428, 19),
        (date!(2018 - 01 - 01), 422, 18),
        (date!(2020 - 01 - 01), 356, 11),
        (date!(2024 - 01 - 01), 357, 15),
    ] {
        assert_eq!(PLACES.on(day).count(), municipalities, "municipalities on {day}");
        assert_eq!(PLACES.counties().on(day).count(), counties, "counties on {day}");
    }
}

#[test]
fn a_municipality_is_followed_forwards_and_back() {
    let follow = |code, from, until| codes(&PLACES.follow(code, from, until));
    assert_eq!(follow("0219", date!(2012 - 01 - 01), TODAY), ["3201"]);
    assert_eq!(follow("3201", TODAY, date!(2021 - 01 - 01)), ["3024"]);
    assert_eq!(follow("3201", TODAY, date!(2012 - 01 - 01)), ["0219"]);
    // A merger of many, a split into many, and a name that came back.
    assert_eq!(follow("0125", date!(2012 - 01 - 01), TODAY), ["3118"]);
    assert_eq!(
        follow("3118", TODAY, date!(2012 - 01 - 01)),
        ["0122", "0123", "0124", "0125", "0138"]
    );
    assert_eq!(follow("1507", date!(2021 - 01 - 01), TODAY), ["1508", "1580"]);
    // One that came out of a merger again was what had its name.
    assert_eq!(follow("1580", TODAY, date!(2013 - 01 - 01)), ["1534"]);
    assert_eq!(follow("1508", TODAY, date!(2013 - 01 - 01)), ["1504", "1523", "1529", "1546"]);
    assert_eq!(follow("1580", TODAY, date!(2021 - 01 - 01)), ["1507"]);
    assert_eq!(follow("1850", date!(2019 - 01 - 01), date!(2020 - 01 - 01)), ["1806", "1875"]);
    // The same code for another place, half a century apart.
    assert_eq!(PLACES.municipality("0715", date!(1960 - 01 - 01)).unwrap().name, "Botne");
    assert_eq!(PLACES.municipality("0715", date!(2019 - 01 - 01)).unwrap().name, "Holmestrand");
    assert!(PLACES.municipality("0715", date!(1990 - 01 - 01)).is_none());
}

#[test]
fn a_slip_of_the_pen_is_told_from_a_name() {
    assert!(PLACES.is_called("Skjåk") && PLACES.is_called("Hamarøy"));
    assert!(!PLACES.is_called("Sjåk"));
    assert_eq!(PLACES.almost_called("Sjåk"), Some("Skjåk"));
    assert_eq!(PLACES.almost_called("Bærun"), Some("Bærum"));
    assert_eq!(PLACES.almost_called("Prøvedal"), None);
}

#[test]
fn what_was_done_in_a_place_is_found_where_it_is_now() {
    let set =
        |codes: &[&str]| -> BTreeSet<String> { codes.iter().map(|c| (*c).to_owned()).collect() };
    let baerum = PLACES.filed_under(&[], &["0219".to_owned()]);
    assert_eq!(baerum.counties, set(&["02", "30", "32"]));
    assert_eq!(baerum.municipalities, set(&["0219", "3024", "3201"]));
    // A county alone leads to those that took a good part of it.
    let oppland = PLACES.filed_under(&["05".to_owned()], &[]);
    assert_eq!(oppland.counties, set(&["05", "34"]));
    let viken = PLACES.filed_under(&["30".to_owned()], &[]);
    assert_eq!(viken.counties, set(&["30", "31", "32", "33"]));
    let now = PLACES.filed_under(&["18".to_owned()], &["1860".to_owned()]);
    assert_eq!((now.counties, now.municipalities), (set(&["18"]), set(&["1860"])));
}

#[test]
fn the_moves_between_counties_are_those_that_were_worked_out_before() {
    let derived = include_str!("../../data/places/fylke_changes_derived_1999_2024.csv");
    let rows = crate::rows::read(
        derived.as_bytes(),
        &["changeOccurred", "oldFylke", "newFylke", "municipalities"],
        &[],
    );
    for row in rows.unwrap() {
        let [day, old, new, count] =
            ["changeOccurred", "oldFylke", "newFylke", "municipalities"].map(|c| row.get(c));
        let moves = PLACES.moves(old);
        let found =
            moves.iter().find(|(d, other, _, away)| d.to_string() == day && other == new && *away);
        assert_eq!(found.unwrap().2.to_string(), count, "{day}: {old} to {new}");
    }
}

fn any_day(from: Date) -> impl Strategy<Value = Date> {
    let days = (date!(2030 - 01 - 01) - from).whole_days();
    (0..days).prop_map(move |n| from + Duration::days(n))
}

proptest! {
    #[test]
    fn on_every_day_a_municipality_lies_in_exactly_one_county(day in any_day(date!(1999-01-01))) {
        for municipality in PLACES.on(day) {
            let counties = PLACES.counties().on(day).filter(|c| c.code == municipality.county());
            prop_assert_eq!(counties.count(), 1, "{} on {}", municipality.code, day);
        }
        let codes: BTreeSet<&str> = PLACES.on(day).map(|m| m.code.as_str()).collect();
        prop_assert_eq!(codes.len(), PLACES.on(day).count());
    }

    #[test]
    fn following_leads_to_what_is_there(day in any_day(date!(1838-01-01))) {
        for municipality in PLACES.on(day) {
            let now = PLACES.follow(&municipality.code, day, TODAY.max(day));
            prop_assert!(!now.is_empty(), "{} {} on {day}", municipality.code, municipality.name);
            prop_assert!(now.iter().all(|m| m.is_on(TODAY.max(day))));
        }
    }

    #[test]
    fn what_is_followed_back_is_followed_forwards(day in any_day(date!(1950-01-01))) {
        for municipality in PLACES.on(TODAY) {
            for was in PLACES.follow(&municipality.code, TODAY, day.min(TODAY)) {
                let ends = PLACES.follow(&was.code, day.min(TODAY), TODAY);
                prop_assert!(ends.iter().any(|m| m.code == municipality.code),
                    "{} was {} on {day}", municipality.code, was.code);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = files::take(&PLACES, &[("a.csv".to_owned(), bytes)]);
    }
}

fn refused(name: &str, text: &[u8]) -> String {
    files::take(&PLACES, &[(name.to_owned(), text.to_vec())]).unwrap_err().join("\n")
}

/// The shipped municipalities with one thing changed.
fn municipalities(change: impl Fn(String) -> String) -> Vec<u8> {
    change(SHIPPED[1].1.to_owned()).into_bytes()
}

#[test]
fn faulty_files_are_refused_with_their_lines() {
    let overlap = municipalities(|t| {
        t.replace(
            "\"0101\",\"Halden\",2,1928-01-01,1967-01-01",
            "\"0101\",\"Halden\",2,1928-01-01,1980-01-01",
        )
    });
    let why = refused("k.csv", &overlap);
    assert!(why.contains("k.csv, line 3 and k.csv, line 4") && why.contains("overlap"), "{why}");
    let reversed = municipalities(|t| t.replace("1838-01-01,1928-01-01", "1928-01-01,1838-01-01"));
    let why = refused("k.csv", &reversed);
    assert!(why.contains("k.csv, line 2") && why.contains("before it begins"), "{why}");
    let mut latin = municipalities(|t| t);
    let at = latin.iter().position(|b| *b == 0xc3).unwrap();
    latin[at] = 0xe5;
    latin.remove(at + 1);
    assert!(refused("k.csv", &latin).contains("is not UTF-8"));
    let missing = b"code,label,validFrom,validTo\n0301,Oslo,1838-01-01,\n";
    assert!(refused("k.csv", missing).contains("the column `variant` is missing"));
    let twice = municipalities(|t| {
        let last = t.lines().last().unwrap().to_owned();
        t + &last + "\n"
    });
    assert!(refused("k.csv", &twice).contains("repeats line"));
    let strange = b"changeOccurred,oldCode,oldName,newCode,newName\n2020-01-01,0219,B,9876,Q\n";
    let why = refused("e.csv", strange);
    assert!(why.contains("9876, which is no municipality"), "{why}");
    let nowhere =
        municipalities(|t| t.trim_end().to_owned() + "\n\"3299\",\"Prøvedal\",1,2024-01-01,\n");
    let why = refused("k.csv", &nowhere);
    assert!(why.contains("3299 begins on 2024-01-01, and no change says what it came of"), "{why}");
    let nowhere =
        municipalities(|t| t.trim_end().to_owned() + "\n\"6001\",\"Prøvedal\",1,2024-01-01,\n");
    assert!(refused("f.csv", &nowhere).contains("6001 lies in no county"));
    assert!(refused("x.csv", b"a,b\n1,2\n").contains("not the columns"));
    assert!(refused("x.csv", b"").contains("not the columns"));
}

/// Semicolons, the letters of Windows, line ends of its own, days as they are written here.
#[test]
fn what_a_norwegian_spreadsheet_saves_is_read() {
    let same =
        b"sep=;\r\ncode;label;variant;validFrom;validTo\r\n\r\n5006;Steinkjer;1;01.01.2020;\r\n\
        1874;Moskenes;1;1976-01-01;;\r\n1818;Her\xf8y (Nordland);3;1.1.1962;\r\n";
    let taken = files::take(&PLACES, &[("k.csv".to_owned(), same.to_vec())]).unwrap();
    assert_eq!(
        (&*taken.files, taken.created, taken.updated),
        (&[("k.csv".to_owned(), 3)][..], 0, 0)
    );
    let short = "code;label;variant;validFrom;validTo\r\n\r\n301;Oslo;1;1838-01-01;\r\n";
    let why = refused("k.csv", short.as_bytes());
    assert!(why.contains("line 3: `code`") && why.contains("write 0301"), "{why}");
    let counted = "code;label;variant;validFrom;validTo\r\n0301;Oslo;1;44197;\r\n";
    let why = refused("k.csv", counted.as_bytes());
    assert!(why.contains("Excel has of a day, 2021-01-01"), "{why}");
}

fn taken(name: &str, text: &str) -> Result<files::PlacesRead, Vec<String>> {
    files::take(&PLACES, &[(name.to_owned(), text.as_bytes().to_vec())])
}

#[test]
fn what_a_file_does_not_give_stays() {
    let heading = "code,label,variant,validFrom,validTo\n";
    let few = taken("k.csv", &format!("{heading}0301,Oslo Ny,4,1948-01-01,\n")).unwrap();
    assert_eq!(few.places.municipalities().len(), PLACES.municipalities().len());
    assert_eq!((few.created, few.updated), (0, 1));
    assert!(few.places.is_called("Oslo Ny") && few.places.is_called("Bærum"));
    let change = "changeOccurred,oldCode,oldName,newCode,newName\n2020-01-01,0219,B,3024,B\n";
    let same = taken("e.csv", change).unwrap();
    assert_eq!((same.created, same.updated), (0, 0));
    assert_eq!(same.places.changes(), PLACES.changes());
    let whole = taken("k.csv", SHIPPED[1].1).unwrap();
    assert_eq!((whole.created, whole.updated), (0, 0));
}

#[test]
fn a_newer_file_of_all_takes_the_place_of_the_one_before() {
    let newer = [
        SHIPPED[0].1.to_owned(),
        SHIPPED[1].1.replace(
            "\"3201\",\"Bærum\",1,2024-01-01,",
            "\"3201\",\"Bærum\",1,2024-01-01,2028-01-01",
        ) + "\"3299\",\"Prøvedal\",1,2028-01-01,\n",
        SHIPPED[2].1.to_owned() + "2028-01-01,\"3201\",\"Bærum\",\"3299\",\"Prøvedal\"\n",
    ];
    let given: Vec<(String, Vec<u8>)> = newer
        .into_iter()
        .enumerate()
        .map(|(n, text)| (format!("{n}.csv"), text.into_bytes()))
        .collect();
    let taken = files::take(&PLACES, &given).unwrap();
    assert_eq!((taken.created, taken.updated), (2, 1));
    let became = taken.places.follow("3201", TODAY, date!(2030 - 01 - 01));
    assert_eq!(codes(&became), ["3299"]);
}

#[test]
fn of_many_faults_the_first_are_told() {
    let wrong: Vec<String> = (0..300).map(|n| format!("2020-01-01,0219,B,9{n:03},Q")).collect();
    let text = format!("changeOccurred,oldCode,oldName,newCode,newName\n{}\n", wrong.join("\n"));
    let why = taken("e.csv", &text).unwrap_err();
    assert_eq!(why.len(), 21);
    assert_eq!(why[20], "and 280 faults more");
}

#[test]
fn what_is_written_as_tables_is_read_as_the_same() {
    let tables = files::to_csv(&PLACES).unwrap();
    let given = tables.map(|(name, text)| (format!("{name}.csv"), text.into_bytes()));
    let again = files::take(&Places::default(), &given).unwrap().places;
    assert_eq!(again.municipalities(), PLACES.municipalities());
    assert_eq!(again.changes(), PLACES.changes());
    assert!(again.counties().iter().eq(PLACES.counties().iter()));
}

#[test]
fn a_number_of_no_county_is_no_place() {
    let line = super::PlaceLine::Municipality {
        code: "9901".to_owned(),
        name: "Prøvedal".to_owned(),
        valid_from: "2024-01-01".to_owned(),
        valid_to: None,
    };
    let why = super::merge(&PLACES, &[(7, line)]).unwrap_err().join("\n");
    assert!(why.contains("line 7") && why.contains("no county"), "{why}");
}

#[test]
fn each_municipality_of_today_has_a_size_and_some_that_are_like_it() {
    let mut people = 0;
    for municipality in PLACES.on(TODAY) {
        let size = super::size(&municipality.code).unwrap_or_else(|| panic!("{municipality:?}"));
        assert!((1..=6).contains(&size.centrality));
        assert!(size.like().any(|code| code == municipality.code));
        people += size.population;
    }
    assert_eq!(people, 5_627_400);
    // Hamar is like Moss, and not like Oslo.
    let hamar = super::size("3403").unwrap();
    assert!(hamar.like().any(|code| code == "3103") && hamar.like().all(|code| code != "0301"));
    assert_eq!(super::size("9999"), None);
}
