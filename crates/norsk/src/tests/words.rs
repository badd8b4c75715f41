//! Folding, tokens, forms, the bridge, compounds, distance and order.

use std::collections::HashMap;

use proptest::prelude::*;

use crate::common::{COMMON, LITTLE};
use crate::compound::{Nothing, Vocabulary, split};
use crate::forms::{are_related, bridged, root, stem};
use crate::tokens::{TokenRole, spans};
use crate::{Doi, Issn, Near, distance, fold, is_common, normal, sort_key, spellings};

fn parts(word: &str) -> Vec<&str> {
    split(word, &Nothing).into_iter().map(|atom| &word[atom.range]).collect()
}

fn meets(one: &str, other: &str) -> bool {
    bridged(&stem(one)) == bridged(&stem(other))
}

fn keys(word: &str) -> Vec<String> {
    split(word, &Nothing).into_iter().map(|atom| atom.key).collect()
}

/// Words in so many documents each.
struct Counted(HashMap<&'static str, u32>);

impl Vocabulary for Counted {
    fn documents(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or_default()
    }
}

#[test]
fn common_words_are_in_order() {
    assert!(COMMON.is_sorted());
    assert!(is_common("hvilken") && is_common("korleis") && !is_common("ikke"));
    assert!(LITTLE.is_sorted());
    assert!(!LITTLE.iter().any(|word| is_common(word)));
}

#[test]
fn nynorsk_begins_and_ends_words_otherwise() {
    for (nynorsk, bokmal) in [
        ("samanslåing", "sammenslåing"),
        ("sjølvråderett", "selvråderett"),
        ("eigenomsorg", "egenomsorg"),
        ("utanforskap", "utenforskap"),
        ("søvnløyse", "søvnløshet"),
        ("nærleik", "nærhet"),
    ] {
        assert_eq!(bridged(&stem(nynorsk)), bridged(&stem(bokmal)), "{nynorsk}");
    }
    assert!(bridged("barneleik").ends_with("leik"));
}

/// That no compound of the dictionary ends in it does not make a word less of one.
#[test]
fn a_word_of_the_dictionary_is_a_part_before_what_is_none() {
    let word = "urinsyregikt";
    let parts: Vec<&str> =
        split(word, &Nothing).into_iter().map(|atom| &word[atom.range]).collect();
    assert_eq!(parts, ["urin", "syre", "gikt"]);
}

#[test]
fn words_are_explained_by_others() {
    let has = |word: &str, other: &str| crate::meanings(word).contains(&vec![other]);
    assert!(has("karies", "tannråte") && has("tannråte", "karies"));
    assert!(has("medisinen", "legemiddel"));
    assert!(crate::meanings("qqqq").is_empty() && crate::meanings("").is_empty());
}

/// The short way for letters that are composed gives what the long one does, which a «š» asks for.
#[test]
fn a_letter_is_the_same_whatever_stands_beside_it() {
    for letter in (0..=0xff_u8).map(char::from) {
        let alone = normal(&letter.to_string());
        assert_eq!(normal(&format!("{letter}š")), format!("{alone}š"), "{letter:?}");
    }
}

#[test]
fn forms_of_a_word_have_one_stem() {
    for forms in [
        &["fall", "fallet", "falla", "fallene", "fallets"][..],
        &["sykehjem", "sykehjemmet", "sykehjemmene", "sykehjemmets"],
        &["senter", "senteret", "sentre", "sentrene", "sentra"],
        &["middel", "middelet", "midler", "midlene"],
        &["nøkkel", "nøkkelen", "nøkler", "nøklene"],
        &["bok", "boka", "boken", "bøker", "bøkene"],
        &["heim", "heimen", "heimar", "heimane"],
        &["jente", "jenta", "jenter", "jentene"],
        &["pleier", "pleieren", "pleiere", "pleierne"],
        &["skrive", "skriver", "skrev", "skrevet", "skreiv"],
        &["bruke", "brukte", "brukt", "brukes"],
        &["bygge", "bygger", "bygde"],
        &["gammel", "gamle", "eldste"],
        &["konsultasjon", "konsultasjonen", "konsultasjonar", "konsultasjonane"],
        &["forsker", "forskeren", "forskere", "forskerne"],
        &["kontrovers", "kontroversen", "kontroverser", "kontroversene"],
        &["kontrast", "kontrasten", "kontraster", "kontrastane"],
        &["tendens", "tendensen", "tendenser", "tendensane"],
        &["webinar", "webinaret", "webinarer", "webinara", "webinarene"],
        &["barometer", "barometeret"],
        &["dilemma", "dilemmaet", "dilemmaer", "dilemmaene"],
        &["nærhet", "nærheten", "nærhetens"],
    ] {
        for form in forms {
            assert_eq!(stem(form), stem(forms[0]), "{form}");
        }
    }
}

#[test]
fn what_is_no_ending_stays() {
    for (one, other) in
        [("demens", "dem"), ("kurs", "kur"), ("senter", "sent"), ("lege", "legge"), ("takk", "tak")]
    {
        assert_ne!(stem(one), stem(other), "{one} {other}");
    }
}

#[test]
fn bokmal_and_nynorsk_meet() {
    for (bokmal, nynorsk) in [
        ("sykehjemmene", "sjukeheimane"),
        ("sykepleiere", "sjukepleiarar"),
        ("tjenestene", "tenestene"),
        ("hjemme", "heime"),
        ("ikke", "ikkje"),
        ("uke", "veke"),
        ("alvorlig", "alvorleg"),
        ("farlige", "farlege"),
        ("ensomhet", "einsemd"),
        ("sykdommer", "sjukdommar"),
        ("forebygging", "førebygging"),
        ("forebygge", "førebyggje"),
        ("undersøkelser", "undersøkingar"),
        ("hvem", "kven"),
        ("hvile", "kvile"),
        ("merker", "merkjer"),
    ] {
        assert!(meets(bokmal, nynorsk), "{bokmal} {nynorsk}");
    }
    for (one, other) in [("heim", "hjerne"), ("kvar", "var"), ("fall", "ball")] {
        assert!(!meets(one, other), "{one} {other}");
    }
}

#[test]
fn roots_lead_from_noun_to_verb() {
    let of = |word: &str| root(&bridged(&stem(word)));
    for (one, other) in [
        ("måling", "måle"),
        ("kartlegging", "kartlegge"),
        ("registrering", "registrere"),
        ("forskning", "forske"),
        ("forbindelsen", "forbinde"),
        ("utskrivning", "utskriving"),
    ] {
        assert_eq!(of(one), of(other), "{one} {other}");
    }
    assert!(are_related("norge", "norsk") || are_related("norg", "norsk"));
}

#[test]
fn compounds_come_apart_at_real_words() {
    for (word, expected) in [
        ("fallrisiko", &["fall", "risiko"][..]),
        ("sykehjemslege", &["sykehjems", "lege"]),
        ("hjemmesykepleie", &["hjemme", "sykepleie"]),
        ("matfellesskap", &["mat", "fellesskap"]),
        ("matavfall", &["mat", "avfall"]),
        ("dørlås", &["dør", "lås"]),
        ("barnesykehus", &["barne", "sykehus"]),
        ("nattilsyn", &["nat", "tilsyn"]),
        ("utviklingssenter", &["utviklings", "senter"]),
        ("ungdomsskole", &["ungdoms", "skole"]),
    ] {
        assert_eq!(parts(word), expected, "{word}");
    }
    assert_eq!(keys("hjemmetjenesten"), keys("heimetenesta"));
    assert_eq!(keys("hjemmesykepleieren"), keys("heimesjukepleiaren"));
    assert_eq!(keys("nattilsyn"), ["natt", "tilsyn"]);
}

#[test]
fn false_friends_stay_whole() {
    for word in [
        "frafall",
        "avfall",
        "tilfelle",
        "anfall",
        "overfall",
        "tilbud",
        "måltid",
        "omsorg",
        "samtale",
        "avtale",
        "vedtak",
        "kunnskap",
        "utvikling",
        "trykkeri",
        "bivirkning",
        "sykepleier",
        "barnehage",
        "stasjon",
        "registrering",
        "undersøkelse",
        "kjærlighet",
    ] {
        assert!(parts(word).is_empty(), "{word}: {:?}", parts(word));
    }
}

#[test]
fn the_texts_teach_new_parts() {
    assert!(parts("zumzum").is_empty());
    let texts = Counted(HashMap::from([("zumzo", 3), ("zimza", 3)]));
    let atoms = split("zumzozimza", &texts);
    assert_eq!(atoms.iter().map(|atom| &*atom.key).collect::<Vec<_>>(), ["zumzo", "zimz"]);
}

#[test]
fn one_part_may_be_new() {
    for (word, expected) in [
        ("stomipose", &["stomi", "pose"][..]),
        ("demensutredning", &["demens", "utredning"]),
        ("musikkbasert", &["musikk", "basert"]),
        ("zumbotrening", &["zumbo", "trening"]),
        ("rustbehandling", &["rust", "behandling"]),
    ] {
        assert_eq!(parts(word), expected, "{word}");
    }
    for word in ["kontrovers", "gerontologisk", "matematikk", "korona", "overmedisinering"] {
        assert!(parts(word).is_empty(), "{word}");
    }
}

#[test]
fn the_dictionary_knows_forms() {
    for (one, other) in [
        ("utlevert", "utlevere"),
        ("blør", "blø"),
        ("kontroverser", "kontrovers"),
        ("underernærte", "underernært"),
        ("hospiterte", "hospitere"),
    ] {
        assert_eq!(stem(one), stem(other), "{one} {other}");
    }
    assert_ne!(stem("varer"), stem("var"));
}

#[test]
fn roots_join_nouns_adjectives_and_persons() {
    let of = |word: &str| root(&bridged(&stem(word)));
    for words in [
        &["epilepsi", "epileptisk", "epileptiker"][..],
        &["urologi", "urologisk"],
        &["psykose", "psykotisk"],
        &["demens", "dement"],
        &["blødning", "blødende"],
        &["trening", "trene"],
        &["undersøkelse", "undersøking"],
        &["køyring", "kjøre"],
    ] {
        for word in words {
            assert_eq!(of(word), of(words[0]), "{word}");
        }
    }
}

#[test]
fn numbers_of_publications_are_checked() {
    for good in ["10.1000/182", "doi:10.1234/a.b(c)", "http://dx.doi.org/10.12345/x"] {
        assert!(good.parse::<Doi>().is_ok(), "{good}");
    }
    for bad in ["", "10.1/x", "10.1000", "10.1000/", "10.1000/a b", "10.x000/1", "12.1000/1"] {
        assert!(bad.parse::<Doi>().is_err(), "{bad}");
    }
    for good in ["0378-5955", "2434-561X", "2434561x"] {
        assert!(good.parse::<Issn>().is_ok(), "{good}");
    }
    for bad in ["", "0378-5956", "X378-5955", "0378-59555", "0378‑595"] {
        assert!(bad.parse::<Issn>().is_err(), "{bad}");
    }
}

#[test]
fn letters_that_come_twice_are_bridged_at_once() {
    for word in ["tagjj", "bakkjøkjen", "farlegj", "𖫐gjj"] {
        let both = bridged(word);
        assert_eq!(bridged(&both), both, "{word}");
    }
    assert_eq!(bridged("gjengjeld"), "gjengeld", "a word may begin so");
}

proptest! {
    #[test]
    fn folding_and_normalising_twice_is_once(text in "\\PC{0,24}") {
        let once = normal(&text);
        prop_assert_eq!(normal(&once), once.clone());
        let folded = fold(&once);
        prop_assert_eq!(fold(&folded), folded);
        prop_assert!(!spellings(&once).is_empty());
    }

    #[test]
    fn spans_are_stretches_of_the_text_in_order(text in "(?s).{0,80}") {
        let mut at = 0;
        for span in spans(&text) {
            prop_assert!(span.from >= at && span.from < span.to);
            prop_assert!(text.get(span.from..span.to).is_some());
            if span.role != TokenRole::Joined {
                at = span.to;
            }
        }
    }

    #[test]
    fn splitting_never_loses_letters(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "fall", "syke", "hjem", "s", "e", "natt", "tilsyn", "lege", "risiko", "x", "øæå",
                "forebygging", "ing", "en",
            ]),
            1..7,
        ),
        any in "\\PC{0,20}",
    ) {
        for word in [words.concat(), normal(&any)] {
            let atoms = split(&word, &Nothing);
            let whole: String = atoms.iter().map(|atom| &word[atom.range.clone()]).collect();
            prop_assert!(atoms.is_empty() || whole == word);
            prop_assert!(atoms.len() != 1);
            prop_assert!(atoms.iter().all(|atom| atom.link < atom.range.len() && !atom.key.is_empty()));
        }
    }

    #[test]
    fn any_word_has_a_stem(any in "\\PC{0,30}") {
        let word = normal(&any);
        let stem = stem(&word);
        prop_assert_eq!(stem.is_empty(), word.is_empty());
        let both = bridged(&stem);
        prop_assert_eq!(bridged(&both), both.clone());
        prop_assert_eq!(root(&both).is_empty(), word.is_empty());
    }

    /// The letters that are bridged, so that they meet in every way.
    #[test]
    fn what_is_bridged_is_bridged_for_good(word in "[degijhkflmorstvø]{0,12}") {
        let both = bridged(&word);
        prop_assert_eq!(bridged(&both), both.clone());
    }

    #[test]
    fn distance_is_the_same_both_ways(a in "[a-cø]{0,8}", b in "[a-cø]{0,8}") {
        prop_assert_eq!(distance(&a, &b, 3), distance(&b, &a, 3));
        prop_assert_eq!(distance(&a, &a, 0), Some(0));
        prop_assert_eq!(distance(&a, &b, 0).is_some(), a == b);
        if let Some(near) = Near::to(&a) {
            prop_assert_eq!(near.distance(&b, 8), distance(&a, &b, 8));
            prop_assert_eq!(near.distance(&b, 2), distance(&a, &b, 2));
        }
    }

    #[test]
    fn sort_keys_are_for_anything(a in "\\PC{0,20}") {
        prop_assert_eq!(sort_key(&a), sort_key(&a.clone()));
    }
}

#[test]
fn a_text_has_the_same_letters_whatever_program_wrote_it() {
    for (written, tidy) in [
        ("helse\u{ad}tjenesten", "helsetjenesten"),
        ("på\u{200b}følgende\u{feff}", "påfølgende"),
        ("ﬁre ﬂere eﬃcient", "fire flere efficient"),
        ("l\u{2da}as, a\u{2da}pen og \u{2da}Ase", "lås, åpen og Åse"),
        ("c\u{30c}áhci", "čáhci"),
        ("37 ˚C og 5°", "37 ˚C og 5°"),
        ("x² og 1½", "x² og 1½"),
        ("👩\u{200d}⚕\u{fe0f} og a\u{200d}b", "👩\u{200d}⚕\u{fe0f} og ab"),
        ("rent", "rent"),
    ] {
        assert_eq!(crate::tidy(written), tidy);
        assert_eq!(crate::tidy(tidy), tidy);
    }
}

proptest::proptest! {
    #[test]
    fn what_is_tidy_stays_so(text in "[a-cA ˚\u{ad}\u{200d}\u{30a}\u{300}ﬁéå👩\n]{0,20}") {
        let once = crate::tidy(&text).into_owned();
        proptest::prop_assert_eq!(crate::tidy(&once), once.as_str());
    }
}
