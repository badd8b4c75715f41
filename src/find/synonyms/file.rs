//! The file of synonyms, `term,synonym,kind,source,date`: read whole or not at all, and written.

use std::collections::BTreeMap;

use time::Date;

use super::{Pair, loops};
use crate::dates::{typed_day, why_undated, without_midnight};
use crate::rows::{self, Row};
use crate::search::{BadSynonyms, same_word};
use crate::text::check_line;
use crate::web::spreadsheet::{as_text, of_text};

const COLUMNS: [&str; 5] = ["term", "synonym", "kind", "source", "date"];
/// The two find each other.
const SAME: &str = "same";
/// Who asks for the term finds the synonym as well.
const ONE_WAY: &str = "one-way";
/// More is no list that anybody looks after.
const MOST: usize = 10_000;
const LONGEST_SOURCE: usize = 300;

/// A pair as it stands on a line, with the words as the search knows them.
pub struct Keyed {
    pub line: u64,
    pub from: String,
    pub to: String,
    pub one_way: bool,
}

/// Reads the list, or tells all that is wrong with it, line by line.
pub fn read(bytes: &[u8], today: Date) -> Result<Vec<Pair>, Vec<String>> {
    let rows = rows::read(bytes, &COLUMNS, &[])?;
    if rows.len() > MOST {
        return Err(vec![format!("the file has {} pairs; at most {MOST} are taken", rows.len())]);
    }
    let mut faults = Vec::new();
    let mut pairs = Vec::new();
    let mut lines = Vec::new();
    for row in &rows {
        match (pair(row, today), keys(row)) {
            (Ok(pair), Ok((from, to))) => {
                lines.push(Keyed { line: row.line, from, to, one_way: pair.one_way });
                pairs.push(pair);
            }
            (pair, keys) => {
                let why = pair.err().into_iter().chain(keys.err()).flatten();
                faults.extend(why.map(|why| format!("line {}: {why}", row.line)));
            }
        }
    }
    faults.extend(repeats(&lines));
    if faults.is_empty() {
        faults.extend(loops::find(&lines));
    }
    if faults.is_empty() { Ok(pairs) } else { Err(faults) }
}

fn pair(row: &Row, today: Date) -> Result<Pair, Vec<String>> {
    let mut faults = Vec::new();
    let one_way = match row.get("kind") {
        SAME => false,
        ONE_WAY => true,
        other => {
            faults.push(format!("the kind {other:?} is not `{SAME}` or `{ONE_WAY}`"));
            false
        }
    };
    let source = check_line("source", of_text(row.get("source")), LONGEST_SOURCE, true);
    faults.extend(source.as_ref().err().map(ToString::to_string));
    let date = row.get("date");
    let day = typed_day(without_midnight(date));
    match day {
        None => faults.push(match why_undated(date) {
            Some(why) => format!("the date {date:?} {why}"),
            None => format!("the date {date:?} is no day such as 2026-11-22"),
        }),
        Some(day) if day > today => faults.push(format!("the date {day} is still to come")),
        Some(_) => {}
    }
    match (source, day) {
        (Ok(source), Some(day)) if faults.is_empty() => {
            let [term, synonym] =
                ["term", "synonym"].map(|column| of_text(row.get(column)).to_owned());
            Ok(Pair { term, synonym, one_way, source, day })
        }
        _ => Err(faults),
    }
}

/// The two words as the search knows them.
fn keys(row: &Row) -> Result<(String, String), Vec<String>> {
    let key = |column: &str| {
        same_word(of_text(row.get(column))).map_err(|why| match why {
            BadSynonyms::NotAWord(word) if word.is_empty() => format!("the {column} is missing"),
            why => format!("the {column}: {why}"),
        })
    };
    match (key("term"), key("synonym")) {
        (Ok(from), Ok(to)) if from == to => Err(vec![format!(
            "{:?} leads back to itself: {:?} is the same word to the search",
            row.get("term"),
            row.get("synonym")
        )]),
        (Ok(from), Ok(to)) => Ok((from, to)),
        (from, to) => Err(from.err().into_iter().chain(to.err()).collect()),
    }
}

/// Pairs that stand twice, in whatever form. Two one-way pairs against each other are a loop, and
/// told as one.
pub fn repeats(lines: &[Keyed]) -> Vec<String> {
    let mut seen: BTreeMap<(&str, &str), &Keyed> = BTreeMap::new();
    let mut faults = Vec::new();
    for line in lines {
        let (a, b) = (line.from.as_str(), line.to.as_str());
        let first = *seen.entry(if a < b { (a, b) } else { (b, a) }).or_insert(line);
        let is_loop = first.one_way && line.one_way && first.from != line.from;
        if first.line != line.line && !is_loop {
            let (line, first) = (line.line, first.line);
            faults.push(format!(
                "line {line}: the pair stands on line {first} already, in this or another form"
            ));
        }
    }
    faults
}

/// The list as a file that can be read again.
pub fn write(pairs: &[Pair]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let kind = |pair: &Pair| if pair.one_way { ONE_WAY } else { SAME };
    let mut all = vec![COLUMNS.map(str::to_owned)];
    all.extend(pairs.iter().map(|pair| {
        let day = pair.day.to_string();
        let [term, synonym, source] =
            [&pair.term, &pair.synonym, &pair.source].map(|cell| as_text(cell));
        [term, synonym, kind(pair).to_owned(), source, day]
    }));
    for row in all {
        // Into memory, where there is nothing that can fail.
        writer.write_record(row).ok();
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
