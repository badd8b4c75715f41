//! Which words match which, and what comes first.
use super::{ask, asked, document, filled, shown, titled, titles};

#[test]
fn letters_fold_both_ways() {
    let pairs = [
        ("Måltid", "maltid"),
        ("Måltid", "maaltid"),
        ("Maaltid", "måltid"),
        ("Ærlighet", "aerlighet"),
        ("Fraværet", "fravaeret"),
        ("Førstehjelp", "forstehjelp"),
        ("Førstehjelp", "foerstehjelp"),
        ("Foerstehjelp", "førstehjelp"),
        ("Arbeidsmiljøenheten", "arbeidsmiljoeenheten"),
        ("Čáhcesuolu", "cahcesuolu"),
        ("Deanuleagis đ", "d"),
        ("Boŋka", "bonka"),
        ("Boŋka", "bongka"),
        ("Bongka", "boŋka"),
        ("Šaddu", "saddu"),
        ("Ŧŧa", "tta"),
        ("Žurgat", "zurgat"),
        ("Cafe\u{301}", "café"),
        ("Åpen", "A\u{30a}pen"),
        ("Idé", "ide"),
    ];
    let index = titled(&pairs.map(|(title, _)| title));
    for (title, words) in pairs {
        for words in [words.to_owned(), words.to_uppercase()] {
            assert!(ask(&index, &words).contains(&title.to_owned()), "{words}");
        }
    }
}

#[test]
fn the_exact_form_ranks_higher() {
    let index = titled(&["Bjorg dag", "Bjørg dag"]);
    assert_eq!(ask(&index, "bjørg"), ["Bjørg dag", "Bjorg dag"]);
    assert_eq!(ask(&index, "bjorg"), ["Bjorg dag", "Bjørg dag"]);
}

#[test]
fn inflected_forms_are_found_after_the_form_itself() {
    let index = titled(&["Måltidene hjemme", "Måltid hjemme"]);
    assert_eq!(ask(&index, "måltid"), ["Måltid hjemme", "Måltidene hjemme"]);
    assert_eq!(ask(&index, "måltidene"), ["Måltidene hjemme", "Måltid hjemme"]);
    assert_eq!(ask(&titled(&["Godt arbeidsmiljøet"]), "arbeidsmiljø"), ["Godt arbeidsmiljøet"]);
}

#[test]
fn the_last_word_may_be_unfinished() {
    let index = titled(&["Fallforebygging", "Fall i trapp", "Avfall og frafall"]);
    assert_eq!(ask(&index, "fallf"), ["Fallforebygging"]);
    // Not the last, and no word: taken for the nearest.
    assert_eq!(ask(&index, "fallf trapp"), ask(&index, "fall trapp"));
    assert!(ask(&index, "fo").is_empty());
}

#[test]
fn title_before_theme_before_lead_before_body() {
    let mut documents: Vec<_> = (1..=4)
        .map(|number| document(number, &format!("Nummer {number}"), "Annen tekst"))
        .collect();
    // All have all parts: against empty neighbours even a short text counts as long.
    for document in &mut documents {
        document.lead = "En helt annen ingress".to_owned();
        document.headings = "En helt annen overskrift".to_owned();
    }
    documents[0].body = "Noe om ernæring her".to_owned();
    documents[1].lead = "Noe om ernæring her".to_owned();
    documents[2].headings = "Noe om ernæring her".to_owned();
    documents[3].title = "Noe om ernæring her".to_owned();
    let found = filled(&documents).search(&asked("ernæring")).unwrap();
    assert_eq!(titles(&found), ["Noe om ernæring her", "Nummer 3", "Nummer 2", "Nummer 1"]);
}

#[test]
fn places_and_organisations_are_searched() {
    let mut document = document(1, "Noe", "");
    document.places = "Troms\nTromsø".to_owned();
    document.organisations = "Eksempel sykehjem".to_owned();
    let index = filled(&[document]);
    assert_eq!(ask(&index, "tromso"), ["Noe"]);
    assert_eq!(ask(&index, "eksempel sykehjem"), ["Noe"]);
}

#[test]
fn all_words_come_first_but_any_will_do() {
    let long = "demens ".repeat(40);
    let mut one = document(1, "Demens demens", &long);
    one.lead = long.clone();
    let both = document(2, "Annet", &format!("{} demens og musikk", "fyllord ".repeat(300)));
    let index = filled(&[one, both]);
    assert_eq!(ask(&index, "demens musikk"), ["Annet", "Demens demens"]);
    assert_eq!(ask(&index, "demens romfart"), ["Demens demens", "Annet"]);
}

#[test]
fn who_has_all_of_many_words_comes_before_who_has_one() {
    let index = titled(&["Fall alene", "Fall medisin ernæring søvn"]);
    assert_eq!(
        ask(&index, "fall medisin ernæring søvn"),
        ["Fall medisin ernæring søvn", "Fall alene"]
    );
    assert_eq!(ask(&index, "alene xaxa xbxb xcxc"), ["Fall alene"]);
}

#[test]
fn common_words_count_only_when_alone() {
    let index = titled(&["Fall i hjemmet", "Dager i mai"]);
    assert_eq!(ask(&index, "i fall"), ["Fall i hjemmet"]);
    assert_eq!(ask(&index, "i").len(), 2);
}

#[test]
fn quotes_ask_for_the_words_side_by_side() {
    let index = titled(&["Trygg medisin hjemme", "Medisin er trygg hjemme", "Trygge medisiner"]);
    for quoted in ["\"trygg medisin\"", "«trygg medisin»", "“trygg medisin”", "”trygg medisin”"]
    {
        assert_eq!(ask(&index, quoted), ["Trygg medisin hjemme"], "{quoted}");
    }
    assert_eq!(
        ask(&index, "\"trygg"),
        ["Trygg medisin hjemme", "Medisin er trygg hjemme", "Trygge medisiner"]
    );
    assert_eq!(ask(&index, "\"trygge\""), ["Trygge medisiner"]);
    assert_eq!(ask(&index, "\"medisin er\" finnesikke"), ["Medisin er trygg hjemme"]);
    assert_eq!(ask(&index, "hjemme -\"trygg medisin\""), ["Medisin er trygg hjemme"]);
}

#[test]
fn minus_shuts_out() {
    let index = titled(&["Fall ute", "Fall inne", "Avfallet"]);
    assert_eq!(ask(&index, "fall -ute"), ["Fall inne"]);
    assert_eq!(ask(&index, "-fall"), ["Avfallet"]);
    assert_eq!(ask(&index, "-avfall").len(), 2);
    assert_eq!(ask(&index, "fall -"), ask(&index, "fall"));
}

#[test]
fn hyphens_may_be_there_or_not() {
    let index = titled(&["PDSA-sirkel", "Døgnet 24-7", "Epost til alle"]);
    for words in ["pdsa-sirkel", "pdsasirkel", "pdsa sirkel", "sirkel", "PDSA", "pdsa-sirkelen"] {
        assert_eq!(ask(&index, words), ["PDSA-sirkel"], "{words}");
    }
    assert_eq!(ask(&index, "24-7"), ["Døgnet 24-7"]);
    assert_eq!(ask(&index, "e-post"), ["Epost til alle"]);
}

#[test]
fn one_wrong_letter_is_forgiven_when_nothing_else_hits() {
    let index = titled(&["Medisin", "Rullator"]);
    for words in ["medsin", "meedisin", "medisim", "mediisn", "nedisin"] {
        let found = index.search(&asked(words)).unwrap();
        assert_eq!(titles(&found), ["Medisin"], "{words}");
        assert_eq!(shown(&found.hits[0].title_pieces), "[Medisin]", "{words}");
    }
    assert!(ask(&titled(&["Fall"]), "fill").is_empty());
    // The word itself is there, so its neighbour is not what was meant.
    assert_eq!(ask(&titled(&["Hender", "Hendel"]), "hender"), ["Hender"]);
}
