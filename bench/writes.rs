//! What it costs to have the disk confirm what a person wrote, in milliseconds a save: `make bench-writes`.
//! On SQLite it is the disk under `target`, on PostgreSQL that of the server.

#![expect(clippy::disallowed_methods, reason = "a bench asks for the time")]

use std::time::Instant;

use padriver::db::{self, Db, DbErr, Tx, Work};

const SAVES: usize = 300;

/// Some rows, as a save of an item has.
fn save(tx: &Tx, n: usize) -> Work<'_, (), DbErr> {
    Box::pin(async move {
        for row in 0..5 {
            db::set_edition(tx, &format!("bench.{row}"), format!("{n} {}", "x".repeat(2000)))
                .await?;
        }
        Ok(())
    })
}

/// Half of the saves took at most the first of these, all but one in twenty the second.
fn told(mut milliseconds: Vec<f64>) -> (f64, f64) {
    milliseconds.sort_by(f64::total_cmp);
    (milliseconds[SAVES / 2], milliseconds[SAVES * 95 / 100])
}

async fn measure(db: &Db) -> Result<[(f64, f64); 2], DbErr> {
    let (mut person, mut bulk) = (Vec::new(), Vec::new());
    // By turns, so that what else the machine does meets both alike.
    for n in 0..SAVES {
        let began = Instant::now();
        db::transaction(db, |tx| save(tx, n)).await?;
        person.push(began.elapsed().as_secs_f64() * 1000.0);
        let began = Instant::now();
        db::bulk_transaction(db, |tx| save(tx, n)).await?;
        bulk.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    Ok([told(person), told(bulk)])
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{SAVES} saves of each; milliseconds, median and 95th percentile");
    let folder = std::env::current_exe()?.with_file_name("bench-writes");
    std::fs::create_dir_all(&folder)?;
    let sqlite = format!("sqlite:{}", folder.join("bench.db").display());
    for url in
        [Some(sqlite), std::env::var("PADRIVER_TEST_DATABASE_URL").ok()].into_iter().flatten()
    {
        let db = db::connect(&url).await?;
        db::migrate(&db).await?;
        let [person, bulk] = measure(&db).await?;
        println!("{}", url.split(':').next().unwrap_or_default());
        println!("  what a person wrote  {:6.2}  {:6.2}", person.0, person.1);
        println!("  a line of an import  {:6.2}  {:6.2}", bulk.0, bulk.1);
        db.close().await?;
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}
