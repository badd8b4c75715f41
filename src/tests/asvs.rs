//! The table of ASVS is whole, and what it says is met by a test is met by one that there is.

use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::Path;

/// The numbers of levels 1 and 2 of the chapters that it holds: the section, and the last of those in it.
const SECTIONS: [(&str, u32); 56] = [
    ("1.1", 2),
    ("1.2", 9),
    ("1.3", 11),
    ("1.4", 3),
    ("1.5", 2),
    ("2.1", 3),
    ("2.2", 3),
    ("2.3", 4),
    ("2.4", 1),
    ("3.2", 2),
    ("3.3", 4),
    ("3.4", 6),
    ("3.5", 5),
    ("3.7", 2),
    ("4.1", 3),
    ("4.2", 1),
    ("4.3", 2),
    ("4.4", 4),
    ("5.1", 1),
    ("5.2", 3),
    ("5.3", 2),
    ("5.4", 3),
    ("6.1", 3),
    ("6.2", 11),
    ("6.3", 4),
    ("6.4", 4),
    ("6.5", 5),
    ("6.6", 3),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 2),
    ("7.6", 2),
    ("8.1", 2),
    ("8.2", 3),
    ("8.3", 1),
    ("8.4", 1),
    ("9.1", 3),
    ("9.2", 4),
    ("10.1", 2),
    ("10.2", 2),
    ("10.3", 4),
    ("10.4", 11),
    ("10.5", 5),
    ("10.6", 2),
    ("10.7", 3),
    ("14.1", 2),
    ("14.2", 4),
    ("14.3", 3),
    ("16.1", 1),
    ("16.2", 5),
    ("16.3", 4),
    ("16.4", 3),
    ("16.5", 3),
];

struct Row {
    number: String,
    state: String,
    by: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rows(text: &str) -> Vec<Row> {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let lines = text.lines().map(cells).filter(|cells| cells.len() == 6);
    let numbered = lines.filter(|cells| cells[1].starts_with(|c: char| c.is_ascii_digit()));
    let row = |cells: Vec<String>| Row {
        number: cells[1].clone(),
        state: cells[3].clone(),
        by: cells[4].clone(),
    };
    numbered.map(row).collect()
}

/// What stands in `code`: names of tests and of files.
fn named(by: &str) -> impl Iterator<Item = &str> {
    by.split('`').skip(1).step_by(2)
}

/// The names of all functions in tests, ours and those of our crates.
fn tests() -> BTreeSet<String> {
    let mut files = Vec::new();
    for folder in ["src", "crates"] {
        super::sources(&root().join(folder), &mut files);
    }
    let mut names = BTreeSet::new();
    for file in files {
        let text = read_to_string(&file).unwrap();
        let is_test = |text: &str| text.contains("test]") || text.contains("both_engines!");
        if is_test(&text) || text.contains("proptest!") {
            let after = text.split("fn ").skip(1);
            names.extend(after.map(|rest| rest.split(['(', '<']).next().unwrap().to_owned()));
        }
    }
    names
}

#[test]
fn every_number_stands_there_once_and_in_order() {
    let text = read_to_string(root().join("docs/ops/asvs.md")).unwrap();
    let wanted: Vec<String> = SECTIONS
        .iter()
        .flat_map(|(section, last)| (1..=*last).map(move |number| format!("{section}.{number}")))
        .collect();
    let found: Vec<String> = rows(&text).into_iter().map(|row| row.number).collect();
    assert_eq!(found, wanted);
}

#[test]
fn what_is_met_is_met_by_what_there_is() {
    let text = read_to_string(root().join("docs/ops/asvs.md")).unwrap();
    let tests = tests();
    assert!(tests.len() > 500, "{}", tests.len());
    for Row { number, state, by } in rows(&text) {
        assert!(["met", "not applicable", "open"].contains(&state.as_str()), "{number}: {state}");
        assert!(state == "met" || by.len() > 5, "{number}: why?");
        let mut proofs = 0;
        for name in named(&by) {
            // Other things stand in code too: commands, tables, addresses.
            let is_file = name.contains('/') && !name.starts_with('/') || name == "Cargo.toml";
            let is_test = name.contains('_');
            assert!(!is_file || root().join(name).exists(), "{number}: no file {name}");
            assert!(is_file || !is_test || tests.contains(name), "{number}: no test {name}");
            proofs += usize::from(is_file || is_test);
        }
        assert!(state != "met" || proofs > 0, "{number}: met by what?");
    }
}
