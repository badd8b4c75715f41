//! Gives every document of a segment its score, one list of documents after the other.
use std::cell::Cell;
use std::collections::HashMap;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{EnableScoring, PhraseQuery, Query as _};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, Searcher, SegmentReader, TERMINATED, Term};

use super::expand::{Concept, Kin};
use super::lexis::Lexis;
use super::line::Line;
use super::schema::Fields;
use super::weights::{B, FILE, K1, LEAST, SURE};
use super::words::WordId;

/// What is asked of each document.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) concepts: Vec<Concept>,
    /// How many words are asked for, with those that are nowhere.
    pub(super) words: usize,
    /// Something must be found for there to be hits: not all is asked for.
    pub(super) needs_words: bool,
    /// What finds nothing by itself but counts where something is found.
    pub(super) small: Vec<Concept>,
    /// Quoted words side by side, each in all its spellings: documents must have them.
    pub(super) phrases: Vec<Vec<Vec<WordId>>>,
    /// Documents must not have these.
    pub(super) without: Vec<Kin>,
    pub(super) without_phrases: Vec<Vec<Vec<WordId>>>,
}

/// The documents of a segment that have anything of what is asked for.
pub(super) struct Scored {
    pub(super) documents: Vec<DocId>,
    scores: Vec<f32>,
    /// A bit for each concept that the document has.
    has: Vec<u64>,
    covers: Covers,
    line: Line,
}

/// How much of a question each of its concepts stands for.
struct Covers {
    /// By word: how much of the question's rarity is in it, and how much of the word each of its concepts
    /// has, with the bit of the concept.
    words: Vec<(f32, Vec<(u64, f32)>)>,
    all: f32,
    /// What was worked out for some of the concepts: many documents have the same.
    known: Vec<Cell<(u64, f32)>>,
}

/// See [`Covers::known`]; as a number of bits.
const KNOWN: u32 = 8;

impl Covers {
    fn new(concepts: &[Concept], bits: &[Bits]) -> Self {
        let mut words: Vec<(f32, Vec<(u64, f32)>)> = Vec::new();
        for (concept, bits) in concepts.iter().zip(bits) {
            if words.len() <= concept.nth {
                words.resize_with(concept.nth + 1, Default::default);
            }
            let word = &mut words[concept.nth];
            if concept.covers > 0.0 {
                word.0 = word.0.max(concept.rarity);
            }
            // What is only perhaps meant by a word has one bit, and counts once.
            let either = bits.sure | bits.guess;
            if word.1.iter().all(|(known, _)| *known != either) {
                word.1.push((either, concept.covers));
            }
        }
        let all = words.iter().map(|(rarity, _)| rarity).sum::<f32>().max(f32::MIN_POSITIVE);
        // Who has none of the concepts has nothing.
        Self { words, all, known: vec![Cell::default(); 1 << KNOWN] }
    }

    fn share(&self, has: u64) -> f32 {
        let known = &self.known[(has.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - KNOWN)) as usize];
        if known.get().0 != has {
            known.set((has, self.look(has)));
        }
        known.get().1
    }

    fn look(&self, has: u64) -> f32 {
        let of_word = |(rarity, concepts): &(f32, Vec<(u64, f32)>)| {
            let there = concepts.iter().filter(|(bits, _)| has & bits != 0);
            rarity * there.map(|(_, covers)| covers).sum::<f32>().min(1.0)
        };
        self.words.iter().map(of_word).sum::<f32>() / self.all
    }
}

/// How a document has a concept: a bit for it, and one for what is there only by what is hardly kin of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bits {
    pub(super) sure: u64,
    guess: u64,
}

/// The bits of each concept. What only may be meant by a word shares one; so do the last ones of a long question, of
/// which what is sure comes first.
pub(super) fn bits(concepts: &[Concept]) -> Vec<Bits> {
    let mut next = 0;
    let mut take = || {
        next += 1;
        1 << (next - 1).min(63)
    };
    let sure: Vec<u64> = concepts.iter().map(|one| if one.perhaps { 0 } else { take() }).collect();
    let mut perhaps: HashMap<usize, u64> = HashMap::new();
    let with_guess = |(concept, sure): (&Concept, u64)| {
        let guess = if concept.perhaps {
            *perhaps.entry(concept.nth).or_insert_with(&mut take)
        } else if concept.kin.iter().any(|kin| kin.weight < SURE) {
            take()
        } else {
            sure
        };
        Bits { sure, guess }
    };
    concepts.iter().zip(sure).map(with_guess).collect()
}

impl Scored {
    /// Adds what else a document has.
    pub(super) fn add(&mut self, more: &[(DocId, f32)]) {
        for (doc, more) in more {
            self.scores[*doc as usize] += more;
        }
    }

    /// Lifts each document by a share of its own score: all of `most` where it has as much as `best`.
    pub(super) fn lift(&mut self, likes: &[(DocId, f32)], best: f32, most: f32) {
        for (doc, like) in likes {
            self.scores[*doc as usize] *= 1.0 + most * like / best;
        }
    }

    /// The score of a document, and the share of the question's rarity that it has.
    pub(super) fn of(&self, doc: DocId) -> (f32, f32) {
        let share = self.covers.share(self.has[doc as usize]);
        (self.scores[doc as usize] * (LEAST + (1.0 - LEAST) * share), share)
    }

    /// Whether a document has all that was asked for, and not only something of it.
    pub(super) fn has_all(&self, doc: DocId) -> bool {
        self.line.is_passed(self.has[doc as usize])
    }
}

/// How long the documents of a field are.
struct Lengths {
    norms: FieldNormReader,
    /// k1 · (1 − b + b · length / average), for each of the 256 lengths that are told apart.
    table: [f32; 256],
}

impl Lengths {
    /// `documents`: how many have the field.
    #[expect(clippy::cast_precision_loss, reason = "an average needs no more than six digits")]
    fn new(
        searcher: &Searcher,
        reader: &SegmentReader,
        field: Field,
        documents: u64,
    ) -> tantivy::Result<Self> {
        let mut tokens = 0;
        for segment in searcher.segment_readers() {
            tokens += segment.inverted_index(field)?.total_num_tokens();
        }
        let average = (tokens as f32 / documents.max(1) as f32).max(1.0);
        let norms = reader.get_fieldnorms_reader(field)?;
        let mut table = [0.0; 256];
        for (id, norm) in (0..=u8::MAX).zip(&mut table) {
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            *norm = K1 * (1.0 - B + B * length / average);
        }
        Ok(Self { norms, table })
    }

    fn of(&self, doc: DocId) -> f32 {
        self.table[usize::from(self.norms.fieldnorm_id(doc))]
    }
}

pub(super) struct Ranker<'a> {
    pub(super) fields: &'a Fields,
    pub(super) searcher: &'a Searcher,
    pub(super) lexis: &'a Lexis,
}

impl Ranker<'_> {
    pub(super) fn score(&self, reader: &SegmentReader, asked: &Asked) -> tantivy::Result<Scored> {
        let size = reader.max_doc() as usize;
        let mut run = Run::new(size);
        let all = self.searcher.segment_readers().iter().map(|reader| u64::from(reader.max_doc()));
        let text = Lengths::new(self.searcher, reader, self.fields.text, all.sum())?;
        let with_files = self.lexis.has_files(reader.segment_id());
        let files = if with_files {
            // Few documents have attachments: those without are not short ones.
            let some = self.lexis.with_files();
            Some(Lengths::new(self.searcher, reader, self.fields.files, some)?)
        } else {
            None
        };
        let lists = reader.inverted_index(self.fields.text)?;
        let file_lists = reader.inverted_index(self.fields.files)?;
        let rarities = asked.concepts.iter().map(|concept| concept.rarity);
        let most = rarities.fold(f32::MIN_POSITIVE, f32::max);
        let bits = bits(&asked.concepts);
        for (concept, bits) in asked.concepts.iter().zip(&bits) {
            // The rarest of what is asked for says most of what is meant.
            let rarity = concept.rarity * concept.rarity / most;
            for kin in &concept.kin {
                let gain = concept.share * rarity * kin.weight * (K1 + 1.0);
                let is_sure = kin.weight >= SURE && !concept.perhaps;
                let bit = if is_sure { bits.sure } else { bits.guess };
                self.each(reader, &lists, false, kin.word, |doc, times| {
                    run.add(doc, times, text.of(doc), gain, bit);
                })?;
                if let Some(files) = &files {
                    self.each(reader, &file_lists, true, kin.word, |doc, times| {
                        // As if the attachment were as long as the text.
                        let times = times * FILE * text.of(doc) / files.of(doc);
                        run.add(doc, times, text.of(doc), gain, bit);
                    })?;
                }
            }
            run.end_concept();
        }
        let covers = Covers::new(&asked.concepts, &bits);
        let line = Line::new(&asked.concepts, &bits, asked.words);
        let is_for_all = asked.concepts.is_empty();
        let Run { scores, has, found, .. } = run;
        let mut documents =
            if is_for_all { (0..reader.max_doc()).collect() } else { in_order(found, &has) };
        self.keep_only(reader, asked, &mut documents)?;
        Ok(Scored { documents, scores, has, covers, line })
    }

    /// What these give to each of what was found; nothing is found by them.
    pub(super) fn beside(
        &self,
        reader: &SegmentReader,
        concepts: &[Concept],
        scored: &Scored,
    ) -> tantivy::Result<Vec<(DocId, f32)>> {
        if concepts.is_empty() {
            return Ok(Vec::new());
        }
        let all = self.searcher.segment_readers().iter().map(|reader| u64::from(reader.max_doc()));
        let text = Lengths::new(self.searcher, reader, self.fields.text, all.sum())?;
        let lists = reader.inverted_index(self.fields.text)?;
        let mut run = Run::new(reader.max_doc() as usize);
        for concept in concepts {
            for kin in &concept.kin {
                let gain = concept.share * concept.rarity * kin.weight * (K1 + 1.0);
                self.each(reader, &lists, false, kin.word, |doc, times| {
                    if scored.has[doc as usize] != 0 {
                        run.add(doc, times, text.of(doc), gain, 1);
                    }
                })?;
            }
            run.end_concept();
        }
        Ok(run.found.iter().map(|doc| (*doc, run.scores[*doc as usize])).collect())
    }

    /// Leaves out what is deleted, shut out, or without a phrase that must be there.
    fn keep_only(
        &self,
        reader: &SegmentReader,
        asked: &Asked,
        documents: &mut Vec<DocId>,
    ) -> tantivy::Result<()> {
        if let Some(alive) = reader.alive_bitset() {
            documents.retain(|doc| alive.is_alive(*doc));
        }
        for phrase in &asked.phrases {
            let with = self.with_phrase(reader, phrase)?;
            documents.retain(|doc| with[*doc as usize]);
        }
        for phrase in &asked.without_phrases {
            let with = self.with_phrase(reader, phrase)?;
            documents.retain(|doc| !with[*doc as usize]);
        }
        if !asked.without.is_empty() {
            let mut with = vec![false; reader.max_doc() as usize];
            let lists = reader.inverted_index(self.fields.text)?;
            for kin in &asked.without {
                self.each(reader, &lists, false, kin.word, |doc, _| with[doc as usize] = true)?;
            }
            documents.retain(|doc| !with[*doc as usize]);
        }
        Ok(())
    }

    /// Every document of the segment that has the word, with how often.
    fn each(
        &self,
        reader: &SegmentReader,
        inverted: &InvertedIndexReader,
        files: bool,
        word: WordId,
        mut found: impl FnMut(DocId, f32),
    ) -> tantivy::Result<()> {
        let Some(info) = self.lexis.list(reader.segment_id(), files, word) else { return Ok(()) };
        let mut block =
            inverted.read_block_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
        while block.block_len() > 0 {
            for (doc, times) in block.docs().iter().zip(block.freqs()) {
                #[expect(clippy::cast_precision_loss, reason = "no word is in a text that often")]
                found(*doc, *times as f32);
            }
            block.advance();
        }
        Ok(())
    }

    /// Which documents have words of these side by side, in this order.
    fn with_phrase(
        &self,
        reader: &SegmentReader,
        phrase: &[Vec<WordId>],
    ) -> tantivy::Result<Vec<bool>> {
        let mut with = vec![false; reader.max_doc() as usize];
        let in_files = self.lexis.has_files(reader.segment_id());
        let fields = [(self.fields.text, false), (self.fields.files, true)];
        for (field, is_files) in fields.into_iter().filter(|(_, is_files)| in_files || !is_files) {
            if let [only] = phrase {
                let lists = reader.inverted_index(field)?;
                for word in only {
                    self.each(reader, &lists, is_files, *word, |doc, _| with[doc as usize] = true)?;
                }
                continue;
            }
            for words in combinations(phrase) {
                let term = |word: &WordId| Term::from_field_text(field, self.lexis.text(*word));
                let query = PhraseQuery::new(words.iter().map(term).collect());
                let weight = query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
                let mut documents = weight.scorer(reader, 1.0)?;
                while documents.doc() != TERMINATED {
                    with[documents.doc() as usize] = true;
                    documents.advance();
                }
            }
        }
        Ok(with)
    }
}

/// The ways to take one spelling for each word; the first ones if there are very many.
fn combinations(phrase: &[Vec<WordId>]) -> Vec<Vec<WordId>> {
    const MOST: usize = 32;
    let mut all: Vec<Vec<WordId>> = vec![Vec::new()];
    for spellings in phrase {
        let mut longer = Vec::new();
        for begun in &all {
            for word in spellings {
                longer.push(begun.iter().copied().chain([*word]).collect());
            }
        }
        longer.truncate(MOST);
        all = longer;
    }
    all
}

/// Few are sorted; of many it is quicker to go through all there are.
fn in_order(mut found: Vec<DocId>, has: &[u64]) -> Vec<DocId> {
    if found.len() < has.len() / 16 {
        found.sort_unstable();
        return found;
    }
    (0..).zip(has).filter(|(_, has)| **has != 0).map(|(doc, _)| doc).collect()
}

/// The work on one segment. What is looked at is what has any of the words, not what there is.
struct Run {
    scores: Vec<f32>,
    has: Vec<u64>,
    /// How often each document has the concept at hand so far.
    counted: Vec<f32>,
    /// Those that have the concept at hand.
    having: Vec<DocId>,
    /// Those that have any.
    found: Vec<DocId>,
}

impl Run {
    fn new(size: usize) -> Self {
        Self {
            scores: vec![0.0; size],
            has: vec![0; size],
            counted: vec![0.0; size],
            having: Vec::new(),
            found: Vec::new(),
        }
    }

    fn end_concept(&mut self) {
        for doc in self.having.drain(..) {
            self.counted[doc as usize] = 0.0;
        }
    }

    fn add(&mut self, doc: DocId, times: f32, norm: f32, gain: f32, bit: u64) {
        let at = doc as usize;
        let before = self.counted[at];
        let after = before + times;
        if before == 0.0 {
            self.having.push(doc);
        }
        if self.has[at] == 0 {
            self.found.push(doc);
        }
        self.has[at] |= bit;
        self.counted[at] = after;
        self.scores[at] += gain * (after / (after + norm) - before / (before + norm));
    }
}
