//! Texts with all that tells something stand above the line, those with something of it below.
use super::super::{Document, Index, Query};
use super::{asked, document, filed, filled, narrowed, titled};

/// The titles above the line and below it.
fn sides(index: &Index, words: &str) -> (Vec<String>, Vec<String>) {
    let found = index.search(&asked(words)).unwrap();
    let (below, above): (Vec<_>, Vec<_>) = found.hits.into_iter().partition(|hit| hit.is_below);
    assert_eq!((found.total, found.below), (above.len(), below.len()), "{words}");
    let titles = |hits: Vec<super::super::Hit>| hits.into_iter().map(|hit| hit.title).collect();
    (titles(above), titles(below))
}

#[test]
fn all_words_that_tell_something_count() {
    let index = filled(&[
        document(1, "Fall", "Fall, fall og fall igjen."),
        document(2, "Natt", "Natt etter natt på sykehjem."),
        document(3, "Tryggere senger", "Fall på sykehjem skjer om natta."),
        document(4, "Sykehjem", "Et sykehjem."),
    ]);
    for words in
        ["fall sykehjem natt", "natt, sykehjem og fall", "hva er fall om natta på sykehjem"]
    {
        let (above, below) = sides(&index, words);
        assert_eq!(
            (above.as_slice(), below.len()),
            (&["Tryggere senger".to_owned()][..], 3),
            "{words}"
        );
    }
    // A word that is nowhere is in none of them.
    let (above, below) = sides(&index, "fall kvantefysikk");
    assert_eq!((above.len(), below.len()), (0, 2));
}

#[test]
fn a_word_that_is_nearly_everywhere_leaves_no_text_out() {
    let others = (2..=13).map(|n| document(n, "Nytt frå kommunen", "Kommunen melder."));
    let index = filled(&[document(1, "Demens", "")].into_iter().chain(others).collect::<Vec<_>>());
    let (above, below) = sides(&index, "kommunen demens");
    assert_eq!((above, below.len()), (vec!["Demens".to_owned()], 12));
}

#[test]
fn a_part_of_a_compound_is_something_of_it_and_all_parts_are_all() {
    let index = filled(&[
        document(1, "Forebygging av tvang", "Tvang kan forebygges."),
        document(2, "Sensor varsler", "Prosjektet er om fallforebygging i heimen."),
        document(3, "Førebygging av fall", "Fall hos eldre."),
        document(4, "Fall i kronekursen", "Kursen falt."),
    ]);
    let (mut above, mut below) = sides(&index, "fallforebygging");
    above.sort();
    below.sort();
    assert_eq!(above, ["Førebygging av fall", "Sensor varsler"]);
    assert_eq!(below, ["Fall i kronekursen", "Forebygging av tvang"]);
    let titles = ["Død vinkel", "Fall i trapp", "Varsel om dødsfall", "Dødsfallet"];
    let (above, below) = sides(&titled(&titles), "dødsfall");
    assert_eq!((above.len(), below.len()), (2, 2), "{above:?} {below:?}");
    // The word that was asked for is in the compound.
    assert_eq!(sides(&titled(&["Fallforebygging", "Noe annet"]), "fall").0, ["Fallforebygging"]);
    // What is left of a word without what stands before it is not the word.
    let (above, _) = sides(&titled(&["Læring i grupper", "E-læring"]), "e-læring");
    assert_eq!(above, ["E-læring"]);
}

#[test]
fn what_only_looks_like_a_word_is_something_of_it() {
    let index = filled(&[
        document(1, "Paracet på hytta", "Paracet i skapet."),
        document(2, "Mot feber", "Ungen fikk paracetamol."),
    ]);
    let (above, below) = sides(&index, "paracetamol");
    assert_eq!((above, below), (vec!["Mot feber".to_owned()], vec!["Paracet på hytta".to_owned()]));
    let (above, below) = sides(&titled(&["Mal for referat", "Mål for året"]), "mal");
    assert_eq!(
        (above, below),
        (vec!["Mal for referat".to_owned()], vec!["Mål for året".to_owned()])
    );
}

#[test]
fn the_page_that_is_asked_for_goes_over_the_line() {
    let index = filled(&[
        document(1, "Fall og natt", ""),
        document(2, "Natt", "Natt."),
        document(3, "Fall", "Fall."),
        document(4, "Natt på fall", ""),
    ]);
    let page = |offset, newest_first| {
        let query = Query { limit: 2, offset, newest_first, ..asked("fall natt") };
        let found = index.search(&query).unwrap();
        assert_eq!((found.total, found.below), (2, 2));
        found.hits.iter().map(|hit| hit.is_below).collect::<Vec<_>>()
    };
    for newest_first in [false, true] {
        assert_eq!(page(0, newest_first), [false, false]);
        assert_eq!(page(1, newest_first), [false, true]);
        assert_eq!(page(2, newest_first), [true, true]);
    }
}

#[test]
fn facets_count_what_stands_above_while_anything_does() {
    let with = |one: Document, theme: &str| Document { facets: filed(&[("theme", theme)]), ..one };
    let index = filled(&[
        with(document(1, "Fall om natta", ""), "fall"),
        with(document(2, "Natt i gangen", ""), "natt"),
        with(document(3, "Rust", ""), "natt"),
    ]);
    let themes = |query: &Query| index.search(query).unwrap().counts.of("theme").to_vec();
    assert_eq!(themes(&asked("fall natt")), [("fall".to_owned(), 1)]);
    assert_eq!(themes(&narrowed("theme", &["natt"], "fall natt")), [("fall".to_owned(), 1)]);
    assert_eq!(themes(&asked("rust fall")), [("fall".to_owned(), 1), ("natt".to_owned(), 1)]);
}

#[test]
fn a_work_stands_above_when_one_of_its_languages_does() {
    let index = filled(&[
        document(1, "Fall om natta", ""),
        Document {
            lang: "en".to_owned(),
            original: Some(uuid::Uuid::from_u128(1)),
            ..document(2, "Falls: fall", "")
        },
    ]);
    let query = Query { prefer_lang: Some("en".to_owned()), ..asked("fall natta") };
    let found = index.search(&query).unwrap();
    assert_eq!((found.total, found.below, found.hits.len()), (1, 0, 1));
    assert!(!found.hits[0].is_below && found.hits[0].also.len() == 1);
}
