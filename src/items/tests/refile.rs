//! Items are filed anew by a job, in small steps, and what is found then is found by the new name on
//! any day.

use sea_orm::{ConnectionTrait, TransactionTrait};
use serde_json::{Value, json};

use super::{choices, line, titles};
use crate::items::refile::{self, Concerned};
use crate::items::{changes, read};
use crate::testing::{Engine, TestApp, both_engines};
use crate::themes::{self, ThemeChange, ThemeNames};

/// More than are filed in one step.
fn many() -> Vec<Value> {
    let project = |n: usize| {
        let more = json!({ "published_at": "2020-01-01", "themes": ["trygge-netter"], "counties": ["50"] });
        line("project", &format!("p{n}"), &format!("Prosjekt {n:02}"), &more)
    };
    (0..60).map(project).collect()
}

/// The same, with one that has had another text before.
async fn filled(app: &TestApp) {
    app.import(&many()).await;
    let more = json!({ "published_at": "2020-01-01", "updated_at": "2024-01-01", "themes": ["ernaering"] });
    app.import(&[line("project", "p0", "Nå om mat", &more)]).await;
}

async fn rename(app: &TestApp, slug: &str, to: &str) -> u64 {
    let tx = crate::db::begin(&app.app.db).await.unwrap();
    let change =
        ThemeChange::Rename { slug: slug.into(), to: to.into(), names: ThemeNames::default() };
    let concerned = themes::change(&tx, &app.app.clock, change).await.unwrap();
    let waiting =
        refile::request(&tx, &app.app.clock, Concerned::Themes(&concerned)).await.unwrap();
    tx.commit().await.unwrap();
    waiting
}

async fn tell(app: &TestApp, sql: &str) {
    app.app.db.execute_unprepared(sql).await.unwrap();
}

/// As the program does when it starts.
async fn started(app: &TestApp) -> usize {
    let (db, clock, kinds) = (&app.app.db, &app.app.clock, app.app.kinds.stored());
    refile::file_unfiled(db, clock, kinds).await.unwrap()
}

async fn id_of(app: &TestApp, external: &str) -> uuid::Uuid {
    read::by_external_id(&app.app.db, external).await.unwrap().unwrap().id
}

both_engines! {
    async fn a_start_looks_only_at_what_has_changed_since_the_one_before(app: TestApp) {
        app.import(&many()).await;
        assert_eq!(started(&app).await, 0);
        tell(&app, "DELETE FROM revision_card").await;
        assert_eq!(started(&app).await, 0, "what was whole is not looked at again");
        // Another program writes two of them, and tells of it in the feed.
        let written = [id_of(&app, "p3").await, id_of(&app, "p40").await];
        changes::again(&app.app.db, &app.app.clock, &written).await.unwrap();
        assert_eq!(started(&app).await, 2);
        assert_eq!(started(&app).await, 0);
        let there = titles(&app, "/nb/prosjekter?per=2022-01-01&sorter=tittel").await;
        assert_eq!(there, ["Prosjekt 03", "Prosjekt 40"]);
    }

    async fn a_theme_with_another_slug_is_found_by_it_on_any_day(app: TestApp) {
        filled(&app).await;
        assert_eq!(rename(&app, "trygge-netter", "rolige-netter").await, 60, "also the one that was");
        let steps = app.run_jobs().await;
        assert!((3..=5).contains(&steps), "{steps} small steps");
        assert!(titles(&app, "/nb/prosjekter?tema=rolige-netter&side=3").await.len() == 19);
        assert!(choices(&app, "/nb/prosjekter?per=2022-01-01&tema=rolige-netter", "tema").await.contains("rolige-netter:60"));
        assert!(titles(&app, "/nb/prosjekter?per=2022-01-01&tema=rolige-netter&sorter=tittel").await.contains(&"Prosjekt 00".to_owned()));
        assert_eq!(app.run_jobs().await, 0);
        // Told to the index, which knows the theme by its new slug.
        app.index().await;
        assert!(app.get("/nb/sok?q=prosjekt&tema=rolige-netter").await.has("59 treff"));
    }

    async fn what_comes_between_the_steps_is_filed_too(app: TestApp) {
        filled(&app).await;
        rename(&app, "trygge-netter", "rolige-netter").await;
        let (db, clock, kinds) = (&app.app.db, &app.app.clock, app.app.kinds.stored());
        let some = refile::step(db, clock, kinds).await.unwrap();
        assert!(some < 60, "{some}");
        // Another change while the first is under way: those that are done are done again.
        assert_eq!(rename(&app, "rolige-netter", "gode-netter").await, 60);
        app.import(&[line("project", "ny", "Nytt", &json!({ "published_at": "2020-01-01", "themes": ["trygge-netter"] }))]).await;
        let (a, b) = tokio::join!(refile::step(db, clock, kinds), refile::step(db, clock, kinds));
        assert!(a.unwrap() + b.unwrap() > 0);
        app.run_jobs().await;
        assert!(choices(&app, "/nb/prosjekter?tema=gode-netter", "tema").await.contains("gode-netter:60"));
        assert!(choices(&app, "/nb/prosjekter?per=2022-01-01&tema=gode-netter", "tema").await.contains("gode-netter:61"));
    }

    async fn what_the_program_before_wrote_is_filed_when_this_one_looks(app: TestApp) {
        filled(&app).await;
        app.import(&[line("project", "aa", "Ås", &json!({ "published_at": "2020-01-01" })),
            line("project", "z", "Zoom", &json!({ "published_at": "2020-01-01" }))]).await;
        for sql in ["DELETE FROM revision_facet", "DELETE FROM revision_card", "UPDATE item SET title_key = NULL"] {
            tell(&app, sql).await;
        }
        let (db, clock, kinds) = (&app.app.db, &app.app.clock, app.app.kinds.stored());
        assert_eq!(refile::file_unfiled(db, clock, kinds).await.unwrap(), 62);
        assert_eq!(refile::file_unfiled(db, clock, kinds).await.unwrap(), 0);
        assert_eq!(app.run_jobs().await, 0);
        assert_eq!(titles(&app, "/nb/prosjekter?sorter=tittel&side=4").await, ["Zoom", "Ås"]);
        let then = "/nb/prosjekter?per=2022-01-01";
        assert_eq!(titles(&app, &format!("{then}&sorter=tittel&side=4")).await, ["Zoom", "Ås"]);
        assert!(titles(&app, &format!("{then}&sorter=tittel")).await.contains(&"Prosjekt 00".to_owned()));
        assert!(choices(&app, then, "tema").await.contains("fall:60"));
    }

    async fn what_can_not_be_read_stays_as_it_is_filed(app: TestApp) {
        app.import(&[
            line("project", "a", "Skadet", &json!({ "published_at": "2020-01-01", "themes": ["trygge-netter"] })),
            line("project", "b", "Hel", &json!({ "published_at": "2020-01-01", "themes": ["trygge-netter"] })),
        ])
        .await;
        tell(&app, "UPDATE revision SET content = '[]' WHERE item_id = (SELECT id FROM item WHERE external_id = 'a')").await;
        rename(&app, "trygge-netter", "rolige-netter").await;
        app.run_jobs().await;
        assert_eq!(titles(&app, "/nb/prosjekter?tema=rolige-netter").await, ["Hel"]);
        assert_eq!(titles(&app, "/nb/prosjekter?sorter=tittel").await, ["Hel", "Skadet"]);
        assert_eq!(app.run_jobs().await, 0, "it is not tried for ever");
    }
}

#[tokio::test]
async fn what_is_committed_after_the_look_is_looked_at_the_next_time() {
    let app = TestApp::new(Engine::Postgres).await;
    app.import(&many()[..2]).await;
    assert_eq!(started(&app).await, 0);
    let late = id_of(&app, "p0").await;
    let other = sea_orm::Database::connect(app.database_url()).await.unwrap();
    let writing = other.begin().await.unwrap();
    let sql = format!("DELETE FROM revision_card WHERE item_id = '{late}'");
    writing.execute_unprepared(&sql).await.unwrap();
    changes::again(&writing, &app.app.clock, &[late]).await.unwrap();
    // It has its number in the feed already, and this one gets a higher.
    app.import(&many()[2..3]).await;
    assert_eq!(started(&app).await, 0);
    writing.commit().await.unwrap();
    assert_eq!(started(&app).await, 1);
    app.end().await;
}
