//! A database of the test's own, gone when the test has passed.

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{Folder, seed};
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
    drop: Option<(Server, String)>,
    _folder: Folder,
}

impl TestDb {
    /// Not migrated yet.
    pub async fn empty(engine: Engine) -> Self {
        Self::new(engine, false).await
    }

    pub async fn migrated(engine: Engine) -> Self {
        let test = Self::empty(engine).await;
        db::migrate(&test.db).await.unwrap();
        test
    }

    /// Migrated, and holding the registers that come with the program: a copy, so it costs little.
    pub async fn seeded(engine: Engine) -> Self {
        Self::new(engine, true).await
    }

    async fn new(engine: Engine, seeded: bool) -> Self {
        let folder = Folder::new();
        let (url, drop) = match engine {
            Engine::Sqlite => {
                let file = folder.path().join("test.db");
                if seeded {
                    std::fs::copy(seed::file().await, &file).unwrap();
                }
                (format!("sqlite:{}", file.display()), None)
            }
            Engine::Postgres => {
                let server = Server::of_the_tests();
                let name = format!("padriver_test_{}", Clock::default().random_id().simple());
                let template = if seeded {
                    format!(" TEMPLATE {}", seed::database(&server).await)
                } else {
                    String::new()
                };
                server.tell(&format!("CREATE DATABASE {name}{template}")).await;
                (server.url_of(&name), Some((server, name)))
            }
        };
        let db = db::connect(&url).await.unwrap();
        Self { db, url, drop, _folder: folder }
    }

    /// Another way to it, on which nothing can be written.
    pub async fn read_only(&self) -> Db {
        let so = match self.drop {
            None => "mode=ro",
            Some(_) => "options[default_transaction_read_only]=on",
        };
        let mark = if self.url.contains('?') { '&' } else { '?' };
        db::connect(&format!("{}{mark}{so}", self.url)).await.unwrap()
    }

    pub async fn end(self) {
        self.db.close().await.ok();
        if let Some((server, name)) = self.drop {
            server.drop(&name).await;
        }
    }
}

/// The PostgreSQL server that tests make their databases on.
pub struct Server(String);

impl Server {
    fn of_the_tests() -> Self {
        Self(std::env::var("PADRIVER_TEST_DATABASE_URL").expect(
            "PADRIVER_TEST_DATABASE_URL is not set: run `make test`, or `scripts/with-postgres cargo test`",
        ))
    }

    pub fn url_of(&self, name: &str) -> String {
        let (before, parameters) = self.0.split_once('?').unwrap_or((&self.0, ""));
        let (base, _) = before.rsplit_once('/').expect("the address names a database");
        format!("{base}/{name}?{parameters}").trim_end_matches('?').to_owned()
    }

    pub async fn tell(&self, statement: &str) {
        let db = self.open().await;
        db.execute_unprepared(statement).await.expect(statement);
        db.close().await.ok();
    }

    pub async fn drop(&self, name: &str) {
        self.tell(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    }

    /// The databases whose names begin so.
    pub async fn names(&self, prefix: &str) -> Vec<String> {
        let db = self.open().await;
        let sql = "SELECT datname::text AS name FROM pg_database WHERE starts_with(datname, $1)";
        let ask = Statement::from_sql_and_values(DbBackend::Postgres, sql, [prefix.into()]);
        let rows = db.query_all_raw(ask).await.unwrap();
        db.close().await.ok();
        rows.iter().map(|row| row.try_get("", "name").unwrap()).collect()
    }

    async fn open(&self) -> Db {
        db::connect(&self.0).await.expect("the test server answers")
    }
}
