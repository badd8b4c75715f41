//! Nothing typed is lost, and everything wrong is said where it is.

mod bodies;
mod browser;
mod facts;
mod kinds;
mod pages;
mod site;
mod values;

use std::collections::BTreeMap;

use super::{
    Alternative, Field, FieldKind, Filled, Form, Format, Register, RegisterNames, Rule, Submitted,
};
use crate::forms::Wording;
use crate::i18n::Lang;

/// Words that come with a form, as of one that somebody has made.
fn words(text: &str) -> Wording {
    Wording::Words(BTreeMap::from([(Lang::Nb, text.to_owned())]))
}

fn line(key: &str) -> Field {
    Field::line(key, words(key), 100)
}

/// Rows with rows in them.
fn rows() -> Field {
    let mut inner = Field::group("inner", words("inner"), ("", ""), 2, [line("word")]);
    if let FieldKind::Group { row, add, .. } = &mut inner.kind {
        (*row, *add) = (words("Ord"), words("Nytt ord"));
    }
    let ticked = Field::new("ticked", words("ticked"), FieldKind::Tick);
    let fields = [line("name").needed(), ticked, inner];
    let mut rows = Field::group("rows", words("rows"), ("", ""), 3, fields);
    if let FieldKind::Group { row, add, .. } = &mut rows.kind {
        (*row, *add) = (words("Rad"), words("Ny rad"));
    }
    rows
}

/// A form with a field of every kind there is.
fn every_kind() -> Form {
    let options = || ["a", "b", "c"].map(|one| Alternative::new(one, words(one))).to_vec();
    let new = |key: &str, kind| Field::new(key, words(key), kind);
    let reference = |register, most| FieldKind::Reference { register, most };
    let file =
        FieldKind::File { most: 2, max_bytes: 1_000, media_types: vec!["text/plain".to_owned()] };
    let fields = vec![
        line("line").needed(),
        Field::line("long", words("long"), 2_000),
        Field::formatted("email", words("email"), 100, Format::Email),
        Field::formatted("url", words("url"), 100, Format::Url),
        Field::formatted("isbn", words("isbn"), 100, Format::Isbn),
        Field::formatted("issn", words("issn"), 100, Format::Issn),
        Field::text("text", words("text"), 1_000, 4),
        Field::common_mark("mark", words("mark"), 100_000, 4),
        Field::lines("lines", words("lines"), 20, 3),
        Field::choice("choice", words("choice"), options()),
        new("free", FieldKind::Choice { options: options(), other: Some(20) }),
        Field::choices("choices", words("choices"), options()),
        new("more", FieldKind::Choices { options: options(), other: Some(20), most: 3 }),
        new("tick", FieldKind::Tick),
        line("why").shown_when("tick", &["true"]),
        new("whole", FieldKind::Number { min: 1, max: 1_000, decimals: 0 }),
        new("part_of", FieldKind::Number { min: -10, max: 10, decimals: 2 }),
        new("date", FieldKind::Date),
        new("starts", FieldKind::Time),
        new("ends", FieldKind::Time),
        new("period", FieldKind::Period),
        new("place", reference(Register::Place, 1)),
        new("items", reference(Register::Item, 3)),
        new("files", file),
        Field::part("part", words("part"), [line("one"), line("two")]),
        rows(),
        new(
            "matrix",
            FieldKind::Matrix {
                rows: ["x", "y"].map(|one| Alternative::new(one, words(one))).to_vec(),
                columns: options(),
            },
        ),
    ];
    Form::new(1_000_000, fields).hiding(["stempel"]).ruled(Rule::InOrder {
        earlier: "starts".to_owned(),
        later: "ends".to_owned(),
        says: words("Slutter før det begynner."),
    })
}

fn known() -> RegisterNames {
    let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let places = [
        pair("3403", "Hamar"),
        pair("3419", "Våler (Innlandet)"),
        pair("3114", "Våler (Østfold)"),
        pair("1417", "Våler (1417)"),
        pair("5001", "Trondheim - Tråante"),
        pair("1", "Nes"),
        pair("2", "Nes"),
    ];
    let items = [pair("i1", "Trygge netter"), pair("i2", "Rolige måltider"), pair("i3", "Fall")];
    RegisterNames::default().of(Register::Place, places).of(Register::Item, items)
}

fn sent(pairs: &[(&str, &str)]) -> Submitted {
    let mut sent = Submitted::default();
    for (name, value) in pairs {
        sent.add(*name, *value);
    }
    sent
}

/// As a browser sends it.
fn urlencoded(body: &str) -> Submitted {
    let mut sent = Submitted::default();
    sent.read_urlencoded(body.as_bytes(), false);
    sent
}

fn read(pairs: &[(&str, &str)]) -> Filled {
    let mut pairs = pairs.to_vec();
    if !pairs.iter().any(|(name, _)| *name == "line") {
        pairs.push(("line", "x"));
    }
    Filled::read(&every_kind(), sent(&pairs), &known())
}

/// The paths and keys of what is wrong.
fn wrong(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    read(pairs).faults.into_iter().map(|fault| (fault.path, fault.key)).collect()
}
