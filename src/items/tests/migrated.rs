//! A database of the program before: its lists are whole when the server starts, of any day.

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

use crate::clock::Clock;
use crate::db::{self, Db};
use crate::items::catalogue::Catalogue;
use crate::items::changes;
use crate::items::list::{self, At, Sort, Wanted};
use crate::items::refile;
use crate::items::tables::{facet, item, revision};
use crate::site::Site;
use crate::testing::{Engine, NOW, TestDb};

const FIRST: OffsetDateTime = datetime!(2019-01-01 0:00 UTC);
const SECOND: OffsetDateTime = datetime!(2022-01-01 0:00 UTC);

/// An item as the program before wrote it: two texts, and what the second is filed under.
async fn written(db: &Db, clock: &Clock, title: &str) {
    let id = clock.new_id();
    let item = item::ActiveModel {
        id: Set(id),
        external_id: Set(title.to_owned()),
        kind: Set("project".to_owned()),
        slug: Set(title.to_owned()),
        lang: Set("nb".to_owned()),
        state: Set("published".to_owned()),
        example: Set(false),
        revision: Set(2),
        digest: Set(String::new()),
        created_at: Set(FIRST.into()),
        updated_at: Set(SECOND.into()),
        published_at: Set(Some(FIRST.into())),
        title: Set(title.to_owned()),
        lead: Set(String::new()),
        card: Set("{}".to_owned()),
        ..Default::default()
    };
    item::Entity::insert(item).exec_without_returning(db).await.unwrap();
    let text = |title: &str, theme: &str| json!({ "title": title, "themes": [theme], "facts": { "period": { "from": "2018" } } });
    let old = format!("Før {title}");
    add(db, clock, (id, 1), text(&old, "fall"), FIRST).await;
    add(db, clock, (id, 2), text(title, "ernaering"), SECOND).await;
    let years = ["2018", "2019", "2020", "2021", "2022"].map(|year| ("year", year));
    for (name, value) in [("theme", "ernaering")].into_iter().chain(years) {
        let row = facet::ActiveModel {
            id: Set(clock.new_id()),
            item_id: Set(id),
            facet: Set(name.to_owned()),
            value: Set(value.to_owned()),
        };
        facet::Entity::insert(row).exec_without_returning(db).await.unwrap();
    }
    changes::again(db, clock, &[id]).await.unwrap();
}

async fn add(db: &Db, clock: &Clock, (item, number): (Uuid, i32), text: Value, at: OffsetDateTime) {
    let row = revision::ActiveModel {
        id: Set(clock.new_id()),
        item_id: Set(item),
        number: Set(number),
        content: Set(text.into()),
        created_at: Set(at.into()),
        published_at: Set(Some(at.into())),
        replaced_at: Set((number == 1).then_some(SECOND.into())),
        ..Default::default()
    };
    revision::Entity::insert(row).exec_without_returning(db).await.unwrap();
}

async fn titles(db: &Db, at: At, theme: &str) -> Vec<String> {
    let wanted = Wanted { sort: Sort::Title, ..Wanted::of("project", at, "nb") };
    let library = Catalogue::of_database(db);
    let items = list::first(&library, &wanted.having("theme", &[theme]), 10).await.unwrap();
    items.into_iter().map(|item| item.title).collect()
}

async fn years(db: &Db, at: At) -> String {
    let library = Catalogue::of_database(db);
    let counts = list::counts_of(&library, &Wanted::of("project", at, "nb"), "year").await.unwrap();
    counts.into_iter().map(|(year, n)| format!("{year}:{n}")).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_database_from_before_has_its_lists_and_gets_its_past() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let test = TestDb::empty(engine).await;
        let (db, clock, kinds) = (&test.db, Clock::fixed(NOW), Site::default().kinds());
        db::up_to(db, "0019_filing").await;
        for title in ["Ås", "Zoom", "Ærlig"] {
            written(db, &clock, title).await;
        }
        db::migrate(db).await.unwrap();
        let (now, later, then) = (
            At::Now(NOW),
            At::Past(datetime!(2023-06-01 0:00 UTC)),
            At::Past(datetime!(2021-06-01 0:00 UTC)),
        );
        let there = async |at| titles(db, at, "ernaering").await.len();
        assert_eq!((there(now).await, there(later).await), (3, 3), "{engine:?}: before the start");
        crate::themes::load_shipped(db, &clock).await.unwrap();
        assert_eq!(refile::file_unfiled(db, &clock, kinds.stored()).await.unwrap(), 3);
        // What the program before writes beside this one.
        written(db, &clock, "Åre").await;
        assert_eq!(refile::file_unfiled(db, &clock, kinds.stored()).await.unwrap(), 1);
        refile::request(db, &clock, refile::Concerned::All).await.unwrap();
        while refile::step(db, &clock, kinds.stored()).await.unwrap() > 0 {}
        assert_eq!(
            titles(db, now, "ernaering").await,
            ["Zoom", "Ærlig", "Åre", "Ås"],
            "{engine:?}"
        );
        assert_eq!(titles(db, later, "ernaering").await, ["Zoom", "Ærlig", "Åre", "Ås"]);
        assert_eq!(titles(db, then, "fall").await, ["Før Zoom", "Før Ærlig", "Før Åre", "Før Ås"]);
        assert_eq!(titles(db, then, "ernaering").await, Vec::<String>::new());
        assert_eq!(years(db, then).await, "2018:4 2019:4 2020:4 2021:4");
        assert_eq!(years(db, later).await.split(' ').next_back(), Some("2023:4"));
        assert_eq!(years(db, now).await.split(' ').next_back(), Some("2026:4"));
        assert_eq!(refile::file_unfiled(db, &clock, kinds.stored()).await.unwrap(), 0);
        test.end().await;
    }
}
