//! Several programs import at once, each with connections of its own.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::{Value, json};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::clock::Clock;
use crate::db::{self, Db, DbErr, register};
use crate::exchange::{Context, ImportError, store_line};
use crate::find::synonyms;
use crate::items::Registers;
use crate::items::item_entity;
use crate::testing::{TestApp, both_engines};
use crate::{centres, places};

const WRITERS: usize = 8;
const EACH: usize = 50;

fn page(n: usize, body: &str) -> Value {
    json!({
        "kind": "page", "external_id": format!("s{n}"), "lang": "nb", "title": format!("Side {}", n % 7),
        "body": body, "themes": ["fall"], "counties": ["50"]
    })
}

/// Eight programs store all the items between them; whoever is refused says why.
async fn eight_write(app: &TestApp, body: &'static str) -> Vec<String> {
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (db, app) = (app.beside().await, app.app.clone());
        writers.spawn(async move {
            let registers = Registers::load(&db).await.unwrap();
            let context = Context {
                db: &db,
                clock: &app.clock,
                files: &app.files,
                kinds: &app.kinds,
                registers: &registers,
                folder: std::path::Path::new("."),
                force: false,
                over_strikes: false,
            };
            let mut refused = Vec::new();
            for n in 0..EACH {
                let line = serde_json::from_value(page(n * WRITERS + writer, body)).unwrap();
                if let Err(why) = store_line(&context, line).await {
                    refused.push(format!("{why:?}"));
                }
            }
            db.close().await.unwrap();
            refused
        });
    }
    writers.join_all().await.concat()
}

/// Both have read before either writes, where the engine lets two be at it at once.
async fn meet(barrier: &Barrier) {
    timeout(Duration::from_millis(200), barrier.wait()).await.ok();
}

fn centre(slug: &str, comes_of: &str) -> String {
    let predecessor = match comes_of {
        "" => String::new(),
        of => format!("centre,{slug},predecessor,,,Prøven,,{of}\n"),
    };
    format!(
        "register,subject,what,from,to,source,type,centre\n\
         centre,{slug},exists,2018,,Prøven,utviklingssenter,\n{predecessor}"
    )
}

async fn import_centre(db: &Db, csv: &str, barrier: &Arc<Barrier>) -> Result<(), Vec<String>> {
    let incoming = centres::Incoming::from_csv(csv.as_bytes())?;
    let outcome = db::transaction::<_, ImportError, _>(db, |tx| {
        let (incoming, barrier) = (incoming.clone(), Arc::clone(barrier));
        Box::pin(async move {
            centres::Network::load(tx).await?;
            meet(&barrier).await;
            centres::import(tx, &Clock::default(), incoming).await?.map_err(ImportError::Refused)
        })
    });
    outcome.await.map(|_| ()).map_err(|stop| stop.of_line().unwrap())
}

both_engines! {
    async fn four_hundred_saves_by_eight_programs_and_none_is_refused(app: TestApp) {
        assert_eq!(eight_write(&app, "Først.").await, Vec::<String>::new());
        assert_eq!(eight_write(&app, "Så.").await, Vec::<String>::new());
        let items = item_entity::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!(items.len(), WRITERS * EACH);
        assert!(items.iter().all(|item| item.revision == 2), "each was saved twice");
        let slugs: std::collections::BTreeSet<&str> = items.iter().map(|i| i.slug.as_str()).collect();
        assert_eq!(slugs.len(), items.len(), "one address each");
    }

    async fn a_key_that_is_taken_refuses_its_line_and_ends_no_import(app: TestApp) {
        let row = || register::ActiveModel { name: Set("x".to_owned()), digest: Set(String::new()) };
        let taken = db::bulk_transaction::<_, ImportError, _>(&app.app.db, |tx| {
            Box::pin(async move {
                row().insert(tx).await?;
                row().insert(tx).await?;
                Ok(())
            })
        });
        let why = taken.await.unwrap_err().of_line().unwrap();
        assert_eq!(why, ["its id or its address is another item's already"]);
    }

    async fn two_imports_that_break_a_rule_only_together(app: TestApp) {
        let other = app.beside().await;
        for round in 0..3 {
            let (a, b) = (format!("a{round}"), format!("b{round}"));
            let alone = Arc::new(Barrier::new(1));
            import_centre(&app.app.db, &centre(&a, ""), &alone).await.unwrap();
            import_centre(&app.app.db, &centre(&b, ""), &alone).await.unwrap();
            let barrier = Arc::new(Barrier::new(2));
            let (of_a, of_b) = (centre(&a, &b), centre(&b, &a));
            let (one, two) = tokio::join!(
                import_centre(&app.app.db, &of_a, &barrier),
                import_centre(&other, &of_b, &barrier)
            );
            let refused: Vec<&Vec<String>> = [&one, &two].into_iter().filter_map(|r| r.as_ref().err()).collect();
            assert_eq!(refused.len(), 1, "{one:?} {two:?}");
            assert!(refused[0][0].contains("ring"), "{refused:?}");
        }
        other.close().await.unwrap();
    }

    async fn two_lists_of_synonyms_are_never_mixed(app: TestApp) {
        let other = app.beside().await;
        let list = |word: &str| {
            let rows: Vec<String> = (0..30u8)
                .map(|n| format!("{word}{}k,{word}x{}k,same,Oss,2026-01-01", letters(n), letters(n)))
                .collect();
            let text = format!("term,synonym,kind,source,date\n{}\n", rows.join("\n"));
            synonyms::read(text.as_bytes(), time::macros::date!(2026 - 11 - 22)).unwrap()
        };
        let (ours, theirs) = (list("vaar"), list("deres"));
        let barrier = Arc::new(Barrier::new(2));
        let take = async |db: &Db, pairs: &Vec<synonyms::Pair>| {
            db::transaction::<_, DbErr, _>(db, |tx| {
                let (pairs, barrier) = (pairs.clone(), Arc::clone(&barrier));
                Box::pin(async move {
                    synonyms::all(tx).await?;
                    meet(&barrier).await;
                    synonyms::import(tx, &Clock::default(), &pairs, false).await
                })
            })
            .await
            .unwrap()
            .unwrap();
        };
        tokio::join!(take(&app.app.db, &ours), take(&other, &theirs));
        let stored = synonyms::all(&other).await.unwrap();
        assert!(stored == ours || stored == theirs, "{} rows", stored.len());
        other.close().await.unwrap();
    }

    async fn places_that_are_gone_and_a_centre_that_leans_on_them(app: TestApp) {
        let other = app.beside().await;
        let alone = Arc::new(Barrier::new(1));
        import_municipality(&other, BORN, &alone).await.unwrap();
        let host = "register,subject,what,from,to,source,type,municipality\n\
            centre,ny,exists,2025,,Prøven,utviklingssenter,\ncentre,ny,host,2025,,Prøven,,5599\n";
        let barrier = Arc::new(Barrier::new(2));
        let (took, ended) = tokio::join!(
            import_centre(&app.app.db, host, &barrier),
            import_municipality(&other, GONE, &barrier)
        );
        assert!(took.is_ok() != ended.is_ok(), "{took:?} {ended:?}");
        other.close().await.unwrap();
    }
}

/// The rows of a municipality and of the change that made or ended it.
type Rows = [&'static str; 2];
const BORN: Rows = ["5599,Nyfjord,1,2024-01-01,", "2024-01-01,5401,Tromsø,5599,Nyfjord"];
const GONE: Rows = ["5599,Nyfjord,1,2024-01-01,2024-06-01", "2024-06-01,5599,Nyfjord,5501,Tromsø"];

async fn import_municipality(
    db: &Db,
    rows: Rows,
    barrier: &Arc<Barrier>,
) -> Result<(), Vec<String>> {
    let [municipality, change] = rows;
    let files = [
        ("kommuner.csv", format!("code,label,variant,validFrom,validTo\n{municipality}\n")),
        ("endringer.csv", format!("changeOccurred,oldCode,oldName,newCode,newName\n{change}\n")),
    ];
    let given: Vec<(String, Vec<u8>)> =
        files.map(|(name, text)| (name.to_owned(), text.into_bytes())).to_vec();
    let outcome = db::transaction::<_, ImportError, _>(db, |tx| {
        let (given, barrier) = (given.clone(), Arc::clone(barrier));
        Box::pin(async move {
            let taken = places::check_files(tx, &given).await?.map_err(ImportError::Refused)?;
            let broken = centres::broken_by(tx, &taken.places).await?;
            meet(&barrier).await;
            if !broken.is_empty() {
                return Err(ImportError::Refused(broken));
            }
            Ok(places::replace(tx, &Clock::default(), &taken.places).await?)
        })
    });
    outcome.await.map_err(|stop| stop.of_line().unwrap())
}

fn letters(n: u8) -> String {
    [b'a' + n / 26, b'a' + n % 26].map(char::from).iter().collect()
}
