//! What is Norwegian about it: forms, compounds, the two written languages, and false friends.
use super::super::{BadSynonyms, File, Query, Synonyms};
use super::{ask, asked, document, filled, shown, titled};

#[test]
fn a_part_is_found_behind_the_word_itself() {
    let index =
        titled(&["Avfall i kommunen", "Hoftefall", "Fallforebygging", "Frafall", "Fall", "Fallet"]);
    let found = ask(&index, "fall");
    assert_eq!(found, ["Fall", "Fallet", "Hoftefall", "Fallforebygging"]);
}

#[test]
fn compounds_are_found_taken_apart_and_put_together() {
    let index =
        titled(&["Førebygging av fall", "Dør med elektronisk lås", "Gartneri og hagestell"]);
    assert_eq!(ask(&index, "fallforebygging"), ["Førebygging av fall"]);
    assert_eq!(ask(&index, "dørlås"), ["Dør med elektronisk lås"]);
    let index = titled(&["Fallforebygging i hjemmet", "Fall i børskurser"]);
    assert_eq!(ask(&index, "forebygging av fall")[0], "Fallforebygging i hjemmet");
}

/// What is typed is cleaned as texts are before they are kept.
#[test]
fn a_loose_ring_and_a_soft_hyphen_are_no_part_of_what_is_asked() {
    let index = titled(&["Turer i Kåfjord", "Annet"]);
    for words in ["ka\u{2da}fjord", "ka\u{30a}fjord", "kå\u{ad}fjord"] {
        assert_eq!(ask(&index, words), ["Turer i Kåfjord"], "{words}");
        assert_eq!(index.begun(words, 5).unwrap(), ["kåfjord"], "{words}");
    }
}

#[test]
fn both_written_languages_answer_each_other() {
    for (one, other) in [
        ("sykehjem", "Sjukeheimane"),
        ("hjemmesykepleier", "Heimesjukepleiarar"),
        ("heimetenesta", "Hjemmetjenester"),
        ("ensomhet", "Einsemda"),
        ("brukerundersøkelser", "Brukarundersøkinga"),
        ("tilsette", "Ansatt"),
        ("ikkje", "Ikke"),
        ("uke", "Veker"),
    ] {
        assert_eq!(ask(&titled(&[other]), one), [other], "{one}");
        assert_eq!(ask(&titled(&[one]), other), [one], "{other}");
    }
}

#[test]
fn words_of_the_texts_teach_compounds() {
    let words = "zupla";
    let compound = "Zuplatrening";
    assert!(ask(&titled(&[compound, "Annet"]), words).len() <= 1);
    let index = titled(&[compound, "Zupla her", "Zupla der"]);
    assert!(ask(&index, words).contains(&compound.to_owned()));
}

#[test]
fn only_the_part_that_matched_is_marked() {
    let index = filled(&[document(1, "Sykehjemslegene", "Fallrisikoen ved trykksår")]);
    let marked = |words: &str| {
        let hit = index.search(&asked(words)).unwrap().hits.remove(0);
        format!("{} {}", shown(&hit.title_pieces), shown(&hit.snippet))
    };
    assert_eq!(marked("lege"), "Sykehjems[legene] Fallrisikoen ved trykksår");
    assert_eq!(marked("sjukeheim"), "[Sykehjem]slegene Fallrisikoen ved trykksår");
    assert_eq!(marked("fall"), "Sykehjemslegene [Fall]risikoen ved trykksår");
}

#[test]
fn what_was_probably_meant_is_told() {
    let index = titled(&["Legemiddelgjennomgang", "Demens"]);
    let meant = |words: &str| index.search(&asked(words)).unwrap().meant;
    assert_eq!(
        meant("legemidelgjennomgang demens").as_deref(),
        Some("legemiddelgjennomgang demens")
    );
    assert_eq!(meant("demens"), None);
    assert_eq!(meant("qqqqqqqq"), None);
}

#[test]
fn synonyms_answer_each_other_from_the_next_question_on() {
    let index = titled(&["Lærlinger", "Vikarer", "Vikarrom"]);
    assert!(!ask(&index, "lærling").contains(&"Vikarer".to_owned()));
    let mut synonyms = Synonyms::default();
    synonyms.add(&["lærling", "vikar"]).unwrap();
    assert_eq!(synonyms.add(&["fall", "fallet"]), Err(BadSynonyms::Twice("fallet".to_owned())));
    assert_eq!(synonyms.add(&["fall"]), Err(BadSynonyms::Alone));
    assert_eq!(synonyms.add(&["to ord", "ett"]), Err(BadSynonyms::NotAWord("to ord".to_owned())));
    index.set_synonyms(synonyms);
    assert_eq!(ask(&index, "lærling"), ["Lærlinger", "Vikarer", "Vikarrom"]);
}

#[test]
fn attachments_are_searched_and_the_page_is_told() {
    let mut with_file = document(1, "Rapport", "Kort om rapporten");
    with_file.files = vec![File {
        name: "Rapport.pdf".to_owned(),
        url_path: "filer/1/rapport.pdf".to_owned(),
        pages: vec!["Innledning".to_owned(), "Om nattevakter på sjukeheim".to_owned()],
    }];
    let index = filled(&[with_file, document(2, "Nattevakt", "")]);
    let found = index.search(&asked("nattevakt")).unwrap();
    assert_eq!(found.hits[0].title, "Nattevakt");
    let file = found.hits[1].file.as_ref().unwrap();
    assert_eq!((file.name.as_str(), file.page), ("Rapport.pdf", Some(2)));
    assert_eq!(shown(&found.hits[1].snippet), "Om [nattevakter] på sjukeheim");
}

#[test]
fn more_of_the_same_is_found() {
    let fall = "Fall på sykehjem forebygges med trening, sko og lys.";
    let index = filled(&[
        document(1, "Fall på sykehjem", fall),
        document(2, "Førebygging av fall på sjukeheimar", "Trening og gode sko."),
        document(3, "Budsjett for neste år", "Tall og tabeller."),
    ]);
    let id = uuid::Uuid::from_u128;
    let like = index.more_like(id(1), &Query::default()).unwrap();
    assert_eq!(like.first(), Some(&id(2)));
    assert!(!like.contains(&id(1)));
    assert!(index.more_like(uuid::Uuid::from_u128(9), &Query::default()).unwrap().is_empty());
}

/// What was found of a word before is known still, for a hundredth of the texts.
#[test]
fn what_comes_later_is_more_of_the_same_too() {
    let id = uuid::Uuid::from_u128;
    let mut documents: Vec<_> = (10..310)
        .map(|n| document(n, &format!("Møte {n}"), "Referat fra møtet om budsjett og plan."))
        .collect();
    documents.push(document(1, "Om zupla", "Zupla og krimt for alle."));
    let index = filled(&documents);
    let like = || index.more_like(id(1), &Query::default()).unwrap();
    assert!(!like().contains(&id(2)));
    index.apply(&[document(2, "Mer krimt", "Zupla og krimt igjen.")], &[], 2).unwrap();
    assert_eq!(like().first(), Some(&id(2)));
    index.apply(&[], &[id(2)], 3).unwrap();
    assert!(!like().contains(&id(2)));
}

/// What looks like an ending may be a part of the word: then all its forms lose it.
#[test]
fn a_word_that_ends_like_a_form_is_found_in_all_its_forms() {
    let index = titled(&["Kontroverser om vakt", "En kontrovers om turnus"]);
    for typed in ["kontrovers", "kontroverser", "kontroversene"] {
        let mut found = ask(&index, typed);
        found.sort();
        assert_eq!(found, ["En kontrovers om turnus", "Kontroverser om vakt"], "{typed}");
    }
}

/// Who has no keyboard for them types the letters without their marks, and stops before the word is whole.
#[test]
fn beginnings_are_found_with_letters_folded() {
    for (typed, title, marked) in [
        ("dearvvasvuoda", "Dearvvašvuođabálvalus", "[Dearvvašvuođa]bálvalus"),
        ("laringsnettv", "Læringsnettverket", "[Læringsnettv]erket"),
        ("laeringsnettv", "Læringsnettverket", "[Læringsnettv]erket"),
        ("okolog", "Økologisk mat", "[Økolog]isk mat"),
    ] {
        let index = titled(&[title, "Annet"]);
        let found = index.search(&asked(typed)).unwrap();
        assert_eq!(found.meant, None, "{typed}");
        let shown: Vec<String> = found.hits.iter().map(|hit| shown(&hit.title_pieces)).collect();
        assert_eq!(shown, [marked], "{typed}");
    }
}
