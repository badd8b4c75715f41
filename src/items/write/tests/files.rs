//! Files are as public as the texts that have them.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Do, act, draft};
use crate::items::read;
use crate::items::tables::{file, revision, revision_file};
use crate::statements;
use crate::testing::{TestApp, both_engines};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, PaginatorTrait};

const FIRST: &[u8] = b"%PDF-1.7\n% det forste";
const SECOND: &[u8] = b"%PDF-1.7\n% det andre";

fn line(app: &TestApp, bytes: &[u8], state: &str) -> Value {
    let name = format!("{}.pdf", bytes.len());
    std::fs::write(app.folder().join(&name), bytes).unwrap();
    json!({
        "kind": "news", "external_id": "n1", "lang": "nb", "slug": "siden", "title": "Siden",
        "state": state, "published_at": "2026-01-10", "files": [{ "file": name, "title": "Skjema" }]
    })
}

fn address(bytes: &[u8]) -> String {
    let id = crate::files::id_of(&crate::files::digest(bytes));
    format!("/filer/{id}/{}.pdf", bytes.len())
}

async fn served(app: &TestApp, bytes: &[u8]) -> bool {
    let status = app.get(&address(bytes)).await.status;
    assert!(status == StatusCode::OK || status == StatusCode::NOT_FOUND, "{status}");
    status == StatusCode::OK
}

both_engines! {
    async fn a_file_in_a_draft_is_served_to_nobody(app: TestApp) {
        app.import(&[line(&app, FIRST, "draft")]).await;
        assert!(!served(&app, FIRST).await);
        app.import(&[line(&app, FIRST, "published")]).await;
        assert!(served(&app, FIRST).await);
        app.import(&[line(&app, SECOND, "draft")]).await;
        assert!(served(&app, FIRST).await && !served(&app, SECOND).await);
        app.import(&[line(&app, SECOND, "published")]).await;
        assert!(served(&app, SECOND).await);
        assert!(served(&app, FIRST).await, "the text of before can still be read, with its files");
        app.import(&[line(&app, SECOND, "withdrawn")]).await;
        assert!(!served(&app, FIRST).await && !served(&app, SECOND).await);
    }

    async fn a_file_of_a_draft_goes_with_it(app: TestApp) {
        app.import(&[line(&app, FIRST, "published")]).await;
        app.import(&[line(&app, SECOND, "draft")]).await;
        let item = read::by_external_id(&app.app.db, "n1").await.unwrap().unwrap();
        act(&app.app, item.id, item.revision, Do::Discard).await.unwrap();
        assert_eq!(file::Entity::find().count(&app.app.db).await.unwrap(), 1);
        let digest = crate::files::digest(SECOND);
        assert!(app.app.files.read(&digest).await.unwrap().is_some());
        // An import that is under way may have brought the same bytes in: they wait a while.
        app.app.clock.advance(time::Duration::days(2));
        app.run_jobs().await;
        app.app.clock.advance(time::Duration::days(400));
        app.run_jobs().await;
        assert_eq!(app.app.files.read(&digest).await.unwrap(), None, "the bytes are gone");
        assert!(served(&app, FIRST).await);
    }

    async fn bytes_that_a_statement_has_stay(app: TestApp) {
        app.import(&[line(&app, SECOND, "draft")]).await;
        let digest = crate::files::digest(SECOND);
        let agreement = statements::File {
            id: crate::files::id_of(&digest),
            name: "avtale.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            digest: digest.clone(),
            size: i32::try_from(SECOND.len()).unwrap(),
        };
        statements::keep_files(&app.app.db, &[agreement]).await.unwrap();
        let item = read::by_external_id(&app.app.db, "n1").await.unwrap().unwrap();
        act(&app.app, item.id, item.revision, Do::Discard).await.unwrap();
        app.app.clock.advance(time::Duration::days(400));
        app.run_jobs().await;
        assert!(app.app.files.read(&digest).await.unwrap().is_some());
    }

    async fn texts_of_before_are_read_for_their_files(app: TestApp) {
        app.import(&[line(&app, FIRST, "published")]).await;
        app.import(&[line(&app, SECOND, "draft")]).await;
        // As the program before wrote them.
        revision_file::Entity::delete_many().exec(&app.app.db).await.unwrap();
        revision::Entity::update_many()
            .col_expr(revision::Column::Head, Expr::value(Option::<Value>::None))
            .exec(&app.app.db)
            .await
            .unwrap();
        assert!(served(&app, FIRST).await && !served(&app, SECOND).await);
        let item = read::by_external_id(&app.app.db, "n1").await.unwrap().unwrap();
        act(&app.app, item.id, item.revision, Do::Save(draft("Rettet"))).await.unwrap();
        assert!(served(&app, FIRST).await);
    }
}
