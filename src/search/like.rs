//! Finds documents about the same as one of them.
use std::collections::{HashMap, HashSet};

use norsk::tokens::{TokenRole, spans};
use tantivy::collector::TopDocs;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, TantivyDocument};
use uuid::Uuid;

use super::collect::Ranked;
use super::collect::{Collect, Matches};
use super::expand::{Concept, Expand};
use super::rank::{Asked, Ranker};
use super::schema::column;
use super::view::View;
use super::weights::{LIKES_OF, LIKES_WORDS};
use super::words::WordId;
use super::{Error, Index, MOST_HITS, Query};

/// Words that tell what a document is about.
const MOST_WORDS: usize = 24;
/// A word of the title says more than one of the body.
const TITLE: f32 = 3.0;
/// What is less like the document than this share of how like itself it is, is about something else.
const NEAR_ENOUGH: f32 = 0.1;
/// Among those that are filed alike that is known already, and the order matters most.
const NEAR_ENOUGH_FILED: f32 = 0.03;
/// How much of a body is read for it, in bytes.
const MOST_BODY: usize = 6_000;
/// And of a hit: there are several, and somebody waits.
const MOST_OF_HIT: usize = 1_500;

impl Index {
    /// Which documents are about the same, the most alike first; none when there is no such document, or
    /// nothing that is near it. The filters of `query` hold, its words are left alone.
    pub fn more_like(&self, id: Uuid, query: &Query) -> Result<Vec<Uuid>, Error> {
        let Some(view) = self.view()? else { return Ok(Vec::new()) };
        let Some((address, itself)) = self.stored(&view, id)? else { return Ok(Vec::new()) };
        let stored = self.fields().read(&itself);
        let synonyms = self.synonyms();
        let expand = Expand::new(&view, &synonyms);
        let body = &stored.body[..stored.body.floor_char_boundary(MOST_BODY)];
        let mut counts = HashMap::new();
        for (text, times) in [(&*stored.title, TITLE), (&*stored.lead, 1.0), (body, 1.0)] {
            count(text, times, &mut counts);
        }
        let asked = expand.about(counts, MOST_WORDS);
        let ranker = Ranker { fields: self.fields(), searcher: &view.searcher, lexis: &view.lexis };
        let limit = query.limit.min(MOST_HITS);
        let is_filed = query.facets.values().any(|values| !values.is_empty());
        let share = if is_filed { NEAR_ENOUGH_FILED } else { NEAR_ENOUGH };
        let required = share;
        let fields = self.fields();
        let collect = Collect {
            query,
            fields,
            keep: limit + 1,
            scores: true,
            required,
            newest: None,
            translated: None,
            counts: false,
        };
        let mut matches = Matches::default();
        let mut like_itself = 0.0;
        if !asked.concepts.is_empty() {
            let readers = view.searcher.segment_readers().iter().zip(&view.columns);
            for (nth, (reader, columns)) in (0..).zip(readers) {
                let segment = ranker.score(reader, &asked)?;
                if nth == address.segment_ord {
                    (like_itself, _) = segment.of(address.doc_id);
                }
                collect.add(nth, reader, columns, &segment, &mut matches)?;
            }
            collect.settle(&view.columns, &mut matches);
        }
        let near = matches.best.iter().filter(|ranked| ranked.score >= like_itself * share);
        let mut ids = Vec::with_capacity(limit + 1);
        for ranked in near {
            ids.push(document_id(&view.searcher, ranked)?);
        }
        ids.retain(|found| *found != id);
        ids.truncate(limit);
        Ok(ids)
    }

    /// What the best hits are about, the better ones more: draws their likes up.
    pub(super) fn likes(
        &self,
        view: &View,
        expand: &Expand<'_>,
        asked: &Asked,
        best: &[Ranked],
    ) -> Result<Vec<Concept>, Error> {
        let mut counts = HashMap::new();
        let Some(first) = best.first() else { return Ok(Vec::new()) };
        for ranked in best.iter().take(LIKES_OF) {
            let document = view.searcher.doc::<TantivyDocument>(ranked.address)?;
            let [title, lead, body] = self.fields().read_text(&document);
            let nearness = ranked.score / first.score.max(f32::MIN_POSITIVE);
            let times = nearness * nearness;
            let body = &body[..body.floor_char_boundary(MOST_OF_HIT)];
            for (text, times) in [(title, 2.0 * times), (lead, times), (body, times)] {
                count(text, times, &mut counts);
            }
        }
        // What was asked for has been counted.
        let words = asked.concepts.iter().flat_map(|concept| &concept.kin);
        let words: HashSet<WordId> = words.map(|kin| kin.word).collect();
        let mut concepts = expand.about(counts, LIKES_WORDS).concepts;
        concepts.retain(|concept| !concept.kin.iter().any(|kin| words.contains(&kin.word)));
        Ok(concepts)
    }

    fn stored(
        &self,
        view: &View,
        id: Uuid,
    ) -> Result<Option<(DocAddress, TantivyDocument)>, Error> {
        let query = TermQuery::new(self.id(id), IndexRecordOption::Basic);
        let found = view.searcher.search(&query, &TopDocs::with_limit(1).order_by_score())?;
        match found.first() {
            Some((_, address)) => Ok(Some((*address, view.searcher.doc(*address)?))),
            None => Ok(None),
        }
    }
}

/// From its columns: the document itself may be long.
fn document_id(searcher: &Searcher, ranked: &Ranked) -> tantivy::Result<Uuid> {
    let at = ranked.address;
    let head = searcher.segment_reader(at.segment_ord).fast_fields().u64(column::HEAD)?;
    Ok(Uuid::from_u64_pair(head.first(at.doc_id).unwrap_or_default(), ranked.order))
}

fn count(text: &str, times: f32, counts: &mut HashMap<String, f32>) {
    for span in spans(text).filter(|span| span.role != TokenRole::Joined) {
        let word = norsk::normal(&text[span.from..span.to]);
        if word.chars().count() > 2 && !norsk::is_common(&word) {
            *counts.entry(word).or_default() += times;
        }
    }
}
