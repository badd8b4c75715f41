//! What stands around the hits: beginnings, «did you mean», outcomes, synonyms one way, what is alike.
use super::super::Synonyms;
use super::{ask, asked, document, filed, filled, narrowed, titled, titles};
use crate::search::{Document, Query};

#[test]
fn words_that_begin_so_are_found_whatever_letters_they_are_typed_with() {
    let index = titled(&[
        "Førstehjelp på sykehjem",
        "Førstehjelp hjemme",
        "Fallforebygging",
        "Fallforebyggingen og fallforebyggende trening",
        "Måltid",
    ]);
    for typed in ["før", "for", "foer", "FØRSTE", "forstehj"] {
        assert_eq!(index.begun(typed, 5).unwrap(), ["førstehjelp"], "{typed}");
    }
    assert_eq!(index.begun("maal", 5).unwrap(), ["måltid"]);
    let sami = titled(&["Dearvvašvuođabálvalus", "Læringsnettverk"]);
    assert_eq!(sami.begun("dearvvasvuoda", 5).unwrap(), ["dearvvašvuođabálvalus"]);
    assert_eq!(sami.begun("laringsnettv", 5).unwrap(), ["læringsnettverk"]);
    assert_eq!(index.begun("mal", 5).unwrap(), ["måltid"]);
    // Forms of one word are one suggestion, and the one most used is it.
    let fall = index.begun("fallf", 5).unwrap();
    assert_eq!(
        fall.iter().filter(|word| word.starts_with("fallforebygging")).count(),
        1,
        "{fall:?}"
    );
    // Words that say nothing are none.
    assert!(index.begun("p", 5).unwrap().is_empty());
    for odd in ["", "🦀", "\0", "   ", &"a".repeat(10_000), &"ao".repeat(100)] {
        index.begun(odd, 5).unwrap();
    }
}

#[test]
fn a_word_that_is_nowhere_is_taken_for_a_near_one_unless_it_is_to_be_as_typed() {
    let index = titled(&["Demens i hjemmet", "Fall om natta"]);
    let found = index.search(&asked("Omsorg ved demnes!")).unwrap();
    assert_eq!(found.meant.as_deref(), Some("Omsorg ved demens!"));
    assert_eq!(titles(&found), ["Demens i hjemmet"]);
    let exact = index.search(&Query { as_typed: true, ..asked("demnes") }).unwrap();
    assert_eq!((exact.total, exact.meant.as_deref()), (0, Some("demens")));
    // A word that may not be finished is not misspelt.
    assert_eq!(index.search(&asked("deme")).unwrap().meant, None);
    assert_eq!(index.search(&asked("demens")).unwrap().meant, None);
    // Quotes and signs stay as they were.
    let quoted = index.search(&asked("\"om natta\" demnes ro")).unwrap();
    assert_eq!(quoted.meant.as_deref(), Some("\"om natta\" demens ro"));
}

#[test]
fn a_word_with_a_synonym_is_not_misspelt() {
    let index = titled(&["Legemidler på sykehjem", "Rullatorer"]);
    let mut synonyms = Synonyms::default();
    synonyms.add(&["medisin", "legemiddel"]).unwrap();
    index.set_synonyms(synonyms);
    let found = index.search(&asked("medisiner")).unwrap();
    assert_eq!((found.meant.as_deref(), titles(&found)), (None, vec!["Legemidler på sykehjem"]));
}

#[test]
fn a_synonym_may_lead_one_way_only_and_ranks_below_the_word_itself() {
    let index = titled(&["Demens", "Alzheimer"]);
    let mut synonyms = Synonyms::default();
    synonyms.add_one_way("alzheimer", "demens").unwrap();
    index.set_synonyms(synonyms);
    assert_eq!(ask(&index, "alzheimer"), ["Alzheimer", "Demens"]);
    assert_eq!(ask(&index, "demens"), ["Demens"]);
}

#[test]
fn a_compound_has_synonyms_too() {
    let index = titled(&["Hjemmetjenesten i Fjellvik", "Heimesjukepleia", "Fjelltur"]);
    let mut synonyms = Synonyms::default();
    synonyms.add(&["hjemmesykepleie", "hjemmetjeneste"]).unwrap();
    index.set_synonyms(synonyms);
    assert_eq!(ask(&index, "heimesjukepleie"), ["Heimesjukepleia", "Hjemmetjenesten i Fjellvik"]);
}

#[test]
fn outcomes_filter_and_are_counted() {
    let with = |n, outcome: &str| Document {
        facets: filed(&[("outcome", outcome)]),
        ..document(n, "Fall", "")
    };
    let index = filled(&[
        with(1, "improved"),
        with(2, "worse"),
        with(3, "no_change"),
        document(4, "Fall", ""),
    ]);
    let found = index.search(&narrowed("outcome", &["worse", "no_change"], "fall")).unwrap();
    assert_eq!(found.total, 2);
    let counts = [("improved", 1), ("no_change", 1), ("worse", 1)];
    assert_eq!(found.counts.of("outcome"), counts.map(|(name, n)| (name.to_owned(), n)));
}

#[test]
fn what_is_alike_is_about_the_same_or_is_not_there() {
    let texts = [
        ("Fall om natta", "Sensorer og nattrunder mot fall på sykehjem."),
        ("Færre fall på dagtid", "Sensorer og trening mot fall på sykehjem."),
        ("Måltider i fellesskap", "Mat og ro ved bordet gir bedre appetitt."),
        ("Årsmelding", "Styret møttes fire ganger på sykehjem."),
    ];
    let documents: Vec<Document> =
        (1..).zip(texts).map(|(n, (title, body))| document(n, title, body)).collect();
    let index = filled(&documents);
    let alike = |n: usize| -> Vec<String> {
        let ids = index.more_like(documents[n].id, &Query::default()).unwrap();
        let of_id = |id| documents.iter().find(|document| document.id == id).unwrap();
        ids.into_iter().map(|id| of_id(id).title.clone()).collect()
    };
    assert_eq!(alike(0), ["Færre fall på dagtid"]);
    assert_eq!(alike(2), [""; 0]);
}
