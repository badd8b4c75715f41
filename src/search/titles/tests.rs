//! Whatever is put in and taken out, the same is found as by going through all.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Titled, Titles};
use crate::search::typed::{NameWords, Typed};
use crate::testing::Dice;

const WORDS: [&str; 16] = [
    "Fall",
    "fallet",
    "Førstehjelp",
    "sykehjem",
    "sjukeheim",
    "i",
    "og",
    "for",
    "Trygg",
    "tryggere",
    "Å",
    "måltid",
    "Måltidet",
    "PDSA-sirkel",
    "fot",
    "Aa",
];
const TYPED: [&str; 18] = [
    "f", "fa", "fall", "fallet i", "i f", "fo", "foe", "for", "sykeh", "sjuke", "trygg m", "må",
    "ma", "aa", "pdsa s", "x", "f f f", "i og",
];

fn title(id: u128, dice: &mut Dice) -> Titled {
    let words: Vec<&str> = (0..=dice.below(5)).map(|_| dice.of(&WORDS)).collect();
    Titled {
        id: Uuid::from_u128(id),
        kind: dice.of(&["project", "news"]).to_owned(),
        slug: format!("slug-{id}"),
        lang: dice.of(&["nb", "nb", "nn", "en"]).to_owned(),
        title: words.join(" "),
    }
}

/// By going through all of them.
fn all_through(
    all: &BTreeMap<Uuid, Titled>,
    typed: &Typed,
    lang: &str,
    most: usize,
) -> Vec<Titled> {
    let mut found: Vec<_> = all
        .values()
        .filter_map(|of| {
            let fit = typed.fits(&NameWords::of([of.title.as_str()]))?;
            Some(((fit, Reverse(of.lang == lang), of.title.len(), &of.title, of.id), of))
        })
        .collect();
    found.sort_unstable_by_key(|(order, _)| *order);
    found.dedup_by(|(_, a), (_, b)| a.title == b.title && a.kind == b.kind);
    found.into_iter().take(most).map(|(_, of)| of.clone()).collect()
}

#[test]
fn the_same_is_found_as_by_going_through_all() {
    let mut dice = Dice(17);
    let (titles, mut all) = (Titles::default(), BTreeMap::new());
    let mut found = 0;
    for round in 0..60 {
        let before = titles.generation();
        // Some at a time, many at once now and then; some of them are there already.
        let count = if round % 20 == 0 { 80 } else { 1 + dice.below(4) };
        let some: Vec<Titled> = (0..count)
            .map(|_| {
                let id = dice.below(200) as u128;
                title(id, &mut dice)
            })
            .collect();
        all.extend(some.iter().map(|one| (one.id, one.clone())));
        titles.put(some);
        let gone: Vec<Uuid> =
            (0..dice.below(4)).map(|_| Uuid::from_u128(dice.below(200) as u128)).collect();
        titles.remove(&gone);
        all.retain(|id, _| !gone.contains(id));
        assert_ne!(titles.generation(), before);
        for typed in TYPED {
            let typed = Typed::read(typed);
            for (lang, most) in [("nb", 4), ("en", 1)] {
                let expected = all_through(&all, &typed, lang, most);
                found += expected.len();
                assert_eq!(titles.find(&typed, lang, most), expected, "{typed:?} {round}");
            }
        }
    }
    assert!(found > 1_500, "{found} is too little to show anything");
    assert!(titles.find(&Typed::read(""), "nb", 5).is_empty());
}

#[test]
fn few_segments_stand_for_many_changes() {
    let mut dice = Dice(3);
    let titles = Titles::default();
    for id in 0..300 {
        titles.put(vec![title(id, &mut dice)]);
    }
    let held = titles.0.held.read().unwrap();
    let sizes: Vec<usize> = held.iter().map(|held| held.segment.len()).collect();
    assert!(sizes.len() <= 9 && sizes.is_sorted_by(|a, b| a >= &(2 * b)), "{sizes:?}");
    assert_eq!(sizes.iter().sum::<usize>(), 300);
}
