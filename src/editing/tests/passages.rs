//! Passages are found again whatever the space between their words, and marked where they stand.

use crate::editing::passages::{Flat, lines};

const TEXT: &str =
    "Rolige måltider\n\nEt  sykehjem\nflyttet middagen. Middagen ble rolig.\nÆrlig talt";

#[test]
fn a_passage_is_found_whatever_the_space_between_its_words() {
    let flat = Flat::of(TEXT);
    let found = |passage: &str| flat.find(passage).map(|at| &TEXT[at]);
    assert_eq!(found("Et sykehjem flyttet"), Some("Et  sykehjem\nflyttet"));
    assert_eq!(found(" Ærlig\u{a0}talt\n"), Some("Ærlig talt"));
    assert_eq!(found("Et sykehus"), None);
    assert_eq!(found(" "), None, "all of it is no passage");
}

#[test]
fn a_line_of_its_own_comes_before_the_same_words_in_another() {
    let text = "Se Resultater under.\nResultater\nDet gikk bra.";
    let flat = Flat::of(text);
    assert_eq!(flat.find("Resultater"), Some(21..31));
    assert!(!flat.has_several("Resultater"), "the heading is meant");
    assert!(Flat::of(TEXT).has_several("e") && !flat.has_several("gikk bra"));
}

#[test]
fn lines_are_cut_where_passages_begin_and_end() {
    let flat = Flat::of(TEXT);
    let marks = [
        (1, flat.find("flyttet middagen. Middagen").unwrap()),
        (2, flat.find("Middagen ble").unwrap()),
    ];
    let cut = lines(TEXT, &marks);
    let numbers: Vec<usize> = cut.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4], "what is empty is no line");
    let told: Vec<(&str, bool, &[usize])> = cut[2]
        .pieces
        .iter()
        .map(|piece| (piece.text.as_str(), piece.is_marked, piece.ends.as_slice()))
        .collect();
    let expected: [(&str, bool, &[usize]); 4] = [
        ("flyttet middagen. ", true, &[]),
        ("Middagen", true, &[1]),
        (" ble", true, &[2]),
        (" rolig.", false, &[]),
    ];
    assert_eq!(told, expected);
    assert_eq!(cut[2].text(), "flyttet middagen. Middagen ble rolig.");
}
