//! Reads what was typed. There is no syntax to get wrong: every string is some question.
use norsk::tokens::{TokenRole, spans};
use norsk::{is_common, normal};

/// Letters of a question that are read; the rest is cut.
const LONGEST: usize = 400;
/// Words of a question that are used.
const MOST_WORDS: usize = 24;

/// A question, taken apart. All words are in their normal form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) words: Vec<Word>,
    /// Question words and the like beside them: they find nothing, but they count.
    pub(super) small: Vec<String>,
    pub(super) phrases: Vec<Vec<String>>,
    pub(super) without: Vec<Word>,
    /// Nothing was typed at all, not even a sign.
    pub(super) blank: bool,
    /// The last thing typed is a word, perhaps not finished.
    pub(super) open: bool,
    pub(super) cut: bool,
}

/// A word, with its parts when it was typed with a hyphen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) whole: String,
    pub(super) parts: Vec<String>,
}

impl Wanted {
    pub(super) fn read(typed: &str) -> Self {
        // As texts are cleaned before they are kept.
        let tidied = norsk::tidy(typed);
        let typed = tidied.trim();
        let used = match typed.char_indices().nth(LONGEST) {
            Some((end, _)) => &typed[..end],
            None => typed,
        };
        let mut wanted =
            Self { blank: typed.is_empty(), cut: used.len() < typed.len(), ..Self::default() };
        let mut rest = used;
        while let Some((before, without, inside, after)) = next_quoted(rest) {
            wanted.plain(before);
            wanted.phrase(inside, without);
            rest = after;
        }
        wanted.open = wanted.plain(rest);
        wanted.drop_common();
        wanted.limit();
        wanted
    }

    /// Nothing that can be looked for, though something was typed.
    pub(super) const fn is_hopeless(&self) -> bool {
        !self.blank && self.words.is_empty() && self.phrases.is_empty() && self.without.is_empty()
    }

    /// Whether something must be found for there to be hits: not when all is asked for.
    pub(super) const fn needs_words(&self) -> bool {
        !(self.words.is_empty() && self.phrases.is_empty())
    }

    /// Returns whether the last of it is a word to look for.
    fn plain(&mut self, text: &str) -> bool {
        let mut open = false;
        for token in text.split_whitespace() {
            let without = token.strip_prefix('-').filter(|rest| !rest.is_empty());
            for word in words(without.unwrap_or(token)) {
                open = without.is_none();
                let list = if without.is_some() { &mut self.without } else { &mut self.words };
                if !list.contains(&word) {
                    list.push(word);
                }
            }
        }
        open
    }

    fn phrase(&mut self, text: &str, without: bool) {
        let words: Vec<String> = words(text).into_iter().flat_map(Word::split).collect();
        if words.is_empty() {
            return;
        }
        if without {
            self.without.push(Word { whole: words.concat(), parts: words });
        } else {
            self.phrases.push(words);
        }
    }

    /// «fall i hjemmet» asks for two words, «å være» for both of its own.
    fn drop_common(&mut self) {
        let is_common = |word: &Word| word.parts.is_empty() && is_common(&word.whole);
        let open_word = if self.open { self.words.last().cloned() } else { None };
        if !self.phrases.is_empty() || !self.words.iter().all(is_common) {
            let (small, words) = std::mem::take(&mut self.words).into_iter().partition(is_common);
            self.words = words;
            self.small = small.into_iter().map(|word: Word| word.whole).collect();
        }
        self.open = open_word.is_some() && open_word.as_ref() == self.words.last();
    }

    fn limit(&mut self) {
        let mut left = MOST_WORDS;
        for phrase in &mut self.phrases {
            self.cut |= phrase.len() > left;
            phrase.truncate(left);
            left -= phrase.len();
        }
        self.phrases.retain(|phrase| !phrase.is_empty());
        for list in [&mut self.words, &mut self.without] {
            if list.len() > left {
                list.truncate(left);
                self.cut = true;
                self.open = false;
            }
            left -= list.len();
        }
    }
}

impl Word {
    fn split(self) -> Vec<String> {
        if self.parts.is_empty() { vec![self.whole] } else { self.parts }
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for span in spans(text) {
        let word = normal(&text[span.from..span.to]);
        match (span.role, words.last_mut()) {
            _ if word.is_empty() => {}
            (TokenRole::Part, Some(joined)) => joined.parts.push(word),
            _ => words.push(Word { whole: word, parts: Vec::new() }),
        }
    }
    words
}

/// The next quoted stretch: what is before it, whether a minus stands at it, its inside, what is
/// after it. A quote that is never closed is no quote.
fn next_quoted(text: &str) -> Option<(&str, bool, &str, &str)> {
    let (open, mark) = text.char_indices().find(|(_, c)| closing(*c).is_some())?;
    let inside = open + mark.len_utf8();
    let ends = closing(mark)?;
    let (length, end) = text[inside..].char_indices().find(|(_, c)| ends.contains(*c))?;
    let before = &text[..open];
    let (before, without) = match before.strip_suffix('-') {
        Some(rest) if rest.is_empty() || rest.ends_with(char::is_whitespace) => (rest, true),
        _ => (before, false),
    };
    let close = inside + length;
    Some((before, without, &text[inside..close], &text[close + end.len_utf8()..]))
}

const fn closing(open: char) -> Option<&'static str> {
    match open {
        '"' | '”' => Some("\"”"),
        '“' | '„' => Some("“”\""),
        '«' => Some("»"),
        '»' => Some("«"),
        _ => None,
    }
}
