//! How fast the index is filled and asked, and how large it is, as it grows.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use padriver::search::{Document, Index, Query};

use crate::set::Set;

/// Times each question is asked.
const ROUNDS: usize = 5;

pub fn measure(
    sets: &[Set],
    questions: &[&str],
    sizes: &[usize],
    scratch: &Path,
) -> Result<(), Box<dyn Error>> {
    println!(
        "\ndocuments  filled/s     size  bytes/doc  opened    p50      p95      p99      (ms)"
    );
    for size in sizes {
        let folder = scratch.join(size.to_string());
        let done = one(sets, questions, *size, &folder);
        drop(fs::remove_dir_all(scratch));
        done?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn one(sets: &[Set], questions: &[&str], size: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut made = Made::new(sets);
    let documents: Vec<Document> = (0..size).map(|number| made.document(number)).collect();
    fs::create_dir_all(folder)?;
    let index = Index::open(folder, &crate::FACETS)?.index;
    let began = Instant::now();
    index.rebuild(documents.into_iter(), 1)?;
    let filled = began.elapsed();
    drop(index);
    let began = Instant::now();
    let index = Index::open(folder, &crate::FACETS)?.index;
    let opened = began.elapsed();
    let mut times = Vec::new();
    for round in 0..=ROUNDS {
        for question in questions {
            let query = Query { words: (*question).to_owned(), ..Query::default() };
            let began = Instant::now();
            let found = index.search(&query)?;
            // The first round warms up.
            if round > 0 {
                times.push(began.elapsed());
            }
            std::hint::black_box(found);
        }
    }
    times.sort_unstable();
    let at = |share: usize| ms(times[(times.len() * share / 100).min(times.len() - 1)]);
    let bytes = weight(folder)?;
    println!(
        "{size:>9}  {:>8.0}  {:>5.1} MB  {:>9}  {:>6.0}  {:>7.2}  {:>7.2}  {:>7.2}",
        size as f64 / filled.as_secs_f64(),
        bytes as f64 / 1e6,
        bytes / size as u64,
        ms(opened),
        at(50),
        at(95),
        at(99),
    );
    crate::around::measure(&index, size)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn weight(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        sum += if about.is_dir() { weight(&entry.path())? } else { about.len() };
    }
    Ok(sum)
}

/// Makes documents that look like those of the sets: their sentences mixed, and made-up compounds
/// of their words, few of them often and most of them seldom, as in real text.
struct Made {
    titles: Vec<String>,
    sentences: Vec<String>,
    words: Vec<String>,
    state: u64,
}

impl Made {
    fn new(sets: &[Set]) -> Self {
        let all = || sets.iter().flat_map(|set| &set.documents);
        let sentences = |document: &crate::set::Document| -> Vec<String> {
            document.body.split_inclusive(". ").map(|s| s.trim().to_owned()).collect()
        };
        let mut words: Vec<String> = all()
            .flat_map(|document| document.body.split(|c: char| !c.is_alphabetic()))
            .filter(|word| (4..10).contains(&word.chars().count()))
            .map(str::to_lowercase)
            .collect();
        words.sort();
        words.dedup();
        Self {
            titles: all().map(|document| document.title.clone()).collect(),
            sentences: all().flat_map(sentences).collect(),
            words,
            state: 0x9E37_79B9_7F4A_7C15,
        }
    }

    /// The same numbers each time.
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state >> 11).unwrap_or_default() % end.max(1)
    }

    fn compound(&mut self) -> String {
        // The product of two even chances is mostly small.
        let end = self.words.len();
        let first = self.below(end) * self.below(end) / end;
        let last = self.below(end) * self.below(end) / end;
        format!("{}{}", self.words[first], self.words[last])
    }

    fn document(&mut self, number: usize) -> Document {
        let mut body = String::new();
        for _ in 0..8 {
            let nth = self.below(self.sentences.len());
            body.push_str(&self.sentences[nth]);
            body.push(' ');
        }
        for _ in 0..20 {
            body.push_str(&self.compound());
            body.push(' ');
        }
        let (title, lead) = (self.below(self.titles.len()), self.below(self.sentences.len()));
        let (theme, county) = (self.below(12), self.below(15));
        let lang = if self.below(4) == 0 { "nn" } else { "nb" };
        Document {
            id: uuid::Uuid::from_u128(number as u128 + 1),
            external_id: format!("bench:{number}"),
            kind: ["project", "news", "page", "publication"][self.below(4)].to_owned(),
            lang: lang.to_owned(),
            title: format!("{} {number}", self.titles[title]),
            lead: self.sentences[lead].clone(),
            body,
            url_path: format!("sider/{number}"),
            facets: vec![
                ("theme".to_owned(), format!("tema-{theme}")),
                ("county".to_owned(), format!("{county:02}")),
            ],
            published: Some(1_500_000_000 + i64::try_from(number).unwrap_or_default()),
            ..Document::default()
        }
    }
}
