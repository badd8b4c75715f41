//! Killed in the middle: no backup that looks whole, and either the old or the new where one is put
//! back.

use std::os::unix::process::ExitStatusExt;

use rustix::process::{Signal, getpid, kill_process};

use super::{
    Clock, Files, OTHER, PDF, Path, Place, TestApp, all_of, backup, both_engines, folder, import,
    make, put_back, refused, restore, settings,
};
use crate::backup::{Step, unfinished};
use crate::testing::process;

const DATABASE: &str = "PADRIVER_TEST_CUT_DATABASE";
const FOLDER: &str = "PADRIVER_TEST_CUT_FOLDER";
const STEP: &str = "PADRIVER_TEST_CUT_STEP";
/// In the folder of the site.
const BACKUP: &str = "b";

/// Kills this process at the step that it is told to die at.
fn die_at(step: Step) {
    if format!("{step:?}") == std::env::var(STEP).unwrap() {
        kill_process(getpid(), Signal::KILL).unwrap();
    }
}

#[tokio::test]
#[ignore = "no test: those below start it, to die while it makes a backup or puts one back"]
async fn the_process_that_dies() {
    let at = std::env::var(FOLDER).unwrap();
    let settings = settings(&std::env::var(DATABASE).unwrap(), Path::new(&at));
    let store = Files::at(&settings.files).unwrap();
    let place = Place::Folder(Path::new(&at).join(BACKUP));
    if Path::new(&at).join(BACKUP).exists() {
        restore(&settings, &store, &place, None, true, &die_at).await.unwrap();
    } else {
        make(&settings, &store, &Clock::default(), &place, None, &die_at).await.unwrap();
    }
}

/// Tells which signal ended it.
fn die(app: &TestApp, step: &str) -> Option<i32> {
    let url = app.database_url();
    let mut dies = process("backup::tests::cut_off::the_process_that_dies", url);
    dies.env(DATABASE, url).env(FOLDER, app.folder()).env(STEP, step);
    dies.output().unwrap().status.signal()
}

both_engines! {
    async fn a_backup_that_is_cut_off_does_not_look_whole(app: TestApp) {
        import(&app, "en", PDF).await;
        let at = app.folder().join(BACKUP);
        for step in ["Database", "File(1, 1)", "Whole"] {
            assert_eq!(die(&app, step), Some(9), "{step}");
            assert!(!at.exists(), "{step}");
            let found = refused(put_back(&app.app.settings, &folder(at.clone()), None, true).await);
            assert!(found.contains("there is no backup"), "{step}: {found}");
            let half = folder(app.folder().join("b.unfinished"));
            let found = refused(put_back(&app.app.settings, &half, None, true).await);
            assert!(found.contains("no manifest"), "{step}: {found}");
        }
        backup(&app, &folder(at.clone()), None).await.unwrap();
        assert!(!app.folder().join("b.unfinished").exists());
    }

    async fn one_that_is_cut_off_while_it_is_put_back_leaves_the_old_or_the_new(app: TestApp) {
        import(&app, "en", PDF).await;
        let new = all_of(&app.app.settings).await;
        let at = folder(app.folder().join(BACKUP));
        backup(&app, &at, None).await.unwrap();
        import(&app, "to", OTHER).await;
        let old = all_of(&app.app.settings).await;
        let settings = (*app.app.settings).clone();
        app.app.db.close_by_ref().await.unwrap();
        for step in ["Whole", "Begun", "Files"] {
            assert_eq!(die(&app, step), Some(9), "{step}");
            assert_eq!(all_of(&settings).await, old, "{step}");
            assert_eq!(unfinished(&settings).is_some(), step != "Whole", "{step}");
        }
        assert_eq!(die(&app, "Exchanged"), Some(9));
        assert!(unfinished(&settings).is_some(), "nobody else begins on it");
        // Without --overwrite: it is the same backup.
        put_back(&settings, &at, None, false).await.unwrap();
        assert_eq!(all_of(&settings).await, new);
        assert!(unfinished(&settings).is_none());
        let left: Vec<String> = app.folder().read_dir().unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.contains("restor") || name.contains("scratch"))
            .collect();
        assert_eq!(left, [""; 0]);
        if let Some(file) = app.database_url().strip_prefix("sqlite:") {
            let beside = Path::new(file).parent().unwrap().read_dir().unwrap();
            assert_eq!(beside.count(), 1, "nothing of the old is left");
        }
    }
}
