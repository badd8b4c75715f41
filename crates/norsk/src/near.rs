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
