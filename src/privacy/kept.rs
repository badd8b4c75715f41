//! What is kept of people, what for, how long, and what erasure does to it: told from the same list that
//! keeping, sweeping and erasing go by.

use std::fmt::Write as _;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::config;
use crate::error::Reply;
use crate::i18n::{Lang, Text};
use crate::people::held::{Erased, HELD, Held, Kept};
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "privacy/kept.html")]
struct Page {
    t: Text,
    frame: Frame,
    rows: Vec<Row>,
    others: Vec<Row>,
}

/// One thing that is kept.
pub struct Row {
    pub name: String,
    pub why: String,
    pub kept: String,
    pub erased: String,
}

/// What is kept outside of the tables, or by digests that name nobody.
/// Keys of what it is, what for, how long, and what erasure does.
const OTHERS: [[&str; 4]; 7] = [
    [
        "privacy-other-requests",
        "privacy-other-requests-why",
        "privacy-other-requests-kept",
        "privacy-erased-none",
    ],
    [
        "privacy-other-letters",
        "privacy-other-letters-why",
        "privacy-other-letters-kept",
        "privacy-erased-sent",
    ],
    [
        "privacy-other-meters",
        "privacy-other-meters-why",
        "privacy-other-meters-kept",
        "privacy-erased-none",
    ],
    [
        "privacy-other-missed",
        "privacy-other-missed-why",
        "privacy-other-missed-kept",
        "privacy-erased-none",
    ],
    [
        "privacy-other-cookies",
        "privacy-other-cookies-why",
        "privacy-other-cookies-kept",
        "privacy-erased-own",
    ],
    [
        "privacy-other-device",
        "privacy-other-device-why",
        "privacy-other-device-kept",
        "privacy-erased-own",
    ],
    [
        "privacy-other-backups",
        "privacy-other-backups-why",
        "privacy-other-backups-kept",
        "privacy-erased-backups",
    ],
];

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let heading = t.plain("privacy-kept-heading");
    let here = format!("/{}/lagring", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading)
        .described(&t.plain("privacy-kept-lead"))
        .under(&heading, here);
    let rows = rows(t, &app.settings.people);
    crate::web::page(StatusCode::OK, &Page { t, frame, rows, others: others(t) })
}

/// All tables that name people.
pub fn rows(t: Text, settings: &config::People) -> Vec<Row> {
    let row = |held: &Held| Row {
        name: t.plain(held.name),
        why: t.plain(held.why),
        kept: kept(t, settings, held.kept),
        erased: t.plain(erased_key(held.erased)),
    };
    HELD.iter().map(row).collect()
}

fn others(t: Text) -> Vec<Row> {
    let row = |[name, why, kept, erased]: [&str; 4]| Row {
        name: t.plain(name),
        why: t.plain(why),
        kept: t.plain(kept),
        erased: t.plain(erased),
    };
    OTHERS.into_iter().map(row).collect()
}

/// How long, as the settings of this installation have it.
pub fn kept(t: Text, settings: &config::People, kept: Kept) -> String {
    match kept {
        Kept::Account => t.plain("privacy-kept-account"),
        Kept::History => t.plain("privacy-kept-history"),
        Kept::Done => t.plain("privacy-kept-done"),
        Kept::Minutes(minutes) => {
            t.plain_with("privacy-kept-minutes", "minutes", i64::from(minutes))
        }
        Kept::Day => t.plain("privacy-kept-day"),
        Kept::Followed => t.plain("privacy-kept-followed"),
        Kept::Asked => t.plain("privacy-kept-asked"),
        Kept::Log => t.plain_with("privacy-kept-log", "days", settings.log_days),
        Kept::Attempts => t.plain_with("privacy-kept-attempts", "hours", settings.attempt_hours),
        Kept::Sessions => t.plain_with2(
            "privacy-kept-sessions",
            "hours",
            settings.longest_hours,
            "days",
            settings.ended_session_days,
        ),
        Kept::Invitations => t.plain_with2(
            "privacy-kept-invitations",
            "days",
            settings.invitation_days,
            "more",
            settings.expired_invitation_days,
        ),
    }
}

fn erased_key(erased: Erased) -> &'static str {
    match erased {
        Erased::Gone => "privacy-erased-gone",
        Erased::Emptied => "privacy-erased-emptied",
        Erased::Stays => "privacy-erased-stays",
        Erased::PassedOn => "privacy-erased-passed",
    }
}

/// The same as Markdown in English, for those who run an installation.
pub fn document(settings: &config::People) -> String {
    let t = Text::new(Lang::En);
    let mut text = String::from("| table | what | what for | how long | at erasure |\n");
    text.push_str("|---|---|---|---|---|\n");
    let tables = HELD.iter().map(|held| format!("`{}`", held.table));
    let tables = tables.zip(rows(t, settings));
    let others = others(t).into_iter().map(|row| (String::new(), row));
    for (table, Row { name, why, kept, erased }) in tables.chain(others) {
        let _ = writeln!(text, "| {table} | {name} | {why} | {kept} | {erased} |");
    }
    text
}
