//! How long what stands around the hits takes: documents that are alike, and beginnings of words.

use std::error::Error;
use std::time::{Duration, Instant};

use padriver::search::{Index, Query};

/// A reader's page, each a different one.
const PAGES: usize = 200;
const BEGINNINGS: [&str; 8] = ["f", "fa", "fal", "fø", "for", "sykeh", "hjemme", "forebygg"];

pub fn measure(index: &Index, size: usize) -> Result<(), Box<dyn Error>> {
    let mut alike = Vec::new();
    for nth in 0..PAGES {
        let id = uuid::Uuid::from_u128((nth * size / PAGES) as u128 + 1);
        let facets = [("theme".to_owned(), vec![format!("tema-{}", nth % 12)])].into();
        let query = Query { facets, limit: 12, ..Query::default() };
        let began = Instant::now();
        std::hint::black_box(index.more_like(id, &query)?);
        alike.push(began.elapsed());
    }
    let mut beginnings = Vec::new();
    for beginning in BEGINNINGS.iter().cycle().take(PAGES) {
        let began = Instant::now();
        std::hint::black_box(index.begun(beginning, 3)?);
        beginnings.push(began.elapsed());
    }
    let (alike, beginnings) = (spread(alike), spread(beginnings));
    println!(
        "           alike p50 {:.2}, p95 {:.2}; beginnings p50 {:.2}, p95 {:.2}",
        alike.0, alike.1, beginnings.0, beginnings.1
    );
    Ok(())
}

/// The middle, and what nineteen of twenty stay under, in milliseconds.
fn spread(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at = |share: usize| times[times.len() * share / 100].as_secs_f64() * 1e3;
    (at(50), at(95))
}
