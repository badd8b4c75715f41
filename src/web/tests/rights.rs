//! Rights: what a route asks for, and whom it lets in.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use uuid::Uuid;

use crate::rights::{Right, Role, RoleKind, Who};
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Engine, TestApp};
use crate::web::{Served, Visit, faults, visit};

const KARI: &str = "01890000-0000-7000-8000-000000000001";
const HERE: Uuid = Uuid::from_u128(1);
const THERE: Uuid = Uuid::from_u128(2);

fn with(roles: &[Role]) -> Who {
    Who { id: Uuid::from_u128(9), name: "Kari Prøve".to_owned(), roles: roles.to_vec() }
}

#[test]
fn a_role_counts_where_it_is_given() {
    let who = with(&[Role { kind: RoleKind::Editor, at: Some(HERE) }]);
    assert!(who.is(RoleKind::Editor) && !who.is(RoleKind::Coordinator));
    assert!(who.is_at(RoleKind::Editor, HERE));
    assert!(!who.is_at(RoleKind::Editor, THERE) && !who.is_at(RoleKind::Coordinator, HERE));
    let everywhere = with(&[Role { kind: RoleKind::Operator, at: None }]);
    assert!(
        everywhere.is_at(RoleKind::Operator, HERE) && everywhere.is_at(RoleKind::Operator, THERE)
    );
    assert!(!with(&[]).is(RoleKind::Member));
}

async fn name(visit: Visit) -> String {
    visit.who.map(|who| who.name.clone()).unwrap_or_default()
}

/// The site with a page for each right.
async fn site() -> TestApp {
    const EDITORS: Right = Right::WithRole(&[RoleKind::Editor, RoleKind::Coordinator]);
    let mut app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let asks = |right| get(name).layer(from_fn_with_state(right, visit::require));
    let layer = |app: &TestApp| app.app.clone();
    let router = Router::new()
        .route("/{lang}/alle", asks(Right::Anybody))
        .route("/{lang}/kjent", asks(Right::LoggedIn))
        .route("/{lang}/rediger", asks(EDITORS))
        .layer(from_fn_with_state(layer(&app), faults::pages))
        .layer(from_fn_with_state(layer(&app), visit::read))
        .with_state(layer(&app));
    app.served = Served::new(layer(&app), router);
    app
}

#[tokio::test]
async fn a_route_lets_in_whoever_has_its_right() {
    const YES: StatusCode = StatusCode::OK;
    const NO: StatusCode = StatusCode::FORBIDDEN;
    let app = site().await;
    let editor = format!("{KARI} member editor@{HERE}");
    for (who, expected) in [
        (None, [YES, NO, NO]),
        (Some(KARI.to_owned()), [YES, YES, NO]),
        (Some(format!("{KARI} member@{HERE} operator")), [YES, YES, NO]),
        (Some(format!("{KARI} coordinator")), [YES, YES, YES]),
        (Some(editor), [YES, YES, YES]),
    ] {
        for (path, expected) in ["/nb/alle", "/nb/kjent", "/nb/rediger"].into_iter().zip(expected) {
            let mut request = Request::get(path);
            if let Some(who) = &who {
                request = request.header(HEADER, who);
            }
            let answer = app.ask(request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, expected, "{path} for {who:?}");
            match (expected, &who) {
                (YES, Some(_)) => assert_eq!(answer.body, "Kari Prøve"),
                (YES, None) => assert_eq!(answer.body, ""),
                _ => assert!(answer.has("<h1"), "a page of ours"),
            }
        }
    }
    app.end().await;
}
