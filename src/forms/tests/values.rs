//! What people write becomes the one form that is stored, and goes back again.

use serde_json::json;

use super::{every_kind, known, read, sent, words, wrong};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames};
use crate::text;

#[test]
fn what_people_write_is_understood() {
    for (pairs, key, value) in [
        (&[("line", "  Hei  ")][..], "line", json!("Hei")),
        (&[("long", "to\r\nlinjer")], "long", json!("to linjer")),
        (&[("text", "en\r\n\r\nto  \r\n")], "text", json!("en\n\nto")),
        (&[("mark", "\n- a\n\t- b\n")], "mark", json!("\n- a\n\t- b")),
        (&[("lines", " a \r\n\r\nb\r\n")], "lines", json!(["a", "b"])),
        (&[("choice", "b")], "choice", json!("b")),
        (&[("free", ""), ("free", " noe eget ")], "free", json!("noe eget")),
        (&[("free", "a"), ("free", "")], "free", json!("a")),
        (&[("choices", "c"), ("choices", "a"), ("choices", "c")], "choices", json!(["a", "c"])),
        (&[("more", "a"), ("more", "eget"), ("more", "")], "more", json!(["a", "eget"])),
        (&[("tick", "true")], "tick", json!(true)),
        (&[("whole", "1 000")], "whole", json!(1000)),
        (&[("whole", "1\u{202f}000")], "whole", json!(1000)),
        (&[("part_of", "-3,25")], "part_of", json!(-3.25)),
        (&[("part_of", "− 3,25")], "part_of", json!(-3.25)),
        (&[("date", "juni 2019")], "date", json!("2019-06")),
        (&[("date", "2008~")], "date", json!("2008~")),
        (
            &[("starts.day", "14.6.2026"), ("starts.clock", "kl. 9")],
            "starts",
            json!("2026-06-14T09:00"),
        ),
        (
            &[("starts.day", "2026-06-14"), ("starts.clock", "0930")],
            "starts",
            json!("2026-06-14T09:30"),
        ),
        (&[("starts.day", "14. juni 2026"), ("starts.clock", "")], "starts", json!("2026-06-14")),
        (&[("period.from", "2019"), ("period.to", "")], "period", json!({ "from": "2019" })),
        (&[("place", "hamar")], "place", json!("3403")),
        (&[("place", "HAMAR kommune")], "place", json!("3403")),
        (&[("place", "Trondheim")], "place", json!("5001")),
        (&[("place", "tråante")], "place", json!("5001")),
        (&[("place", "Trondheim – Tråante")], "place", json!("5001")),
        (&[("place", "Våler kommune, Innlandet")], "place", json!("3419")),
        (&[("place", "Våler i Østfold")], "place", json!("3114")),
        (
            &[("items", "i3"), ("items", "Trygge netter"), ("items", "")],
            "items",
            json!(["i3", "i1"]),
        ),
        (&[("part.two", "to")], "part", json!({ "two": "to" })),
        (&[("matrix.x", "c")], "matrix", json!({ "x": "c" })),
        (&[("isbn", "978-82-02-00000-4")], "isbn", json!("978-82-02-00000-4")),
    ] {
        let filled = read(pairs);
        assert_eq!(filled.faults, [], "{pairs:?}");
        assert_eq!(filled.value[key], value, "{pairs:?}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a row for each rule")]
fn what_is_wrong_is_said_where_it_is() {
    let long = "a".repeat(101);
    let at = |path: &str, key| vec![(path.to_owned(), key)];
    for (pairs, path, key) in [
        (&[("line", "  ")][..], "line", text::MISSING),
        (&[("line", &long)], "line", text::TOO_LONG),
        (&[("line", "a\0")], "line", text::CONTROL),
        (&[("line", "to\nlinjer")], "line", text::CONTROL),
        (&[("line", "17912099997")], "line", text::IDENTITY),
        (&[("text", "Gjelder 179120 99997.")], "text", text::IDENTITY),
        (&[("lines", "ok\n17912099997")], "lines", text::IDENTITY),
        (&[("lines", "ok\naaaaaaaaaaaaaaaaaaaaaaaaa")], "lines", "forms-fault-line-too-long"),
        (&[("lines", "a\nb\nc\nd")], "lines", "forms-fault-too-many"),
        (&[("email", "ikke en adresse")], "email", "forms-fault-email"),
        (&[("url", "www.uten.no")], "url", text::ADDRESS),
        (&[("isbn", "978-82-02-00000-5")], "isbn", "forms-fault-isbn"),
        (&[("issn", "0000-0001")], "issn", "forms-fault-issn"),
        (&[("choice", "x")], "choice", text::UNKNOWN),
        (&[("choice", "a"), ("choice", "b")], "choice", "forms-fault-twice"),
        (&[("free", "a"), ("free", "eget")], "free", "forms-fault-twice"),
        (&[("line", "en"), ("line", "to")], "line", "forms-fault-twice"),
        (&[("period.from", "2019"), ("period.from", "2020")], "period.from", "forms-fault-twice"),
        (
            &[("starts.day", "14.6.2026"), ("starts.day", "15.6.2026")],
            "starts.day",
            "forms-fault-twice",
        ),
        (
            &[("starts.day", "14.6.2026"), ("starts.clock", "9"), ("starts.clock", "10")],
            "starts.clock",
            "forms-fault-twice",
        ),
        (&[("matrix.x", "a"), ("matrix.x", "b")], "matrix.x", "forms-fault-twice"),
        (&[("place", "Hamar"), ("place", "3419")], "place", "forms-fault-twice"),
        (&[("rows.0.name", "en"), ("rows.0.name", "to")], "rows.0.name", "forms-fault-twice"),
        (
            &[("files.0.file", "a"), ("files.0.name", "en.txt"), ("files.0.name", "to.txt")],
            "files.0.name",
            "forms-fault-twice",
        ),
        (&[("choices", "x")], "choices", text::UNKNOWN),
        (&[("tick", "kanskje")], "tick", text::UNKNOWN),
        (&[("whole", "1,5")], "whole", "forms-fault-whole-number"),
        (&[("whole", "1001")], "whole", "forms-fault-range"),
        // A space parts thousands, and nothing else.
        (&[("whole", "7 5 6")], "whole", "forms-fault-whole-number"),
        (&[("whole", "12 34")], "whole", "forms-fault-whole-number"),
        (&[("whole", "0001 000")], "whole", "forms-fault-whole-number"),
        (&[("part_of", "1 2")], "part_of", "forms-fault-number"),
        (&[("whole", "99999999999999999999")], "whole", "forms-fault-range"),
        (&[("part_of", "1,234")], "part_of", "forms-fault-number"),
        (&[("part_of", "NaN")], "part_of", "forms-fault-number"),
        (&[("date", "i fjor")], "date", "dates-malformed"),
        (&[("date", "31.2.2020")], "date", "dates-no-such-day"),
        (&[("starts.day", "juni 2026")], "starts.day", "forms-fault-day"),
        (&[("starts.clock", "9")], "starts.day", text::MISSING),
        (
            &[("starts.day", "14.6.2026"), ("starts.clock", "25")],
            "starts.clock",
            "forms-fault-clock",
        ),
        (
            &[("starts.day", "29.3.2026"), ("starts.clock", "02.30")],
            "starts.clock",
            "dates-no-such-time",
        ),
        (&[("period.from", "2021"), ("period.to", "2019")], "period.to", "dates-reversed"),
        (&[("place", "Atlantis")], "place", text::UNKNOWN),
        (&[("place", "Nes")], "place", "forms-fault-several"),
        (&[("place", "våler")], "place", "forms-fault-which"),
        (&[("place", "Trondhei")], "place", "forms-fault-unknown-near"),
        (&[("rows.0.name", ""), ("rows.0.ticked", "true")], "rows.0.name", text::MISSING),
        (&[("matrix.y", "x")], "matrix.y", text::UNKNOWN),
        (&[("why", "fordi")], "why", "forms-fault-not-asked"),
        (&[("files", "navn.txt")], "files", "forms-fault-file-name-only"),
        (&[("starts.day", "14.6.2026"), ("ends.day", "13.6.2026")], "ends", "forms-fault-order"),
    ] {
        assert_eq!(wrong(pairs), at(path, key), "{pairs:?}");
    }
    assert_eq!(
        read(&[("starts.day", "14.6.2026"), ("starts.clock", "9"), ("ends.day", "14.6.2026")])
            .faults,
        []
    );
}

#[test]
fn the_same_twice_is_one_answer_and_an_empty_one_is_none() {
    let twice =
        |name: &'static str, value: &'static str| [(name, value), (name, ""), (name, value)];
    let pairs = [
        twice("line", "Hei"),
        twice("choice", "b"),
        twice("free", "eget"),
        twice("tick", "true"),
        twice("whole", "12"),
        twice("starts.day", "14.6.2026"),
        twice("period.from", "2019"),
        twice("place", "Hamar"),
        twice("matrix.x", "c"),
    ];
    let filled = read(&pairs.concat());
    assert_eq!(filled.faults, []);
    assert_eq!((&filled.value["line"], &filled.value["free"]), (&json!("Hei"), &json!("eget")));
    assert_eq!((&filled.value["place"], &filled.value["whole"]), (&json!("3403"), &json!(12)));
    assert_eq!(filled.value["matrix"], json!({ "x": "c" }));
    assert_eq!(filled.value["period"], json!({ "from": "2019" }));
    assert_eq!(filled.value["starts"], json!("2026-06-14"));
}

#[test]
fn an_input_that_the_form_lacks_is_said_and_those_of_ours_are_not() {
    for name in
        ["navn", "part", "part.three", "period", "rows.x.name", "rows.0.nope", "matrix.z", "line.0"]
    {
        let row = ("rows.0.name", "x");
        let faults = read(&[(name, "verdien"), ("stempel", "1.2"), row]).faults;
        assert_eq!(faults.len(), 1, "{name}: {faults:?}");
        assert_eq!((faults[0].path.as_str(), faults[0].key), (name, "forms-fault-no-field"));
        let t = crate::i18n::Text::new(crate::i18n::Lang::Nb);
        let said = faults[0].words(t).as_str().to_owned();
        assert!(said.contains(name) && said.contains("verdien"), "{said}");
    }
    let many: Vec<String> = (0..50).map(|n| format!("x{n}")).collect();
    let pairs: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "y")).collect();
    let faults = wrong(&pairs);
    assert_eq!(faults.len(), 11);
    assert_eq!(faults[10], ("send".to_owned(), "forms-fault-no-fields"));
}

#[test]
fn rows_are_numbered_from_nothing_and_blank_ones_fall_away() {
    let filled = read(&[
        ("rows", "0"),
        ("rows.0.name", ""),
        ("rows", "7"),
        ("rows.7.name", "sju"),
        ("rows.7.inner", "0"),
        ("rows.7.inner.0.word", " "),
        ("rows.7.inner.3.word", "ord"),
        ("rows", "12"),
        ("rows.12.name", "tolv"),
    ]);
    assert_eq!(filled.faults, []);
    let rows = json!([{ "name": "sju", "inner": [{ "word": "ord" }] }, { "name": "tolv" }]);
    assert_eq!(filled.value["rows"], rows);
    // What was typed has the same numbers, so that faults from elsewhere find their row.
    assert_eq!(filled.typed.value("rows.1.name"), "tolv");
    assert_eq!(filled.typed.value("rows.0.inner.0.word"), "ord");
    let many: Vec<(String, String)> =
        (0..4).map(|n| (format!("rows.{n}.name"), "x".to_owned())).collect();
    let pairs: Vec<(&str, &str)> = many.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(wrong(&pairs), [("rows".to_owned(), "forms-fault-too-many")]);
}

#[test]
fn mischief_is_told_in_few_words() {
    let lines = "\u{1}\n".repeat(100_000);
    assert_eq!(wrong(&[("lines", &lines)]).len(), 4);
    let rows: Vec<String> = (0..5_000).map(|n| format!("rows.{n}.inner.0.word")).collect();
    let pairs: Vec<(&str, &str)> = rows.iter().map(|name| (name.as_str(), "\u{1}")).collect();
    assert_eq!(wrong(&pairs).len(), 7);
}

#[test]
fn a_value_goes_out_as_typed_and_comes_back_the_same() {
    let value = json!({
        "line": "x", "long": "lang", "email": "a@b.example", "url": "https://a.example/x",
        "isbn": "978-82-02-00000-4", "text": "a\nb", "mark": "\n## a", "lines": ["a", "b"],
        "choice": "c", "free": "eget", "choices": ["a", "c"], "more": ["b", "eget"], "tick": true, "why": "y",
        "whole": 12, "part_of": -0.5, "date": "2008~", "starts": "2026-06-14T09:00", "ends": "2026-06-14",
        "period": { "from": "2019-06", "to": "2020" }, "place": "3403", "items": ["i1", "i2"],
        "files": [{ "file": "abc", "name": "a.txt" }], "part": { "one": "1", "two": "2" },
        "rows": [{ "name": "a", "ticked": true, "inner": [{ "word": "w" }] }, { "name": "b" }],
        "matrix": { "x": "a", "y": "b" },
    });
    let form = every_kind();
    let shown = Filled::of(&form, &value);
    assert_eq!(shown.faults, []);
    let again = Filled::read(&form, shown.typed, &known());
    assert_eq!(again.faults, []);
    assert_eq!(again.value, value);
}

#[test]
fn what_a_form_has_no_field_for_is_never_passed_over() {
    let form = Form::new(1_000, [Field::line("navn", words("Navn"), 10)]);
    let shown =
        Filled::of(&form, &json!({ "navn": "a", "gammelt": "verdi", "tomt": "", "null": null }));
    assert_eq!(shown.faults.len(), 1);
    assert_eq!(shown.faults[0].path, "gammelt");
    let wrong_kind = Filled::of(&form, &json!({ "navn": ["a"] }));
    assert_eq!(wrong_kind.faults[0].path, "navn");
}

#[test]
fn a_description_is_plain_data() {
    let form = every_kind();
    assert_eq!(form.check(), []);
    let text = serde_json::to_string(&form).unwrap();
    let again: Form = serde_json::from_str(&text).unwrap();
    assert_eq!(again, form);
    let row = json!({
        "limit": 1000,
        "fields": [{
            "key": "hvordan",
            "label": { "words": { "nb": "Hvordan gikk det?", "en": "How did it go?" } },
            "need": "required",
            "kind": { "choice": { "options": [
                { "value": "bra", "label": { "words": { "nb": "Bra" } } },
            ] } },
        }],
    });
    let form: Form = serde_json::from_value(row).unwrap();
    assert_eq!(form.check(), []);
    let filled = Filled::read(&form, sent(&[("hvordan", "bra")]), &RegisterNames::default());
    assert_eq!(filled.value, json!({ "hvordan": "bra" }));
    assert!(serde_json::from_value::<Form>(json!({ "limit": 1, "fields": [], "x": 1 })).is_err());
}

#[test]
fn a_description_that_can_not_work_is_told() {
    let of = |field: Field| Form::new(1, [field]).check();
    let line = |key: &str| Field::line(key, words("x"), 10);
    for field in [
        line("Stor"),
        line("a.b"),
        line(""),
        Field::line("a", words(" "), 10),
        Field::line("a", words("x"), 0),
        line("a").shown_when("finnes_ikke", &[]),
        line("a").shown_when("a", &[]),
        Field::choice("a", words("x"), Vec::new()),
        Field::part("a", words("x"), []),
        Field::part("a", words("x"), [line("b"), line("b")]),
        Field::new("a", words("x"), FieldKind::Number { min: 2, max: 1, decimals: 0 }),
    ] {
        assert!(!of(field.clone()).is_empty(), "{field:?}");
    }
    let mut deep = line("a");
    for _ in 0..50 {
        deep = Field::part("a", words("x"), [deep]);
    }
    assert!(!of(deep).is_empty());
}

#[test]
fn what_looks_like_an_identity_number_is_masked_where_it_stands() {
    // Synthetic, from the tax authority's own samples.
    let mut typed = super::sent(&[
        ("title", "Om 309082 99902 og mer"),
        ("body", "03851598730\nTelefon 22 22 22 22"),
        ("lead", "Ingenting her"),
    ]);
    assert_eq!(typed.mask(), ["body", "title"]);
    assert_eq!(typed.value("title"), "Om •••••• ••••• og mer");
    assert_eq!(typed.value("body"), "•••••••••••\nTelefon 22 22 22 22");
    assert_eq!(typed.value("lead"), "Ingenting her");
    assert!(typed.mask().is_empty(), "once is enough");
}
