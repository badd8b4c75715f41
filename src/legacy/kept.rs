//! Whatever of an old page has found no place of its own in the item is quoted in it, word for word.

use serde_json::Value;

use super::parse::{self, LineFate, Page, Precision};
use crate::exchange::ItemLine;

/// So much is quoted in the note of the source; more than that stands in the text.
const IN_NOTE: usize = 1_200;

/// Adds to the item what the page says and the item does not.
pub fn keep(page: &Page, line: &mut ItemLine) {
    let lacking = lacking(page, line);
    if lacking.is_empty() {
        return;
    }
    let quoted: Vec<String> = lacking.iter().map(|text| format!("«{text}»")).collect();
    let note = format!("På siden sto også: {}.", quoted.join(" · "));
    let is_short = note.chars().count() <= IN_NOTE;
    if let Some(source) = line.source.as_mut().filter(|_| is_short) {
        source.note = Some(match source.note.take() {
            Some(before) => format!("{before} {note}"),
            None => note,
        });
        return;
    }
    add(line, &lacking);
}

/// Below the text, a paragraph each.
fn add(line: &mut ItemLine, lacking: &[String]) {
    let blocks: Vec<String> = lacking.iter().map(|text| parse::as_block(text)).collect();
    let text = format!("### På siden sto også\n\n{}", blocks.join("\n\n"));
    let into = match line.facts.pointer_mut("/sections/background") {
        Some(Value::String(background)) => background,
        _ => &mut line.body,
    };
    if !into.is_empty() {
        into.push_str("\n\n");
    }
    into.push_str(&text);
}

/// What was kept of the page by its account and cannot be found in the item.
pub fn lacking(page: &Page, line: &ItemLine) -> Vec<String> {
    let mut told = String::new();
    gather(&serde_json::to_value(line).unwrap_or_default(), &mut told);
    let told = bare(&told);
    let mut lacking: Vec<String> = Vec::new();
    for account in &page.lines {
        for (what, text) in account.kept() {
            let text = text.trim().trim_start_matches(['•', '·', '*', '-', '–', '|', ' ']);
            let is_there = match what {
                // The years of two phases may stand elsewhere one by one, and say something else there.
                LineFate::Field { name } if name == "period" => {
                    let is_understood = parse::is_time(value(text).trim());
                    is_understood && is_read(page, line, name) || told.contains(&bare(value(text)))
                }
                LineFate::Field { name } if name == "archived" => {
                    !says_more_than_old(text) || has_words(&told, text)
                }
                LineFate::Field { name } => {
                    is_read(page, line, name) || has_words(&told, value(text))
                }
                LineFate::List { .. } => has_words(&told, text) || has_words(&told, value(text)),
                _ => told.contains(&bare(text)) || told.contains(&bare(value(text))),
            };
            if !is_there && !parse::is_label_alone(text) && !lacking.iter().any(|one| one == text) {
                lacking.push(text.to_owned());
            }
        }
    }
    lacking
}

/// Was the fact read as what it says? Then it stands in the item in figures and names of ours. Numbers of
/// books that are none are told in the report instead.
fn is_read(page: &Page, line: &ItemLine, name: &str) -> bool {
    let project = page.facts.project.as_ref();
    let is_date = |name: &str| line.facts.get(name).is_some_and(|date| !date.is_null());
    match name {
        "archived" | "leaders.email" | "isbn" | "doi" => true,
        "published" => page.published.is_some() || is_date("published"),
        "updated" => line.updated_at.is_some(),
        "revised" | "next_revision" | "expires" => is_date(name),
        "status" => project.is_some_and(|project| project.status.is_some()),
        // Of «våren 2011» the item has the year; of one that ends before it begins it has nothing.
        "period" => project.and_then(|project| project.period.as_ref()).is_some_and(|period| {
            let mut ends = period.from.iter().chain(&period.to);
            let is_whole = ends.all(|end| end.precision != Precision::Season);
            let kept = line.facts.get("period").and_then(Value::as_object);
            let is_kept = kept.is_some_and(|kept| kept.values().any(|end| !end.is_null()));
            let raw = project.and_then(|project| project.period_raw.as_deref());
            is_whole && is_kept && raw == Some(period.raw.as_str())
        }),
        "county" => project.is_some_and(|project| {
            let has_brackets = project.county.as_ref().is_some_and(|county| county.contains('('));
            !line.counties.is_empty() && !has_brackets
        }),
        _ => false,
    }
}

/// «Arkivert innhold, sist oppdatert i 2014», «Siden er ikke oppdatert. Se den nye veilederen om håndvask.»
fn says_more_than_old(text: &str) -> bool {
    const OLD: [&str; 7] =
        ["arkiv", "archiv", "oppdater", "utdatert", "foreld", "gammel", "historisk"];
    let lower = text.to_lowercase();
    let is_other = |sentence: &str| {
        let mut words = sentence.split_whitespace();
        let leads_on = words.clone().any(|word| matches!(word, "se" | "sjå" | "see"));
        leads_on || words.nth(2).is_some() && !OLD.iter().any(|old| sentence.contains(old))
    };
    lower.contains(|c: char| c.is_ascii_digit()) || lower.split(['.', '!']).any(is_other)
}

/// What stands after a label.
fn value(text: &str) -> &str {
    const LONGEST_LABEL: usize = 40;
    let parted = text.split_once(':').or_else(|| text.split_once(" - "));
    match parted {
        Some((label, value)) if label.chars().count() <= LONGEST_LABEL => value,
        _ => text,
    }
}

fn has_words(told: &str, text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(bare).all(|word| told.contains(&word))
}

/// Letters and digits alone, in small letters: marks of the text's form say nothing.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// All texts of a value.
fn gather(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => into.push_str(text),
        Value::Array(all) => all.iter().for_each(|one| gather(one, into)),
        Value::Object(all) => all.values().for_each(|one| gather(one, into)),
        _ => {}
    }
}
