//! The same questions put to BM25 over runs of four letters: what plain letters reach, without a rule or a
//! list of words. A search that knows Norwegian should not be worse where a word is new to it.

use std::collections::{HashMap, HashSet};

use crate::set::{Document, Score, Set};

const K1: f64 = 1.2;
const B: f64 = 0.6;
/// How often a title is counted.
const TITLE: usize = 3;

pub fn score(set: &Set) -> Score {
    let texts: Vec<HashMap<String, f64>> = set.documents.iter().map(counted).collect();
    let length = |text: &HashMap<String, f64>| text.values().sum::<f64>();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand documents")]
    let documents = texts.len() as f64;
    let average = texts.iter().map(length).sum::<f64>() / documents;
    let mut with: HashMap<&str, f64> = HashMap::new();
    for run in texts.iter().flat_map(HashMap::keys) {
        *with.entry(run).or_default() += 1.0;
    }
    Score::of(set, |question| {
        let asked: HashSet<String> = runs(&question.text).collect();
        let mut found: Vec<(f64, &Document)> = Vec::new();
        for (document, text) in set.documents.iter().zip(&texts) {
            let norm = K1 * (1.0 - B + B * length(text) / average);
            let gain = |run: &String| {
                let times = text.get(run)?;
                let with = with.get(run.as_str())?;
                let rarity = (1.0 + (documents - with + 0.5) / (with + 0.5)).ln();
                Some(rarity * times * (K1 + 1.0) / (times + norm))
            };
            let sum: f64 = asked.iter().filter_map(gain).sum();
            if sum > 0.0 {
                found.push((sum, document));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.into_iter().take(100).map(|(_, document)| document.id.clone()).collect()
    })
}

fn counted(document: &Document) -> HashMap<String, f64> {
    let mut counts = HashMap::new();
    for text in std::iter::repeat_n(&document.title, TITLE).chain([&document.body]) {
        for run in runs(text) {
            *counts.entry(run).or_default() += 1.0;
        }
    }
    counts
}

/// Small words left out, each run of four letters, a space before and after the word being letters too.
fn runs(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(norsk::normal);
    words.filter(|word| !word.is_empty() && !norsk::is_common(word)).flat_map(|word| {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        let runs: Vec<String> = letters.windows(4).map(|run| run.iter().collect()).collect();
        runs
    })
}
