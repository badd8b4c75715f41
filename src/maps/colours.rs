//! Gives neighbouring groups different tones.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::borders::Borders;

/// How many tones the style sheet has, all of another hue: `map-tone-0` and on.
pub(super) const TONES: usize = 5;

/// A tone for each group, by which group each municipality is in.
pub(super) fn tones(borders: &Borders, groups: usize, group_of: &[Option<usize>]) -> Vec<usize> {
    let neighbours = neighbours(borders, groups, group_of);
    let mut tones: Vec<Option<usize>> = vec![None; groups];
    let mut used = [0_usize; TONES];
    for _ in 0..groups {
        let around = |group: usize| -> BTreeSet<usize> {
            neighbours[group].iter().filter_map(|near| tones[*near]).collect()
        };
        // The one with the least choice left, then the one with most neighbours, then the first.
        let left = (0..groups).filter(|group| tones[*group].is_none());
        let next = left
            .max_by_key(|group| (around(*group).len(), neighbours[*group].len(), Reverse(*group)));
        let Some(group) = next else { break };
        let taken = |tone: usize| {
            neighbours[group].iter().filter(|near| tones[**near] == Some(tone)).count()
        };
        // Among those no neighbour has, the one least used.
        let tone = (0..TONES).min_by_key(|tone| (taken(*tone), used[*tone])).unwrap_or(0);
        used[tone] += 1;
        tones[group] = Some(tone);
    }
    tones.into_iter().map(Option::unwrap_or_default).collect()
}

fn neighbours(
    borders: &Borders,
    groups: usize,
    group_of: &[Option<usize>],
) -> Vec<BTreeSet<usize>> {
    let mut neighbours: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); groups];
    for beside in &borders.beside {
        if let [a, b] = beside[..]
            && let (Some(a), Some(b)) = (group_of[a], group_of[b])
            && a != b
        {
            neighbours[a].insert(b);
            neighbours[b].insert(a);
        }
    }
    neighbours
}
