//! Gives neighbouring groups different tones.

use std::collections::BTreeSet;

use super::borders::NORWAY;

/// How many tones the style sheet has: `map-tone-0` and on.
pub(super) const TONES: usize = 6;

/// A tone for each group, by which group each municipality is in.
pub(super) fn tones(groups: usize, group_of: &[Option<usize>]) -> Vec<usize> {
    let mut neighbours: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); groups];
    for beside in &NORWAY.beside {
        if let [a, b] = beside[..]
            && let (Some(a), Some(b)) = (group_of[a], group_of[b])
            && a != b
        {
            neighbours[a].insert(b);
            neighbours[b].insert(a);
        }
    }
    // Those with most neighbours choose first; ties in the order given.
    let mut order: Vec<usize> = (0..groups).collect();
    order.sort_by_key(|group| std::cmp::Reverse(neighbours[*group].len()));
    let mut tones: Vec<Option<usize>> = vec![None; groups];
    let mut used = [0_usize; TONES];
    for group in order {
        let taken = |tone: &usize| {
            neighbours[group].iter().filter(|near| tones[**near] == Some(*tone)).count()
        };
        // Among those no neighbour has, the one least used.
        let tone = (0..TONES).min_by_key(|tone| (taken(tone), used[*tone])).unwrap_or(0);
        used[tone] += 1;
        tones[group] = Some(tone);
    }
    tones.into_iter().map(Option::unwrap_or_default).collect()
}
