//! What comes first: all words before some, wholes before parts, words before what only looks like them.
use super::super::Query;
use super::{ask, asked, document, filled, titled};

#[test]
fn a_text_with_all_words_comes_before_one_with_some() {
    let index = filled(&[
        document(1, "Fall", "Fall, fall og fall igjen."),
        document(2, "Natt", "Natt etter natt på sykehjem."),
        document(3, "Tryggere senger", "Fall på sykehjem skjer om natta."),
        document(4, "Sykehjem", "Et sykehjem."),
    ]);
    assert_eq!(ask(&index, "fall sykehjem natt")[0], "Tryggere senger");
    assert_eq!(ask(&index, "natt fall sykehjem")[0], "Tryggere senger");
}

#[test]
fn a_whole_question_finds_what_it_is_about() {
    let index = filled(&[
        document(1, "Hva er kvalitet?", "Hva gjør vi, og hva hjelper mot dårlig kvalitet?"),
        document(2, "Musikk mot uro om natten", "Personer med demens sov bedre."),
        document(3, "Demens", "En sykdom hos eldre personer."),
        document(4, "Natt og dag", "Turnus for nattevakter."),
    ]);
    let question = "hva hjelper mot nattlig uro hos personer med demens";
    assert_eq!(ask(&index, question)[0], "Musikk mot uro om natten");
}

#[test]
fn half_of_a_compound_is_half_of_the_word() {
    let index = filled(&[
        document(1, "Forebygging av tvang", "Tvang kan forebygges."),
        document(2, "Sensor varsler", "Prosjektet er om fallforebygging i heimen."),
        document(3, "Førebygging av fall", "Fall hos eldre."),
        document(4, "Fall i kronekursen", "Kursen falt."),
    ]);
    let found = ask(&index, "fallforebygging");
    let place = |title: &str| found.iter().position(|found| found == title);
    assert!(place("Sensor varsler") < place("Forebygging av tvang"), "{found:?}");
    assert!(place("Førebygging av fall") < place("Forebygging av tvang"), "{found:?}");
    assert!(place("Førebygging av fall") < place("Fall i kronekursen"), "{found:?}");
}

#[test]
fn a_compound_comes_before_what_has_one_of_its_parts() {
    let titles = ["Død vinkel", "Fall i trapp", "Varsel om dødsfall", "Dødsfallet"];
    let found = ask(&titled(&titles), "dødsfall");
    assert_eq!(found[..2], ["Varsel om dødsfall", "Dødsfallet"], "{found:?}");
    let index = filled(&[
        document(1, "Prosjektet ved livets slutt", "Samtaler om døden."),
        document(2, "Prosjektet er slutt", "Det sluttet uten midler."),
        document(3, "Slutt på papir", "Slutt, slutt, slutt."),
    ]);
    assert_eq!(ask(&index, "livets slutt")[0], "Prosjektet ved livets slutt");
}

#[test]
fn a_compound_comes_apart_where_one_part_is_new() {
    for (typed, title) in [
        ("demensutredning", "Utredning ved demens"),
        ("musikkbasert", "Basert på musikk"),
        ("kvaksepose", "Ny kvakse og pose"),
        ("pose", "Kvakseposer"),
        ("fiskemat", "Mat av fisk"),
        ("tannpuss", "Puss av tenner"),
    ] {
        assert_eq!(ask(&titled(&[title, "Noe annet"]), typed), [title], "{typed}");
    }
}

#[test]
fn words_made_from_one_root_answer_each_other() {
    for (typed, title) in [
        ("underernæring", "Underernærte eldre"),
        ("kardiologisk", "Kardiologi på nett"),
        ("dement", "Demens hos unge"),
        ("epileptiker", "Epilepsi og bad"),
        ("blødning", "Blødende sår"),
        ("veilede", "Veiledning i gruppe"),
        ("førebygging", "Vi forebygger"),
        ("innleggelse", "Gjeninnleggelser"),
        ("rolig", "Urolige netter"),
        ("kjøring", "Han køyrer bil"),
    ] {
        assert_eq!(ask(&titled(&[title, "Noe annet"]), typed), [title], "{typed}");
    }
}

#[test]
fn false_friends_stay_out() {
    let titles =
        ["Frafall fra skolen", "Avfallet hentes", "Overfall i parken", "Tilfeller", "Utslag"];
    let index = titled(&titles);
    for word in ["fall", "slag", "falle"] {
        assert_eq!(ask(&index, word), Vec::<String>::new(), "{word}");
    }
    assert!(ask(&titled(&["Ulykke på veien"]), "lykke").is_empty());
    let index = titled(&["Rushtid på Ringveien", "Rustbehandling av bruer", "Om rusmidler"]);
    assert_eq!(ask(&index, "rus")[0], "Om rusmidler");
}

#[test]
fn what_looks_like_a_word_comes_last() {
    let index = filled(&[
        document(1, "Paracet på hytta", "Paracet i skapet."),
        document(2, "Mot feber", "Ungen fikk paracetamol."),
    ]);
    assert_eq!(ask(&index, "paracetamol"), ["Mot feber", "Paracet på hytta"]);
    let index = titled(&["Robotstøvsugerne kom", "Støv i gangen", "Noe annet"]);
    assert_eq!(ask(&index, "robotstøvsuging")[0], "Robotstøvsugerne kom");
}

#[test]
fn numbers_written_together_are_found_apart() {
    assert_eq!(ask(&titled(&["Ring 116 117", "Ring 113"]), "116117"), ["Ring 116 117"]);
}

#[test]
fn all_that_is_found_at_once_stands_as_in_a_search_page_by_page() {
    let text = |n: usize| format!("{} {} papir", "fall ".repeat(n % 7), "natt ".repeat(n % 5));
    let documents: Vec<_> =
        (1..=150).map(|n| document(n as u128, &format!("Sak {n}"), &text(n))).collect();
    let index = filled(&documents[..90]);
    index.apply(&documents[90..], &[], 2).unwrap();
    let found = index.find(&asked("fall natt")).unwrap();
    let mut searched = Vec::new();
    for offset in [0, 60, 120] {
        let page = Query { offset, limit: 60, ..asked("fall natt") };
        searched.extend(index.search(&page).unwrap().hits.into_iter().map(|hit| hit.id));
    }
    assert_eq!(found.ids, searched);
    assert!(found.ids.len() > 140, "or there is no third page: {}", found.ids.len());
}

#[test]
fn what_a_dictionary_explains_a_word_by_is_found_behind_the_word() {
    let index = filled(&[
        document(1, "Tannråte hos barn", "Tannråte, tannråte og tannråte."),
        document(2, "Råd fra tannlegen", "Vi ser karies hos mange, og karies gjør vondt."),
        document(3, "Råte i huset", "Soppen brer seg."),
    ]);
    let found = ask(&index, "karies");
    assert_eq!(found[..2], ["Råd fra tannlegen", "Tannråte hos barn"], "{found:?}");
    assert_eq!(ask(&index, "tannråte")[0], "Tannråte hos barn");
}

#[test]
fn words_of_closed_classes_tell_less() {
    let index = filled(&[
        document(1, "Uten bil", "Uten bil går det også."),
        document(2, "Salt", "Salt i maten."),
        document(3, "Mange, mange, mange", "Mange vil det."),
        document(4, "Piller", "Piller til frokost."),
    ]);
    assert_eq!(ask(&index, "uten salt")[0], "Salt");
    assert_eq!(ask(&index, "mange piller")[0], "Piller");
}
