//! Each fault that the scan is there to find, made on purpose.

use super::catalogue::Catalogue;
use super::faults;
use super::source::Uses;

const NB: &str =
    "web-hello = Hei\nweb-count = { $count ->\n    [one] én\n   *[other] { $count }\n }\n";
const NN: &str = "web-hello = Hei\nweb-count = { $count }\n";
const EN: &str = "web-hello = Hello\nweb-count = { $count }\n";
const RUST: &str =
    r#"fn a(t: Text) { t.get("web-hello"); t.with("web-count", "count", f(1, 2)); }"#;

/// The faults of a small house: files as (language, text), sources as (path, text).
fn found(words: &[(&str, &str)], sources: &[(&str, &str)]) -> Vec<String> {
    let mut catalogue = Catalogue::default();
    for (lang, text) in words {
        catalogue.add(lang, "web", text);
    }
    let mut uses = Uses::default();
    for (path, text) in sources {
        uses.add(path, text);
    }
    faults(&catalogue, &uses)
}

fn found_in_source(source: &str) -> Vec<String> {
    found(&[("nb", NB), ("nn", NN), ("en", EN)], &[("a.rs", RUST), ("b.rs", source)])
}

fn found_in_template(template: &str) -> Vec<String> {
    found(&[("nb", NB), ("nn", NN), ("en", EN)], &[("a.rs", RUST), ("b.html", template)])
}

fn found_in_words(nb: &str, nn: &str, en: &str, se: &str) -> Vec<String> {
    found(&[("nb", nb), ("nn", nn), ("en", en), ("se", se)], &[("a.rs", RUST)])
}

#[test]
fn a_sound_house_has_no_faults() {
    assert!(found_in_words(NB, NN, EN, "# A draft.\nweb-hello = Bures\n").is_empty());
    assert!(found_in_words(NB, NN, EN, "# A draft.\n").is_empty());
}

#[test]
fn keys_missing_or_left_over() {
    assert_eq!(
        found_in_words(NB, "web-hello = Hei\n", EN, "# draft\n"),
        ["web-count: missing in nn"]
    );
    let more = format!("{EN}web-more = More\n");
    assert_eq!(
        found_in_words(NB, NN, &more, "# draft\n"),
        ["web-more: stands in en but not in nb"]
    );
    let se = "# draft\nweb-more = Eanet\n";
    assert_eq!(found_in_words(NB, NN, EN, se), ["web-more: stands in se but not in nb"]);
    let unused = |text: &str| format!("{text}web-more = x\n");
    assert_eq!(
        found_in_words(&unused(NB), &unused(NN), &unused(EN), "# draft\n"),
        ["web-more: used nowhere in src"]
    );
}

#[test]
fn words_that_are_wrong_by_themselves() {
    for (nb, fault) in [
        ("web-hello = Hei\nweb-hello = Hei igjen\n", "web-hello stands twice"),
        ("hello = Hei\n", "hello must begin with web-"),
        ("web-hello = { \"\" }\n", "web-hello is empty"),
        ("web-hello =\n", ":1: Expected a message field"),
        ("web-hello = Hei\n    .label = Hei\n", "web-hello has an attribute"),
        ("web-hello = { NUMBER($n) }\n", "web-hello calls NUMBER"),
        ("web-hello = { web-nothing }\n", "refers in nb to web-nothing"),
        ("web-hello = { -web-brand }\n", "refers in nb to -web-brand"),
        ("web-hello = Hei { $name }\n", "web-hello: other variables in nn than in nb"),
    ] {
        let found = found_in_words(nb, NN, EN, "# draft\n");
        assert!(found.iter().any(|found| found.contains(fault)), "{fault}: {found:#?}");
    }
    let no_draft = found_in_words(NB, NN, EN, "web-hello = Bures\n");
    assert_eq!(no_draft, ["locales/se/web.ftl: must open with a comment that it is a draft"]);
    let strange = found(&[("nb", NB), ("nn", NN), ("en", EN), ("da", "")], &[("a.rs", RUST)]);
    assert_eq!(strange, ["locales/da/web.ftl: da is none of our languages"]);
}

#[test]
fn variables_are_seen_through_variants_terms_and_quotations() {
    let nb = "-web-brand = { $case ->\n    [a] A\n   *[b] B\n }\n\
              web-inner = { $count } { -web-brand(case: \"a\") }\nweb-count = { web-inner }\nweb-hello = Hei\n";
    assert!(found(&[("nb", nb), ("nn", nb), ("en", nb)], &[("a.rs", RUST)]).is_empty());
}

#[test]
fn uses_that_are_badly_filled() {
    for (source, fault) in [
        (r#"t.get("web-gone")"#, "web-gone: named at b.rs:1, but not in nb"),
        (r#"Err("web-gone")"#, "web-gone: named at b.rs:1, but not in nb"),
        (r#"t.get("wbe-hello")"#, "wbe-hello: used at b.rs:1, but the key of no room"),
        (r#"t.plain("web")"#, "web: used at b.rs:1, but the key of no room"),
        (r#"t.get("web-count")"#, "web-count: at b.rs:1 $count is not given"),
        (
            r#"t.with("web-hello", "name", x)"#,
            "web-hello: at b.rs:1 $name is given but not asked for",
        ),
        (
            "\nt\n  .plain_with(\n\"web-count\", \"cuont\", 1)",
            "web-count: at b.rs:3 $count is not given",
        ),
        (r#"self.t.with("web-count", name, 1)"#, "web-count: at b.rs:1 a name is not written out"),
        (
            r#"t.with2("web-count", "count", (1, 2), "of", [1, 2])"#,
            "$of is given but not asked for",
        ),
        ("// i18n-keys: web-hello web-gone", "web-gone: named at b.rs:1"),
        ("/* x\n * i18n-keys: `web-gone` */", "web-gone: named at b.rs:2"),
    ] {
        let found = found_in_source(source);
        assert!(found.iter().any(|found| found.contains(fault)), "{source}: {found:#?}");
    }
    for (template, fault) in [
        ("<p>\n{{ t.get(\"web-gone\") }}", "web-gone: named at b.html:2"),
        ("{%- call field(label=\"web-gone\") -%}", "web-gone: named at b.html:1"),
        (
            "{{ t.with(\"web-count\", \"n\", list.len()) }}",
            "web-count: at b.html:1 $count is not given",
        ),
        ("{#\n i18n-keys: web-gone #}", "web-gone: named at b.html:2"),
    ] {
        let found = found_in_template(template);
        assert!(found.iter().any(|found| found.contains(fault)), "{template}: {found:#?}");
    }
}

#[test]
fn what_only_looks_like_a_use_is_left_alone() {
    for source in [
        r#"headers.get("x-request-id"); map.get("webs-a"); CELL.with(|c| c)"#,
        "// web-gone in a comment, and \"web-gone\" in quotes",
        r##"r#"a "web-gone" inside"#; "web-gone and more"; "\"web-gone\"""##,
        r#"let c = '"'; let d = '\''; fn e<'a>(f: &'a str) {} let g = 'æ';"#,
    ] {
        assert!(found_in_source(source).is_empty(), "{source}: {:#?}", found_in_source(source));
    }
    let html = "<p id=\"web-gone\" class='{x}'>{ \"web-gone\" }</p>{# \"web-gone\" #}";
    assert!(found_in_template(html).is_empty());
}

#[test]
fn a_marker_counts_as_a_use() {
    let words = |text: &str| format!("{text}web-made = x\nweb-also = y\n");
    let (nb, nn, en) = (words(NB), words(NN), words(EN));
    let source = "/// i18n-keys: web-made `web-also`\nfn key(self) -> String {}";
    assert!(
        found(&[("nb", &nb), ("nn", &nn), ("en", &en)], &[("a.rs", RUST), ("b.rs", source)])
            .is_empty()
    );
}
