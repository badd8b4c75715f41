//! What organisations may be said to be.

use std::collections::BTreeMap;

use time::macros::date;

use super::{Organisations, Says};
use crate::places::Places;
use crate::statements::{Fields, Raw, Says as _};

fn raw(row: usize, what: &str, fields: &[(&str, &str)], from: &str, to: &str) -> Raw {
    Raw {
        what: what.to_owned(),
        fields: Fields::of(fields),
        from: from.to_owned(),
        to: to.to_owned(),
        source: "Prøven".to_owned(),
        row: format!("line {row}"),
        ..Raw::default()
    }
}

#[test]
fn an_organisation_is_what_is_said_of_it_that_day() {
    let said = BTreeMap::from([
        (
            "sykehuset-hf".to_owned(),
            vec![raw(2, "exists", &[("type", "hospital_trust")], "2002", "")],
        ),
        (
            "heimen".to_owned(),
            vec![
                raw(3, "exists", &[("type", "nursing_home")], "1990", ""),
                raw(4, "name", &[("name", "Aldersheimen")], "1990", "2005"),
                raw(5, "name", &[("name", "Heimen")], "2005", ""),
                raw(6, "number", &[("orgnr", "123 456 785")], "", ""),
                raw(7, "part_of", &[("organisation", "sykehuset-hf")], "2010", ""),
            ],
        ),
    ]);
    let (all, faults) = Organisations::read(&Places::default(), &said);
    assert_eq!(faults, []);
    let home = all.get("heimen").unwrap();
    assert_eq!(home.name_on(date!(2001 - 01 - 01)), "Aldersheimen");
    assert_eq!(home.name_on(date!(2020 - 01 - 01)), "Heimen");
    assert_eq!(home.number().unwrap().as_str(), "123456785");
    assert_eq!(home.part_of_on(date!(2009 - 01 - 01)), None);
    assert_eq!(home.part_of_on(date!(2011 - 01 - 01)), Some("sykehuset-hf"));
}

#[test]
fn rings_and_those_who_were_not_there_are_refused_with_both_rows() {
    let told = |said: &BTreeMap<String, Vec<Raw>>| -> String {
        let (_, faults) = Organisations::read(&Places::default(), said);
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let exists = |row| raw(row, "exists", &[("type", "other")], "2010", "");
    let ring = BTreeMap::from([
        ("a".to_owned(), vec![exists(2), raw(3, "part_of", &[("organisation", "b")], "", "")]),
        ("b".to_owned(), vec![exists(4), raw(5, "part_of", &[("organisation", "a")], "", "")]),
    ]);
    let why = told(&ring);
    assert!(
        why.contains("line 3") && why.contains("line 5") && why.contains("its own part"),
        "{why}"
    );
    let early = BTreeMap::from([
        ("a".to_owned(), vec![exists(2)]),
        ("b".to_owned(), vec![exists(3), raw(4, "part_of", &[("organisation", "a")], "2001", "")]),
    ]);
    let why = told(&early);
    assert!(
        why.contains("line 4") && why.contains("line 2") && why.contains("did not exist then"),
        "{why}"
    );
    let twice = BTreeMap::from([(
        "a".to_owned(),
        vec![
            exists(2),
            raw(3, "name", &[("name", "X")], "2010", ""),
            raw(4, "name", &[("name", "Y")], "2012", ""),
        ],
    )]);
    assert!(told(&twice).contains("one name at a time"));
    for (what, fields) in [("number", ("orgnr", "123456786")), ("exists", ("type", "slott"))] {
        assert!(Says::read(what, &mut Fields::of(&[fields])).is_err());
    }
}
