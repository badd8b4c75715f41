//! A public text and one that is being written, side by side.

use axum::http::StatusCode;
use time::OffsetDateTime;
use time::macros::datetime;

use super::{Do, PERSON, act, create, draft, revisions, row};
use crate::items::list::{self, At, Wanted};
use crate::items::refile::{self, Concerned};
use crate::items::{PublishDue, WriteError, past, publish_due};
use crate::testing::{NOW, TestApp, both_engines};

const FIRST: OffsetDateTime = datetime!(2026-01-10 08:00 UTC);
const SECOND: OffsetDateTime = datetime!(2026-03-10 08:00 UTC);
/// A day of each.
const OF_A: &str = "2026-02-01";
const OF_B: &str = "2026-04-01";

/// What the public reads, at every address that tells of the item.
async fn public_reads(app: &TestApp, day: Option<&str>, title: &str, other: &str) {
    app.index().await;
    let per = day.map(|day| format!("per={day}")).unwrap_or_default();
    for address in [
        "/nb/nyheter/siden".to_owned(),
        "/nb/nyheter".to_owned(),
        "/nb/".to_owned(),
        "/nb/nyheter.atom".to_owned(),
        format!("/nb/sok?q={title}"),
    ] {
        let mark = if address.contains('?') { '&' } else { '?' };
        let address = if per.is_empty() { address } else { format!("{address}{mark}{per}") };
        let page = app.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.has(title), "{address} lacks {title}: {}", page.body);
        assert!(!page.has(other), "{address} has {other}");
    }
}

both_engines! {
    async fn the_public_sees_a_a_b_b(app: TestApp) {
        let id = create(&app.app, "news", &draft("Alfatekst")).await;
        for address in ["/nb/nyheter/siden", "/nb/nyheter.atom", "/nb/nyheter"] {
            assert!(!app.get(address).await.has("Alfatekst"), "{address} shows a draft");
        }
        let seen = act(&app.app, id, 1, Do::Publish(FIRST)).await.unwrap();
        public_reads(&app, None, "Alfatekst", "Betatekst").await;
        let seen = act(&app.app, id, seen, Do::Save(draft("Betatekst"))).await.unwrap();
        public_reads(&app, None, "Alfatekst", "Betatekst").await;
        public_reads(&app, Some(OF_A), "Alfatekst", "Betatekst").await;
        let seen = act(&app.app, id, seen, Do::Publish(SECOND)).await.unwrap();
        public_reads(&app, None, "Betatekst", "Alfatekst").await;
        let seen = act(&app.app, id, seen, Do::Save(draft("Gammatekst"))).await.unwrap();
        public_reads(&app, None, "Betatekst", "Gammatekst").await;
        public_reads(&app, Some(OF_A), "Alfatekst", "Betatekst").await;
        public_reads(&app, Some(OF_B), "Betatekst", "Alfatekst").await;
        let versions = app.get("/nb/nyheter/siden/versjoner").await;
        assert!(versions.has("Utgave 2") && !versions.has("Utgave 3"), "what was only written is not counted");
        assert!(app.get("/nb/nyheter/siden/versjoner/2").await.has("Beta"));
        assert_eq!(app.get("/nb/nyheter/siden/versjoner/3").await.status, StatusCode::NOT_FOUND);
        assert_eq!(seen, 3);
    }

    async fn a_draft_changes_nothing_of_how_the_public_text_is_filed(app: TestApp) {
        let in_county = |title: &str, county: &str| {
            let mut text = draft(title);
            text.content.counties = vec![county.to_owned()];
            text
        };
        let id = create(&app.app, "news", &in_county("Alfatekst", "50")).await;
        act(&app.app, id, 1, Do::Publish(FIRST)).await.unwrap();
        act(&app.app, id, 1, Do::Save(in_county("Betatekst", "34"))).await.unwrap();
        let (db, clock) = (&app.app.db, &app.app.clock);
        refile::request(db, clock, Concerned::All).await.unwrap();
        assert_eq!(refile::step(db, clock, app.app.kinds.stored()).await.unwrap(), 1);
        for at in [At::Now(SECOND), At::Past(SECOND)] {
            let wanted = Wanted::all(at, "nb");
            let counties = list::counts_of(&app.app.catalogue, &wanted, "county").await.unwrap();
            assert!(counties.contains_key("50") && !counties.contains_key("34"), "{counties:?}");
        }
        let then = past::snapshots(db, &[id], SECOND).await.unwrap();
        assert!(!then[&id].replaced, "the text of then is the one that is public");
    }

    async fn each_save_is_dated_and_signed(app: TestApp) {
        let id = create(&app.app, "news", &draft("A")).await;
        act(&app.app, id, 1, Do::Save(draft("B"))).await.unwrap();
        let again = act(&app.app, id, 2, Do::Save(draft("B"))).await.unwrap();
        assert_eq!(again, 2, "what is as it was gets no revision of its own");
        act(&app.app, id, 2, Do::Submit).await.unwrap();
        assert_eq!(row(&app.app, id).await.state, "in_review");
        act(&app.app, id, 2, Do::ReturnToDraft).await.unwrap();
        assert_eq!(row(&app.app, id).await.state, "draft");
        act(&app.app, id, 2, Do::Publish(FIRST)).await.unwrap();
        let all = revisions(&app.app, id).await;
        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|one| one.author == Some(PERSON) && one.created_at == NOW));
        assert_eq!(all[0].published_at, None);
        assert_eq!(all[1].published_at, Some(FIRST.into()));
        assert_eq!(all[1].stage, None);
    }

    async fn whoever_has_not_seen_the_newest_is_refused(app: TestApp) {
        let id = create(&app.app, "news", &draft("A")).await;
        act(&app.app, id, 1, Do::Save(draft("B"))).await.unwrap();
        for late in [Do::Save(draft("C")), Do::Submit, Do::Publish(FIRST), Do::Discard] {
            let refused = act(&app.app, id, 1, late.clone()).await;
            assert!(matches!(refused, Err(WriteError::Stale { newest: 2 })), "{late:?}: {refused:?}");
        }
        assert_eq!(revisions(&app.app, id).await.len(), 2);
        let missing = act(&app.app, PERSON, 1, Do::Submit).await;
        assert!(matches!(missing, Err(WriteError::Missing)));
        let published = act(&app.app, id, 2, Do::Publish(SECOND)).await.unwrap();
        let none = act(&app.app, id, published, Do::Publish(SECOND)).await;
        assert!(matches!(none, Err(WriteError::NoDraft)));
        act(&app.app, id, published, Do::Save(draft("D"))).await.unwrap();
        let early = act(&app.app, id, 3, Do::Publish(FIRST)).await;
        assert!(matches!(early, Err(WriteError::TooEarly(at)) if at == SECOND), "{early:?}");
    }

    async fn an_address_changes_when_it_is_published_and_leads_on(app: TestApp) {
        let id = create(&app.app, "news", &draft("A")).await;
        act(&app.app, id, 1, Do::Publish(FIRST)).await.unwrap();
        let mut moved = draft("A");
        moved.head.slug = Some("ny-adresse".to_owned());
        act(&app.app, id, 1, Do::Save(moved)).await.unwrap();
        assert_eq!(app.get("/nb/nyheter/siden").await.status, StatusCode::OK);
        assert_eq!(app.get("/nb/nyheter/ny-adresse").await.status, StatusCode::NOT_FOUND);
        act(&app.app, id, 2, Do::Publish(SECOND)).await.unwrap();
        assert_eq!(app.get("/nb/nyheter/ny-adresse").await.status, StatusCode::OK);
        let old = app.get("/nb/nyheter/siden").await;
        assert_eq!(old.header("location"), "/nb/nyheter/ny-adresse");
    }

    async fn a_draft_is_thrown_away(app: TestApp) {
        let id = create(&app.app, "news", &draft("Alfatekst")).await;
        act(&app.app, id, 1, Do::Publish(FIRST)).await.unwrap();
        act(&app.app, id, 1, Do::Save(draft("Betatekst"))).await.unwrap();
        let seen = act(&app.app, id, 2, Do::Discard).await.unwrap();
        public_reads(&app, None, "Alfatekst", "Betatekst").await;
        assert_eq!(revisions(&app.app, id).await.len(), 1);
        let late = act(&app.app, id, 2, Do::Save(draft("C"))).await;
        assert!(matches!(late, Err(WriteError::Stale { .. })), "who had the draft open is told");
        let none = act(&app.app, id, seen, Do::Discard).await;
        assert!(matches!(none, Err(WriteError::NoDraft)));
        let never = create(&app.app, "news", &draft("Aldri")).await;
        act(&app.app, never, 1, Do::Discard).await.unwrap();
        assert!(revisions(&app.app, never).await.is_empty());
        assert!(crate::items::read::by_id(&app.app.db, never).await.unwrap().is_none());
    }

    async fn a_text_is_published_when_its_time_has_come(app: TestApp) {
        let id = create(&app.app, "news", &draft("Alfatekst")).await;
        let due = NOW + time::Duration::hours(2);
        act(&app.app, id, 1, Do::Publish(due)).await.unwrap();
        app.run_jobs().await;
        assert_eq!(app.get("/nb/nyheter/siden").await.status, StatusCode::NOT_FOUND);
        app.app.clock.advance(time::Duration::hours(3));
        // Whose yes counts is the editor's to ask, before it calls this.
        let (kinds, due_now) = (app.app.kinds.stored(), PublishDue { item: id, number: 1 });
        publish_due(&app.app.db, &app.app.clock, kinds, due_now).await.unwrap();
        assert_eq!(app.get("/nb/nyheter/siden").await.status, StatusCode::OK);
        assert_eq!(row(&app.app, id).await.published_at, Some(due.into()), "it tells the time that was set");
    }

    async fn saving_takes_back_what_was_to_be_published(app: TestApp) {
        let id = create(&app.app, "news", &draft("Alfatekst")).await;
        act(&app.app, id, 1, Do::Publish(NOW + time::Duration::hours(2))).await.unwrap();
        act(&app.app, id, 1, Do::Save(draft("Betatekst"))).await.unwrap();
        app.app.clock.advance(time::Duration::hours(3));
        app.run_jobs().await;
        assert_eq!(app.get("/nb/nyheter/siden").await.status, StatusCode::NOT_FOUND);
    }
}
