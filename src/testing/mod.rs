//! For tests: a fresh database on either engine, the whole site in process, a clock that stands still.

mod app;
mod browser;
mod database;
mod dice;
mod examples;
mod folder;
mod forms;
pub mod html;
mod passkey;
mod process;
mod provider;
mod seed;
pub mod who;

use time::OffsetDateTime;
use time::macros::datetime;

pub use app::{Answer, TestApp};
pub use browser::Browser;
pub use database::{Engine, TestDb};
pub use dice::Dice;
pub use examples::full_facts;
pub use folder::Folder;
pub use passkey::Passkey;
pub use process::{database_beside, process};
pub use provider::{Provider, SUBJECT, Signed};

/// What the clock says in tests.
pub const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

/// Writes each test twice: once on SQLite, once on PostgreSQL, each with a database of its own.
macro_rules! both_engines {
    ($($(#[$note:meta])* async fn $name:ident($app:ident: TestApp) $body:block)+) => {$(
        $(#[$note])*
        mod $name {
            #[allow(unused_imports, reason = "some tests need nothing of their neighbours")]
            use super::*;

            async fn run($app: crate::testing::TestApp) -> crate::testing::TestApp {
                $body
                $app
            }

            #[tokio::test]
            async fn on_sqlite() {
                let app = crate::testing::TestApp::new(crate::testing::Engine::Sqlite).await;
                run(app).await.end().await;
            }

            #[tokio::test]
            async fn on_postgres() {
                let app = crate::testing::TestApp::new(crate::testing::Engine::Postgres).await;
                run(app).await.end().await;
            }
        }
    )+};
}
pub(crate) use both_engines;
