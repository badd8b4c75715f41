//! From text to the words that the index keeps: as they are written, in lower case.
//!
//! All that is Norwegian (forms, compounds, the other written language) happens to the words of the
//! index when a question comes, in [`super::lexis`]; so it is the same for every document, old or
//! new, and changes with the words that are there.
use std::collections::HashMap;

use norsk::tokens::{Spans, spans};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name under which the index knows [`WordTokenizer`].
pub(super) const TOKENIZER: &str = "words";

/// Cuts text into words for tantivy.
#[derive(Default)]
pub(super) struct WordTokenizer {
    /// The words met lately, as written and as kept: most of a text is among a few thousand.
    met: HashMap<String, String>,
}

/// How many words to remember, for each field that is being written.
const REMEMBERED: usize = 20_000;

impl WordTokenizer {
    fn kept(&mut self, surface: &str) -> &str {
        if !self.met.contains_key(surface) {
            if self.met.len() >= REMEMBERED {
                self.met.clear();
            }
            self.met.insert(surface.to_owned(), norsk::normal(surface));
        }
        self.met.get(surface).map_or("", String::as_str)
    }
}

impl Clone for WordTokenizer {
    /// Each copy remembers for itself.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream { words: self, spans: spans(text), token: Token::default() }
    }
}

pub(super) struct Stream<'a> {
    words: &'a mut WordTokenizer,
    spans: Spans<'a>,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        while let Some(span) = self.spans.next() {
            let kept = self.words.kept(&self.spans.text()[span.from..span.to]);
            if !kept.is_empty() {
                self.token.text.clear();
                self.token.text.push_str(kept);
                self.token.offset_from = span.from;
                self.token.offset_to = span.to;
                self.token.position = span.position;
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
