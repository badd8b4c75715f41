//! The states of an item, now and on the days that have been.

use axum::http::StatusCode;
use time::Duration;
use time::macros::datetime;

use super::{Do, act, create, draft};
use crate::items::{State, WriteError};
use crate::testing::{NOW, both_engines};

both_engines! {
    async fn what_is_archived_or_withdrawn_comes_back_with_its_past(app: TestApp) {
        let id = create(&app.app, "news", &draft("A")).await;
        act(&app.app, id, 1, Do::Publish(datetime!(2026-01-10 08:00 UTC))).await.unwrap();
        act(&app.app, id, 1, Do::Archive).await.unwrap();
        let archived = NOW;
        app.app.clock.advance(Duration::days(10));
        act(&app.app, id, 1, Do::Restore).await.unwrap();
        app.app.clock.advance(Duration::days(10));
        act(&app.app, id, 1, Do::Withdraw).await.unwrap();
        assert_eq!(app.get("/nb/nyheter/siden").await.status, StatusCode::GONE);
        assert_eq!(app.get("/nb/nyheter/siden?per=2026-02-01").await.status, StatusCode::GONE);
        app.app.clock.advance(Duration::days(10));
        act(&app.app, id, 1, Do::Restore).await.unwrap();
        app.app.clock.advance(Duration::days(10));
        let on = async |days: i64| {
            let day = (archived + Duration::days(days)).date();
            app.get(&format!("/nb/nyheter/siden?per={day}")).await
        };
        let mark = "data-kind=\"archive\"";
        assert!(!on(-5).await.has(mark), "before it was archived");
        assert!(on(5).await.has(mark), "while it was: {}", on(5).await.body);
        assert!(!on(15).await.has(mark), "restored");
        assert_eq!(on(25).await.status, StatusCode::GONE, "withdrawn");
        assert_eq!(on(35).await.status, StatusCode::OK, "restored again");
    }

    async fn only_what_can_be_done_is_done(app: TestApp) {
        let id = create(&app.app, "news", &draft("A")).await;
        for wrong in [Do::Archive, Do::Withdraw, Do::Restore] {
            let refused = act(&app.app, id, 1, wrong.clone()).await;
            assert!(matches!(refused, Err(WriteError::WrongState(State::Draft))), "{wrong:?}: {refused:?}");
        }
        act(&app.app, id, 1, Do::Publish(NOW)).await.unwrap();
        act(&app.app, id, 1, Do::Withdraw).await.unwrap();
        let refused = act(&app.app, id, 1, Do::Archive).await;
        assert!(matches!(refused, Err(WriteError::WrongState(State::Withdrawn))), "{refused:?}");
    }

    async fn a_new_text_brings_back_what_was_withdrawn(app: TestApp) {
        let id = create(&app.app, "news", &draft("A")).await;
        act(&app.app, id, 1, Do::Publish(NOW - Duration::days(9))).await.unwrap();
        act(&app.app, id, 1, Do::Withdraw).await.unwrap();
        act(&app.app, id, 1, Do::Save(draft("B"))).await.unwrap();
        assert_eq!(app.get("/nb/nyheter/siden").await.status, StatusCode::GONE);
        let early = act(&app.app, id, 2, Do::Publish(NOW - Duration::days(1))).await;
        assert!(matches!(early, Err(WriteError::TooEarly(_))), "it was withdrawn since: {early:?}");
        act(&app.app, id, 2, Do::Publish(NOW)).await.unwrap();
        assert!(app.get("/nb/nyheter/siden").await.has("Teksten om B"));
    }
}
