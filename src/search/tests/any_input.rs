//! Nothing that is written or asked can go wrong.
use proptest::prelude::*;

use super::shown::is_faithful;
use super::{Document, ask, asked, document, filled, shown, varied};

#[test]
fn questions_of_any_shape_are_answered() {
    let index = varied();
    let long = "ord ".repeat(5000);
    for words in [
        "\"",
        "\"\"",
        "-",
        "--",
        "-\"",
        "-\"\"",
        "*",
        "felles*",
        "(felles",
        "a:b",
        "title:felles",
        "+felles",
        "~1",
        "felles^9",
        "\0",
        "🦀",
        "felles 🦀",
        "[a TO b]",
        "OR",
        "AND NOT",
        "\\",
        "''",
        "-----felles",
        "«",
        "»«",
        "\u{301}",
        "\u{ad}",
        "a-b-c-d-e-f-g-h-i-j-k-l",
        &long,
    ] {
        let found = index.search(&asked(words)).unwrap();
        assert!(found.hits.len() <= found.total + found.below, "{words}");
    }
    assert_eq!(ask(&index, "🦀").len(), 0);
    assert!(index.search(&asked(&long)).unwrap().cut);
    assert!(index.search(&asked(&"å".repeat(401))).unwrap().cut);
    assert!(!index.search(&asked("felles ord")).unwrap().cut);
    assert!(
        index
            .search(&asked(&(1..26).map(|n| format!("a{n}")).collect::<Vec<_>>().join(" ")))
            .unwrap()
            .cut
    );
}

#[test]
fn a_word_is_marked_between_its_letters_however_many_bytes_they_have() {
    let index = filled(&[document(1, "Ordet storẞȺ", "Om ordet.")]);
    for words in ["storß", "storßⱥ", "stor"] {
        let found = index.search(&asked(words)).unwrap();
        for hit in &found.hits {
            assert_eq!(shown(&hit.title_pieces).replace(['[', ']'], ""), "Ordet storẞȺ", "{words}");
        }
    }
    assert_eq!(ask(&index, "storß").len(), 1, "it begins so");
}

/// Making an index takes far longer than asking it, so each case holds many documents.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 60, ..Default::default() }
}

fn numbered(texts: &[(String, String, String)]) -> Vec<Document> {
    let numbers = 1_u128..;
    let one = |(number, (title, lead, body)): (u128, &(String, String, String))| Document {
        lead: lead.clone(),
        ..document(number, title, body)
    };
    numbers.zip(texts).map(one).collect()
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn nothing_that_is_written_or_asked_goes_wrong(
        texts in prop::collection::vec((
            ".{0,60}",
            "(?s).{0,400}",
            "([a-zæøåŋčđ\u{301}\u{ad}.\"«»🦀'-]{0,12}[ \n]){0,60}",
        ), 1..12),
        questions in prop::collection::vec("(?s).{0,80}", 12),
        syntax in prop::collection::vec("([a-zøå\"«»-]{0,3} ?){0,12}", 24),
    ) {
        let documents = numbered(&texts);
        let index = filled(&documents);
        let from_texts = texts.iter().flat_map(|(title, _, body)| {
            [title.clone(), format!("\"{title}\""), body.chars().take(30).collect()]
        });
        for words in questions.into_iter().chain(syntax).chain(from_texts) {
            for hit in index.search(&asked(&words)).unwrap().hits {
                let shown: String = hit.title_pieces.iter().map(|piece| &*piece.text).collect();
                let visible = |c: &char| !c.is_whitespace() && !c.is_control();
                let (shown, title) = (shown.chars(), hit.title.chars());
                prop_assert!(shown.filter(visible).eq(title.filter(visible)));
                prop_assert!(hit.snippet.iter().all(|piece| !piece.text.is_empty()));
            }
        }
    }

    #[test]
    fn a_snippet_is_a_stretch_of_the_text_in_whole_words(
        bodies in prop::collection::vec("([a-zæøå]{1,14}[.,]? ){1,200}", 12),
        nth in 0_usize..200,
    ) {
        let documents: Vec<_> = (1..).zip(&bodies).map(|(n, b)| document(n, "Tittel", b)).collect();
        let index = filled(&documents);
        for body in &bodies {
            let words: Vec<_> = body.split(' ').filter(|word| !word.is_empty()).collect();
            let found = index.search(&asked(words[nth % words.len()])).unwrap();
            for hit in &found.hits {
                let body = &documents.iter().find(|document| document.id == hit.id).unwrap().body;
                prop_assert!(is_faithful(&hit.snippet, body), "{}", shown(&hit.snippet));
                prop_assert!(hit.snippet.iter().any(|piece| piece.hit), "{}", shown(&hit.snippet));
            }
        }
    }

    #[test]
    fn every_word_that_was_put_in_is_found(
        words in prop::collection::vec("[a-zæøåáčđŋšŧž]{1,20}", 30),
    ) {
        let index = filled(&(1..).zip(&words).map(|(n, w)| document(n, w, "")).collect::<Vec<_>>());
        for word in words {
            let found = index.search(&asked(&word)).unwrap();
            let hit = found.hits.iter().find(|hit| hit.title == word).unwrap();
            prop_assert!(hit.title_pieces.iter().all(|piece| piece.hit));
        }
    }
}
