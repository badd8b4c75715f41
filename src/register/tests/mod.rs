//! The registers are kept by those who may; what is said by form stands against files, and nobody writes
//! over another unseen.

mod lists;
mod statements;
mod waiting;

use axum::body::Body;
use axum::http::Request;
use uuid::Uuid;

use crate::centres::Network;
use crate::people::places;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const CENTRE: &str = "usht-oslo";

/// Runs a test on both engines, with people who are known by a header.
async fn on_both(test: impl AsyncFn(&TestApp)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
        test(&app).await;
        app.end().await;
    }
}

async fn centre(app: &TestApp, slug: &str) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, slug).unwrap()
}

fn coordinator() -> String {
    format!("{KARI} coordinator")
}

async fn get(app: &TestApp, who: &str, path: &str) -> Answer {
    app.ask(Request::get(path).header(HEADER, who).body(Body::empty()).unwrap()).await
}

async fn post(app: &TestApp, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path)
        .header(HEADER, who)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    app.ask(request.body(Body::from(body)).unwrap()).await
}
