//! What a page says in each language; and the test over all words and all their uses.

use askama::Template;
use time::macros::{date, datetime};

use super::{Lang, Text, scan};
use crate::dates::{PartialDate, Period};

const NB: Text = Text { lang: Lang::Nb };
const NN: Text = Text { lang: Lang::Nn };
const SE: Text = Text { lang: Lang::Se };
const EN: Text = Text { lang: Lang::En };

#[test]
fn every_key_is_there_used_and_rightly_filled() {
    let faults = scan::faults_below(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(faults.is_empty(), "{} faults in the words:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn words_are_escaped_once() {
    let words = NB.with("web-title", "page", "<b> & \"co\"");
    assert_eq!(words.to_string(), "&#60;b&#62; &#38; &#34;co&#34; – Pådriver");
    assert_eq!(words.as_str(), "<b> & \"co\" – Pådriver");
    assert_eq!(NB.plain_with("web-title", "page", "<b>"), "<b> – Pådriver");
}

#[test]
fn what_sami_lacks_is_said_in_bokmal_and_marked() {
    // Two keys of which Sámi has the first alone; should that change, take another.
    assert_eq!(SE.get("web-breadcrumbs-home").to_string(), "Ruoktu");
    let fallen = SE.get("web-error-404-lead");
    assert_eq!(fallen.lang(), Lang::Nb);
    assert_eq!(
        fallen.to_string(),
        format!("<span lang=\"nb\">{}</span>", NB.get("web-error-404-lead"))
    );
    assert_eq!(SE.plain("web-error-404-lead"), NB.plain("web-error-404-lead"));
}

#[test]
#[should_panic(expected = "no words for web-nothing-here")]
fn a_missing_key_fails_a_test() {
    NB.get("web-nothing-here");
}

#[test]
#[should_panic(expected = "no words for web-title")]
fn a_missing_value_fails_a_test() {
    NB.get("web-title");
}

/// Every way a template hands over a value: by name, through a loop, an `if let`, a call.
#[derive(Template)]
#[template(
    ext = "html",
    source = "{{ t.get(key) }}|{{ t.plain(key) }}|{% if let Some(key) = fault %}{{ t.get(key) }}{% endif %}\
    |{{ t.with(\"web-title\", \"page\", name) }}|{{ t.with(\"web-title\", \"page\", name.as_str()) }}\
    {% for n in counts %}|{{ t.with(\"web-faults-heading\", \"count\", n) }}{{ t.number(n) }}{% endfor %}\
    {% for d in days %}|{{ t.date(d) }}{% endfor %}{% if let Some(d) = days.first() %}|{{ t.date_short(d) }}{% endif %}\
    |{{ t.with2(\"places-county-until\", \"name\", name, \"year\", \"2020\") }}\
    |{{ t.partial(since) }}|{{ t.day(at) }}<p{{ t.lang_attr(lang) }}><p{{ t.lang_attr(t.lang) }}>"
)]
struct Everything {
    t: Text,
    key: &'static str,
    fault: Option<super::Key>,
    name: String,
    counts: Vec<usize>,
    days: Vec<time::Date>,
    since: PartialDate,
    at: time::OffsetDateTime,
    lang: Lang,
}

#[test]
fn templates_take_values_as_they_come() {
    let page = Everything {
        t: NB,
        key: "web-name",
        fault: Some("web-name"),
        name: "A & B".to_owned(),
        counts: vec![1, 1200],
        days: vec![date!(2020 - 04 - 27)],
        since: "2019-06".parse().expect("a month"),
        at: datetime!(2020-04-26 22:00 UTC),
        lang: Lang::Nn,
    };
    assert_eq!(
        page.render().expect("a page"),
        "Pådriver|Pådriver|Pådriver|A &#38; B – Pådriver|A &#38; B – Pådriver\
         |Du må rette 1 feil1|Du må rette 1\u{a0}200 feil1\u{a0}200\
         |27. april 2020|27.04.2020|A &#38; B (til 2020)|juni 2019|27. april 2020<p lang=\"nn\"><p>"
    );
    let fallen = Everything { t: SE, key: "web-error-404-lead", fault: None, ..page };
    let html = fallen.render().expect("a page");
    assert!(html.starts_with("<span lang=\"nb\">"), "{html}");
}

#[test]
fn dates_in_each_language() {
    let day = date!(2020 - 04 - 07);
    let forms = |t: Text| [t.date(day), t.date_short(day), t.partial(&partial("2019-06"))];
    assert_eq!(forms(NB), ["7. april 2020", "07.04.2020", "juni 2019"]);
    assert_eq!(forms(NN), ["7. april 2020", "07.04.2020", "juni 2019"]);
    assert_eq!(forms(EN), ["7 April 2020", "7 Apr 2020", "June 2019"]);
    // No Sámi data: figures for a day, and the Norwegian month.
    assert_eq!(forms(SE), ["07.04.2020", "07.04.2020", "juni 2019"]);
    // Every month has a name in each.
    for t in Lang::ALL.map(Text::new) {
        let mut months: Vec<String> = (1..=12)
            .filter_map(|m| PartialDate::of_month(2020, m).ok())
            .map(|m| t.partial(&m))
            .collect();
        assert!(months.iter().all(|month| month.ends_with(" 2020") && month.len() > 7));
        months.dedup();
        assert_eq!(months.len(), 12);
    }
}

fn partial(text: &str) -> PartialDate {
    text.parse().expect(text)
}

#[test]
fn periods_keep_their_precision() {
    for (period, nb, nn, se, en) in [
        (
            "2019-06/2021-06",
            "juni 2019 – juni 2021",
            "juni 2019 – juni 2021",
            "juni 2019 – juni 2021",
            "June 2019 – June 2021",
        ),
        ("2013/2015", "2013–2015", "2013–2015", "2013–2015", "2013–2015"),
        ("2013/2013", "2013", "2013", "2013", "2013"),
        (
            "2013/2014-02",
            "2013 – februar 2014",
            "2013 – februar 2014",
            "2013 – februar 2014",
            "2013 – February 2014",
        ),
        (
            "2008~/2010",
            "ca. 2008 – 2010",
            "ca. 2008 – 2010",
            "sullii 2008 – 2010",
            "about 2008 – 2010",
        ),
        ("2019-06/..", "fra juni 2019", "frå juni 2019", "juni 2019 –", "from June 2019"),
        ("../2021", "til 2021", "til 2021", "– 2021", "until 2021"),
        ("../..", "", "", "", ""),
        (
            "2019-06-14/2019-06-15",
            "14. juni 2019 – 15. juni 2019",
            "14. juni 2019 – 15. juni 2019",
            "14.06.2019–15.06.2019",
            "14 June 2019 – 15 June 2019",
        ),
    ] {
        let parsed: Period = period.parse().expect(period);
        assert_eq!([NB, NN, SE, EN].map(|t| t.period(&parsed)), [nb, nn, se, en], "{period}");
    }
}

#[test]
fn numbers_in_each_language() {
    for (t, thousand, million) in [
        (NB, "1\u{a0}200", "\u{2212}1\u{a0}234\u{a0}567"),
        (NN, "1\u{a0}200", "\u{2212}1\u{a0}234\u{a0}567"),
        (SE, "1\u{a0}200", "\u{2212}1\u{a0}234\u{a0}567"), // Norwegian data
        (EN, "1,200", "-1,234,567"),
    ] {
        assert_eq!([t.number(1200), t.number(-1_234_567_i64)], [thousand, million]);
        assert_eq!(t.number(999_usize), "999");
        // A number in a sentence is no different.
        let sentence = t.plain_with("web-pager-page", "page", 1200);
        assert!(sentence.contains(thousand), "{sentence}");
    }
}

#[test]
fn sorting_follows_the_alphabet() {
    let sorted = |t: Text, names: &[&'static str]| {
        let mut names: Vec<&str> = names.iter().rev().copied().collect();
        t.sort_by_key(&mut names, |name| name);
        names
    };
    // ä goes with æ, ö with ø, aa with å.
    let norwegian = ["Abel", "Berg", "Zahl", "Ähman", "Ærø", "Öberg", "Øye", "Ås", "Aas"];
    assert_eq!(sorted(NB, &norwegian), norwegian);
    assert_eq!(sorted(NN, &norwegian), norwegian);
    let places =
        ["alta", "Bodø", "Đatki", "Oslo", "Ytre", "Ü", "Æ", "Øksnes", "å", "Aa", "Ålesund"];
    assert_eq!(
        sorted(NB, &places),
        ["alta", "Bodø", "Đatki", "Oslo", "Ü", "Ytre", "Æ", "Øksnes", "å", "Aa", "Ålesund"]
    );
    // Sámi has the Norwegian order: š with s, where Sámi wants all of š after all of s.
    let sami =
        ["áhkku", "biila", "čáhci", "duodji", "đ", "nuorra", "ŋ", "suolu", "šaddu", "ŧ", "žalla"];
    let had =
        ["áhkku", "biila", "čáhci", "đ", "duodji", "nuorra", "ŋ", "šaddu", "suolu", "ŧ", "žalla"];
    assert_eq!(sorted(SE, &sami), had);
    assert_eq!(sorted(SE, &norwegian), norwegian);
    assert_eq!(sorted(EN, &["Aas", "Abel", "Ås", "Zahl"]), ["Aas", "Abel", "Ås", "Zahl"]);
}

#[test]
fn languages_have_codes_and_names() {
    for lang in Lang::ALL {
        assert_eq!(Lang::parse(lang.code()), Some(lang));
        assert_eq!(serde_json::to_string(&lang).expect("JSON"), format!("\"{lang}\""));
    }
    for strange in ["", "no", "NB", "nb-NO", "da"] {
        assert_eq!(Lang::parse(strange), None, "{strange}");
    }
    assert_eq!(Lang::ALL.map(Lang::own_name), ["Bokmål", "Nynorsk", "Davvisámegiella", "English"]);
}

#[test]
fn a_browsers_languages_are_weighed() {
    for (header, lang) in [
        ("nn-NO,nn;q=0.9,nb;q=0.8", Some(Lang::Nn)),
        ("nb;q=0.5, nn;q=0.9", Some(Lang::Nn)),
        ("no,en;q=0.5", Some(Lang::Nb)),
        ("EN-us", Some(Lang::En)),
        ("se", Some(Lang::Se)),
        ("de, en;q=0.7, *;q=0.1", Some(Lang::En)),
        ("nn;q=0, en;q=0.001", Some(Lang::En)),
        ("nn ; q = 0.4 , nb ; q=1.000", Some(Lang::Nb)),
        ("nn;q=0.8,en;q=0.8", Some(Lang::Nn)),
        ("nn;q=2, nn;q=0.1234, nn;q=x, nn;q", None),
        ("*", None),
        ("de, sma, fi", None),
        ("", None),
        (",;,=;q=", None),
    ] {
        assert_eq!(Lang::from_accept_language(header), lang, "{header}");
    }
}
