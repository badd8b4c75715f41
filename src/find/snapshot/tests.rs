//! A new copy takes over what another has handed over and follows from there; what can't be trusted is
//! left alone, and the index built.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};

use super::{Manifest, ask_for_one, folder, forget, publish, take_over};
use crate::app::App;
use crate::files::tests::stores::places;
use crate::files::{Files, Place};
use crate::find::follow;
use crate::search::{Index, Query};
use crate::site::Site;
use crate::testing::{Engine, Folder, TestApp, both_engines};

const HOUR: Duration = Duration::from_hours(1);

fn page(id: &str, title: &str) -> Value {
    json!({ "kind": "page", "external_id": id, "lang": "nb", "title": title, "body": "Teksten." })
}

fn open(app: &TestApp, name: &str) -> Index {
    Index::open(&app.folder().join(name), &Site::default().search_facets()).unwrap().index
}

/// A copy of the program with an index of its own.
fn copy(app: &TestApp, name: &str, files: &Files) -> App {
    App { index: open(app, name), files: files.clone(), ..app.app.clone() }
}

/// The same when it has run for a while.
async fn in_use(app: &TestApp, name: &str, files: &Files) -> App {
    let copy = copy(app, name, files);
    follow::begin(&copy).await.unwrap();
    follow::catch_up(&copy).await.unwrap();
    copy
}

fn found(index: &Index, words: &str) -> usize {
    let query = Query { words: words.to_owned(), as_typed: true, ..Query::default() };
    index.search(&query).unwrap().total
}

fn stored(folder: &Folder, app: &App) -> Vec<PathBuf> {
    let place = folder.path().join("shared").join(super::folder(app));
    place.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect()
}

both_engines! {
    async fn a_new_copy_takes_over_and_follows(app: TestApp) {
        app.import(&[page("a", "Sykehjem"), page("b", "Medisin"), page("c", "Ernæring")]).await;
        let folder = Folder::new();
        for (n, place) in places(&folder).iter().enumerate() {
            let files = Files::at(place).unwrap();
            let old = in_use(&app, &format!("old-{n}"), &files).await;
            assert!(publish(&old, HOUR).await.unwrap(), "{place}");
            let new = copy(&app, &format!("new-{n}"), &files);
            assert!(new.index.is_building());
            assert!(take_over(&new, 0).await.unwrap(), "{place}");
            assert!(!new.index.is_building());
            let (seen, count) = (old.index.seen(), old.index.count());
            assert_eq!((new.index.seen(), new.index.count()), (seen, count));
            assert_eq!(found(&new.index, "sykehjemmet"), 1, "with the kin of its words");
            // It goes on from there: one is new, one is called something else.
            let (name, other) = (format!("d{n}"), format!("Legemidler {n}"));
            app.import(&[page(&name, "Trapper"), page("b", &other)]).await;
            follow::catch_up(&new).await.unwrap();
            assert_eq!(new.index.count(), count + 1);
            assert_eq!(found(&new.index, "trapper"), n + 1);
            // And it is an index like any other, also after a start.
            let again = open(&app, &format!("new-{n}"));
            assert_eq!((again.is_building(), again.count()), (false, count + 1));
            assert_eq!(found(&again, "sykehjem"), 1);
        }
    }

    async fn what_is_damaged_is_left_alone_and_the_index_built(app: TestApp) {
        let folder = Folder::new();
        let files = Files::at(&Place::Folder(folder.path().to_owned())).unwrap();
        app.import(&[page("a", "Sykehjem"), page("b", "Medisin")]).await;
        let old = in_use(&app, "old", &files).await;
        assert!(publish(&old, HOUR).await.unwrap());
        let all = stored(&folder, &old);
        assert!(all.len() > 5, "{all:?}");
        let new = copy(&app, "new", &files);
        for file in &all {
            let whole = fs::read(file).unwrap();
            let mut turned = whole.clone();
            if let Some(byte) = turned.last_mut() {
                *byte ^= 1;
                fs::write(file, &turned).unwrap();
                assert!(!take_over(&new, 0).await.unwrap(), "{} was changed", file.display());
                fs::write(file, &whole[..whole.len() - 1]).unwrap();
                assert!(!take_over(&new, 0).await.unwrap(), "{} was cut", file.display());
            }
            fs::remove_file(file).unwrap();
            assert!(!take_over(&new, 0).await.unwrap(), "{} was gone", file.display());
            fs::write(file, &whole).unwrap();
        }
        assert!(new.index.is_building() && new.index.count() == 0);
        fs::remove_file(&all[0]).unwrap();
        follow::begin(&new).await.unwrap();
        assert_eq!(found(&new.index, "sykehjem"), 1);
        let left = new.index.beside("incoming").unwrap();
        assert!(!left.exists());
    }

    async fn one_of_another_database_is_not_ours(app: TestApp) {
        let folder = Folder::new();
        let files = Files::at(&Place::Folder(folder.path().to_owned())).unwrap();
        app.import(&[page("a", "Sykehjem")]).await;
        let other = TestApp::new(Engine::Sqlite).await;
        other.import(&[page("a", "Medisin")]).await;
        let theirs = in_use(&other, "theirs", &files).await;
        assert!(publish(&theirs, HOUR).await.unwrap());
        let ours = copy(&app, "ours", &files);
        follow::catch_up(&in_use(&app, "beside", &files).await).await.unwrap();
        assert!(!take_over(&ours, 0).await.unwrap());
        follow::begin(&ours).await.unwrap();
        follow::catch_up(&ours).await.unwrap();
        assert_eq!((found(&ours.index, "sykehjem"), found(&ours.index, "medisin")), (1, 0));
        // It does not stand in our way either.
        assert!(publish(&ours, HOUR).await.unwrap());
        assert!(!take_over(&copy(&other, "new", &files), 0).await.unwrap());
        other.end().await;
    }

    async fn the_newest_is_kept_and_not_too_often(app: TestApp) {
        let folder_of = Folder::new();
        let files = Files::at(&Place::Folder(folder_of.path().to_owned())).unwrap();
        app.import(&[page("a", "Sykehjem")]).await;
        let old = copy(&app, "old", &files);
        assert!(!publish(&old, HOUR).await.unwrap(), "it has nothing yet");
        let old = in_use(&app, "old", &files).await;
        assert!(publish(&old, HOUR).await.unwrap());
        assert!(!publish(&old, HOUR).await.unwrap(), "nothing is new");
        for n in 0..4 {
            app.import(&[page("b", &format!("Medisin {n}"))]).await;
            follow::catch_up(&old).await.unwrap();
        }
        assert!(!publish(&old, HOUR).await.unwrap(), "it is too soon");
        app.app.clock.advance(time::Duration::minutes(60));
        assert!(publish(&old, HOUR).await.unwrap());
        let manifest = Manifest::read(&files, &folder(&old)).await.unwrap().unwrap();
        assert_eq!(manifest.seen, old.index.seen());
        let named: BTreeSet<&str> = manifest.parts.iter().map(|part| part.sha256.as_str()).collect();
        assert_eq!(stored(&folder_of, &old).len(), named.len() + 1, "and the manifest");
        forget(&files).await.unwrap();
        assert_eq!(Manifest::read(&files, &folder(&old)).await.unwrap(), None);
        // Two copies that ask for it at once get it once.
        ask_for_one(&old, HOUR).await.unwrap();
        ask_for_one(&old, HOUR).await.unwrap();
        assert_eq!(app.read_files().await, 1);
    }

    async fn a_copy_that_is_far_behind_does_not_follow_all_the_way(app: TestApp) {
        let folder = Folder::new();
        let files = Files::at(&Place::Folder(folder.path().to_owned())).unwrap();
        app.import(&[page("a", "Sykehjem"), page("b", "Medisin")]).await;
        let (old, late) = (in_use(&app, "old", &files).await, in_use(&app, "late", &files).await);
        let many: Vec<Value> = (0..25).map(|n| page(&format!("c{n}"), "Trapper")).collect();
        app.import(&many).await;
        follow::catch_up(&old).await.unwrap();
        assert!(publish(&old, HOUR).await.unwrap());
        let before = late.index.seen();
        follow::begin(&late).await.unwrap();
        assert!(before < late.index.seen());
        assert_eq!((late.index.seen(), late.index.count()), (old.index.seen(), 27));
        // A few more it follows.
        app.import(&[page("b", "Hygiene")]).await;
        follow::begin(&late).await.unwrap();
        assert_eq!(late.index.seen(), old.index.seen());
        follow::catch_up(&late).await.unwrap();
        assert_eq!((found(&late.index, "hygiene"), found(&late.index, "medisin")), (1, 0));
    }
}
