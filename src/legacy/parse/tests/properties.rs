//! What holds for any input: no panic, every line told, no word lost, no address shown.

use proptest::prelude::*;

use super::super::{MAX_BYTES, read};

/// Lines of the kinds that the pages are made of, valid and spoilt.
const LINES: &[&str] = &[
    "",
    "",
    "",
    "  ",
    "---",
    "Historisk arkiv",
    "Tips en venn",
    "Send til e-post:",
    "Tips en venn Skriv ut",
    "Forside  Organisering",
    "Forsiden/Utviklingssentre",
    "Alle prosjekter",
    "Tema",
    "Publisert 27. april 2020 | Oppdatert 28. april 2020",
    "Publisert under: Regjeringen Prøve",
    "Utgiver: Departementet",
    "Av: Kari Eksempel",
    "Bilde: Ola Prøve",
    "Foto:",
    "En tittel uten punktum",
    "Prosjektansvarlig:",
    "Prøvedal kommune",
    "Finansieringskilde: Helsedirektoratet og Prøvedal kommune",
    "Prosjektleder: Kari Eksempel: kari@eksempel.no, Ola Prøve: ola@example.no",
    "Prosjektleder: kari@eksempel.no Kari Eksempel",
    "kari@eksempel.no",
    "Kari Eksempel",
    "ProsjektlederX: Kari",
    "Tema: Annet Fylke: Oslo Status: Pågående",
    "Periode: juni 2019 – juni 2021",
    "Periode: tull",
    "Status: ukjent",
    "Oppstart: 2012",
    "Bakgrunn",
    "Hva ønsker vi å oppnå?",
    "Mål: Bedre mat.",
    "Hva gjør vi?",
    "Resultater så langt",
    "Samarbeidspartnere",
    "Viktige kilder i arbeidet:",
    "Materiell",
    "• punkt en",
    "- punkt to",
    "– Vi gleder oss, sier Kari.",
    "* punkt",
    "1. først",
    "2. så",
    "8. februar var vi der",
    "Velg data du ønsker med i utskriften",
    "Tittel Versjon Status",
    " • IS-nr - 2285",
    " • DOI -",
    "ISBN: 978-82-8081-368-8",
    "Hamar kommune i Hedmark",
    "Nordland: A kommune med B kommune som satelitt",
    "A sykehjem i B, C helsetun (Troms) og D sykehjem i E (Oslo) er regionale undervisningssykehjem.",
    "Unntak er Oslo.",
    "Les mer om saken",
    "Se http://eksempel.no/a_(b) og www.eksempel.no.",
    "ABCDEF200X220__1Ordet etter bildet er langt nok til å være en ingress her.",
    "IMG_1234.jpg",
    "En lang setning som ikke tar slutt på denne linja, men som går videre på den neste",
    "og slutter her.",
    "Skriv til post@eksempel.no eller kari (at) eksempel.no i dag.",
    "Ring tlf. 99 88 77 66, spør etter kari@",
    "# * _ [x](y) <b> &amp; ` ~~ || \\",
    "\u{FEFF}\u{200B}x\u{AD}y",
    "İstanbul ŁÓDŹ ﬁ ß",
    "Lenker",
    "(Foto: Per Prøve)",
];

/// One of them, two run together, or anything at all.
fn line() -> impl Strategy<Value = String> {
    let owned = prop::sample::select(LINES).prop_map(str::to_owned);
    let glued = (owned.clone(), owned.clone()).prop_map(|(a, b)| format!("{a}{b}"));
    let spaced = (owned.clone(), owned.clone()).prop_map(|(a, b)| format!("{a} {b}"));
    prop_oneof![8 => owned, 1 => glued, 1 => spaced, 1 => "\\PC{0,40}", 1 => "[ -~æøåÆØÅ–•\u{A0}\t]{0,60}"]
}

fn pages() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(vec!["\n", "\r\n", "\n\n"]);
    (prop::collection::vec(line(), 0..40), ends).prop_map(|(lines, end)| lines.join(end))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_of_such_lines(text in pages()) {
        if read("side.txt", text.as_bytes()).is_ok() {
            let page = super::page(&text);
            prop_assert!(page.title.chars().count() <= 200 && !page.title.is_empty());
            prop_assert!(page.lead.as_ref().is_none_or(|lead| lead.chars().count() <= 1000));
        }
    }

    #[test]
    fn any_text(text in "\\PC{0,200}|(?s:.){0,120}") {
        if read("side.txt", text.as_bytes()).is_ok() {
            super::page(&text);
        }
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300), name in "\\PC{0,20}") {
        let _ = read(&name, &bytes);
    }
}

/// Patterns that make careless readers slow; each is read whole.
#[test]
fn long_and_strange_pages_are_read_to_the_end() {
    for unit in [
        "@",
        "a@b.no ",
        "www.a.no ",
        "(",
        "_*[",
        "Prosjektleder:\n",
        "A kommune i Oslo\n",
        "1. a\n",
    ] {
        let text = unit.repeat(40_000 / unit.len());
        let page = read("side.txt", text.as_bytes()).expect("it is text");
        assert_eq!(page.lines.len(), text.lines().count(), "{unit}");
    }
    assert!(read("side.txt", &vec![b' '; MAX_BYTES]).is_err());
}
