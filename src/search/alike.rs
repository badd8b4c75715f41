//! Words that look like another: by the runs of four letters that they share, the rare ones most.
//!
//! The last net, for what no rule and no list knows. It never says what a word means, so what it
//! finds counts little ([`super::weights::NET`]).
use super::keys::fnv;

/// Where a run of letters is: in order of run, the words that have it.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    hashes: Vec<u32>,
    /// Where the words of each run end in `words`.
    ends: Vec<u32>,
    words: Vec<u32>,
    /// How much all runs of each word tell together.
    told: Vec<f32>,
}

/// Shorter words look like too many others.
const SHORTEST: usize = 4;
/// A run that more words have tells nothing, and would take long.
const MOST_WORDS: usize = 4_000;

impl Runs {
    /// Of words by their place in a list.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        // Run and word in one number: there are ten of them for each word, to be put in order.
        let mut all: Vec<u64> = Vec::new();
        let mut count = 0;
        for (word, nth) in words.zip(0_u64..) {
            count += 1;
            if word.chars().nth(SHORTEST - 1).is_some() {
                each_run(word, |run| all.push((u64::from(run) << 32) | nth));
            }
        }
        all.sort_unstable();
        // A run that a word has twice is one run of it.
        all.dedup();
        let mut found = Self::default();
        for both in all {
            #[expect(clippy::cast_possible_truncation, reason = "the parts it was made of")]
            let (run, word) = ((both >> 32) as u32, both as u32);
            if found.hashes.last() != Some(&run) {
                found.hashes.push(run);
                found.ends.push(0);
            }
            found.words.push(word);
            if let (Some(end), Ok(to)) = (found.ends.last_mut(), u32::try_from(found.words.len())) {
                *end = to;
            }
        }
        let mut told = vec![0.0; count];
        for at in 0..found.hashes.len() {
            let with = found.nth(at);
            let rarity = rarity(with.len(), count);
            for word in with {
                told[*word as usize] += rarity;
            }
        }
        found.told = told;
        found
    }

    fn nth(&self, at: usize) -> &[u32] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.words[from..self.ends[at] as usize]
    }

    fn with(&self, run: u32) -> &[u32] {
        self.hashes.binary_search(&run).map_or(&[], |at| self.nth(at))
    }
}

/// How much a run of letters tells that so many of all words have.
#[expect(clippy::cast_precision_loss, reason = "a rarity needs no more than six digits")]
fn rarity(with: usize, all: usize) -> f32 {
    (1.0 + all as f32 / (with as f32 + 0.5)).ln()
}

impl Runs {
    /// The words that are at least so much like this one, from 0 to 1, by their place and how much.
    pub(super) fn alike(&self, word: &str, least: f32) -> Vec<(u32, f32)> {
        let wanted: Vec<(&[u32], f32)> = runs(word)
            .into_iter()
            .map(|run| self.with(run))
            .map(|with| (with, rarity(with.len(), self.told.len())))
            .collect();
        let all: f32 = wanted.iter().map(|(_, rarity)| rarity).sum();
        let mut shared = vec![0.0_f32; self.told.len()];
        // There may be a million words, and some thousands share anything.
        let mut sharing: Vec<u32> = Vec::new();
        for (with, rarity) in wanted.iter().filter(|(with, _)| with.len() <= MOST_WORDS) {
            for word in *with {
                let sum = &mut shared[*word as usize];
                if *sum == 0.0 {
                    sharing.push(*word);
                }
                *sum += rarity;
            }
        }
        // A word tells at least what it shares, so most need no closer look.
        let enough = least * least * all;
        let sharing = sharing.into_iter().map(|word| (word, shared[word as usize]));
        let near = sharing.filter(|(_, shared)| *shared >= enough);
        let alike = near.map(|(word, shared)| {
            let told = self.told[word as usize];
            (word, shared / (all * told).sqrt().max(f32::MIN_POSITIVE))
        });
        alike.filter(|(_, alike)| *alike >= least).collect()
    }
}

/// Each run of four letters once, in order.
fn runs(word: &str) -> Vec<u32> {
    let mut all = Vec::new();
    each_run(word, |run| all.push(run));
    all.sort_unstable();
    all.dedup();
    all
}

/// Each run of four letters, beginning and end of the word being letters too.
fn each_run(word: &str, mut found: impl FnMut(u32)) {
    let folded = norsk::fold(word);
    let mut last = [' '; 4];
    let mut letters = 2;
    for letter in folded.chars().chain([' ']) {
        last = [last[1], last[2], last[3], letter];
        letters += 1;
        if letters >= 4 {
            found(hash(last));
        }
    }
}

/// FNV-1a, of the four bytes of each letter.
fn hash(run: [char; 4]) -> u32 {
    const PRIME: u64 = 0x0100_0000_01b3;
    const OF_FOUR: u64 = PRIME.wrapping_pow(4);
    let hash = run.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, letter| {
        let letter = u32::from(letter);
        if letter < 0x100 {
            // The other three bytes are nothing.
            (hash ^ u64::from(letter)).wrapping_mul(OF_FOUR)
        } else {
            fnv(hash, &letter.to_le_bytes())
        }
    });
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or_default()
}
