//! Measures search: how good the order of hits is, beside other engines, and how fast it is.
//!
//! `make bench-search` runs it in a release build with a throw-away PostgreSQL. Two sets: `handed`,
//! a small one that was given, and `own`, the same documents and more, with questions of ours.
//! Nothing here asserts; it prints.

#![expect(clippy::disallowed_methods, reason = "here the time that passes is what is asked for")]

mod around;
mod others;
mod scale;
mod set;

use std::error::Error;
use std::path::{Path, PathBuf};

use padriver::search::{Document, Index, Query};
use set::{Score, Set};

/// What the made documents are filed under.
const FACETS: [&str; 2] = ["theme", "county"];

fn main() -> Result<(), Box<dyn Error>> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/search");
    let sets = ["handed", "own"].map(|name| Set::read(&folder.join(name)));
    let sets = sets.into_iter().collect::<Result<Vec<_>, _>>()?;
    println!("set      engine                     nDCG@10   MRR@10  recall@10  no hit  traps");
    for set in &sets {
        let index = Index::in_memory(&FACETS);
        index.apply(&documents(set), &[], 1)?;
        row(set, "Pådriver", &Score::of(set, |question| ask(&index, &question.text)));
        for (engine, score) in others::scores(set)? {
            row(set, engine, &score);
        }
    }
    let questions: Vec<&str> =
        sets.iter().flat_map(|set| &set.questions).map(|question| &*question.text).collect();
    scale::measure(&sets, &questions, &sizes, &scratch())
}

fn row(set: &Set, engine: &str, score: &Score) {
    println!(
        "{:<8} {engine:<26} {:>7.3}  {:>7.3}  {:>9.3}  {:>6}  {:>5}",
        set.name, score.ndcg, score.mrr, score.recall, score.nothing, score.traps
    );
}

fn documents(set: &Set) -> Vec<Document> {
    let document = |(number, document): (u128, &set::Document)| Document {
        id: uuid::Uuid::from_u128(number),
        external_id: document.id.clone(),
        kind: "news".to_owned(),
        lang: document.lang.clone(),
        title: document.title.clone(),
        body: document.body.clone(),
        ..Document::default()
    };
    (1..).zip(&set.documents).map(document).collect()
}

fn ask(index: &Index, words: &str) -> Vec<String> {
    let query = Query { words: words.to_owned(), limit: 100, ..Query::default() };
    let found = index.search(&query).unwrap_or_default();
    found.hits.into_iter().map(|hit| hit.external_id).collect()
}

fn scratch() -> PathBuf {
    std::env::temp_dir().join(format!("padriver-bench-search-{}", std::process::id()))
}
