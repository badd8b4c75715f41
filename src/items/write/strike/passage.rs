//! A passage that is to be struck, found again however its words are spaced, cased or emphasised.

/// At least two words, or one that is not short: «og» would take the text apart.
const SHORTEST: usize = 4;

#[derive(Clone, Debug)]
pub struct Passage {
    /// Its words in small letters.
    words: Vec<Vec<char>>,
}

/// The passage would be found all over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the passage is too short: at least {SHORTEST} letters")]
pub struct TooShort;

impl Passage {
    pub fn new(text: &str) -> Result<Self, TooShort> {
        let words: Vec<Vec<char>> =
            text.split(is_between).filter(|word| !word.is_empty()).map(folded).collect();
        let letters = words.iter().flatten().filter(|c| c.is_alphanumeric()).count();
        if letters < SHORTEST { Err(TooShort) } else { Ok(Self { words }) }
    }

    /// The text with `gap` where the passage stood, and how often it did; `None` when it did not.
    pub fn struck_from(&self, text: &str, gap: &str) -> Option<(String, i32)> {
        let chars: Vec<char> = text.chars().collect();
        let (mut struck, mut places, mut at) = (String::with_capacity(text.len()), 0, 0);
        while at < chars.len() {
            if let Some(end) = self.ends(&chars, at) {
                struck.push_str(gap);
                places += 1;
                at = end;
            } else {
                struck.push(chars[at]);
                at += 1;
            }
        }
        (places > 0).then_some((struck, places))
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.struck_from(text, "").is_some()
    }

    /// As an address would have it: `kari-nordmann`.
    pub(super) fn slug(&self) -> String {
        let words = self.words.iter().map(|word| word.iter().collect::<String>());
        slug::slugify(words.collect::<Vec<_>>().join(" "))
    }

    /// Where it ends, when it begins at `start`.
    fn ends(&self, chars: &[char], start: usize) -> Option<usize> {
        let before = start.checked_sub(1).and_then(|n| chars.get(n));
        if joins(before, chars.get(start)) {
            return None;
        }
        let mut at = start;
        for (n, word) in self.words.iter().enumerate() {
            if n > 0 {
                let gap = chars[at..].iter().take_while(|c| is_between(**c)).count();
                if gap == 0 {
                    return None;
                }
                at += gap;
            }
            for letter in word {
                let found = chars.get(at)?;
                if fold(*found) != *letter {
                    return None;
                }
                at += 1;
            }
        }
        let last = at.checked_sub(1).and_then(|n| chars.get(n));
        if joins(last, chars.get(at)) { None } else { Some(at) }
    }
}

/// Stand both inside one word?
fn joins(left: Option<&char>, right: Option<&char>) -> bool {
    left.is_some_and(|c| c.is_alphanumeric()) && right.is_some_and(|c| c.is_alphanumeric())
}

/// Spaces, line breaks, and the marks of emphasis.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_')
}

fn folded(word: &str) -> Vec<char> {
    word.chars().map(fold).collect()
}

/// One small letter for each letter, so that places in the text stay what they are.
fn fold(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}
