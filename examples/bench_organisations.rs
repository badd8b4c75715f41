//! What it costs to give an organisation another slug in a large register, and to file anew what names it:
//! `cargo run --release --example bench_organisations -- sqlite:FOLDER/bench.db [postgres://…]`.
//!
//! The databases are migrated and written to: give it empty ones of their own.

#![expect(clippy::disallowed_methods, reason = "a bench asks for the time")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use padriver::clock::Clock;
use padriver::exchange::{Context, import_file};
use padriver::files::Files;
use padriver::items::{Registers, refile};
use padriver::site::Site;
use padriver::{db, start};
use serde_json::{Value, json};

/// So many units are in the register after each step.
const UNITS: [usize; 3] = [1_000, 5_000, 20_000];
/// So many items name the one that gets another slug.
const ITEMS: usize = 2_000;
/// That one.
const ID: &str = "0190c1de-0000-7000-8000-00000000000a";

struct Bench {
    db: db::Db,
    clock: Clock,
    files: Files,
    site: Site,
    folder: PathBuf,
}

impl Bench {
    /// Imports the lines, and tells how long it took.
    async fn import(&self, lines: &[Value]) -> Result<Duration, Box<dyn Error>> {
        let file = self.folder.join("lines.jsonl");
        let text: Vec<String> = lines.iter().map(ToString::to_string).collect();
        std::fs::write(&file, text.join("\n"))?;
        let (registers, kinds) = (Registers::load(&self.db).await?, self.site.kinds());
        let Self { db, clock, files, folder, .. } = self;
        let (kinds, registers) = (&kinds, &registers);
        let context = Context {
            db,
            clock,
            files,
            kinds,
            registers,
            folder,
            force: false,
            over_strikes: false,
        };
        let began = Instant::now();
        let imported = import_file(&context, &file, &|_| {}).await?;
        if let Some(failure) = imported.failures.first() {
            return Err(format!("line {}: {}", failure.line, failure.why.join("; ")).into());
        }
        Ok(began.elapsed())
    }

    /// Does the job that files anew, and tells how long it took.
    async fn refile(&self) -> Result<Duration, Box<dyn Error>> {
        let kinds = self.site.kinds();
        let began = Instant::now();
        while refile::step(&self.db, &self.clock, kinds.stored()).await? > 0 {}
        Ok(began.elapsed())
    }

    async fn measure(&self) -> Result<(), Box<dyn Error>> {
        self.import(&[home("solbakken-0", "Solbakken")]).await?;
        let named = |n| {
            json!({ "kind": "project", "external_id": format!("p{n}"), "lang": "nb",
                "title": format!("Prosjekt {n}"), "facts": { "partners": ["Solbakken 0"] } })
        };
        let items: Vec<Value> = (0..ITEMS).map(named).collect();
        println!("  {ITEMS} items come in                     {:8.1?}", self.import(&items).await?);
        let mut there = 0;
        for (step, units) in (1..).zip(UNITS) {
            let more: Vec<Value> = (there..units).map(unit).collect();
            let came_in = self.import(&more).await?;
            println!("  {} units more come in, {units} in all {came_in:8.1?}", units - there);
            there = units;
            let same = self.import(&[unit(7)]).await?;
            println!("    one that says the same              {same:8.1?}");
            let slug = format!("solbakken-{}", step - 1);
            let said = self.import(&[home(&slug, &format!("Solbakken sykehjem {step}"))]).await?;
            println!("    one that is called something else   {said:8.1?}");
            let renamed = self.import(&[home(&format!("solbakken-{step}"), "Solbakken")]).await?;
            println!("    one gets another slug               {renamed:8.1?}");
            let refiled = self.refile().await?;
            println!("    {ITEMS} items are filed under it        {refiled:8.1?}");
        }
        Ok(())
    }
}

fn home(slug: &str, name: &str) -> Value {
    json!({ "kind": "organisation", "id": ID, "slug": slug, "statements": [
        { "what": "exists", "type": "nursing_home", "source": "The bench" },
        { "what": "name", "name": name, "source": "The bench" },
        { "what": "part_of", "municipality": "0301", "source": "The bench" },
    ]})
}

/// Each is a part of one before it, ten deep at most.
fn unit(n: usize) -> Value {
    let whole = if n.is_multiple_of(10) {
        json!({ "what": "part_of", "municipality": "0301", "source": "The bench" })
    } else {
        json!({ "what": "part_of", "organisation": format!("unit-{}", n - 1), "source": "The bench" })
    };
    json!({ "kind": "organisation", "slug": format!("unit-{n}"), "statements": [
        { "what": "exists", "type": "other", "source": "The bench" },
        { "what": "name", "name": format!("Enhet {n}"), "source": "The bench" },
        whole,
    ]})
}

async fn of(url: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let (db, clock) = (db::connect(url).await?, Clock::default());
    db::migrate(&db).await?;
    start::load_registers(&db, &clock).await?;
    let files = Files::in_folder(&folder.join("files"))?;
    let bench = Bench { db, clock, files, site: Site::default(), folder: folder.to_owned() };
    println!("{}", url.split(':').next().unwrap_or_default());
    bench.measure().await?;
    bench.db.close().await?;
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("padriver-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut told = Ok(());
    for url in std::env::args().skip(1) {
        told = told.and(of(&url, &folder).await);
    }
    std::fs::remove_dir_all(&folder)?;
    told
}
