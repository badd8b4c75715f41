//! Names and addresses are told apart; addresses never reach a text.

use super::super::email::{find, is_personal, mask, without};
use super::super::people::{self, Leader};

/// `name|address|detail` of each.
fn people(value: &str) -> Vec<String> {
    let mut found: Vec<Leader> = Vec::new();
    people::read(value, "prosjektleder", 1, &mut found);
    let show = |part: Option<String>| part.unwrap_or_default();
    found
        .into_iter()
        .map(|one| format!("{}|{}|{}", show(one.name), show(one.email), show(one.detail)))
        .collect()
}

#[test]
fn leaders_in_many_spellings() {
    let both = ["Kari Eksempel|kari@eksempel.no|", "Ola Prøve|ola@example.no|"];
    for value in [
        "Kari Eksempel: kari@eksempel.no, Ola Prøve: ola@example.no",
        "Kari Eksempel (kari@eksempel.no) og Ola Prøve (ola@example.no)",
        "Kari Eksempel <kari@eksempel.no>; Ola Prøve <ola@example.no>",
        "Kari Eksempel, e-post: kari@eksempel.no / Ola Prøve, e-post: ola@example.no",
        "kari@eksempel.no Kari Eksempel, ola@example.no Ola Prøve",
        "Kari Eksempel mailto:kari@eksempel.no, Ola Prøve mailto:ola@example.no",
        "Kari Eksempel kari (at) eksempel.no og Ola Prøve ola [at] example.no",
    ] {
        assert_eq!(people(value), both, "{value}");
    }
    assert_eq!(people("Kari Eksempel og Ola Prøve"), ["Kari Eksempel||", "Ola Prøve||"]);
    assert_eq!(people("Kari Eksempel & Ola A. Prøve"), ["Kari Eksempel||", "Ola A. Prøve||"]);
    assert_eq!(
        people("Kari Eksempel, fagutvikler, kari@eksempel.no"),
        ["Kari Eksempel|kari@eksempel.no|fagutvikler"]
    );
    assert_eq!(
        people("Kari Eksempel (fagutvikler), Ola Prøve"),
        ["Kari Eksempel||fagutvikler", "Ola Prøve||"]
    );
    assert_eq!(
        people("Prøvedal kommune v/ Kari Eksempel: kari@eksempel.no"),
        ["Kari Eksempel|kari@eksempel.no|Prøvedal kommune"]
    );
    assert_eq!(people("Kari"), ["Kari||"]);
    assert_eq!(people("kari@eksempel.no"), ["|kari@eksempel.no|"]);
    assert_eq!(
        people("Kari Eksempel, Ola Prøve: ola@example.no"),
        ["Kari Eksempel||", "Ola Prøve|ola@example.no|"]
    );
}

#[test]
fn what_one_person_does_is_no_name_with_a_detail() {
    let title = "Leiande seniorforskar og forskingsleiar";
    assert_eq!(people(title), [format!("{title}||")]);
    assert_eq!(people("Kari og Ola"), ["Kari||Ola"], "names are told apart as before");
}

#[test]
fn names_are_told_from_offices() {
    assert!(people::is_names("Kari Eksempel"));
    assert!(people::is_names("Kari Eksempel og Per-Ola von Prøve"));
    for other in ["Prøvedal kommune", "Helsedirektoratet", "Eksempel Sykehjem", "kari", "Av og til"]
    {
        assert!(!people::is_names(other), "{other}");
    }
}

#[test]
fn addresses_are_found_however_they_are_written() {
    for text in [
        "kari@eksempel.no",
        "KARI@EKSEMPEL.NO",
        "kari.eksempel+x@post.eksempel.no",
        "kari(at)eksempel.no",
        "kari @ eksempel.no",
        "kari @eksempel.no",
        "kåre@blåbær.no",
        "kari＠eksempel.no",
        "mailto:kari@eksempel.no",
        "kari [at] eksempel.no",
    ] {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(without(text, &found).trim(), "", "{text}");
    }
    for text in ["@helsedir", "3 @ 5 kroner", "e-post", "(a) og (b)", "kart/@59.9,10.7"] {
        assert_eq!(find(text), [], "{text}");
    }
    for text in ["skriv til kari@", "skriv til kari@ i dag"] {
        assert_eq!(find(text).len(), 1, "{text}");
    }
}

#[test]
fn offices_keep_their_address() {
    for address in ["post@eksempel.no", "postmottak@eksempel.no", "usht.prove@eksempel.no"] {
        assert!(!is_personal(address), "{address}");
    }
    for address in ["kari@eksempel.no", "kari.post@eksempel.no", "postmann@eksempel.no"] {
        assert!(is_personal(address), "{address}");
    }
}

#[test]
fn what_is_left_reads_well() {
    for (text, left) in [
        ("Kontakt Kari Eksempel, kari@eksempel.no, for mer.", "Kontakt Kari Eksempel, for mer."),
        ("Skriv til kari@eksempel.no i dag", "Skriv til […] i dag"),
        ("Leder er Kari Eksempel (kari@eksempel.no).", "Leder er Kari Eksempel."),
        ("Leder er Kari Eksempel (e-post: kari@eksempel.no).", "Leder er Kari Eksempel."),
        ("Per Prøve, e-post: per@eksempel.no", "Per Prøve"),
    ] {
        let found = find(text);
        assert_eq!(super::super::text::tidy(&without(text, &found)), left, "{text}");
    }
    assert_eq!(mask("kari@eksempel.no"), "k…@eksempel.no");
    assert_eq!(mask("ko@eksempel.no"), "…@eksempel.no");
}
