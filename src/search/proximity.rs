//! Among the best hits, those where the words stand near each other come first.
use std::collections::HashMap;

use tantivy::postings::Postings as _;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet as _, SegmentReader};

use super::collect::Ranked;
use super::expand::Concept;
use super::rank::{Asked, Ranker};
use super::weights::{LOOKED_AT, PROXIMITY, kin};

pub(super) struct Proximity<'a> {
    pub(super) ranker: &'a Ranker<'a>,
    pub(super) asked: &'a Asked,
}

/// Forms of a word that are looked at, the nearest ones.
const MOST_FORMS: usize = 6;
/// Words further apart than this are not near.
const WINDOW: u32 = 10;

/// Where in each of the looked-at documents a word stands.
type Places = HashMap<DocAddress, Vec<u32>>;

impl Proximity<'_> {
    /// Adds what nearness gives to the best, and puts them in order again.
    pub(super) fn reorder(&self, best: &mut [Ranked]) -> tantivy::Result<()> {
        let words: Vec<&Concept> =
            self.asked.concepts.iter().filter(|concept| concept.share >= 1.0).collect();
        let count = best.len().min(LOOKED_AT);
        let looked_at = &mut best[..count];
        if words.len() < 2 || looked_at.len() < 2 {
            return Ok(());
        }
        let mut places = Vec::with_capacity(words.len());
        for concept in &words {
            places.push(self.places(concept, looked_at)?);
        }
        for ranked in looked_at.iter_mut() {
            let mut gain = 0.0;
            for nth in 1..words.len() {
                let both = (places[nth - 1].get(&ranked.address), places[nth].get(&ranked.address));
                if let (Some(before), Some(after)) = both
                    && let Some(apart) = nearest(before, after).filter(|apart| *apart <= WINDOW)
                {
                    let rarity = words[nth - 1].rarity.min(words[nth].rarity);
                    #[expect(clippy::cast_precision_loss, reason = "at most ten")]
                    let near = rarity / (apart as f32).sqrt();
                    gain += near;
                }
            }
            ranked.score += PROXIMITY * gain;
        }
        looked_at.sort_unstable_by(|a, b| b.cmp(a));
        Ok(())
    }

    fn places(&self, concept: &Concept, documents: &[Ranked]) -> tantivy::Result<Places> {
        let mut places = Places::new();
        for (nth, reader) in (0..).zip(self.ranker.searcher.segment_readers()) {
            let mut wanted: Vec<DocId> = documents
                .iter()
                .filter(|ranked| ranked.address.segment_ord == nth)
                .map(|ranked| ranked.address.doc_id)
                .collect();
            wanted.sort_unstable();
            self.in_segment(concept, nth, reader, &wanted, &mut places)?;
        }
        for places in places.values_mut() {
            places.sort_unstable();
        }
        Ok(places)
    }

    fn in_segment(
        &self,
        concept: &Concept,
        nth: u32,
        reader: &SegmentReader,
        wanted: &[DocId],
        places: &mut Places,
    ) -> tantivy::Result<()> {
        if wanted.is_empty() {
            return Ok(());
        }
        let inverted = reader.inverted_index(self.ranker.fields.text)?;
        let near = concept.kin.iter().take(MOST_FORMS).filter(|kin| kin.weight >= kin::ROOT);
        let mut found = Vec::new();
        for kin in near {
            let Some(info) = self.ranker.lexis.list(reader.segment_id(), false, kin.word) else {
                continue;
            };
            let mut postings = inverted
                .read_postings_from_terminfo(&info, IndexRecordOption::WithFreqsAndPositions)?;
            for doc in wanted {
                if postings.doc() < *doc {
                    postings.seek(*doc);
                }
                if postings.doc() == *doc {
                    postings.positions(&mut found);
                    places.entry(DocAddress::new(nth, *doc)).or_default().extend(&found);
                }
            }
        }
        Ok(())
    }
}

/// How far apart the nearest two are. Both are in order.
fn nearest(a: &[u32], b: &[u32]) -> Option<u32> {
    let (mut i, mut j) = (0, 0);
    let mut least = None;
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let apart = x.abs_diff(*y);
        if apart > 0 && least.is_none_or(|least| apart < least) {
            least = Some(apart);
        }
        if x <= y { i += 1 } else { j += 1 }
    }
    least
}
