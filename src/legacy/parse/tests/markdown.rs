//! The text that is written shows the text that was read, and nothing else.

use super::super::markdown::{Block, inline, render};

fn paragraph(text: &str) -> String {
    render(&[Block::Paragraph(text.to_owned())])
}

#[test]
fn what_would_open_a_block_is_escaped() {
    for (text, written) in [
        ("# tall", "\\# tall"),
        ("#helse", "#helse"),
        ("> større enn", "\\> større enn"),
        ("- strek", "\\- strek"),
        ("+ pluss", "\\+ pluss"),
        ("-5 grader", "-5 grader"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("8. februar", "8\\. februar"),
        ("1) først", "1\\) først"),
        ("2015.", "2015\\."),
        ("1.1 Mål", "1.1 Mål"),
        ("– Vi gleder oss", "– Vi gleder oss"),
        ("~~~", "\\~\\~\\~"),
        ("```", "\\`\\`\\`"),
    ] {
        assert_eq!(paragraph(text), written, "{text}");
    }
}

#[test]
fn marks_inside_a_line_are_escaped_where_they_would_do_something() {
    for (text, written) in [
        ("a * b *c*", "a \\* b \\*c\\*"),
        ("_under_ og fil_navn_1", "\\_under\\_ og fil_navn_1"),
        ("[lenke](http-adresse)", "\\[lenke](http-adresse)"),
        ("<script>", "\\<script>"),
        ("FoU &amp; R&D, A & B", "FoU \\&amp; R\\&D, A & B"),
        ("c:\\temp", "c:\\\\temp"),
        ("a || b", "a \\|\\| b"),
        ("«sitat» ”to”", "«sitat» ”to”"),
    ] {
        assert_eq!(inline(text), written, "{text}");
    }
}

#[test]
fn addresses_become_links_without_the_marks_after_them() {
    for (text, written) in [
        ("Se http://eksempel.no/a_b*c.", "Se <http://eksempel.no/a_b*c>."),
        ("(https://eksempel.no/x_(y))", "(<https://eksempel.no/x_(y)>)"),
        ("www.eksempel.no/a_b, og", "[www.eksempel.no/a_b](<https://www.eksempel.no/a_b>), og"),
        (
            "http://eksempel.no/?a=1&copy=2",
            "[http://eksempel.no/?a=1\\&copy=2](<http://eksempel.no/?a=1\\&copy=2>)",
        ),
        ("«http://eksempel.no»", "«<http://eksempel.no>»"),
        ("skriv til post@eksempel.no!", "skriv til <post@eksempel.no>!"),
        ("http:// og www. alene", "http:// og www. alene"),
    ] {
        assert_eq!(inline(text), written, "{text}");
    }
}

#[test]
fn lists_are_tight_and_apart_from_what_stands_around() {
    let bullet = |text: &str| Block::Bullet(text.to_owned());
    let blocks = [
        Block::Paragraph("Vi skal:".to_owned()),
        bullet("lære"),
        bullet("1. dele"),
        Block::Numbered(1, ')', "først".to_owned()),
        Block::Numbered(2, ')', "så".to_owned()),
    ];
    assert_eq!(render(&blocks), "Vi skal:\n\n- lære\n- 1\\. dele\n\n1) først\n2) så");
}
