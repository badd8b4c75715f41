//! The fields of the index, and how a document is written into them and read back.
use std::collections::BTreeSet;
use std::sync::Arc;

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, OwnedValue, STORED, STRING, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions, Value as _,
};

use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use uuid::Uuid;

use super::queue::Values;
use super::text::{TOKENIZER, WordTokenizer};
use super::weights::times;
use super::{Document, File};

/// Only as much of a body is kept for showing; all of it is searched.
const KEPT_BODY: usize = 20_000;
/// And of all attachments of a document together: a report of some 150 pages. It is read only for
/// those hits on a page of hits that have the words nowhere else.
const KEPT_FILES: usize = 400_000;

/// A searched part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DocumentPart {
    Title,
    /// The headings in the body, and the names of its subjects.
    Headings,
    Lead,
    Places,
    /// Who stands behind it: many have the same.
    Organisations,
    Body,
}

impl DocumentPart {
    const ALL: [Self; 6] =
        [Self::Title, Self::Headings, Self::Lead, Self::Places, Self::Organisations, Self::Body];

    fn of(self, document: &Document) -> String {
        let lines = |a: &str, b: &str| format!("{a}\n{b}");
        match self {
            Self::Title => document.title.clone(),
            Self::Headings => lines(&document.headings, &document.subjects),
            Self::Lead => document.lead.clone(),
            Self::Places => document.places.clone(),
            Self::Organisations => document.organisations.clone(),
            Self::Body => document.body.clone(),
        }
    }
}

/// The names of the columns that filters and order read.
pub(super) mod column {
    pub(in super::super) const KIND: &str = "kind";
    pub(in super::super) const LANG: &str = "lang";
    pub(in super::super) const ARCHIVED: &str = "archived";
    pub(in super::super) const PUBLISHED: &str = "published";
    pub(in super::super) const ORDER: &str = "order";
    pub(in super::super) const HEAD: &str = "head";
    pub(in super::super) const WORK: &str = "work";

    /// Facets have columns of their own, so that none can be taken for one of the above.
    pub(in super::super) fn of_facet(name: &str) -> String {
        format!("facet_{name}")
    }
}

#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub(super) id: Field,
    external_id: Field,
    kind: Field,
    lang: Field,
    /// The facets that filters read, by name and in the order of their names.
    facets: Vec<(String, Field)>,
    archived: Field,
    published: Field,
    /// The latter half of the id: puts what is otherwise equal in the same order every time.
    order: Field,
    /// The other half: who only wants to know which documents they are need not read these.
    head: Field,
    /// The latter half of the id of its original, or of its own.
    work: Field,
    shown_title: Field,
    shown_lead: Field,
    shown_body: Field,
    shown_files: Field,
    shown_names: Field,
    url_path: Field,
    /// All parts one after the other, each as often as [`times`] says.
    pub(super) text: Field,
    /// The text of attachments.
    pub(super) files: Field,
}

/// What is stored of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    pub(super) id: Uuid,
    pub(super) external_id: String,
    pub(super) kind: String,
    pub(super) lang: String,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) body: String,
    files: String,
    /// Subjects, places and organisations, one a line.
    pub(super) names: String,
    pub(super) url_path: String,
    pub(super) archived: bool,
}

impl Stored {
    /// The attachments, or the beginning of them.
    pub(super) fn files(&self) -> Vec<File> {
        serde_json::from_str(&self.files).unwrap_or_default()
    }
}

impl Fields {
    /// With a column for each of these facets.
    pub(super) fn new(facets: &[&str]) -> (Schema, Self) {
        let mut schema = Schema::builder();
        let facets: BTreeSet<&str> = facets.iter().copied().collect();
        let facets = facets.into_iter().map(|name| {
            (name.to_owned(), schema.add_text_field(&column::of_facet(name), STRING | FAST))
        });
        let facets = facets.collect();
        let fields = Self {
            id: schema.add_text_field("id", STRING | STORED),
            external_id: schema.add_text_field("external_id", STRING | STORED),
            kind: schema.add_text_field(column::KIND, STRING | FAST | STORED),
            lang: schema.add_text_field(column::LANG, STRING | FAST | STORED),
            facets,
            archived: schema.add_bool_field(column::ARCHIVED, INDEXED | FAST | STORED),
            published: schema.add_i64_field(column::PUBLISHED, FAST),
            order: schema.add_u64_field(column::ORDER, FAST),
            head: schema.add_u64_field(column::HEAD, FAST),
            work: schema.add_u64_field(column::WORK, FAST),
            shown_title: schema.add_text_field("shown_title", STORED),
            shown_lead: schema.add_text_field("shown_lead", STORED),
            shown_body: schema.add_text_field("shown_body", STORED),
            shown_files: schema.add_text_field("shown_files", STORED),
            shown_names: schema.add_text_field("shown_names", STORED),
            url_path: schema.add_text_field("url_path", STORED),
            text: searched(&mut schema, "text"),
            files: searched(&mut schema, "files"),
        };
        (schema.build(), fields)
    }

    /// The names of the facets that there are columns of, in the order of the columns.
    pub(super) fn facets(&self) -> impl Iterator<Item = &str> {
        self.facets.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn written(&self, document: &Document) -> Values {
        let text = |text: &str| Arc::new(OwnedValue::Str(text.to_owned()));
        let work = document.original.unwrap_or(document.id);
        let mut out = vec![
            (self.id, text(&document.id.to_string())),
            (self.external_id, text(&document.external_id)),
            (self.kind, text(&document.kind)),
            (self.lang, text(&document.lang)),
            (self.url_path, text(&document.url_path)),
            (self.archived, Arc::new(OwnedValue::Bool(document.archived))),
            (self.head, Arc::new(OwnedValue::U64(document.id.as_u64_pair().0))),
            (self.order, Arc::new(OwnedValue::U64(document.id.as_u64_pair().1))),
            (self.work, Arc::new(OwnedValue::U64(work.as_u64_pair().1))),
            (self.shown_body, text(opening(&document.body))),
            (self.shown_names, text(&names(document))),
        ];
        for (name, field) in &self.facets {
            out.extend(values(document, name).into_iter().map(|value| (*field, text(value))));
        }
        let published = document.published.map(OwnedValue::I64);
        out.extend(published.map(|at| (self.published, Arc::new(at))));
        for part in DocumentPart::ALL {
            let text = Arc::new(OwnedValue::Str(part.of(document)));
            match part {
                DocumentPart::Title => out.push((self.shown_title, Arc::clone(&text))),
                DocumentPart::Lead => out.push((self.shown_lead, Arc::clone(&text))),
                DocumentPart::Headings
                | DocumentPart::Places
                | DocumentPart::Organisations
                | DocumentPart::Body => {}
            }
            out.extend((0..times(part)).map(|_| (self.text, Arc::clone(&text))));
        }
        for file in &document.files {
            for page in &file.pages {
                out.push((self.files, text(page)));
            }
        }
        if let Some(kept) = kept_files(&document.files) {
            out.push((self.shown_files, text(&kept)));
        }
        out
    }

    /// Title, lead and body of what is stored.
    pub(super) fn read_text<'a>(&self, document: &'a TantivyDocument) -> [&'a str; 3] {
        [self.shown_title, self.shown_lead, self.shown_body].map(|field| {
            let value = document.get_first(field).and_then(|value| value.as_str());
            value.unwrap_or_default()
        })
    }

    pub(super) fn read(&self, document: &TantivyDocument) -> Stored {
        let text = |field| {
            let value = document.get_first(field).and_then(|value| value.as_str());
            value.unwrap_or_default().to_owned()
        };
        Stored {
            id: Uuid::try_parse(&text(self.id)).unwrap_or_default(),
            external_id: text(self.external_id),
            kind: text(self.kind),
            lang: text(self.lang),
            title: text(self.shown_title),
            lead: text(self.shown_lead),
            body: text(self.shown_body),
            files: text(self.shown_files),
            names: text(self.shown_names),
            url_path: text(self.url_path),
            archived: document
                .get_first(self.archived)
                .and_then(|value| value.as_bool())
                .unwrap_or_default(),
        }
    }
}

fn searched(schema: &mut SchemaBuilder, name: &str) -> Field {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

/// Makes the way text is cut into words known to an index.
pub(super) fn register(tokenizers: &TokenizerManager) {
    tokenizers.register(TOKENIZER, TextAnalyzer::from(WordTokenizer::default()));
}

/// The beginning of the attachments' text, for showing where the words are.
fn kept_files(files: &[File]) -> Option<String> {
    let mut left = KEPT_FILES;
    let kept: Vec<File> = files
        .iter()
        .map(|file| {
            let mut pages = Vec::new();
            for page in &file.pages {
                let shown = &page[..page.floor_char_boundary(left)];
                left -= shown.len();
                pages.push(shown.to_owned());
                if left == 0 {
                    break;
                }
            }
            File { pages, ..file.clone() }
        })
        .collect();
    if kept.is_empty() { None } else { serde_json::to_string(&kept).ok() }
}

/// What a document is filed under, one a line.
fn names(document: &Document) -> String {
    let all = [&document.subjects, &document.places, &document.organisations];
    all.map(|lines| lines.trim()).join("\n")
}

/// What a document has of a facet. A value twice in one document would be counted twice.
fn values<'a>(document: &'a Document, facet: &str) -> BTreeSet<&'a str> {
    let of_facet = document.facets.iter().filter(|(name, _)| name == facet);
    of_facet.map(|(_, value)| value.as_str()).collect()
}

/// At most [`KEPT_BODY`] bytes, never half a letter.
fn opening(body: &str) -> &str {
    &body[..body.floor_char_boundary(KEPT_BODY)]
}
