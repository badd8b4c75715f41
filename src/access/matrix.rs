//! Who may do what: in words, area by area, for each role where it is held, elsewhere, and for nobody in particular.
//! What each route asks for is read from the routes themselves, and what a text or a team's work asks beside that
//! from the functions that the handlers ask.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::acts::{self, ACTS, Act, Area, Said};
use super::needs::{Reach, reach};
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::people::letter::role_key;
use crate::rights::{Door, Right, RoleKind};
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
    /// All who are logged in may: where the row is told cell by cell, it is told once.
    is_for_all: bool,
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
        rows: acts.flat_map(|act| rows(t, columns, doors, act)).collect(),
    }
}

/// None where no room has brought such a route.
fn rows(t: Text, columns: &[Words], doors: &[Door], act: &Act) -> Vec<Row> {
    let door = guarded(doors).find(|door| act.patterns.contains(&&*door.pattern));
    let Some(right) = door.map(|door| door.right) else { return Vec::new() };
    act.said.iter().map(|said| row(t, columns, (act, right), *said)).collect()
}

fn row(t: Text, columns: &[Words], (act, right): (&Act, Right), said: Said) -> Row {
    let roles = std::iter::once(None).chain(RoleKind::ALL.into_iter().map(Some));
    let keys = roles.map(|role| key(reach(right, said.needs, role), role));
    let keys: Vec<&str> = keys.collect();
    let is_for_all = keys.iter().all(|key| *key == YES);
    let keys = std::iter::once(NO).chain(keys);
    let cells = columns.iter().zip(keys).map(|(column, key)| Cell {
        column: column.clone(),
        words: t.get(key),
        is_no: key == NO,
    });
    Row {
        what: t.get(said.key),
        cells: cells.collect(),
        is_for_all,
        patterns: act.patterns.iter().map(|pattern| pattern.replace("/{lang}", "")).collect(),
    }
}

const NO: &str = "access-matrix-no";
const YES: &str = "access-matrix-yes";

fn key(reach: Reach, role: Option<RoleKind>) -> &'static str {
    match reach {
        Reach::Nowhere => NO,
        Reach::There => "access-matrix-there",
        Reach::Always => YES,
        Reach::Everywhere if role.is_none_or(RoleKind::is_everywhere) => YES,
        Reach::Everywhere => "access-matrix-both",
    }
}
