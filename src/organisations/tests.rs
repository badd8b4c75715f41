//! What organisations may be said to be.

use std::collections::{BTreeMap, BTreeSet};

use time::macros::date;

use super::{
    Claim, KnownOrganisations, OldSlugs, OrganisationFact, Organisations, StatedOrganisations,
    id_of,
};
use crate::places::Places;
use crate::statements::{Fields, Raw, StatedFact as _};

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

fn said(all: impl IntoIterator<Item = (&'static str, Vec<Raw>)>) -> StatedOrganisations {
    all.into_iter().map(|(slug, raws)| (slug.to_owned(), (id_of(slug), raws))).collect()
}

#[test]
fn an_organisation_is_what_is_said_of_it_that_day() {
    let all = said([
        ("sykehuset-hf", vec![raw(2, "exists", &[("type", "hospital_trust")], "2002", "")]),
        (
            "heimen",
            vec![
                raw(3, "exists", &[("type", "nursing_home")], "1990", ""),
                raw(4, "name", &[("name", "Aldersheimen")], "1990", "2005"),
                raw(5, "name", &[("name", "Heimen")], "2005", ""),
                raw(6, "number", &[("orgnr", "123 456 785")], "", ""),
                raw(7, "part_of", &[("organisation", "sykehuset-hf")], "2010", ""),
            ],
        ),
    ]);
    let (all, faults) = Organisations::read(&Places::default(), &all);
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
    let told = |said: &StatedOrganisations| -> String {
        let (_, faults) = Organisations::read(&Places::default(), said);
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let exists = |row| raw(row, "exists", &[("type", "other")], "2010", "");
    let ring = said([
        ("a", vec![exists(2), raw(3, "part_of", &[("organisation", "b")], "", "")]),
        ("b", vec![exists(4), raw(5, "part_of", &[("organisation", "a")], "", "")]),
    ]);
    let why = told(&ring);
    assert!(
        why.contains("line 3") && why.contains("line 5") && why.contains("its own part"),
        "{why}"
    );
    let early = said([
        ("a", vec![exists(2)]),
        ("b", vec![exists(3), raw(4, "part_of", &[("organisation", "a")], "2001", "")]),
    ]);
    let why = told(&early);
    assert!(
        why.contains("line 4") && why.contains("line 2") && why.contains("did not exist then"),
        "{why}"
    );
    let twice = said([(
        "a",
        vec![
            exists(2),
            raw(3, "name", &[("name", "X")], "2010", ""),
            raw(4, "name", &[("name", "Y")], "2012", ""),
        ],
    )]);
    assert!(told(&twice).contains("one name at a time"));
    for (what, fields) in [("number", ("orgnr", "123456786")), ("exists", ("type", "slott"))] {
        assert!(OrganisationFact::read(what, &mut Fields::of(&[fields])).is_err());
    }
}

fn claims(all: &[(&str, Option<&str>)]) -> BTreeMap<String, Claim> {
    let claim = |(n, (slug, of)): (usize, &(&str, Option<&str>))| {
        (
            (*slug).to_owned(),
            Claim { id: of.map(id_of), old_slugs: BTreeSet::new(), row: format!("line {}", n + 1) },
        )
    };
    all.iter().enumerate().map(claim).collect()
}

#[test]
fn a_line_is_about_the_one_whose_id_it_gives_or_whose_slug_it_is_or_was() {
    let stored = said([("a", vec![]), ("b-ny", vec![])]);
    let mut stored = stored;
    stored.get_mut("b-ny").unwrap().0 = id_of("b");
    let known = KnownOrganisations::of(&stored, BTreeMap::from([("b".to_owned(), id_of("b"))]));
    let placed = known
        .place(&claims(&[("a-ny", Some("a")), ("b", None), ("c", None), ("d", Some("x"))]))
        .unwrap();
    let told = |slug: &str| {
        let one = &placed[slug];
        (one.id, one.slug.as_str(), one.had.as_deref())
    };
    assert_eq!(told("a-ny"), (id_of("a"), "a-ny", Some("a")), "a new slug");
    assert_eq!(told("b"), (id_of("b"), "b-ny", None), "a slug that leads on");
    assert_eq!(told("c"), (id_of("c"), "c", None), "a new one");
    assert_eq!(told("d"), (id_of("x"), "d", None), "a new one with an id");
    let back = known.place(&claims(&[("b", Some("b"))])).unwrap();
    assert_eq!(back["b"].had.as_deref(), Some("b-ny"), "it may take its old slug again");
    for (claimed, told) in [
        (&[("a", Some("x"))][..], "line 1: the slug \"a\" is that of another organisation"),
        (&[("b", Some("x"))], "line 1: the slug \"b\" leads to \"b-ny\""),
        (&[("b", None), ("b-ny", None)], "line 1 and line 2: \"b\" and \"b-ny\" are the same"),
        (&[("c", Some("x")), ("d", Some("x"))], "line 1 and line 2"),
        (&[("a-ny", Some("a")), ("a", None)], "are the same organisation"),
        // Two may not trade slugs: an address would then tell of another than it did.
        (&[("b-ny", Some("a")), ("a", Some("b"))], "line 2: the slug \"a\" is that of another"),
    ] {
        let faults = known.place(&claims(claimed)).unwrap_err();
        let why: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(why.iter().any(|why| why.contains(told)), "{told}: {why:?}");
    }
}

#[test]
fn the_id_of_one_that_was_renamed_is_not_given_again() {
    let mut stored = said([("y", vec![])]);
    stored.get_mut("y").unwrap().0 = id_of("x");
    // The program before this one has written of `x` anew, and knows of no old slugs.
    let placed =
        KnownOrganisations::of(&stored, BTreeMap::new()).place(&claims(&[("x", None)])).unwrap();
    assert_ne!(placed["x"].id, id_of("x"));
    let again =
        KnownOrganisations::of(&stored, BTreeMap::new()).place(&claims(&[("x", None)])).unwrap();
    assert_eq!(placed, again);
}

#[test]
fn what_names_an_organisation_follows_it_to_its_slug() {
    let mut old = OldSlugs::default();
    old.renamed("a", "b");
    old.renamed("b", "c");
    let mut raw = raw(1, "agreement", &[("with", "a;x; b"), ("organisation", "b")], "", "");
    assert!(old.follow(&mut raw));
    assert_eq!((raw.fields.get("with"), raw.fields.get("organisation")), ("c;x;c", "c"));
    assert!(!old.follow(&mut raw), "it is told once");
    old.renamed("c", "a");
    assert_eq!((old.now("a"), old.now("b"), old.now("c")), ("a", "a", "a"));
}
