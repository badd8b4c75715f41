//! A query that also tells, through the score, that it matched.
//!
//! Each word of a question is wrapped in one. In the sum over the words, every word that matched
//! has added one [`STEP`]; what is left is the score proper. So the collector knows how many words
//! a document has without running a second query.
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, Term};

/// Larger than all the words' scores together: twelve words of at most [`MOST`].
const STEP: Score = 4096.0;
const MOST: Score = 300.0;

/// How many counted queries gave this sum, and the score without the counting.
pub(super) fn split(sum: Score) -> (usize, Score) {
    let (mut count, mut rest) = (0, sum);
    while rest >= STEP {
        rest -= STEP;
        count += 1;
    }
    (count, rest)
}

#[derive(Debug)]
pub(super) struct Counted(pub(super) Box<dyn Query>);

impl Clone for Counted {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Counted {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(CountedWeight(self.0.weight(scoring)?)))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.0.query_terms(visitor);
    }
}

struct CountedWeight(Box<dyn Weight>);

impl Weight for CountedWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(CountedScorer(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

struct CountedScorer(Box<dyn Scorer>);

/// `seek_danger` is left to the trait's own body, which only ever seeks forward. A phrase that is
/// asked to exclude documents would otherwise be sent backwards, which tantivy 0.27 does not allow
/// it to be.
impl DocSet for CountedScorer {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }

    fn cost(&self) -> u64 {
        self.0.cost()
    }
}

impl Scorer for CountedScorer {
    fn score(&mut self) -> Score {
        STEP + self.0.score().clamp(0.0, MOST)
    }
}
