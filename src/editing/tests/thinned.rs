//! Each save is a revision; in time only those that somebody may ask for are left.

use time::Duration;

use super::{RITA, begin, centres, person, pressed, write};
use crate::items::working;
use crate::rights::RoleKind::Editor;
use crate::testing::{TestApp, both_engines};

async fn numbers(app: &TestApp, page: &str) -> Vec<i32> {
    let id = page.rsplit('/').next().unwrap().parse().unwrap();
    let all = working::revisions(&app.app.db, id).await.unwrap();
    all.iter().rev().map(|one| one.number).collect()
}

both_engines! {
    async fn what_was_saved_on_the_way_is_thinned_out(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let clock = app.app.clock.clone();
        for minute in 1..=20 {
            clock.advance(Duration::MINUTE);
            let lead = format!("Etter {minute} minutter.");
            let fields = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead.as_str())];
            write(&mut rita, &page, &fields).await;
            if minute == 6 {
                pressed(&mut rita, &page, "send-inn").await;
                pressed(&mut rita, &page, "ta-tilbake").await;
            }
        }
        app.run_jobs().await;
        assert_eq!(numbers(&app, &page).await.len(), 21, "all of the last hour");
        clock.advance(Duration::minutes(70));
        app.run_jobs().await;
        assert_eq!(numbers(&app, &page).await, [1, 7, 10, 20, 21]);
        clock.advance(Duration::days(2));
        app.run_jobs().await;
        assert_eq!(numbers(&app, &page).await, [1, 7, 20, 21]);
        clock.advance(Duration::days(31));
        app.run_jobs().await;
        assert_eq!(numbers(&app, &page).await, [1, 7, 21], "the first, what was handed in, and the newest");
        rita.log_in(RITA).await;
        assert!(rita.get(&page).await.has("Etter 20 minutter."));
        let number = rita.get(&format!("{page}/versjoner")).await.field("versjon").to_owned();
        let gone = rita.post(&format!("{page}/versjoner"), &[("versjon", &number), ("hent", "10")]).await;
        assert_eq!(gone.status, axum::http::StatusCode::NOT_FOUND);
    }
}
