//! Advice on the language, in the language of the text; it stops nobody.

use crate::editing::plain::{Hint, hints};
use crate::i18n::Lang;

fn stiff(lang: Lang, text: &str) -> Vec<&'static str> {
    let said = |hint: Hint| match hint {
        Hint::Stiff { said, .. } => Some(said),
        Hint::Long { .. } | Hint::Named { .. } => None,
    };
    hints(lang, std::iter::once(text)).into_iter().filter_map(said).collect()
}

#[test]
fn words_of_offices_are_told_in_both_written_languages() {
    let nb = "I henhold til planen foreligger det tall, herunder for fall.";
    assert_eq!(stiff(Lang::Nb, nb), ["i henhold til", "herunder", "foreligger"]);
    assert_eq!(stiff(Lang::Nn, "I høve til planen føreligg det tal."), ["i høve til", "føreligg"]);
    assert!(stiff(Lang::En, nb).is_empty() && stiff(Lang::Nn, "Foreligger").is_empty());
    // Not inside other words, and once each.
    assert!(stiff(Lang::Nb, "Såkalt herunderlig.").is_empty());
    assert_eq!(stiff(Lang::Nb, "Angående fall. Angående mat."), ["angående"]);
}

#[test]
fn a_full_name_is_told() {
    let told = |text: &str| hints(Lang::Nb, std::iter::once(text));
    let name = "Kari Nordmann".to_owned();
    assert_eq!(told("Prøv lys hos Kari Nordmann på rom 12."), [Hint::Named { name }]);
    for nobody in ["Sykehjemmet Solsiden Øst.", "I Karl Johans gate.", "Per Uke.", "Kari falt."] {
        assert!(told(nobody).is_empty(), "{nobody}");
    }
}

#[test]
fn a_long_sentence_is_told_by_its_beginning() {
    let long = format!("Vi gikk{} hjem. Kort etterpå.", " videre".repeat(28));
    let told = hints(Lang::Nb, std::iter::once(long.as_str()));
    let start = "Vi gikk videre videre videre videre".to_owned();
    assert_eq!(told, [Hint::Long { start, words: 31 }]);
    let right = format!("Vi gikk{} hjem.", " videre".repeat(27));
    assert!(hints(Lang::Nb, std::iter::once(right.as_str())).is_empty());
    let many = "Angående. ".to_owned() + &format!("{}. ", "ord ".repeat(31)).repeat(20);
    assert_eq!(hints(Lang::Nb, std::iter::once(many.as_str())).len(), 8, "enough to begin with");
}
