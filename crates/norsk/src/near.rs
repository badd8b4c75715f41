//! How far one word is from another in letters, for misspellings.

/// The fewest letters put in, left out, changed, or swapped with a neighbour that make `a` into
/// `b`; `None` when it takes more than `most`.
///
/// ```
/// assert_eq!(norsk::distance("medisin", "mediisn", 2), Some(1));
/// assert_eq!(norsk::distance("demens", "dement", 2), Some(1));
/// assert_eq!(norsk::distance("fall", "avfall", 1), None);
/// ```
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut two_back = vec![0; b.len() + 1];
    let mut back: Vec<usize> = (0..=b.len()).collect();
    let mut row = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let change = back[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(back[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(two_back[j - 2] + 1);
            }
            least = least.min(row[j]);
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut two_back, &mut back);
        std::mem::swap(&mut back, &mut row);
    }
    Some(back[b.len()]).filter(|distance| *distance <= most)
}

/// A word that many others are held against: as [`distance`], but all letters of the word in one
/// step for each letter of the other.
///
/// ```
/// let medisin = norsk::Near::to("medisin").unwrap();
/// assert_eq!(medisin.distance("mediisn", 2), Some(1));
/// assert_eq!(medisin.distance("medaljer", 2), None);
/// ```
#[derive(Clone, Debug)]
pub struct Near {
    letters: u32,
    /// For each letter, where it is in the word, a bit for each place.
    latin: [u64; 128],
    others: Vec<(char, u64)>,
}

impl Near {
    /// `None` for a word of no letters or more than 64.
    pub fn to(word: &str) -> Option<Self> {
        let mut near = Self { letters: 0, latin: [0; 128], others: Vec::new() };
        for letter in word.chars() {
            let bit = 1_u64.checked_shl(near.letters)?;
            match near.latin.get_mut(letter as usize) {
                Some(places) => *places |= bit,
                None => match near.others.iter_mut().find(|(other, _)| *other == letter) {
                    Some((_, places)) => *places |= bit,
                    None => near.others.push((letter, bit)),
                },
            }
            near.letters += 1;
        }
        (near.letters > 0).then_some(near)
    }

    fn places(&self, letter: char) -> u64 {
        if let Some(places) = self.latin.get(letter as usize) {
            return *places;
        }
        self.others.iter().find(|(other, _)| *other == letter).map_or(0, |(_, places)| *places)
    }

    /// As [`distance`]. H. Hyyrö's way (2003): the differences between neighbours in its table are
    /// −1, 0 or 1, so a column of them is two numbers of 64 bits.
    pub fn distance(&self, other: &str, most: usize) -> Option<usize> {
        let last = 1_u64 << (self.letters - 1);
        let (mut up, mut down) = (u64::MAX, 0_u64);
        let (mut same, mut before) = (0_u64, 0_u64);
        let mut distance = self.letters as usize;
        for letter in other.chars() {
            let here = self.places(letter);
            let swapped = ((!same & here) << 1) & before;
            same = ((here & up).wrapping_add(up) ^ up) | here | down | swapped;
            let right_up = down | !(same | up);
            let right_down = same & up;
            distance += usize::from(right_up & last != 0);
            distance -= usize::from(right_down & last != 0);
            let (right_up, right_down) = ((right_up << 1) | 1, right_down << 1);
            up = right_down | !(same | right_up);
            down = right_up & same;
            before = here;
        }
        (distance <= most).then_some(distance)
    }
}
