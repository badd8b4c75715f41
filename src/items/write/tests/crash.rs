//! The process is killed amid its saves: what it has been told is saved, is.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::{Do, act_on, create, draft, revisions, row};
use crate::testing::{TestApp, both_engines};

const SAVES: i32 = 100;
/// So many have been acknowledged when the process is killed.
const KILLED_AFTER: usize = 40;
const DATABASE: &str = "PADRIVER_TEST_CRASH_DATABASE";
const ITEM: &str = "PADRIVER_TEST_CRASH_ITEM";
const SAVED: &str = "saved ";

/// A process that saves, and says of each save that it is done. Not a test of its own.
#[tokio::test]
#[ignore = "it is run by the tests below, in a process that they kill"]
async fn saves_until_it_is_killed() {
    let url = std::env::var(DATABASE).unwrap();
    let id = std::env::var(ITEM).unwrap().parse().unwrap();
    let db = crate::db::connect(&url).await.unwrap();
    let app = TestApp::new(crate::testing::Engine::Sqlite).await;
    for seen in 1..=SAVES {
        let number = act_on(&db, &app.app, id, seen, Do::Save(draft(&title(seen + 1)))).await;
        println!("{SAVED}{}", number.unwrap());
    }
}

fn title(number: i32) -> String {
    format!("Tekst nummer {number}")
}

both_engines! {
    async fn killed_amid_its_saves(app: TestApp) {
        let id = create(&app.app, "news", &draft(&title(1))).await;
        let program = std::env::current_exe().unwrap();
        let mut child = Command::new(program)
            .args(["--ignored", "--exact", "--nocapture", "items::write::tests::crash::saves_until_it_is_killed"])
            .env(DATABASE, app.database_url())
            .env(ITEM, id.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut told = 1;
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // `kill` is SIGKILL: nothing is flushed, nothing is closed. What it still said is read too.
        let mut count = 0;
        for line in lines {
            let line = line.unwrap();
            // The harness may have begun the line.
            let Some((_, number)) = line.split_once(SAVED) else { continue };
            told = number.trim().parse().unwrap();
            count += 1;
            if count == KILLED_AFTER {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(count >= KILLED_AFTER, "it was killed amid its saves: {count}");
        let all = revisions(&app.app, id).await;
        let newest = all.last().unwrap().number;
        assert!(newest >= told, "{told} was acknowledged, {newest} is there");
        assert!(newest < SAVES, "it was not killed in time to tell anything");
        let numbers: Vec<i32> = all.iter().map(|one| one.number).collect();
        assert_eq!(numbers, (1..=newest).collect::<Vec<_>>(), "none is missing");
        for one in &all {
            assert_eq!(one.content().unwrap().title, title(one.number), "none is half");
        }
        assert_eq!(row(&app.app, id).await.revision, newest, "the item agrees");
        act_on(&app.app.db, &app.app, id, newest, Do::Save(draft("Etterpå"))).await.unwrap();
    }
}
