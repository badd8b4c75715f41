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
    let (id, name, roles) = (Uuid::from_u128(9), "Kari Prøve".to_owned(), roles.to_vec());
    Who { id, name, roles, waits: false, session: Uuid::nil(), proof: String::new() }
}

#[test]
fn a_role_counts_where_it_is_given() {
    let who = with(&[Role { kind: RoleKind::Editor, at: Some(HERE) }]);
    assert!(who.is(RoleKind::Editor) && !who.is(RoleKind::Coordinator));
    assert!(who.is_at(RoleKind::Editor, HERE));
    assert!(!who.is_at(RoleKind::Editor, THERE) && !who.is_at(RoleKind::Coordinator, HERE));
    let everywhere = with(&[Role { kind: RoleKind::Administrator, at: None }]);
    assert!(
        everywhere.is_at(RoleKind::Administrator, HERE)
            && everywhere.is_at(RoleKind::Administrator, THERE)
    );
    assert!(!with(&[]).is(RoleKind::Member));
}

#[test]
fn nobody_gives_more_than_they_are_trusted_with() {
    let leader = with(&[Role { kind: RoleKind::CentreLeader, at: Some(HERE) }]);
    assert!(leader.may_give(RoleKind::Editor, Some(HERE)));
    assert!(!leader.may_give(RoleKind::Editor, Some(THERE)), "at another centre");
    assert!(!leader.may_give(RoleKind::Editor, None), "everywhere");
    assert!(!leader.may_give(RoleKind::CentreLeader, Some(HERE)), "their own role");
    let coordinator = with(&[Role { kind: RoleKind::Coordinator, at: None }]);
    assert!(coordinator.may_give(RoleKind::CentreLeader, Some(THERE)));
    assert!(!coordinator.may_give(RoleKind::Administrator, None));
    let administrator = with(&[Role { kind: RoleKind::Administrator, at: None }]);
    assert!(administrator.may_give(RoleKind::Administrator, None));
    assert!(!administrator.may_give(RoleKind::Administrator, Some(HERE)), "it is held everywhere");
    for kind in RoleKind::ALL {
        assert_eq!(RoleKind::of(kind.name()), Some(kind));
    }
}

async fn name(visit: Visit) -> String {
    visit.who.map(|who| who.name.clone()).unwrap_or_default()
}

/// The site with a page for each right.
async fn site() -> TestApp {
    const EDITORS: Right = Right::WithRole(&[RoleKind::Editor, RoleKind::Coordinator]);
    const AT: Right = Right::WithRoleAt(&[RoleKind::Editor, RoleKind::Coordinator]);
    let mut app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let asks = |right| get(name).layer(from_fn_with_state(right, visit::require));
    let layer = |app: &TestApp| app.app.clone();
    let router = Router::new()
        .route("/{lang}/alle", asks(Right::Anybody))
        .route("/{lang}/kjent", asks(Right::LoggedIn))
        .route("/{lang}/rediger", asks(EDITORS))
        .route("/{lang}/hos/{at}", asks(AT))
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
        (Some(format!("{KARI} member@{HERE} administrator")), [YES, YES, NO]),
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

#[tokio::test]
async fn a_role_at_one_organisation_opens_nothing_at_another() {
    let app = site().await;
    let (own, other) = (format!("/nb/hos/{HERE}"), format!("/nb/hos/{THERE}"));
    for (who, path, may) in [
        (format!("{KARI} editor@{HERE}"), own.as_str(), true),
        (format!("{KARI} editor@{HERE}"), other.as_str(), false),
        (format!("{KARI} member@{HERE}"), own.as_str(), false),
        (format!("{KARI} coordinator"), other.as_str(), true),
        (format!("{KARI} editor@{HERE}"), "/nb/hos/ingen", false),
        (KARI.to_owned(), own.as_str(), false),
    ] {
        let request = Request::get(path).header(HEADER, who.as_str()).body(Body::empty()).unwrap();
        assert_eq!(app.ask(request).await.status == StatusCode::OK, may, "{path} for {who}");
    }
    app.end().await;
}
