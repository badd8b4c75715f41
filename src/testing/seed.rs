//! A database made ready once for all tests: migrated, with the registers that come with the program.
//!
//! Each test works on a copy. Tests run in many processes, at once and of several builds; so what is
//! made ready is named for the build of the test program, which holds the migrations and the
//! registers, and a lock on a file lets one process make it while the others wait.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sea_orm::ConnectionTrait;

use super::database::Server;
use super::{Folder, NOW};
use crate::clock::Clock;
use crate::db::{self, Db};
use crate::{files, start};

const PREFIX: &str = "padriver_seed_";
/// What a build made that is this much older than ours is swept away, in seconds.
const KEPT: u64 = 24 * 60 * 60;

/// A file of SQLite to copy.
pub async fn file() -> PathBuf {
    let build = Build::of_this_program();
    let seed = build.folder.join(format!("{}.db", build.name));
    build.once(async || seed.exists(), async || make_file(&build, &seed).await).await;
    seed
}

/// The name of a database on the server to copy.
pub async fn database(server: &Server) -> String {
    let build = Build::of_this_program();
    let is_there = async || server.names(&build.name).await.contains(&build.name);
    build.once(is_there, async || make_database(&build, server).await).await;
    build.name
}

struct Build {
    name: String,
    /// When it was built, in seconds.
    at: u64,
    /// Beside the program: what is made for it is swept away together with it.
    folder: PathBuf,
}

impl Build {
    fn of_this_program() -> Self {
        let program = std::env::current_exe().unwrap();
        let about = program.metadata().unwrap();
        let at = about.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
        let which = format!("{} {} {}", program.display(), about.len(), at.as_nanos());
        let digest = files::digest(which.as_bytes());
        let folder = program.with_file_name("seed");
        fs::create_dir_all(&folder).unwrap();
        Self {
            name: format!("{PREFIX}{}_{}", at.as_secs(), &digest[..16]),
            at: at.as_secs(),
            folder,
        }
    }

    async fn once(&self, is_there: impl AsyncFn() -> bool, make: impl AsyncFn()) {
        if is_there().await {
            return;
        }
        let lock = File::create(self.folder.join("lock")).unwrap();
        lock.lock().unwrap();
        if !is_there().await {
            make().await;
        }
    }

    fn outlives(&self, name: &str) -> bool {
        let at = name.strip_prefix(PREFIX).and_then(|rest| rest.split('_').next()?.parse().ok());
        at.is_some_and(|at: u64| at + KEPT < self.at)
    }
}

async fn make_file(build: &Build, seed: &Path) {
    for old in build.folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        let name = old.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if build.outlives(name) {
            fs::remove_file(&old).ok();
        }
    }
    let folder = Folder::new();
    let db = made_ready(&format!("sqlite:{}", folder.path().join("seed.db").display())).await;
    // One whole file, with nothing left in a log beside it.
    let whole = seed.with_extension("part");
    fs::remove_file(&whole).ok();
    let into = whole.display().to_string().replace('\'', "''");
    db.execute_unprepared(&format!("VACUUM INTO '{into}'")).await.unwrap();
    db.close().await.unwrap();
    fs::rename(whole, seed).unwrap();
}

async fn make_database(build: &Build, server: &Server) {
    for old in server.names(PREFIX).await {
        if build.outlives(&old) {
            server.drop(&old).await;
        }
    }
    let part = format!("{}_part", build.name);
    server.drop(&part).await;
    server.tell(&format!("CREATE DATABASE {part}")).await;
    made_ready(&server.url_of(&part)).await.close().await.unwrap();
    server.tell(&format!("ALTER DATABASE {part} RENAME TO {}", build.name)).await;
}

async fn made_ready(url: &str) -> Db {
    let db = db::connect(url).await.unwrap();
    db::migrate(&db).await.unwrap();
    start::load_registers(&db, &Clock::fixed(NOW)).await.unwrap();
    db
}
