//! An empty database of the test's own, gone when the test has passed.

use sea_orm::ConnectionTrait;

use super::Folder;
use crate::clock::Clock;
use crate::db::{self, Db};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub struct TestDb {
    pub db: Db,
    pub url: String,
    /// The server and the database to drop there; none on SQLite.
    drop: Option<(String, String)>,
    _folder: Folder,
}

impl TestDb {
    /// Not migrated yet.
    pub async fn empty(engine: Engine) -> Self {
        let folder = Folder::new();
        let (url, drop) = match engine {
            Engine::Sqlite => (format!("sqlite:{}", folder.path().join("test.db").display()), None),
            Engine::Postgres => {
                let server = std::env::var("PADRIVER_TEST_DATABASE_URL").expect(
                    "PADRIVER_TEST_DATABASE_URL is not set: run `make test`, or `scripts/with-postgres cargo test`",
                );
                let name = format!("padriver_test_{}", Clock::default().random_id().simple());
                on_server(&server, &format!("CREATE DATABASE {name}")).await;
                let (before, parameters) = server.split_once('?').unwrap_or((&server, ""));
                let (base, _) = before.rsplit_once('/').expect("the address names a database");
                let url = format!("{base}/{name}?{parameters}");
                (url.trim_end_matches('?').to_owned(), Some((server, name)))
            }
        };
        let db = db::connect(&url).await.unwrap();
        Self { db, url, drop, _folder: folder }
    }

    pub async fn migrated(engine: Engine) -> Self {
        let test = Self::empty(engine).await;
        db::migrate(&test.db).await.unwrap();
        test
    }

    pub async fn end(self) {
        self.db.close().await.ok();
        if let Some((server, name)) = self.drop {
            on_server(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

async fn on_server(server: &str, statement: &str) {
    let db = db::connect(server).await.expect("the test server answers");
    db.execute_unprepared(statement).await.expect(statement);
    db.close().await.ok();
}
