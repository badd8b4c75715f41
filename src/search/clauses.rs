//! Turns a question into the clauses that tantivy runs.
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, DisjunctionMaxQuery, EmptyQuery, FuzzyTermQuery, Occur,
    PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::counted::Counted;
use super::query::{Wanted, Word};
use super::schema::{Fields, Part};
use super::snippet::{Needle, Needles};
use super::text::Layer;
use super::weights::{
    LAYERS, NEAR, OTHER_FIELDS, PARTS, PARTS_OF_WORD, PREFIX, SHORTEST_NEAR, SHORTEST_PREFIX,
};

type Clause = Box<dyn Query>;

/// A question as queries over the fields.
pub(super) struct Clauses {
    words: Vec<Clause>,
    phrases: Vec<Clause>,
    without: Vec<Clause>,
}

impl Clauses {
    /// Looks at what words the index has, so it belongs to this searcher. Gives also what the
    /// highlighter must look for.
    pub(super) fn new(
        fields: &Fields,
        searcher: &Searcher,
        wanted: &Wanted,
    ) -> tantivy::Result<(Self, Needles)> {
        let maker = Maker { fields, searcher };
        let mut needles = Needles::default();
        let mut words = Vec::with_capacity(wanted.words.len());
        for (nth, word) in wanted.words.iter().enumerate() {
            let last = wanted.open && nth + 1 == wanted.words.len();
            let (clause, needle) = maker.word(word, last)?;
            words.push(clause);
            needles.push(needle);
        }
        for word in wanted.phrases.iter().flatten() {
            needles.push(Needle::folded(word));
        }
        let phrases = wanted.phrases.iter().map(|phrase| maker.phrase(phrase)).collect();
        let without = wanted.without.iter().flat_map(|word| maker.without(word));
        let without = without.map(|clause| Box::new(Counted(clause)) as Clause).collect();
        Ok((Self { words, phrases, without }, needles))
    }

    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// Whether hits can be better or worse than each other.
    pub(super) fn scores(&self) -> bool {
        !(self.words.is_empty() && self.phrases.is_empty())
    }

    /// The fewest words a hit can have: a phrase is enough by itself.
    pub(super) fn fewest(&self) -> usize {
        usize::from(!self.words.is_empty() && self.phrases.is_empty())
    }

    /// The documents with at least `required` of the words.
    pub(super) fn query(&self, required: usize) -> BooleanQuery {
        let copy = |clauses: &[Clause], occur| {
            let copies: Vec<_> = clauses.iter().map(|clause| (occur, clause.box_clone())).collect();
            copies
        };
        let mut all = copy(&self.words, Occur::Should);
        all.extend(copy(&self.phrases, Occur::Must));
        all.extend(copy(&self.without, Occur::MustNot));
        if !self.scores() {
            all.push((Occur::Must, Box::new(AllQuery)));
        }
        BooleanQuery::with_minimum_required_clauses(all, required.min(self.words.len()))
    }
}

struct Maker<'a> {
    fields: &'a Fields,
    searcher: &'a Searcher,
}

impl Maker<'_> {
    fn word(&self, word: &Word, last: bool) -> tantivy::Result<(Clause, Needle)> {
        let mut any = self.known(&word.whole)?;
        let mut needle = Needle::word(&word.whole, &word.parts);
        if word.parts.len() > 1 {
            any.extend(self.side_by_side(&word.parts, PARTS_OF_WORD));
        }
        let folded = &Layer::Folded.terms(&word.whole)[0];
        if last && folded.chars().count() >= SHORTEST_PREFIX {
            let begun = self.begun(folded)?;
            needle.prefix = !begun.is_empty();
            any.extend(begun);
        }
        if any.is_empty() && folded.chars().count() >= SHORTEST_NEAR {
            needle.near = true;
            any = PARTS
                .iter()
                .map(|(part, weight)| {
                    let near = FuzzyTermQuery::new(self.folded(*part, folded), 1, true);
                    boosted(near, NEAR * weight)
                })
                .collect();
        }
        let clause: Clause = if any.is_empty() { Box::new(EmptyQuery) } else { best_of(any) };
        Ok((Box::new(Counted(clause)), needle))
    }

    /// The word in every layer and part where the index has it.
    fn known(&self, word: &str) -> tantivy::Result<Vec<Clause>> {
        let mut any = Vec::new();
        for (layer, by_layer) in LAYERS {
            for text in layer.terms(word) {
                for (part, by_part) in PARTS {
                    let term = Term::from_field_text(self.fields.searched(part, layer), &text);
                    if self.searcher.doc_freq(&term)? > 0 {
                        let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                        any.push(boosted(query, by_layer * by_part));
                    }
                }
            }
        }
        Ok(any)
    }

    /// Words that begin like this, where there are any.
    fn begun(&self, folded: &str) -> tantivy::Result<Vec<Clause>> {
        let mut any = Vec::new();
        for (part, weight) in PARTS {
            let term = self.folded(part, folded);
            if self.has_prefix(term.field(), folded)? {
                any.push(boosted(FuzzyTermQuery::new_prefix(term, 0, false), PREFIX * weight));
            }
        }
        Ok(any)
    }

    fn has_prefix(&self, field: Field, prefix: &str) -> tantivy::Result<bool> {
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(field)?;
            let mut terms = inverted.terms().range().ge(prefix).into_stream()?;
            if terms.advance() && terms.key().starts_with(prefix.as_bytes()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn phrase(&self, words: &[String]) -> Clause {
        best_of(self.side_by_side(words, 1.0))
    }

    /// The words next to each other and in this order, in each part.
    fn side_by_side(&self, words: &[String], weight: f32) -> Vec<Clause> {
        let folded: Vec<_> = words.iter().map(|word| Layer::Folded.terms(word)).collect();
        // Sámi letters by their base letters throughout, or by their pairs throughout.
        let mut spellings: Vec<Vec<&str>> = vec![folded.iter().map(|terms| &*terms[0]).collect()];
        if folded.iter().any(|terms| terms.len() > 1) {
            spellings.push(folded.iter().filter_map(|terms| terms.last().map(|t| &**t)).collect());
        }
        let mut any: Vec<Clause> = Vec::new();
        for (part, by_part) in PARTS {
            for spelling in &spellings {
                let terms: Vec<_> = spelling.iter().map(|text| self.folded(part, text)).collect();
                any.push(match <[Term; 1]>::try_from(terms) {
                    Ok([term]) => {
                        let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                        boosted(query, weight * by_part)
                    }
                    Err(terms) => boosted(PhraseQuery::new(terms), weight * by_part),
                });
            }
        }
        any
    }

    /// What shuts a document out: the word in any form, or the parts side by side.
    fn without(&self, word: &Word) -> Vec<Clause> {
        if word.parts.len() > 1 {
            return self.side_by_side(&word.parts, 1.0);
        }
        let mut any: Vec<Clause> = Vec::new();
        for layer in [Layer::Folded, Layer::Stem] {
            for text in layer.terms(&word.whole) {
                for (part, _) in PARTS {
                    let term = Term::from_field_text(self.fields.searched(part, layer), &text);
                    any.push(Box::new(TermQuery::new(term, IndexRecordOption::Basic)));
                }
            }
        }
        any
    }

    fn folded(&self, part: Part, text: &str) -> Term {
        Term::from_field_text(self.fields.searched(part, Layer::Folded), text)
    }
}

fn boosted(query: impl Query, weight: f32) -> Clause {
    Box::new(BoostQuery::new(Box::new(query), weight))
}

/// A document is as good as its best field, and a little better for each other one.
fn best_of(any: Vec<Clause>) -> Clause {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(any, OTHER_FIELDS))
}
