//! Writing, and the folder it is written to.
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use uuid::Uuid;

use super::super::{Error, Why};
use super::{Document, FACETS, Index, ask, asked, document, filed, narrowed, titled};
use crate::testing::Dice;

/// A folder that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("padriver-search-{}-{nth}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The only index in it.
    fn own(&self) -> PathBuf {
        let mut entries = fs::read_dir(&self.0).unwrap();
        let own = entries.next().unwrap().unwrap().path();
        assert!(entries.next().is_none());
        own
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.own()).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn open(path: &Path) -> Index {
    Index::open(path, &FACETS).unwrap().index
}

#[test]
fn putting_twice_is_putting_once() {
    let index = Index::in_memory(&FACETS);
    let documents = [document(1, "Fall", ""), document(2, "Søvn", "")];
    for seen in [7, 7, 8] {
        index.apply(&documents, &[Uuid::from_u128(99)], seen).unwrap();
        assert_eq!((index.count(), index.seen()), (2, seen));
    }
    index.apply(&[document(1, "Endret", "")], &[Uuid::from_u128(2)], 9).unwrap();
    assert_eq!(ask(&index, ""), ["Endret"]);
    assert!(ask(&index, "fall").is_empty());
    index.apply(&[], &[], 10).unwrap();
    assert_eq!((index.count(), index.seen()), (1, 10));
}

#[test]
fn readers_see_the_old_until_the_new_is_complete() {
    let index = titled(&["Gammel"]);
    let new = (10..200).map(|number| {
        assert_eq!(ask(&index, "gammel"), ["Gammel"]);
        assert_eq!(index.count(), 1);
        document(number, "Ny", "")
    });
    index.rebuild(new, 5).unwrap();
    assert!(ask(&index, "gammel").is_empty());
    assert_eq!((index.count(), index.seen()), (190, 5));
}

#[test]
fn a_rebuild_that_fails_leaves_what_was_there() {
    let folder = Folder::new();
    let index = open(&folder.0);
    index.apply(&[document(1, "Gammel", "")], &[], 3).unwrap();
    let half = (2..50)
        .map(|number| if number < 40 { Ok(document(number, "Ny", "")) } else { Err(Error::Busy) });
    assert!(index.try_rebuild(half, 4).is_err());
    let panics = catch_unwind(AssertUnwindSafe(|| {
        index.rebuild(std::iter::from_fn(|| panic!("on purpose")), 4)
    }));
    assert!(panics.is_err());
    assert_eq!((ask(&index, ""), index.seen()), (vec!["Gammel".to_owned()], 3));
    index.apply(&[document(2, "Ny", "")], &[], 5).unwrap();
    assert_eq!(index.count(), 2);
    drop(index);
    let again = Index::open(&folder.0, &FACETS).unwrap();
    assert_eq!((again.fresh, again.index.count(), again.index.seen()), (false, 2, 5));
}

#[test]
fn an_index_is_fresh_until_it_is_filled() {
    let folder = Folder::new();
    let first = Index::open(&folder.0, &FACETS).unwrap();
    assert_eq!((first.fresh, first.why), (true, Some(Why::Missing)));
    let second = Index::open(&folder.0, &FACETS).unwrap();
    assert_eq!((second.fresh, second.why), (true, Some(Why::NeverFilled)));
    second.index.apply(&[document(1, "Fall", "")], &[], 4).unwrap();
    let third = Index::open(&folder.0, &FACETS).unwrap();
    assert_eq!((third.fresh, third.why, third.index.seen()), (false, None, 4));
    assert_eq!(ask(&third.index, "fall"), ["Fall"]);
}

#[test]
fn two_openings_share_a_folder() {
    let folder = Folder::new();
    let (writes, reads) = (open(&folder.0), open(&folder.0));
    writes.apply(&[document(1, "Fall", "")], &[], 1).unwrap();
    assert_eq!(reads.seen(), 1);
    reads.apply(&[document(2, "Fall", "")], &[], 2).unwrap();
    assert_eq!(ask(&reads, "fall").len(), 2);
    // While one writes, the other reads, and is told that it cannot write.
    let new = (3..6).map(|number| {
        assert_eq!(ask(&reads, "fall").len(), 2);
        assert!(matches!(reads.apply(&[document(9, "Nei", "")], &[], 9), Err(Error::Busy)));
        document(number, "Fall", "")
    });
    writes.rebuild(new, 3).unwrap();
    // The other learns of it by watching the folder.
    let arrived = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        ask(&reads, "fall").len() == 3
    });
    assert!(arrived);
}

fn replace(file: &Path, bytes: &[u8]) {
    fs::remove_file(file).unwrap();
    fs::write(file, bytes).unwrap();
}

#[test]
fn damage_of_any_kind_gives_an_empty_index() {
    type Harm = fn(&Path);
    // Each puts another file in place of the old: what a process has mapped must not change.
    let harms: [(&str, Harm); 4] = [
        ("removed", |file| fs::remove_file(file).unwrap()),
        ("emptied", |file| replace(file, &[])),
        ("cut short", |file| {
            let bytes = fs::read(file).unwrap();
            replace(file, &bytes[..bytes.len() / 2]);
        }),
        ("overwritten", |file| {
            let bytes = fs::read(file).unwrap();
            replace(file, &vec![0xA5; bytes.len()]);
        }),
    ];
    for (name, harm) in harms {
        let folder = Folder::new();
        open(&folder.0).apply(&[document(1, "Fall", "tekst")], &[], 4).unwrap();
        for nth in 0..folder.files().len() {
            let mut files = folder.files();
            files.sort();
            let Some(file) =
                files.get(nth).filter(|file| file.extension().is_none_or(|end| end != "lock"))
            else {
                continue;
            };
            harm(file);
            let opened = Index::open(&folder.0, &FACETS).unwrap();
            let file = file.display();
            if opened.fresh {
                assert!(opened.why.is_some(), "{name} {file}");
                assert_eq!((opened.index.count(), opened.index.seen()), (0, 0), "{name} {file}");
            }
            opened.index.rebuild([document(1, "Fall", "tekst")].into_iter(), 4).unwrap();
            assert_eq!(ask(&opened.index, "fall"), ["Fall"], "{name} {file}");
        }
    }
}

#[test]
fn a_large_index_is_opened_at_once_and_looked_through_later() {
    let folder = Folder::new();
    // Of a thousand words without sense, which can't be packed by much.
    let mut dice = Dice(5);
    let mut word = || format!("{:x} ", dice.below(1_000) * 2_654_435_761 % (1 << 32));
    let mut body = || (0..900).map(|_| word()).collect::<String>();
    let documents: Vec<Document> = (0..100).map(|n| document(n, "Fall", &body())).collect();
    open(&folder.0).rebuild(documents.iter().cloned(), 4).unwrap();
    assert!(open(&folder.0).is_sound().unwrap());
    let mut files = folder.files();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "store"));
    let file = files.pop().unwrap();
    let mut bytes = fs::read(&file).unwrap();
    bytes[1000] ^= 1;
    replace(&file, &bytes);
    let opened = Index::open(&folder.0, &FACETS).unwrap();
    assert!(!opened.fresh, "nobody waits for it to be read");
    assert!(!opened.index.is_sound().unwrap() && !opened.index.is_sound().unwrap());
    opened.index.rebuild(documents.into_iter(), 4).unwrap();
    assert!(opened.index.is_sound().unwrap() && open(&folder.0).is_sound().unwrap());
}

#[test]
fn an_index_of_another_version_is_replaced() {
    let folder = Folder::new();
    let old = folder.0.join("v0");
    fs::create_dir(&old).unwrap();
    fs::write(old.join("meta.json"), "{}").unwrap();
    let bystander = folder.0.join("v0-mine");
    fs::create_dir(&bystander).unwrap();
    let opened = Index::open(&folder.0, &FACETS).unwrap();
    assert_eq!((opened.fresh, opened.why), (true, Some(Why::OtherVersion)));
    // A copy of the server that still runs the last program serves from it until this one can.
    assert!(old.exists() && opened.index.is_building());
    assert!(opened.index.search(&asked("fall")).unwrap().building);
    opened.index.rebuild([document(1, "Fall", "")].into_iter(), 1).unwrap();
    assert_eq!((old.exists(), bystander.exists()), (false, true));
    assert!(!opened.index.search(&asked("fall")).unwrap().building);
}

#[test]
fn an_index_with_other_facets_is_built_beside_and_then_replaces_it() {
    let folder = Folder::new();
    let mut one = document(1, "Fall", "");
    one.facets = filed(&[("theme", "fall"), ("when", "now")]);
    open(&folder.0).apply(std::slice::from_ref(&one), &[], 4).unwrap();
    let old = folder.own();
    // The same facets in another order are the same index.
    let same = Index::open(&folder.0, &["outcome", "theme", "county", "theme"]).unwrap();
    assert_eq!((same.fresh, same.index.seen()), (false, 4));
    let other = Index::open(&folder.0, &["theme", "when"]).unwrap();
    assert_eq!((other.fresh, other.why), (true, Some(Why::OtherVersion)));
    // Whoever still runs with the old ones is not disturbed.
    assert_eq!(ask(&same.index, "fall"), ["Fall"]);
    other.index.rebuild([one].into_iter(), 4).unwrap();
    let now = narrowed("when", &["now"], "fall");
    assert_eq!(other.index.search(&now).unwrap().total, 1);
    assert_ne!(folder.own(), old);
}

/// More different words than are looked at at each start.
fn wordy() -> Vec<Document> {
    let word = |n: u128| -> String {
        let letter = |place: u32| {
            let nth = n / 10_u128.pow(place) % 10;
            "bdfgklmprt".chars().nth(usize::try_from(nth).unwrap()).unwrap()
        };
        (0..4).flat_map(|place| [letter(place), 'o']).collect()
    };
    let body = |n| (0..100).map(|i| word(n * 100 + i) + " ").collect::<String>();
    (1..40).map(|n| document(n, &format!("Nr {n}"), &body(n))).collect()
}

#[test]
fn words_are_kept_on_disk_and_do_not_have_to_be() {
    let folder = Folder::new();
    let last = [document(50, "Sjukeheimar", "")];
    open(&folder.0).rebuild(wordy().into_iter().chain(last), 1).unwrap();
    let kept = folder.own().join("words");
    let bytes = fs::read(&kept).unwrap();
    let halves = [&bytes[..bytes.len() / 2], &bytes[8..], &[], &bytes];
    for bytes in halves {
        replace(&kept, bytes);
        let index = open(&folder.0);
        assert_eq!(ask(&index, "sykehjem"), ["Sjukeheimar"]);
        index.apply(&[document(51, "Sykehjemmet", "")], &[Uuid::from_u128(50)], 2).unwrap();
        assert_eq!(ask(&index, "sjukeheim"), ["Sykehjemmet"]);
        index.apply(&[document(50, "Sjukeheimar", "")], &[Uuid::from_u128(51)], 3).unwrap();
    }
}

#[test]
fn a_folder_that_cannot_be_is_a_clear_error() {
    let folder = Folder::new();
    let file = folder.0.join("file");
    fs::write(&file, "not a folder").unwrap();
    let message = Index::open(&file, &FACETS).unwrap_err().to_string();
    assert!(message.contains("file/v8-") && message.contains(" cannot be used"), "{message}");
}
