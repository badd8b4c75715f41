//! Misspelt words, and words that only look like others.
use super::super::{Called, Document, File, Named, Names, Query};
use super::{ask, asked, document, filled, shown, titled, titles};

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
    let index = titled(&["Bud på gangen", "Vekt hver uke", "Do på gangen"]);
    for word in ["budsjett", "vekst", "dø"] {
        let found = index.search(&asked(word)).unwrap();
        assert_eq!((found.total, found.meant), (0, None), "{word}");
    }
}

#[test]
fn a_name_and_an_english_word_of_an_english_page_are_not_taken_for_others() {
    let index = titled(&["Senga er liten", "Linje 12", "Beside the bed", "Solvegg"]);
    let meant = |words: &str| index.search(&asked(words)).unwrap().meant;
    assert_eq!(meant("Senja").as_deref(), Some("senga"));
    let mut names = Names::default();
    for name in ["Senja", "Vinje", "Gáivuotna - Kåfjord"] {
        names.add(Named::default(), Called::Place, &[name]);
    }
    index.set_names(names);
    for name in ["Senja", "Senjas", "vinje", "solveig"] {
        assert_eq!(meant(name), None, "{name}");
    }
    assert_eq!(meant("bedside").as_deref(), Some("beside"));
    let english = Query { prefer_lang: Some("en".to_owned()), ..asked("bedside") };
    assert_eq!(index.search(&english).unwrap().meant, None);
    let misspelt = Query { words: "besode".to_owned(), ..english };
    assert_eq!(index.search(&misspelt).unwrap().meant.as_deref(), Some("beside"));
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
        ("sykehjemm", "Sjukeheim"),
    ] {
        assert_eq!(ask(&titled(&[title]), typed), [title], "{typed}");
    }
}

#[test]
fn a_compound_that_is_written_comes_before_its_parts() {
    let index = filled(&[
        document(1, "Heim og heimen", "Siste reis heim. Sjukepleiaren kjem heim."),
        document(2, "Haustvaksine", "Heimesjukepleia tok imot."),
    ]);
    assert_eq!(ask(&index, "heimesjukepleie"), ["Haustvaksine", "Heim og heimen"]);
}

#[test]
fn a_word_in_the_only_attachment_counts() {
    let pages =
        vec!["Be om en vurdering av svelgfunksjonen. ".to_owned() + &"Les mer her. ".repeat(80)];
    let file = File { name: "Liste".to_owned(), url_path: "filer/x".to_owned(), pages };
    let with = Document { files: vec![file], ..document(1, "Måltid", "Tekst om maten.") };
    let others = (2..40).map(|n| document(n, &format!("Tekst {n}"), "Noe annet om noe annet."));
    let fixed = document(40, "Telefonen", "En fast funksjon i tjenesten.");
    let index = filled(&[with, fixed].into_iter().chain(others).collect::<Vec<_>>());
    assert_eq!(ask(&index, "svelgfunksjon"), ["Måltid", "Telefonen"]);
}

#[test]
fn a_phrase_is_found_in_an_attachment() {
    let pages = vec!["Forside".to_owned(), "Trenger hjelp til å skjære maten.".to_owned()];
    let file = File { name: "Liste".to_owned(), url_path: "filer/x".to_owned(), pages };
    let with = Document { files: vec![file], ..document(1, "Når maten blir stående", "Tekst.") };
    let index = filled(&[with, document(2, "Hjelp", "Til skjære")]);
    let found = index.search(&asked("\"hjelp til å skjære\"")).unwrap();
    assert_eq!(titles(&found), ["Når maten blir stående"]);
    assert_eq!(found.hits[0].file.as_ref().and_then(|file| file.page), Some(2));
    assert!(ask(&index, "\"hjelp til å spise\"").is_empty());
}

#[test]
fn a_hit_says_what_it_is_filed_under_when_nothing_else_shows_why() {
    let filed = Document {
        subjects: "Teknologi\nVelferdsteknologi\n".to_owned(),
        organisations: "Fjordkommunen".to_owned(),
        ..document(1, "Sensoren som ropte ulv", "Alarm hver natt.")
    };
    let index = filled(&[filed]);
    let told = |words: &str| {
        let hit = index.search(&asked(words)).unwrap().hits.remove(0);
        hit.filed.map(|pieces| shown(&pieces))
    };
    assert_eq!(told("velferdsteknologi").as_deref(), Some("[Velferdsteknologi]"));
    assert_eq!(told("fjordkommunen").as_deref(), Some("[Fjordkommunen]"));
    assert_eq!(told("alarm velferdsteknologi"), None, "the text shows why");
}

/// Themes are known by their names in all languages, and told by the first that was asked for.
#[test]
fn of_names_in_several_languages_the_first_that_fits_is_told() {
    let one =
        Document { subjects: "Fall\nFall\nFalls\n".to_owned(), ..document(1, "Huskeliste", "") };
    let found = filled(&[one]).search(&asked("fall")).unwrap();
    assert_eq!(found.hits[0].filed.as_deref().map(shown).as_deref(), Some("[Fall]"));
}
