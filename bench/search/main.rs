//! Measures search: how good the order of hits is, beside other engines, and how fast it is.
//!
//! `make bench-search` runs it in a release build with a throw-away PostgreSQL. Four sets: `handed`,
//! a small one that was given; `own`, the same documents and more, with questions of ours; `search2`, other
//! topics and words, given too; and `general`, whole questions about what has nothing to do with health.
//! Of each it prints the folds (every fifth question), and the half that rules are made by (every second
//! question, from the first) beside the half that is laid aside: who works on the order of hits reads
//! losses of the former only. Nothing here asserts; it prints.

#![expect(clippy::disallowed_methods, reason = "here the time that passes is what is asked for")]

mod around;
mod grams;
mod others;
mod scale;
mod set;

use std::error::Error;
use std::path::{Path, PathBuf};

use padriver::search::{Document, Index, Query};
use set::{Score, Set};

/// What the made documents are filed under.
const FACETS: [&str; 2] = ["theme", "county"];

/// Parts that a set is cut into, to see whether a change helps all of it.
const FOLDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/search");
    let sets = ["handed", "own", "search2", "general"].map(|name| Set::read(&folder.join(name)));
    let sets = sets.into_iter().collect::<Result<Vec<_>, _>>()?;
    println!("set      engine                     nDCG@10   MRR@10  recall@10  no hit  traps");
    for set in &sets {
        let index = Index::in_memory(&FACETS);
        index.apply(&documents(set), &[], 1)?;
        let ours = |set: &Set| Score::of(set, |question| ask(&index, &question.text));
        row(set, "Pådriver", &ours(set));
        row(set, "  the half that is looked at", &ours(&set.every(2, 0)));
        row(set, "  the half laid aside", &ours(&set.every(2, 1)));
        let folds = (0..FOLDS).map(|fold| format!("{:.3}", ours(&set.every(FOLDS, fold)).ndcg));
        println!("{:<8}   folds {}", set.name, folds.collect::<Vec<_>>().join(" "));
        row(set, "BM25, runs of four letters", &grams::score(set));
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
