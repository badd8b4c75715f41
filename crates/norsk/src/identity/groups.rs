//! Which groups of digits may be one identity number, and which are plainly something else.

use super::looks_like;
use super::read::{Gap, Run};
use super::split::is_of_today;

/// With the whole year, `01011901` and five.
const LONGEST: usize = 13;
/// A group of so many is no count that happens to stand beside another.
const LONG: usize = 5;
const ACCOUNT: [usize; 3] = [4, 2, 5];

/// Where the number ends that begins with the run `at`, and its digits.
pub(super) fn number_at(chain: &[Run], at: usize) -> Option<(usize, [u8; 11])> {
    let mut total = 0;
    for end in at + 1..=chain.len() {
        total += chain[end - 1].digits.len();
        if total > LONGEST {
            return None;
        }
        if total < 11 {
            continue;
        }
        let written = Written::new(&chain[at..end]);
        let beside = [chain.get(at).filter(|_| at > 0), chain.get(end)];
        let is_alone = beside.into_iter().flatten().all(|run| written.is_parted_by_more(&run.gap));
        if let Some(digits) = written.eleven(is_alone).or_else(|| written.with_whole_year()) {
            return Some((end, digits));
        }
    }
    None
}

/// Digits, and how long the groups are that a reader sees.
pub(super) struct Written<'a> {
    digits: Vec<u8>,
    groups: Vec<usize>,
    signs: Vec<&'a str>,
}

impl<'a> Written<'a> {
    pub fn new(runs: &'a [Run]) -> Self {
        let (mut groups, mut signs) = (Vec::new(), Vec::new());
        for (nth, run) in runs.iter().enumerate() {
            match (&run.gap, groups.last_mut()) {
                (Gap::Marked, Some(last)) if nth > 0 => *last += run.digits.len(),
                (Gap::Apart(gap), Some(_)) => {
                    signs.push(gap.as_str());
                    groups.push(run.digits.len());
                }
                _ => groups.push(run.digits.len()),
            }
        }
        let digits = runs.iter().flat_map(|run| run.digits.iter().copied()).collect();
        Self { digits, groups, signs }
    }

    pub fn digits(&self) -> &[u8] {
        &self.digits
    }

    /// A date alone, as the six digits that a number begins with. A whole date of this century beside a
    /// number is a row of measurements.
    pub fn six(&self) -> Option<[u8; 6]> {
        match self.groups[..] {
            [6] | [2, 2, 2] => self.digits.as_slice().try_into().ok(),
            [day @ 1..=2, month @ 1..=2, 4] if self.digits[day + month] == 1 => {
                self.six_of(day, month)
            }
            [8] if self.digits[4] == 1 => self.six_of(2, 2),
            [4, 2, 2] => self.six_of_year_first(),
            _ => None,
        }
    }

    /// `1.1.1901` or `01011901`.
    fn six_of(&self, day: usize, month: usize) -> Option<[u8; 6]> {
        if !self.is_year(day + month) {
            return None;
        }
        let mut six = [0; 6];
        six[2 - day..2].copy_from_slice(&self.digits[..day]);
        six[4 - month..4].copy_from_slice(&self.digits[day..day + month]);
        six[4..].copy_from_slice(&self.digits[day + month + 2..day + month + 4]);
        Some(six)
    }

    /// `1901-01-01`.
    fn six_of_year_first(&self) -> Option<[u8; 6]> {
        let [_, _, y1, y2, m1, m2, d1, d2, ..] = self.digits[..] else { return None };
        (self.is_year(0) && self.digits[0] == 1).then_some([d1, d2, m1, m2, y1, y2])
    }

    fn eleven(&self, is_alone: bool) -> Option<[u8; 11]> {
        let digits: [u8; 11] = self.digits.as_slice().try_into().ok()?;
        if !looks_like(digits) {
            return None;
        }
        let is_plain = self.groups.len() == 1 || self.groups == [6, 5];
        // A number that hospitals share has no date that tells it from others.
        let may_be = is_plain || !matches!(digits[0], 8 | 9) && self.may_be_groups(is_alone);
        may_be.then_some(digits)
    }

    /// Is this another sign than those between the groups? `Rom 3: 01 01 01 …`
    fn is_parted_by_more(&self, gap: &Gap) -> bool {
        match gap {
            Gap::Broken => true,
            Gap::Marked => false,
            Gap::Apart(signs) => self.is_even() && !self.signs.contains(&signs.as_str()),
        }
    }

    fn may_be_groups(&self, is_alone: bool) -> bool {
        if self.groups == ACCOUNT || self.begins_with_date() {
            return false;
        }
        let is_cut_at_six = self.ends().any(|end| end == 6);
        let is_long = self.groups.iter().any(|group| *group >= LONG);
        if is_cut_at_six && is_long {
            return true;
        }
        // Brackets, colons and commas part one thing from another, as in times and lists.
        let is_plain = |sign: &&str| !sign.contains([',', ':', '+', '(', ')', '[', ']', '>']);
        if !is_alone || !self.signs.iter().all(is_plain) || !(is_long || self.is_tidy()) {
            return false;
        }
        let is_decimal = self.groups.len() == 2 && self.signs == ["."] && self.groups[0] < LONG;
        is_cut_at_six || (self.is_even() && !is_decimal)
    }

    /// Digit by digit, or in groups of several, but for the last: counts are of one digit now and then.
    fn is_tidy(&self) -> bool {
        let (last, before) = self.groups.split_last().unwrap_or((&0, &[]));
        before.iter().all(|group| *group > 1) || (*last == 1 && before.iter().all(|one| *one == 1))
    }

    /// Does the same sign stand between all groups?
    fn is_even(&self) -> bool {
        self.signs.windows(2).all(|two| two[0] == two[1])
    }

    /// After how many digits each group ends.
    fn ends(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().scan(0, |end, group| {
            *end += group;
            Some(*end)
        })
    }

    /// `1.12.2024 …` or `2024-12-01 …`: what follows is a time or a count.
    fn begins_with_date(&self) -> bool {
        match self.groups[..] {
            [day @ 1..=2, month @ 1..=2, 4, ..] => self.is_year(day + month),
            [4, 1..=2, 1..=2, ..] => self.is_year(0),
            _ => false,
        }
    }

    /// Does a year of somebody who lives begin there?
    fn is_year(&self, at: usize) -> bool {
        matches!(self.digits.get(at..at + 2), Some([1, 8 | 9] | [2, 0]))
    }

    /// A day with the whole year, `1.1.1901` or `01011901`, and the last five digits.
    fn with_whole_year(&self) -> Option<[u8; 11]> {
        if matches!(self.groups[..], [4, 2, 2, 5] | [4, 2, 2, 3, 2]) {
            return self.after_year_first();
        }
        let (day, month) = match self.groups[..] {
            [day @ 1..=2, month @ 1..=2, 4, 5] | [day @ 1..=2, month @ 1..=2, 4, 3, 2] => {
                (day, month)
            }
            [8, 5] | [8, 3, 2] | [13] => (2, 2),
            _ => return None,
        };
        let mut digits = [0; 11];
        digits[..6].copy_from_slice(&self.six_of(day, month)?);
        digits[6..].copy_from_slice(&self.digits[day + month + 4..]);
        (!matches!(digits[0], 8 | 9) && looks_like(digits)).then_some(digits)
    }

    /// `1901-01-01` and the last five digits: a case number may follow a date written so, so more is asked.
    fn after_year_first(&self) -> Option<[u8; 11]> {
        let mut digits = [0; 11];
        digits[..6].copy_from_slice(&self.six_of_year_first()?);
        digits[6..].copy_from_slice(&self.digits[8..]);
        is_of_today(digits).then_some(digits)
    }
}
