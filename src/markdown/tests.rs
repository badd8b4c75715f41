//! However deep a text is, what comes of it is shallow, whole and made in no time.

use super::{DEEPEST, Figures, Placement, is_too_deep, leaves, pictured, plain, render};
use crate::i18n::{Lang, Text};
use crate::pdf::text::{Block, Inline, of as on_paper};
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

fn figures() -> Figures {
    let html = ["1", "to"].map(|name| (name.to_owned(), format!("<figure>{name}</figure>")));
    Figures::new(html.into(), "<p>borte</p>".to_owned())
}

#[test]
fn a_link_leads_to_a_page_a_mailbox_or_a_telephone() {
    for good in
        ["https://kommune.example/x", "mailto:post@kommune.example", "tel:+4762000000", "/nb/tema"]
    {
        let html = shown(&format!("[her]({good})"));
        assert!(html.contains(&format!("href=\"{good}\"")), "{html}");
    }
    for bad in ["javascript:alert(1)", "data:text/html,x"] {
        let html = shown(&format!("[her]({bad})"));
        assert!(!html.contains(bad), "{html}");
    }
}

fn shown(text: &str) -> String {
    let figures = figures();
    render(text, &Placement::page(Text::new(Lang::Nb)).showing(&figures)).html.replace('\n', "")
}

#[test]
fn pictures_stand_for_themselves_wherever_they_are_named() {
    for (text, html) in [
        ("a\n\n![](bilde:1)\n\nb", "<p>a</p><figure>1</figure><p>b</p>"),
        ("a ![x](bilde:1) b ![](bilde:to)", "<p>a  b </p><figure>1</figure><figure>to</figure>"),
        ("![](bilde:1)\n![](bilde:to)", "<figure>1</figure><figure>to</figure>"),
        ("## a ![](bilde:1)\n\nb", "<h2 id=\"t-a\">a </h2><figure>1</figure><p>b</p>"),
        ("[![](bilde:1)](https://example.org)", "<figure>1</figure>"),
        ("> ![](bilde:1)", "<blockquote><figure>1</figure></blockquote>"),
        ("![](bilde:9)", "<p>borte</p>"),
        ("`![](bilde:1)`", "<p><code>![](bilde:1)</code></p>"),
    ] {
        assert_eq!(shown(text), html, "{text}");
    }
    let table = shown("| a |\n|---|\n| ![](bilde:1) |");
    assert!(table.ends_with("</table></section><figure>1</figure>"), "{table}");
    let list = shown("- a ![](bilde:1)\n- b");
    assert!(list.contains("<figure>1</figure></li>") && list.ends_with("</ul>"), "{list}");
}

#[test]
fn pictures_of_others_are_never_shown() {
    for text in [
        "![a](https://example.org/a.jpg)",
        "![a](/filer/x/y.jpg)",
        "![a](bilde:)",
        "![a](bilde:../1)",
        "![a](BILDE:1)",
        "![a](data:image/png;base64,AA)",
        "<img src=x onerror=alert(1)>",
        "![a][b]\n\n[b]: https://example.org/a.jpg",
    ] {
        assert!(!shown(text).contains("<img") && !shown(text).contains("figure"), "{text}");
        assert!(pictured(text).names.is_empty(), "{text}");
    }
    let found = pictured("![](bilde:1) ![a](https://example.org/a.jpg) ![](bilde:to)");
    assert_eq!(found.names, ["1", "to"]);
    assert_eq!(found.foreign, ["https://example.org/a.jpg"]);
    // What stands without the pictures that it may show, shows none.
    let t = Text::new(Lang::Nb);
    assert_eq!(render("![](bilde:1)", &Placement::page(t)).html.trim(), "");
}

#[test]
fn pictures_stand_for_themselves_on_paper() {
    let blocks = on_paper("a ![](bilde:1) b\n\n- c\n\n  ![](bilde:to)", 2);
    assert!(
        matches!(&blocks[1], Block::Picture { name, shown: None } if name == "1"),
        "{blocks:?}"
    );
    let mut blocks = blocks;
    let mut all = Vec::new();
    for block in &mut blocks {
        block.pictures(&mut all);
    }
    assert_eq!(all.len(), 2);
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_the_page_around_its_pictures(parts in proptest::collection::vec(
        proptest::sample::select(vec!["![](bilde:1)", "![", "](bilde:1)", "a", "\n", "\n\n", "- ", "> ", "| a |\n|---|\n", "[", "](x)", "*", "# "]), 0..30,
    )) {
        let html = shown(&parts.concat());
        assert!(!html.contains("<img") && !html.contains("<p><figure"), "{html}");
        let open = html.matches("<figure>").count();
        assert_eq!(open, html.matches("</figure>").count());
    }
}
