//! The form on the page: labels, help, faults that lead to their fields, rows without script.

use askama::Template;
use serde_json::json;

use super::{browser, every_kind, known, line, read, sent, urlencoded, words};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Lang, Text};
use crate::text::{Fault, MISSING};

fn view(form: &Form, filled: &Filled) -> View {
    View::new(Text::new(Lang::Nb), form, filled, &known())
}

fn html(form: &Form, filled: &Filled) -> String {
    view(form, filled).render().unwrap()
}

#[test]
fn a_field_reads_as_it_always_has() {
    let form = Form::new(
        1_000,
        [
            Field::line("navn", words("Navn"), 10)
                .needed()
                .autocompleted("name")
                .helped(words("Hjelp")),
            Field::text("melding", words("Melding"), 10, 4),
        ],
    );
    let filled =
        Filled::read(&form, sent(&[("navn", "<b>"), ("melding", "\nfor lang tekst")]), &known());
    assert_eq!(
        html(&form, &filled),
        "<div class=\"ds-field\"><label class=\"ds-label\" for=\"navn\">Navn <span class=\"need\">(må fylles ut)</span></label>\n\
         <div data-field=\"description\" id=\"navn-hjelp\">Hjelp</div>\n\
         <input class=\"ds-input\" id=\"navn\" name=\"navn\" type=\"text\" value=\"&#60;b&#62;\" autocomplete=\"name\" aria-describedby=\"navn-hjelp\" required></div>\n\
         <div class=\"ds-field\"><label class=\"ds-label\" for=\"melding\">Melding <span class=\"need\">(valgfritt)</span></label>\n\
         <textarea class=\"ds-input\" id=\"melding\" name=\"melding\" rows=\"4\" aria-invalid=\"true\" aria-describedby=\"melding-feil\">\n\
         \nfor lang tekst</textarea>\n\
         <p class=\"ds-validation-message\" data-field=\"validation\" id=\"melding-feil\"><span class=\"ds-sr-only\">Feil: </span>Teksten er for lang: 15 tegn, og det er plass til 10.</p></div>\n"
    );
    let summary = view(&form, &filled).summary.render().unwrap();
    assert!(summary.contains("Du må rette 1 feil"), "{summary}");
    assert!(summary.contains("href=\"#melding\">Melding: Teksten er for lang:"), "{summary}");
    assert!(view(&form, &Filled::empty()).summary.render().unwrap().is_empty());
}

#[test]
fn every_fault_leads_to_something_on_the_page_in_every_language() {
    let filled = read(&[
        ("line", ""),
        ("rows.0.ticked", "true"),
        ("rows.1.name", "x"),
        ("rows.1.inner.0.word", "17912099997"),
        ("period.to", "tull"),
        ("starts.clock", "9"),
        ("matrix.y", "x"),
        ("choices", "x"),
        ("place", "Nes"),
        ("part.one", &"a".repeat(101)),
        ("tick", "x"),
        ("ukjent", "<script>"),
    ]);
    let elsewhere = ["rows.1", "part", "rows.1.nope.3", "files.0.name", "helt.borte"];
    let filled = filled.and(elsewhere.map(Fault::missing));
    for lang in Lang::ALL {
        let page = View::new(Text::new(lang), &every_kind(), &filled, &known());
        let (summary, fields) = (page.summary.render().unwrap(), page.render().unwrap());
        let links: Vec<&str> =
            summary.split("href=\"#").skip(1).filter_map(|s| s.split('"').next()).collect();
        assert_eq!(links.len(), filled.faults.len());
        for link in &links {
            let is_there = *link == "send" || fields.contains(&format!("id=\"{link}\""));
            assert!(is_there, "#{link} leads nowhere: {fields}");
        }
        for wanted in [
            "rows-0-name",
            "rows-1-inner-0-word",
            "period-to",
            "starts-day",
            "matrix-y",
            "rows-1",
            "files",
        ] {
            assert!(links.contains(&wanted), "{wanted}: {links:?}");
        }
        assert!(!summary.contains("<script>"));
    }
}

#[test]
fn of_two_answers_that_differ_the_first_comes_back_and_the_fault_is_said() {
    let filled = read(&[
        ("line", "første"),
        ("line", "andre"),
        ("choice", "b"),
        ("choice", "a"),
        ("period.from", "2019"),
        ("period.from", "2020"),
        ("place", "Hamar"),
        ("place", "Nes"),
        ("matrix.x", "c"),
        ("matrix.x", "b"),
        ("free", "a"),
        ("free", "eget"),
    ]);
    let page = html(&every_kind(), &filled);
    // What a browser would send of the page as it stands.
    let again = urlencoded(&browser::body(&browser::filled_in(&page)));
    for (name, first) in [
        ("line", "første"),
        ("choice", "b"),
        ("period.from", "2019"),
        ("place", "Hamar"),
        ("matrix.x", "c"),
    ] {
        assert_eq!(again.values(name), [first], "{name}");
    }
    assert_eq!(again.values("free"), ["a", "eget"], "a choice and a word beside it are both shown");
    assert_eq!(filled.faults.len(), 6, "{:?}", filled.faults);
    assert_eq!(page.matches("Her kom det to svar som ikke er like.").count(), 6, "{page}");
}

#[test]
fn the_summary_goes_down_the_page_as_the_fields_do() {
    let filled = read(&[("rows.0.ticked", "true"), ("starts.clock", "9"), ("date", "x")]);
    // A rule or a kind may find more, after all fields have been read.
    let late = ["matrix.x", "rows", "line", "helt.borte", "part.one", "rows.0"].map(Fault::missing);
    let page = view(&every_kind(), &filled.and(late));
    let summary = page.summary.render().unwrap();
    let links: Vec<&str> =
        summary.split("href=\"#").skip(1).filter_map(|s| s.split('"').next()).collect();
    let places = [
        "line",
        "date",
        "starts-day",
        "part-one",
        "rows",
        "rows-0",
        "rows-0-name",
        "matrix-x",
        "send",
    ];
    assert_eq!(links, places);
}

#[test]
fn a_page_sent_as_it_stands_is_what_was_shown() {
    let value = json!({
        "line": "«x» & <y> \"z\"", "long": "lang", "text": "\n\nførst to tomme", "mark": "- a\n  - b", "lines": ["a", "b"],
        "choice": "c", "free": "eget", "choices": ["a", "c"], "more": ["b", "eget"], "tick": true, "why": "y",
        "whole": 12, "part_of": -0.5, "date": "2008~", "starts": "2026-06-14T09:00", "ends": "2026-06-14",
        "period": { "from": "2019-06" }, "place": "1", "items": ["i1", "i2"],
        "files": [{ "file": "abc", "name": "a.txt" }], "part": { "one": "1", "two": "2" },
        "rows": [{ "name": "a", "ticked": true, "inner": [{ "word": "w" }] }, { "name": "b" }],
        "matrix": { "x": "a", "y": "b" },
    });
    let form = every_kind();
    let html = html(&form, &Filled::of(&form, &value));
    let sent = urlencoded(&browser::body(&browser::filled_in(&html)));
    let again = Filled::read(&form, sent, &known());
    assert_eq!(again.faults, []);
    assert_eq!(again.value, value);
}

const TYPED: [(&str, &str); 7] = [
    ("line", ""),
    ("mark", "står her"),
    ("rows", "0"),
    ("rows.0.name", "a"),
    ("rows", "1"),
    ("rows.1.name", "b"),
    ("rows.1.inner.0.word", "ord"),
];

/// Sent by a button of a row: whether it was one, and the form that comes back.
fn press(button: &str, value: &str) -> (bool, Filled) {
    let mut sent = sent(&TYPED);
    sent.add(button, value);
    let pressed = sent.rearrange(&every_kind());
    (pressed, Filled::unread(sent))
}

#[test]
fn rows_come_and_go_with_all_that_was_typed() {
    let form = every_kind();
    let (pressed, added) = press("ny-rad", "rows");
    assert!(pressed && !added.is_refused());
    let page = html(&form, &added);
    assert!(page.contains("Rad 3") && page.contains("name=\"rows.2.name\""));
    let new = "id=\"rows-2-name\" name=\"rows.2.name\" type=\"text\" value=\"\" autofocus required";
    assert!(page.contains(new), "{page}");
    assert!(page.contains("value=\"b\"") && page.contains("value=\"ord\""));
    assert!(page.contains("står her"));
    let first = page.find("<button").unwrap();
    let sends = page[first..].starts_with("<button class=\"ds-sr-only\" type=\"submit\"");
    assert!(sends, "Enter sends, and removes no row");
    let (_, removed) = press("fjern-rad", "rows.0");
    assert_eq!(removed.typed.value("rows.0.name"), "b");
    assert_eq!(removed.typed.value("rows.0.inner.0.word"), "ord");
    assert_eq!(removed.typed.value("rows.1.name"), "");
    let (_, inner) = press("ny-rad", "rows.1.inner");
    assert!(html(&form, &inner).contains("name=\"rows.1.inner.1.word\""));
}

#[test]
fn a_button_that_can_do_nothing_loses_nothing() {
    let form = every_kind();
    let mut full = sent(&TYPED);
    full.add("rows.2.name", "c");
    full.add("ny-rad", "rows");
    assert!(full.rearrange(&form));
    let full = Filled::unread(full);
    assert_eq!(full.faults[0].path, "rows");
    assert_eq!(full.typed.value("rows.2.name"), "c");
    for (button, value) in [
        ("ny-rad", "finnes-ikke"),
        ("ny-rad", "line"),
        ("fjern-rad", "rows"),
        ("fjern-rad", "rows.99"),
        ("fjern-rad", "rows.x"),
        ("fjern-rad", "line.0"),
    ] {
        let (pressed, same) = press(button, value);
        assert!(pressed, "{value}");
        assert_eq!(same.typed.value("rows.1.name"), "b", "{value}");
    }
    assert!(!sent(&TYPED).rearrange(&form));
    // A file that is kept can be taken away in the same way.
    let mut files = sent(&[
        ("files.0.file", "abc"),
        ("files.0.name", "a"),
        ("files.1.file", "def"),
        ("fjern-rad", "files.0"),
    ]);
    assert!(files.rearrange(&form));
    assert_eq!((files.value("files.0.file"), files.value("files.1.file")), ("", "def"));
}

#[test]
fn a_form_asks_for_its_parts_and_says_them_in_its_own_words() {
    let form = every_kind();
    assert!(view(&form, &Filled::empty()).is_multipart);
    let plain = Form::new(1, [line("navn").saying(MISSING, words("Hva heter du?")).needed()]);
    let filled = Filled::read(&plain, Submitted::default(), &RegisterNames::default());
    let page = view(&plain, &filled);
    assert!(!page.is_multipart);
    assert_eq!(page.fault("navn").unwrap().as_str(), "Hva heter du?");
    let summary = page.summary.render().unwrap();
    assert!(
        summary.contains(">Hva heter du?</a>"),
        "its own words say what they are about: {summary}"
    );
}

#[test]
fn few_that_one_must_choose_among_are_shown_at_once() {
    let options = || ["a", "b"].map(|one| crate::forms::Alternative::new(one, words(one))).to_vec();
    let form = Form::new(
        1,
        [
            Field::choice("m", words("m"), options()).needed(),
            Field::choice("v", words("v"), options()),
        ],
    );
    let page = html(&form, &Filled::of(&form, &json!({ "m": "b", "v": "gammel" })));
    assert!(page.contains("type=\"radio\" id=\"m-2\" name=\"m\" value=\"b\" checked"), "{page}");
    assert!(
        page.contains("<option value=\"gammel\" selected>gammel</option>"),
        "not lost unseen: {page}"
    );
    assert!(form.fields.iter().all(|field| matches!(field.kind, FieldKind::Choice { .. })));
}
