//! Marked words and snippets.
use super::{MarkedPiece, asked, document, filled, shown};

#[test]
fn what_matched_is_marked() {
    let mut document = document(1, "Måltidene på PDSA-sirkel & <b>", "");
    document.lead = "Maaltider, MÅLTID og måltidsglede.".to_owned();
    let index = filled(&[document]);
    let hit = |words: &str| index.search(&asked(words)).unwrap().hits.remove(0);
    assert_eq!(shown(&hit("måltid").title_pieces), "[Måltidene] på PDSA-sirkel & <b>");
    assert_eq!(shown(&hit("måltid").snippet), "[Maaltider], [MÅLTID] og [måltid]sglede.");
    assert_eq!(shown(&hit("\"måltid\"").snippet), "Maaltider, [MÅLTID] og måltidsglede.");
    assert_eq!(shown(&hit("pdsa-sirkel").title_pieces), "Måltidene på [PDSA-sirkel] & <b>");
    assert_eq!(shown(&hit("sirkel").title_pieces), "Måltidene på PDSA-[sirkel] & <b>");
    assert_eq!(shown(&hit("").snippet), "Maaltider, MÅLTID og måltidsglede.");
}

#[test]
fn the_snippet_shows_where_most_of_the_words_are() {
    let filler = "Her står det noe helt annet om ærlige øyne. ".repeat(20);
    let mut document = document(1, "Tittel", "");
    document.lead = "Ingressen nevner ernæring.".to_owned();
    document.body = format!("{filler}Ernæring og søvn\n\nhører\tsammen. {filler}");
    let index = filled(&[document]);
    let found = index.search(&asked("ernæring søvn")).unwrap();
    let snippet = shown(&found.hits[0].snippet);
    assert!(snippet.starts_with("… "), "{snippet}");
    assert!(snippet.contains("[Ernæring] og [søvn] hører sammen. Her"), "{snippet}");
    assert!(snippet.ends_with(" …") && snippet.len() < 330, "{snippet}");
    let found = index.search(&asked("ernæring")).unwrap();
    assert_eq!(shown(&found.hits[0].snippet), "Ingressen nevner [ernæring].");
}

#[test]
fn what_comes_before_all_of_it_stands_together_is_not_taken_for_enough() {
    let filler = "Her står det noe helt annet om ærlige øyne. ".repeat(20);
    let mut document = document(1, "Tittel", "");
    document.body = format!(
        "Først ernæring alene. {filler}Ernæring, søvn og så ernæring igjen. {filler}Søvn og ernæring til sist."
    );
    let index = filled(&[document]);
    let found = index.search(&asked("ernæring søvn")).unwrap();
    let snippet = shown(&found.hits[0].snippet);
    assert!(snippet.contains("[Ernæring], [søvn] og så [ernæring] igjen. Her"), "{snippet}");
    let found = index.search(&asked("ernæring")).unwrap();
    let snippet = shown(&found.hits[0].snippet);
    assert!(snippet.starts_with("Først [ernæring] alene. Her"), "{snippet}");
}

/// Each stretch of the snippet stands in the text, and begins and ends where a word does.
pub(super) fn is_faithful(snippet: &[MarkedPiece], text: &str) -> bool {
    let plain: String = snippet.iter().map(|piece| piece.text.as_str()).collect();
    let (cut_before, plain) = match plain.strip_prefix("… ") {
        Some(rest) => (true, rest.to_owned()),
        None => (false, plain),
    };
    let (cut_after, plain) = match plain.strip_suffix(" …") {
        Some(rest) => (true, rest),
        None => (false, &*plain),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.match_indices(plain).any(|(at, _)| {
        let starts = text[..at].chars().next_back().is_none_or(char::is_whitespace);
        let ends = text[at + plain.len()..].starts_with(char::is_whitespace);
        (!cut_before || starts) && (!cut_after || ends)
    })
}
