//! Finds one-way synonyms that lead back to where they began: then neither is the wider word.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::file::Line;

type Ways<'a> = BTreeMap<&'a str, Vec<(&'a str, usize)>>;

/// One fault for each loop, with all lines that it goes through.
pub fn find(lines: &[Line]) -> Vec<String> {
    let mut ways = Ways::new();
    for (nth, line) in lines.iter().enumerate() {
        ways.entry(&line.from).or_default().push((&line.to, nth));
        if !line.one_way {
            ways.entry(&line.to).or_default().push((&line.from, nth));
        }
    }
    let mut told: BTreeSet<BTreeSet<u64>> = BTreeSet::new();
    let mut faults = Vec::new();
    for (nth, line) in lines.iter().enumerate().filter(|(_, line)| line.one_way) {
        let Some(back) = way(&ways, &line.to, &line.from) else { continue };
        let through: BTreeSet<u64> =
            std::iter::once(nth).chain(back).map(|nth| lines[nth].line).collect();
        let names: Vec<String> = through.iter().map(u64::to_string).collect();
        if told.insert(through) {
            let names = names.join(", ");
            faults.push(format!(
                "lines {names}: a loop; what `one-way` leads away from must not be come back to"
            ));
        }
    }
    faults
}

/// The shortest way from one word to another, as the pairs that it takes.
fn way(ways: &Ways<'_>, from: &str, to: &str) -> Option<Vec<usize>> {
    let mut came: BTreeMap<&str, Option<(&str, usize)>> = BTreeMap::new();
    let mut next = VecDeque::new();
    let (start, _) = ways.get_key_value(from)?;
    came.insert(start, None);
    next.push_back(*start);
    while let Some(at) = next.pop_front() {
        if at == to {
            let mut back = Vec::new();
            let mut step = came.get(at).copied().flatten();
            while let Some((before, nth)) = step {
                back.push(nth);
                step = came.get(before).copied().flatten();
            }
            return Some(back);
        }
        for (word, nth) in ways.get(at).into_iter().flatten() {
            if !came.contains_key(word) {
                came.insert(word, Some((at, *nth)));
                next.push_back(word);
            }
        }
    }
    None
}
