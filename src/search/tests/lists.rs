//! Filters, facets, order and pages.
use super::{FACETS, Index, Query, ask, asked, document, filed, filled, narrowed, titles, varied};

fn counts(list: &[(&str, u64)]) -> Vec<(String, u64)> {
    list.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

#[test]
fn facets_leave_out_their_own_filter() {
    let index = varied();
    for words in ["felles", ""] {
        let found = index
            .search(&Query {
                kinds: vec!["news".to_owned()],
                ..narrowed("theme", &["fall"], words)
            })
            .unwrap();
        assert_eq!(found.total, 3);
        assert_eq!(found.counts.kinds, counts(&[("news", 3), ("project", 3)]));
        assert_eq!(found.counts.of("theme"), counts(&[("fall", 3)]));
        assert_eq!(found.counts.of("county"), counts(&[("03", 3), ("46", 3)]));
        assert_eq!(found.counts.langs, counts(&[("nb", 2), ("nn", 1)]));
    }
    let all = index.search(&Query { kinds: vec!["news".into(), "project".into()], ..asked("") });
    assert_eq!(all.unwrap().total, 11);
}

#[test]
fn unknown_filter_values_find_nothing() {
    let found = varied().search(&narrowed("county", &["\0🦀"], "felles")).unwrap();
    assert_eq!((found.total, found.hits.len()), (0, 0));
    assert_eq!(found.counts.of("county"), counts(&[("03", 11), ("55", 6), ("46", 5)]));
    assert!(found.counts.kinds.is_empty());
}

#[test]
fn a_facet_that_is_not_kept_finds_nothing_and_takes_no_place_of_another() {
    let mut one = document(1, "Sak", "");
    one.facets = filed(&[("kind", "film"), ("theme", "fall"), ("unkept", "yes")]);
    let index = filled(&[one]);
    for (facet, value) in [("unkept", "yes"), ("kind", "film"), ("kind", "project"), ("", "")] {
        let found = index.search(&narrowed(facet, &[value], "sak")).unwrap();
        assert_eq!((found.total, found.hits.len()), (0, 0), "{facet}");
        let none = index.search(&narrowed(facet, &[], "sak")).unwrap();
        assert_eq!(none.total, 1, "{facet}");
    }
    let all = index.search(&asked("")).unwrap().counts;
    assert_eq!(all.kinds, counts(&[("project", 1)]));
    assert_eq!(all.facets, [("theme".to_owned(), counts(&[("fall", 1)]))].into());
    let both = Query { kinds: vec!["project".to_owned()], ..narrowed("theme", &["fall"], "") };
    assert_eq!(index.search(&both).unwrap().total, 1);
}

#[test]
fn no_words_lists_the_newest_first() {
    let found = varied().search(&Query { langs: vec!["nn".to_owned()], ..asked("  ") }).unwrap();
    assert_eq!(titles(&found), ["Sak 09", "Sak 06", "Sak 03"]);
    assert!(found.hits.iter().all(|hit| hit.score == 0.0));
    let undated = filled(&[document(1, "Uten dato", ""), {
        let mut dated = document(2, "Fra 1950", "");
        dated.published = Some(-600_000_000);
        dated
    }]);
    assert_eq!(ask(&undated, ""), ["Fra 1950", "Uten dato"]);
}

#[test]
fn archived_only_when_asked_for_and_then_last() {
    let mut old = document(1, "Fall", "");
    old.archived = true;
    let index = filled(&[old, document(2, "Fall", "")]);
    assert_eq!(ask(&index, "fall").len(), 1);
    let found = index.search(&Query { include_archived: true, ..asked("fall") }).unwrap();
    assert_eq!(found.hits.iter().map(|hit| hit.archived).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn the_readers_language_decides_between_equals() {
    let mut nynorsk = document(1, "Fall", "");
    nynorsk.lang = "nn".to_owned();
    let index = filled(&[nynorsk, document(2, "Fall", "")]);
    for lang in ["nn", "nb"] {
        let query = Query { prefer_lang: Some(lang.to_owned()), ..asked("fall") };
        let found = index.search(&query).unwrap();
        assert_eq!((found.total, found.hits[0].lang.as_str()), (2, lang));
    }
}

#[test]
fn pages_follow_each_other_and_limits_hold() {
    let documents: Vec<_> = (0..150).map(|n| document(n, &format!("Likt {n}"), "")).collect();
    let index = Index::in_memory(&FACETS);
    // Several segments, so the order must hold across them.
    for (part, at) in documents.chunks(50).zip(1..) {
        index.apply(part, &[], at).unwrap();
    }
    for words in ["likt", ""] {
        let page = |offset, limit| index.search(&Query { limit, offset, ..asked(words) }).unwrap();
        let whole = [page(0, 100).hits, page(100, 100).hits].concat();
        assert_eq!(whole.len(), 150);
        let pages: Vec<_> = (0..15).flat_map(|nth| page(nth * 10, 10).hits).collect();
        assert_eq!(pages, whole);
        assert_eq!(page(0, 1000).hits.len(), 100);
        assert_eq!(page(usize::MAX, usize::MAX).hits.len(), 0);
        let none = page(0, 0);
        assert_eq!((none.total, none.hits.len()), (150, 0));
        assert_eq!(none.counts.kinds, counts(&[("project", 150)]));
    }
}
