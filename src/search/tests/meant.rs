//! Misspelt words, and words that only look like others.
use super::super::Query;
use super::{ask, asked, titled};

#[test]
fn who_follows_what_was_meant_finds_the_same() {
    let index = titled(&["Fallforebygging i hjemmet", "Fall på trapp", "Hoftefall", "Frokost"]);
    for (typed, meant) in [("falforebyging", "fallforebygging"), ("frkost", "frokost")] {
        let found = index.search(&asked(typed)).unwrap();
        assert_eq!(found.meant.as_deref(), Some(meant));
        assert_eq!(ask(&index, typed), ask(&index, meant), "{typed}");
    }
}

#[test]
fn the_word_that_is_written_about_most_is_meant() {
    let index = titled(&["Median", "Medisinar heime", "Medisiner", "Om medisin", "Medisinane"]);
    assert_eq!(index.search(&asked("medisn")).unwrap().meant.as_deref(), Some("medisin"));
}

#[test]
fn a_right_word_is_not_taken_for_another() {
    let index = titled(&["Et sikkert valg", "Vekt hver uke", "Do på gangen"]);
    for word in ["sikkerhet", "vekst", "dø"] {
        let found = index.search(&asked(word)).unwrap();
        assert_eq!((found.total, found.meant), (0, None), "{word}");
    }
}

#[test]
fn a_form_or_a_compound_nobody_has_written_can_be_meant() {
    let index = titled(&["Hverdagsrehabilitering", "Heimesjukepleia veks"]);
    assert_eq!(ask(&index, "rehabilitiering"), ["Hverdagsrehabilitering"]);
    assert_eq!(ask(&index, "hjemmesykepleir"), ["Heimesjukepleia veks"]);
    let exactly = Query { as_typed: true, ..asked("hjemmesykepleir") };
    assert_eq!(index.search(&exactly).unwrap().total, 0);
}

#[test]
fn small_words_are_not_found_in_large_ones() {
    let others = ["Dei som reiser", "Gav og gir", "Samme sak", "Handovers", "Do more", "Har han"];
    let index = titled(&others);
    for word in [
        "demmens",
        "fallforebyggjande",
        "fallforebyggende",
        "samisk",
        "kommuneoverlege",
        "jordmor",
        "hår",
    ] {
        assert_eq!(ask(&index, word), Vec::<String>::new(), "{word}");
    }
    let index = titled(&["E-post", "Rom 24", "7 av 10", "E-læring", "24-7 i tenesta"]);
    assert_eq!(ask(&index, "e-læring"), ["E-læring"]);
    assert_eq!(ask(&index, "24-7"), ["24-7 i tenesta"]);
}

#[test]
fn the_forms_of_nynorsk_and_the_parts_inside_compounds_are_found() {
    for (typed, title) in [
        ("fallforebyggjande", "Fallforebygging"),
        ("førebyggjande", "Forebyggende arbeid"),
        ("sikkerhet", "Pasientsikkerhetsprogrammet"),
        ("planlegging", "Turnusplanlegging"),
        ("turnusplanlegging", "Planlegging av turnus"),
        ("sámi", "Samisk helse"),
    ] {
        assert_eq!(ask(&titled(&[title]), typed), [title], "{typed}");
    }
}
