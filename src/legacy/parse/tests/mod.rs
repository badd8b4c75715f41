//! Own fixtures, the archived pages where they are at hand, and properties that hold for any input.

mod accounts;
mod fixtures;
mod markdown;
mod mended;
mod people;
mod periods;
mod projects;
mod properties;
mod refusals;
mod seeds;

use std::collections::HashSet;

use super::{Code, LineFate, LinePart, Page, email, lines, read, sections, text};

/// Reads a text that is known to be readable, and holds it to what is promised of any page.
fn page(text: &str) -> Page {
    let page = read("side.txt", text.as_bytes()).expect("the text is readable");
    every_line_is_accounted_for(&page, text);
    no_word_is_lost(&page, text);
    no_address_is_shown(&page, text);
    page
}

fn fixture(name: &str) -> (Page, &'static str) {
    let found = fixtures::ALL.iter().find(|(own, _)| *own == name);
    let (_, text) = found.unwrap_or_else(|| panic!("no fixture {name}"));
    (page(text), text)
}

fn every_line_is_accounted_for(page: &Page, text: &str) {
    let lines = lines::lines(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let numbers: Vec<usize> = page.lines.iter().map(|account| account.line).collect();
    assert_eq!(numbers, (1..=lines.len()).collect::<Vec<_>>());
    for (account, line) in page.lines.iter().zip(&lines) {
        let Some(last) = account.parts.last() else { continue };
        assert!(account.parts.len() > 1, "line {}: one part is no list", account.line);
        assert_eq!(account.parts[0].from, 0);
        assert_eq!(last.to, text::length(&line.text), "line {}", account.line);
        for pair in account.parts.windows(2) {
            assert_eq!(pair[0].to, pair[1].from, "line {}", account.line);
        }
    }
}

/// Every word of what was not dropped stands somewhere in the result, except words of labels and
/// dates, which became names of fields and figures.
fn no_word_is_lost(page: &Page, text: &str) {
    let mut shown = page.clone();
    shown.lines.clear();
    let mut told = String::new();
    gather(&serde_json::to_value(&shown).expect("a page is JSON"), &mut told);
    let told: HashSet<String> = text::words(&told).collect();
    let lines = lines::lines(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    for (account, line) in page.lines.iter().zip(&lines) {
        let whole =
            [LinePart { from: 0, to: text::length(&line.text), what: account.what.clone() }];
        let parts = if account.parts.is_empty() { &whole[..] } else { &account.parts };
        for part in parts.iter().filter(|part| !part.what.is_dropped()) {
            let stretch: String =
                line.text.chars().skip(part.from).take(part.to - part.from).collect();
            let stretch = text::tidy(&stretch);
            let value = match &part.what {
                LineFate::Field { name } if is_label_or_date(name, &stretch) => continue,
                LineFate::Field { .. } => value_of(&stretch),
                // «Samarbeidspartnere: A, B»
                LineFate::List { .. } => match stretch.split_once(':') {
                    Some((label, value)) if sections::exact(label).is_some() => value,
                    _ => &stretch,
                },
                _ => &stretch,
            };
            let long = text::words(value).filter(|word| word.chars().count() > 3);
            for word in long.filter(|word| !LABELS.contains(&word.as_str())) {
                assert!(told.contains(&word), "line {}: «{word}» is lost", account.line);
            }
        }
    }
}

/// Words of labels, which may stand before the second of several values.
const LABELS: &[&str] = &[
    "bilde",
    "foto",
    "tekst",
    "tema",
    "fylke",
    "status",
    "periode",
    "prosjektleder",
    "finansieringskilde",
    "prosjektansvarlig",
    "isbn",
    "is-nr",
    "versjon",
    "tittel",
    "utgiver",
    "publisert",
    "under",
    "e-post",
];

/// All strings of a JSON value.
fn gather(value: &serde_json::Value, into: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            into.push_str(text);
            into.push(' ');
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| gather(one, into)),
        serde_json::Value::Object(all) => all.values().for_each(|one| gather(one, into)),
        _ => {}
    }
}

fn is_label_or_date(name: &str, text: &str) -> bool {
    let dates = ["published", "updated", "revised", "next_revision", "expires", "archived"];
    let alone = text.ends_with(':') || !text.contains([':', ' ']);
    dates.contains(&name) || alone
}

/// What stands after the label.
fn value_of(text: &str) -> &str {
    text.split_once(':').or_else(|| text.split_once(" - ")).map_or("", |(_, value)| value)
}

fn no_address_is_shown(page: &Page, text: &str) {
    let mut shown = page.clone();
    for leader in shown.facts.project.iter_mut().flat_map(|project| &mut project.leaders) {
        leader.email = None;
    }
    shown.name = String::new();
    let told = serde_json::to_string(&shown).expect("a page is JSON").to_lowercase();
    let told = format!("{told}{}", shown.body().to_lowercase());
    for found in email::find(text) {
        // «t@», cut in two, is also the middle of «post@eksempel.no».
        if email::is_personal(&found.address) && !found.address.ends_with('@') {
            let address = found.address.to_lowercase();
            assert!(!told.contains(&address), "«{address}» is shown");
        }
    }
}

fn codes(page: &Page) -> Vec<(usize, Code)> {
    page.notes.iter().map(|note| (note.line.unwrap_or(0), note.code)).collect()
}

fn has(page: &Page, line: usize, code: Code) -> bool {
    codes(page).contains(&(line, code))
}

/// The accounts in short: `3 field title`, one a line, blank lines left out.
fn told(page: &Page) -> Vec<String> {
    let show = |what: &LineFate| match what {
        LineFate::Field { name } => format!("field {name}"),
        LineFate::Section { heading } => format!("section {heading}"),
        LineFate::List { name } => format!("list {name}"),
        LineFate::Dropped { reason } => format!("dropped {}", reason.as_str()),
        LineFate::KeptAsText { place } => format!("text {place}"),
    };
    let mut all = Vec::new();
    for account in &page.lines {
        let shown = if account.parts.is_empty() {
            show(&account.what)
        } else {
            let parts: Vec<String> = account.parts.iter().map(|part| show(&part.what)).collect();
            parts.join(" + ")
        };
        if shown != "dropped blank line" {
            all.push(format!("{} {shown}", account.line));
        }
    }
    all
}

fn body_of<'a>(page: &'a Page, heading: &str) -> &'a str {
    let found = page.sections.iter().find(|section| section.heading.as_deref() == Some(heading));
    &found.unwrap_or_else(|| panic!("no section «{heading}»")).body
}
