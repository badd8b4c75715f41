//! Many who write at once, on connections of their own.

use std::collections::BTreeMap;

use tokio::task::JoinSet;

use super::{Do, act_on, create, draft, revisions};
use crate::items::WriteError;
use crate::testing::both_engines;

const SAVES: usize = 200;
const WRITERS: usize = 8;
const EACH: usize = 50;

both_engines! {
    async fn two_who_save_the_same_item_lose_nothing(app: TestApp) {
        let id = create(&app.app, "news", &draft("Den første")).await;
        let mut writers = JoinSet::new();
        for writer in 0..2 {
            let (db, app) = (app.beside().await, app.app.clone());
            writers.spawn(async move {
                let (mut seen, mut saved, mut refused) = (1, BTreeMap::new(), 0);
                for n in 0..SAVES {
                    let title = format!("Skribent {writer}, tekst {n}");
                    loop {
                        match act_on(&db, &app, id, seen, Do::Save(draft(&title))).await {
                            Ok(number) => {
                                seen = number;
                                saved.insert(number, title);
                                break;
                            }
                            Err(WriteError::Stale { newest }) => {
                                assert!(newest > seen, "told of one that it has not seen");
                                (seen, refused) = (newest, refused + 1);
                            }
                            Err(error) => panic!("{error}"),
                        }
                    }
                }
                db.close().await.unwrap();
                (saved, refused)
            });
        }
        let done = writers.join_all().await;
        let mut told: BTreeMap<i32, String> = BTreeMap::new();
        for (saved, _) in &done {
            for (number, title) in saved {
                assert_eq!(told.insert(*number, title.clone()), None, "two were told {number}");
            }
        }
        let all = revisions(&app.app, id).await;
        assert_eq!(all.len(), 2 * SAVES + 1);
        for one in &all[1..] {
            let title = one.content().unwrap().title;
            assert_eq!(told.get(&one.number), Some(&title), "each has the text that it was told of");
        }
        assert!(done.iter().any(|(_, refused)| *refused > 0), "they never met");
    }

    async fn four_hundred_saves_on_four_hundred_items_by_eight(app: TestApp) {
        let mut items = Vec::new();
        for n in 0..WRITERS * EACH {
            let mut new = draft(&format!("Sak {n}"));
            new.head.slug = None;
            items.push(create(&app.app, "news", &new).await);
        }
        // Two programs, each with four that write.
        let programs = [app.app.db.clone(), app.beside().await];
        let mut writers = JoinSet::new();
        for (some, db) in items.chunks(EACH).zip(programs.iter().cycle()) {
            let (db, app, some) = (db.clone(), app.app.clone(), some.to_vec());
            let mut new = draft("Ny tekst");
            new.head.slug = None;
            writers.spawn(async move {
                for id in some {
                    act_on(&db, &app, id, 1, Do::Save(new.clone())).await.unwrap();
                }
            });
        }
        writers.join_all().await;
        programs[1].close_by_ref().await.unwrap();
        for id in items {
            let last = revisions(&app.app, id).await.pop().unwrap();
            assert_eq!((last.number, last.content().unwrap().title.as_str()), (2, "Ny tekst"));
        }
    }
}
