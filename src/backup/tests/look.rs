//! A check finds what is wrong, each thing once, and mends what it can.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

use super::{
    Clock, OTHER, PDF, PathBuf, Shelf, TestApp, backup, both_engines, digest, folder, import,
};
use crate::backup::{Checked, check, repair_files};
use crate::items::{read, revision};
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

/// Changes one stored text of an item in its row; its id.
async fn corrupt(
    app: &TestApp,
    external: &str,
    number: i32,
    change: impl FnOnce(&mut Value),
) -> String {
    let db = &app.app.db;
    let item = read::by_external_id(db, external).await.unwrap().unwrap();
    let of_item = revision::Entity::find().filter(revision::Column::ItemId.eq(item.id));
    let text = of_item.filter(revision::Column::Number.eq(number)).one(db).await.unwrap().unwrap();
    let mut content = text.content.0.clone();
    change(&mut content);
    let mut text = text.into_active_model();
    text.content = Set(content.into());
    revision::Entity::update(text).exec(db).await.unwrap();
    item.id.to_string()
}

both_engines! {
    async fn what_can_not_be_read_of_a_text_is_named_once_and_never_told(app: TestApp) {
        let line = |id: &str, title: &str| json!({
            "kind": "project", "external_id": id, "lang": "nb", "title": title, "published_at": "2026-01-10",
            "facts": { "status": "completed", "leaders": [{ "role": "leder", "name": "Kari" }] }
        });
        app.import(&[line("del", "Først"), line("hel", "Hel"), line("borte", "Borte")]).await;
        app.import(&[line("del", "Så"), line("borte", "Ny")]).await;
        app.index().await;
        assert_eq!(look(&app, later()).await.lines(), [""; 0]);
        let wrong = |text: &mut Value| {
            text["facts"]["status"] = json!(["hemmelig"]);
            text["facts"]["leaders"][0]["name"] = json!({ "hemmelig": 1 });
        };
        corrupt(&app, "del", 1, wrong).await;
        let part = corrupt(&app, "del", 2, wrong).await;
        corrupt(&app, "borte", 1, |text| text["lead"] = json!(7)).await;
        let lost = corrupt(&app, "borte", 2, |text| *text = json!("hemmelig")).await;
        let of = async |id: &str| {
            let lines = look(&app, later()).await.lines();
            lines.into_iter().filter(|line| line.contains(id)).collect::<Vec<_>>()
        };
        let paths = "facts.status, facts.leaders.0.name";
        let other = "facts.leaders.0.name, facts.status";
        let told = of(&part).await;
        assert!(
            told == [format!("del ({part}), revisions 1, 2: {paths} can't be read")]
                || told == [format!("del ({part}), revisions 1, 2: {other} can't be read")],
            "{told:?}"
        );
        assert_eq!(of(&lost).await, [
            format!("borte ({lost}), revision 2: the text can't be read"),
            format!("borte ({lost}), revision 1: content.lead can't be read"),
        ]);
        // It is said once: not of the index again, which has it from when it could be read, or not.
        assert_eq!(look(&app, later()).await.lines().len(), 3);
        assert_eq!(crate::find::follow::rebuild(&app.app, &|_| {}).await.unwrap(), 2);
        assert_eq!(look(&app, later()).await.lines().len(), 3);
        if app.app.db.get_database_backend() == DbBackend::Sqlite {
            let no_json = "UPDATE revision SET content = '{no json' WHERE content LIKE '%hemmelig%' AND number = 2";
            app.app.db.execute_unprepared(no_json).await.unwrap();
            assert_eq!(of(&part).await.len(), 2, "one in part, one not at all");
        }
        assert!(!format!("{:?}", look(&app, later()).await.lines()).contains("hemmelig"));
    }

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
