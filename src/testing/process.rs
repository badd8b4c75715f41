//! Another process at the same database: one that a test may kill, or that writes beside it.

use std::process::Command;

use crate::db::{self, Db};

/// Names the database to the other process.
const DATABASE: &str = "PADRIVER_TEST_BESIDE";

/// The program of the tests, to be started anew for one function: `name`, as the tests are listed, of
/// one marked `#[ignore]`, so that only this runs it. It asks [`database_beside`] for its database, and
/// what it prints comes out line by line, should it be listened to.
pub fn process(name: &str, database: &str) -> Command {
    let mut process = Command::new(std::env::current_exe().unwrap());
    process.args([name, "--exact", "--ignored", "--nocapture"]).env(DATABASE, database);
    process
}

/// In the other process: the database that it was started for.
pub async fn database_beside() -> Db {
    db::connect(&std::env::var(DATABASE).expect("started by a test")).await.unwrap()
}
