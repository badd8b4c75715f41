//! A check finds what is wrong, each thing once, and mends what it can.

use sea_orm::ConnectionTrait;
use time::{Duration, OffsetDateTime};

use super::{
    Clock, OTHER, PDF, PathBuf, Shelf, TestApp, backup, both_engines, digest, folder, import,
};
use crate::backup::{Checked, check, repair_files};
use crate::search::Opened;

async fn look(app: &TestApp, now: OffsetDateTime) -> Checked {
    let opened = Opened { index: app.app.index.clone(), fresh: false, why: None };
    check(&app.app.db, &app.app.files, &opened, &app.app.kinds, now, &|_| {}).await.unwrap()
}

/// When nothing that is there has just come in: files have the time of the machine.
fn later() -> OffsetDateTime {
    Clock::default().now() + Duration::hours(2)
}

fn path_of(app: &TestApp, bytes: &[u8]) -> PathBuf {
    let digest = digest(bytes);
    app.folder().join("files").join(&digest[..2]).join(digest)
}

both_engines! {
    async fn all_is_well(app: TestApp) {
        import(&app, "en", PDF).await;
        app.index().await;
        assert_eq!(look(&app, later()).await.lines(), [""; 0]);
    }

    async fn files_that_are_damaged_missing_or_nobodys_are_found_and_mended(app: TestApp) {
        import(&app, "en", PDF).await;
        import(&app, "to", OTHER).await;
        app.index().await;
        let at = folder(app.folder().join("b"));
        backup(&app, &at, None).await.unwrap();
        std::fs::write(path_of(&app, PDF), b"%PDF-1.7\n% et skjemb").unwrap();
        std::fs::remove_file(path_of(&app, OTHER)).unwrap();
        let nobodys = app.app.files.keep(b"ingens".to_vec()).await.unwrap();
        assert_eq!(look(&app, Clock::default().now()).await.unreferenced, [""; 0], "it may be on its way");
        let mut found = look(&app, later()).await;
        assert_eq!(found.lines(), [
            format!("the file {} is missing", digest(OTHER)),
            format!("the file {} is damaged", digest(PDF)),
            format!("the file {nobodys} belongs to nothing"),
        ]);
        let done = repair_files(&app.app.db, &app.app.files, &mut found, None).await.unwrap();
        assert_eq!(done, [format!("the file {nobodys} is removed")]);
        assert_eq!(found.lines().len(), 2, "what something has is never dropped");
        let shelf = Shelf::open(&at).unwrap();
        let from = Some((&shelf, None));
        repair_files(&app.app.db, &app.app.files, &mut found, from).await.unwrap();
        assert_eq!(found.lines(), [""; 0]);
        assert_eq!(look(&app, later()).await.lines(), [""; 0]);
        assert_eq!(std::fs::read(path_of(&app, PDF)).unwrap(), PDF);
    }

    async fn a_backup_tells_of_files_that_it_could_not_take_along(app: TestApp) {
        import(&app, "en", PDF).await;
        import(&app, "to", OTHER).await;
        std::fs::write(path_of(&app, PDF), b"noe annet").unwrap();
        std::fs::remove_file(path_of(&app, OTHER)).unwrap();
        let made = backup(&app, &folder(app.folder().join("b")), None).await.unwrap();
        assert_eq!(made.troubles.len(), 2, "{:?}", made.troubles);
        assert_eq!(made.files, 0);
    }

    async fn an_index_that_lags_is_found(app: TestApp) {
        import(&app, "en", PDF).await;
        app.index().await;
        import(&app, "to", OTHER).await;
        let lines = look(&app, later()).await.lines();
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with("the search index lags"), "{lines:?}");
        app.index().await;
        app.app.index.apply(&[], &[], 1_000_000).unwrap();
        let lines = look(&app, later()).await.lines();
        assert!(lines[0].starts_with("the search index is of another database"), "{lines:?}");
    }

    async fn rows_that_point_nowhere_are_found(app: TestApp) {
        import(&app, "en", PDF).await;
        app.index().await;
        app.app.db.execute_unprepared("UPDATE item_file SET file_id = id").await.unwrap();
        let lines = look(&app, later()).await.lines();
        assert_eq!(lines, ["1 row(s) of item_file point at no row of file (file_id)"]);
    }
}
