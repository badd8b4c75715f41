//! Who may do what: in words, area by area, for each role where it is held, elsewhere, and for nobody in particular.
//! What each route asks for is read from the routes themselves.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::acts::{self, ACTS, Act, Area};
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
    /// Nobody, somebody without a role, and each role.
    columns: Vec<Words>,
    groups: Vec<Group>,
    /// Routes that have no words yet; a test keeps it empty.
    unnamed: Vec<String>,
}

struct Group {
    id: String,
    name: Words,
    rows: Vec<Row>,
}

/// Something that can be done.
struct Row {
    what: Words,
    cells: Vec<Cell>,
    /// The routes that do it.
    patterns: Vec<String>,
}

struct Cell {
    column: Words,
    words: Words,
    is_no: bool,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let heading = t.plain("access-matrix");
    let access = format!("/{}/tilgang", t.lang.code());
    let here = format!("/{}/rettigheter", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading).form();
    let frame = frame.under(t.plain("access-heading"), access).under(&heading, here);
    let mut columns = vec![t.get("access-matrix-nobody"), t.get("access-matrix-known")];
    columns.extend(RoleKind::ALL.into_iter().map(|kind| t.get(role_key(kind))));
    let unnamed = guarded(&app.doors).filter(|door| acts::of(&door.pattern).is_none());
    let unnamed: BTreeSet<String> = unnamed.map(|door| door.pattern.to_string()).collect();
    let groups = Area::ALL.into_iter().map(|area| group(t, &columns, &app.doors, area)).collect();
    let unnamed = unnamed.into_iter().collect();
    crate::web::page(StatusCode::OK, &Matrix { t, frame, columns, groups, unnamed })
}

fn guarded(doors: &[Door]) -> impl Iterator<Item = &Door> {
    doors.iter().filter(|door| door.right != Right::Anybody)
}

fn group(t: Text, columns: &[Words], doors: &[Door], area: Area) -> Group {
    let acts = ACTS.iter().filter(|act| act.area == area);
    Group {
        id: area.key().to_owned(),
        name: t.get(area.key()),
        rows: acts.filter_map(|act| row(t, columns, doors, act)).collect(),
    }
}

/// None where no room has brought such a route.
fn row(t: Text, columns: &[Words], doors: &[Door], act: &Act) -> Option<Row> {
    let right = guarded(doors).find(|door| act.patterns.contains(&&*door.pattern))?.right;
    let keys = [("access-matrix-no", true), known(right)].into_iter();
    let keys = keys.chain(RoleKind::ALL.into_iter().map(|kind| cell(right, kind)));
    let cells = columns.iter().zip(keys).map(|(column, (key, is_no))| Cell {
        column: column.clone(),
        words: t.get(key),
        is_no,
    });
    Some(Row {
        what: t.get(act.key),
        cells: cells.collect(),
        patterns: act.patterns.iter().map(|pattern| pattern.replace("/{lang}", "")).collect(),
    })
}

/// Somebody without a role.
fn known(right: Right) -> (&'static str, bool) {
    match right {
        Right::Anybody | Right::LoggedIn => ("access-matrix-yes", false),
        Right::WithRole(_) | Right::WithRoleAt(_) => ("access-matrix-no", true),
    }
}

fn cell(right: Right, kind: RoleKind) -> (&'static str, bool) {
    match right.reach(kind) {
        Reach::Nowhere => ("access-matrix-no", true),
        Reach::There => ("access-matrix-there", false),
        Reach::Everywhere if kind.is_everywhere() => ("access-matrix-yes", false),
        Reach::Everywhere => ("access-matrix-both", false),
    }
}
