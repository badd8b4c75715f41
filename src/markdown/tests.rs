//! However deep a text is, what comes of it is shallow, whole and made in no time.

use super::{DEEPEST, Placement, is_too_deep, leaves, on_paper, plain, render};
use crate::i18n::{Lang, Text};
use crate::pdf::text::{Block, Inline};
use crate::text::{NESTED, check_prose};

/// As long as a text may be.
const LONG: usize = 50_000;

/// Texts that are too deep, each with the word that stands innermost.
fn deep() -> Vec<String> {
    let lists = (0..150).map(|n| format!("{}- a\n", "  ".repeat(n)));
    let turns = |n: usize| if n.is_multiple_of(2) { "*a " } else { "**a " };
    let marks: String = (0..200).map(turns).collect();
    let ends: String =
        (0..200).rev().map(|n| turns(n).replace('a', "").trim().to_owned()).collect();
    vec![
        format!("{}innerst", ">".repeat(LONG)),
        format!("{}innerst", "> ".repeat(LONG / 2)),
        format!("{}innerst", "+ ".repeat(LONG / 2)),
        format!("{}innerst", "1. ".repeat(LONG / 3)),
        format!("{}innerst", "- > ".repeat(LONG / 4)),
        format!("{}{}- innerst", lists.collect::<String>(), "  ".repeat(150)),
        format!("{marks}innerst{ends}"),
    ]
}

/// How many of these tags stand open at once, at most.
fn depth(html: &str, tags: &[&str]) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for part in html.split('<').skip(1) {
        let name = part.split(['>', ' ']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) if tags.contains(&name) => open -= 1,
            None if tags.contains(&name) => open += 1,
            _ => {}
        }
        most = most.max(open);
    }
    most
}

#[test]
fn what_is_too_deep_is_refused() {
    for text in deep().iter().chain([&"[".repeat(LONG)]) {
        let start: String = text.chars().take(20).collect();
        assert!(is_too_deep(text), "{start}");
        let fault = check_prose("body", text, 2 * LONG).unwrap_err();
        assert_eq!(fault.key, NESTED, "{start}");
        assert!(fault.to_string().contains("`body` has quotations"), "{fault}");
        for lang in [Lang::Nb, Lang::Nn, Lang::En] {
            assert!(fault.words(Text::new(lang)).as_str().contains(&DEEPEST.to_string()));
        }
    }
}

#[test]
fn what_a_writer_writes_is_not() {
    let lines = ["* ".repeat(100), "- ".repeat(100), "_".repeat(100), "[a](b) ".repeat(200)];
    for text in lines.iter().map(String::as_str).chain([
        "> > > tre\n\n- en\n  - to\n    1. tre\n       - [ ] fire **fem *seks***",
        "# En\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "2026. Et år\n\n>>> sitat",
    ]) {
        assert!(!is_too_deep(text), "{text}");
        assert!(check_prose("body", text, LONG).is_ok());
    }
    assert!(!is_too_deep(&format!("{}a", "> ".repeat(DEEPEST))));
    assert!(is_too_deep(&format!("{}a", "> ".repeat(DEEPEST + 1))));
}

#[test]
fn what_is_stored_is_shown_no_deeper_and_whole() {
    let tags = ["blockquote", "li", "em", "strong"];
    for text in deep() {
        let start: String = text.chars().take(20).collect();
        let html = render(&text, &Placement::page(Text::new(Lang::Nb))).html;
        assert!(depth(&html, &tags) <= DEEPEST, "{start}: {}", depth(&html, &tags));
        assert!(html.contains("innerst"), "{start}");
        let size = text.len() * 2 + 100 * DEEPEST;
        assert!(html.len() < size, "{start}: {} bytes", html.len());
        assert!(plain(&text).1.contains("innerst"), "{start}");
        assert!(format!("{:?}", on_paper(&text, 2)).contains("innerst"), "{start}");
    }
}

#[test]
fn on_paper_no_paragraph_is_longer_than_the_typesetter_likes() {
    let length = |inline: &Inline| match inline {
        Inline::Text { text } => text.len(),
        Inline::Strong { c } => c.iter().map(|one| format!("{one:?}").len()).sum(),
        _ => 0,
    };
    for text in ["[".repeat(LONG), "a".repeat(LONG), format!("**{}**", "a".repeat(LONG))] {
        let blocks = on_paper(&text, 2);
        assert!(blocks.len() > 5, "{}", blocks.len());
        for block in blocks {
            let Block::Par { c } = block else { panic!("{block:?}") };
            assert!(c.iter().map(length).sum::<usize>() < 10_000);
        }
    }
}

#[test]
fn the_parts_of_a_text_are_found_where_they_are_written() {
    let text = "# Å se\n\n> Én *to*\n> tre\n\n| a | **b** |\n|---|---|\n| c | d |\n";
    let found: Vec<(String, &str)> =
        leaves(text).into_iter().map(|leaf| (leaf.words, &text[leaf.at])).collect();
    let found: Vec<(&str, &str)> =
        found.iter().map(|(words, written)| (words.as_str(), written.trim())).collect();
    assert_eq!(found[0], ("Å se", "# Å se"));
    assert_eq!(found[1], ("Én to tre", "Én *to*\n> tre"));
    assert_eq!(found[2..], [("a", "a"), ("b", "**b**"), ("c", "c"), ("d", "d")]);
}
