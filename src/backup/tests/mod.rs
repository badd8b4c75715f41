//! Copied, put back, looked through: the same to the last byte, or nothing is touched.

mod cut_off;
mod damage;
mod look;
mod told;

use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::json;

use super::{Error, Key, Made, Manifest, Restored, Shelf, make, restore, write_new_key};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Common, Serving, Settings};
use crate::db;
use crate::exchange::export;
use crate::files::{Files, Place, digest};
use crate::site;
use crate::testing::{Engine, Folder, TestApp, TestDb, both_engines};
use crate::work::Least;

const PDF: &[u8] = b"%PDF-1.7\n% et skjema";
const OTHER: &[u8] = b"%PDF-1.7\n% et annet";

/// A page with this file.
async fn import(app: &TestApp, external: &str, file: &[u8]) {
    std::fs::write(app.folder().join("skjema.pdf"), file).unwrap();
    app.import(&[json!({
        "kind": "page", "external_id": external, "lang": "nb", "title": external,
        "body": "Først *dette*.", "files": [{ "file": "skjema.pdf", "title": "Skjema" }]
    })])
    .await;
}

/// Somewhere to put a backup: a database and a folder with nothing in them.
struct Bare {
    database: TestDb,
    folder: Folder,
}

impl Bare {
    async fn like(app: &TestApp) -> Self {
        let engine = match app.app.db.get_database_backend() {
            DbBackend::Postgres => Engine::Postgres,
            _ => Engine::Sqlite,
        };
        let database = TestDb::empty(engine).await;
        database.db.close_by_ref().await.unwrap();
        Self { database, folder: Folder::new() }
    }

    fn settings(&self) -> Settings {
        settings(&self.database.url, self.folder.path())
    }

    async fn end(self) {
        self.database.end().await;
    }
}

fn settings(database: &str, folder: &Path) -> Settings {
    let common = Common {
        database: Some(database.to_owned()),
        data_dir: Some(folder.to_owned()),
        ..Common::default()
    };
    Settings::read(&common, &Serving::default()).unwrap()
}

fn folder(path: PathBuf) -> Place {
    Place::Folder(path)
}

/// A backup of the site, which serves meanwhile.
async fn backup(app: &TestApp, to: &Place, key: Option<&Key>) -> Result<Made, Error> {
    let App { settings, files, clock, .. } = &app.app;
    make(settings, files, clock, to, key, &|_| {}).await
}

async fn put_back(
    settings: &Settings,
    from: &Place,
    key: Option<&Key>,
    overwrite: bool,
) -> Result<Restored, Error> {
    let store = Files::at(&settings.files).unwrap();
    restore(settings, &store, from, key, overwrite, &|_| {}).await
}

/// All there is, as an export has it, and every file that is kept, as one digest.
async fn all_of(settings: &Settings) -> String {
    let db = db::connect(&settings.database).await.unwrap();
    let store = Files::at(&settings.files).unwrap();
    let (mut text, out) = (Vec::new(), Folder::new());
    let kinds = site::Site::default().kinds();
    export(&kinds, &db, &store, &mut text, Some(out.path()), (true, Least::USUAL)).await.unwrap();
    db.close().await.unwrap();
    for file in store.all().await.unwrap() {
        let bytes = store.read(&file.digest).await.unwrap().unwrap();
        text.extend_from_slice(digest(&bytes).as_bytes());
    }
    digest(&text)
}

fn key(folder: &Path, name: &str) -> Key {
    let file = folder.join(name);
    write_new_key(&file).unwrap();
    Key::read(&file).unwrap()
}

fn refused<T: std::fmt::Debug>(came: Result<T, Error>) -> String {
    match came.unwrap_err() {
        Error::Refused(why) => why,
        other => panic!("{other:?}"),
    }
}

both_engines! {
    async fn a_backup_that_is_put_back_is_the_same(app: TestApp) {
        import(&app, "en", PDF).await;
        import(&app, "to", OTHER).await;
        let (before, to) = (all_of(&app.app.settings).await, folder(app.folder().join("b")));
        let made = backup(&app, &folder(app.folder().join("b/")), None).await.unwrap();
        assert_eq!((made.files, made.troubles.len()), (2, 0));
        let bare = Bare::like(&app).await;
        let done = put_back(&bare.settings(), &to, None, false).await.unwrap();
        assert_eq!((done.files, done.manifest.made_at.as_str()), (2, "2026-11-22T12:00:00Z"));
        assert_eq!(all_of(&bare.settings()).await, before);
        assert!(!app.folder().join("backup.scratch").exists(), "nothing in between is left");
        bare.end().await;
    }

    async fn what_is_there_is_not_written_over_unasked(app: TestApp) {
        import(&app, "en", PDF).await;
        let (before, to) = (all_of(&app.app.settings).await, folder(app.folder().join("b")));
        backup(&app, &to, None).await.unwrap();
        assert!(refused(backup(&app, &to, None).await).contains("already"), "nor is a backup");
        import(&app, "to", OTHER).await;
        app.app.files.set_aside("papir", b"gammelt".to_vec()).await.unwrap();
        let after = all_of(&app.app.settings).await;
        assert!(refused(put_back(&app.app.settings, &to, None, false).await).contains("--overwrite"));
        let in_use = refused(put_back(&app.app.settings, &to, None, true).await);
        assert!(in_use.contains("another program has the database open"), "{in_use}");
        assert_eq!(all_of(&app.app.settings).await, after);
        app.app.db.close_by_ref().await.unwrap();
        put_back(&app.app.settings, &to, None, true).await.unwrap();
        assert_eq!(all_of(&app.app.settings).await, before, "what the backup has not is gone");
        assert_eq!(app.app.files.aside("papir").await.unwrap(), None);
        assert!(crate::backup::unfinished(&app.app.settings).is_none());
    }

    async fn a_locked_backup_opens_with_its_key_alone(app: TestApp) {
        import(&app, "en", PDF).await;
        let (before, to) = (all_of(&app.app.settings).await, folder(app.folder().join("b")));
        let right = key(app.folder(), "right");
        let public = app.folder().join("public");
        let text = std::fs::read_to_string(app.folder().join("right")).unwrap();
        let half = text.lines().find_map(|line| line.strip_prefix("# public key: ")).unwrap();
        std::fs::write(&public, half).unwrap();
        let public = Key::read(&public).unwrap();
        backup(&app, &to, Some(&public)).await.unwrap();
        let bare = Bare::like(&app).await;
        let settings = bare.settings();
        let wrong = key(app.folder(), "wrong");
        assert!(refused(put_back(&settings, &to, None, false).await).contains("locked"));
        assert!(refused(put_back(&settings, &to, Some(&wrong), false).await).contains("another key"));
        assert!(refused(put_back(&settings, &to, Some(&public), false).await).contains("public half"));
        put_back(&settings, &to, Some(&right), false).await.unwrap();
        assert_eq!(all_of(&settings).await, before);
        bare.end().await;
    }

    async fn a_backup_of_a_newer_version_is_refused(app: TestApp) {
        import(&app, "en", PDF).await;
        let to = app.folder().join("b");
        backup(&app, &folder(to.clone()), None).await.unwrap();
        let shelf = Shelf::open(&folder(to.clone())).unwrap();
        let manifest = Manifest::read(&shelf, None).await.unwrap();
        let newer = [
            Manifest { schema: "9999_later".to_owned(), ..manifest.clone() },
            Manifest { form: 2, ..manifest.clone() },
        ];
        let bare = Bare::like(&app).await;
        for newer in newer {
            newer.write(&shelf, None).await.unwrap();
            let why = refused(put_back(&bare.settings(), &folder(to.clone()), None, false).await);
            assert!(why.contains("newer"), "{why}");
        }
        let other = Manifest { engine: "duckdb".to_owned(), ..manifest };
        other.write(&shelf, None).await.unwrap();
        let why = refused(put_back(&bare.settings(), &folder(to), None, false).await);
        assert!(why.contains("export and import"), "{why}");
        bare.end().await;
    }
}

#[tokio::test]
async fn a_backup_lies_in_a_bucket_as_in_a_folder() {
    let Ok(bucket) = std::env::var("PADRIVER_TEST_S3") else { return };
    let app = TestApp::new(Engine::Sqlite).await;
    import(&app, "en", PDF).await;
    let before = all_of(&app.app.settings).await;
    let place = Place::parse(&format!("{bucket}/{}", Clock::default().random_id())).unwrap();
    let key = key(app.folder(), "key");
    backup(&app, &place, Some(&key)).await.unwrap();
    assert!(refused(backup(&app, &place, None).await).contains("already"));
    let bare = Bare::like(&app).await;
    put_back(&bare.settings(), &place, Some(&key), false).await.unwrap();
    assert_eq!(all_of(&bare.settings()).await, before);
    bare.end().await;
    app.end().await;
}

#[tokio::test]
async fn what_is_large_goes_in_pieces() {
    let folder = Folder::new();
    let mut places = vec![Place::Folder(folder.path().join("shelf"))];
    if let Ok(bucket) = std::env::var("PADRIVER_TEST_S3") {
        let name = Clock::default().random_id();
        places.push(Place::parse(&format!("{bucket}/{name}")).unwrap());
    }
    let (large, back) = (folder.path().join("large"), folder.path().join("back"));
    let bytes: Vec<u8> = (0..20_000_000).map(|n| u8::try_from(n % 251).unwrap()).collect();
    std::fs::write(&large, &bytes).unwrap();
    for place in places {
        let shelf = Shelf::begin(&place).unwrap();
        let put = shelf.put_file("large", &large).await.unwrap();
        assert_eq!(put, (20_000_000, digest(&bytes)), "{place}");
        assert_eq!(shelf.get_file("large", &back).await.unwrap(), Some(put), "{place}");
        assert!(std::fs::read(&back).unwrap() == bytes, "{place}");
        assert_eq!(shelf.get_file("small", &back).await.unwrap(), None, "{place}");
    }
}
