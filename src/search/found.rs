//! All that a question finds, best first: for whoever narrows it by what the index does not know, and
//! then shows a few.
use std::sync::Arc;

use tantivy::TantivyDocument;
use uuid::Uuid;

use super::collect::Ranked;
use super::query::Wanted;
use super::rank::Asked;
use super::schema::column;
use super::snippet::Marking;
use super::view::View;
use super::{Error, Hit, Index, Query};

/// It sees the documents as they were when it was asked.
pub struct Found {
    index: Index,
    view: Option<Arc<View>>,
    marking: Marking,
    best: Vec<Ranked>,
    /// Those that have all that was asked for first, and each time the best first.
    pub ids: Vec<Uuid>,
    /// How many have all.
    pub above: usize,
    pub cut: bool,
    pub meant: Option<String>,
    pub building: bool,
}

impl Index {
    /// All that a question finds, without its limits; none of it is read. Each translation is found by itself:
    /// whoever narrows knows which of them count.
    pub fn find(&self, query: &Query) -> Result<Found, Error> {
        let wanted = Wanted::read(&query.words);
        let mut found = Found {
            index: self.clone(),
            view: None,
            marking: Marking::default(),
            best: Vec::new(),
            ids: Vec::new(),
            above: 0,
            cut: wanted.cut,
            meant: None,
            building: self.is_building(),
        };
        if wanted.is_hopeless() {
            return Ok(found);
        }
        let Some(view) = self.view()? else {
            return Ok(Found { building: true, ..found });
        };
        let synonyms = self.synonyms();
        let expand = self.expand(&view, &synonyms, query);
        let asked = Asked::new(&wanted, &expand);
        found.marking = Marking::new(&asked, &view.lexis);
        found.meant = expand.meant(&wanted, &query.words);
        let all = usize::try_from(view.searcher.num_docs()).unwrap_or(usize::MAX);
        found.best = self.best(&view, query, all, &asked, &expand, None)?.best;
        found.ids = ids(&view, &found.best)?;
        found.above = found.best.iter().filter(|ranked| ranked.above).count();
        found.view = Some(Arc::clone(&view));
        Ok(found)
    }
}

/// From their columns: the documents themselves may be long.
fn ids(view: &View, best: &[Ranked]) -> tantivy::Result<Vec<Uuid>> {
    let readers = view.searcher.segment_readers().iter();
    let heads = readers.map(|reader| reader.fast_fields().u64(column::HEAD));
    let heads = heads.collect::<tantivy::Result<Vec<_>>>()?;
    let id = |ranked: &Ranked| {
        let head = heads.get(ranked.address.segment_ord as usize);
        let head = head.and_then(|head| head.first(ranked.address.doc_id)).unwrap_or_default();
        Uuid::from_u64_pair(head, ranked.order)
    };
    Ok(best.iter().map(id).collect())
}

impl Found {
    /// Those at these places, with the words marked.
    pub fn hits(&self, places: &[usize]) -> Result<Vec<Hit>, Error> {
        let Some(view) = &self.view else { return Ok(Vec::new()) };
        let ranked = places.iter().filter_map(|place| self.best.get(*place));
        let hit = |ranked: &Ranked| {
            let document = view.searcher.doc::<TantivyDocument>(ranked.address)?;
            Ok(self.index.hit(&document, ranked, &self.marking))
        };
        ranked.map(hit).collect()
    }
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Found").field("ids", &self.ids.len()).finish_non_exhaustive()
    }
}
