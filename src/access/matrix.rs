//! Who may do what: role by route, as the routes themselves say it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::people::letter::role_key;
use crate::rights::{Door, Reach, Right, RoleKind};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "access/matrix.html")]
struct Matrix {
    t: Text,
    frame: Frame,
    roles: Vec<Words>,
    rows: Vec<Row>,
}

/// One route that is not for anybody.
struct Row {
    method: String,
    pattern: String,
    cells: Vec<Words>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let heading = t.plain("access-matrix");
    let access = format!("/{}/tilgang", t.lang.code());
    let here = format!("/{}/rettigheter", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading).form();
    let frame = frame.under(t.plain("access-heading"), access).under(&heading, here);
    let roles = RoleKind::ALL.into_iter().map(|kind| t.get(role_key(kind))).collect();
    let asking = app.doors.iter().filter(|door| door.right != Right::Anybody);
    let rows = asking.map(|door| row(t, door)).collect();
    crate::web::page(StatusCode::OK, &Matrix { t, frame, roles, rows })
}

fn row(t: Text, door: &Door) -> Row {
    let cell = |kind: RoleKind| match door.right.reach(kind) {
        Reach::Nowhere => t.get("access-matrix-no"),
        Reach::There => t.get("access-matrix-there"),
        Reach::Everywhere => t.get("access-matrix-yes"),
    };
    Row {
        method: door.method.to_string(),
        pattern: door.pattern.to_string(),
        cells: RoleKind::ALL.into_iter().map(cell).collect(),
    }
}
