//! The numbers of a measure that hold, each with who entered it and why it was corrected.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::number::Desk;
use super::said;
use crate::app::App;
use crate::db::DbErr;
use crate::i18n::Text;
use crate::people::persons;
use crate::work::Observation;

/// So many stand on the page, the newest first, until all of them are asked for.
const SHOWN: usize = 120;

/// Where they stand on the page of a number.
pub const ALL: &str = "alle";

#[derive(Default)]
pub struct Entered {
    pub rows: Vec<Row>,
    /// So many more there are, and where all of them stand.
    pub more: usize,
    pub href: String,
}

pub struct Row {
    pub period: String,
    /// Where it is corrected, and where all that was said of the period stands.
    pub href: String,
    pub number: String,
    pub who: String,
    pub day: String,
    pub reason: String,
}

pub async fn of(
    app: &App,
    desk: &Desk<'_>,
    (here, asks_all): (&str, bool),
) -> Result<Entered, DbErr> {
    let (t, numbers) = (desk.t, &desk.measured.numbers);
    let many = if asks_all { numbers.len() } else { SHOWN };
    let shown: Vec<&Observation> = numbers.iter().rev().take(many).collect();
    let people: BTreeSet<Uuid> = shown.iter().map(|one| one.person_id).collect();
    let names = persons::names(&app.db, people).await?;
    let nobody = t.plain("improvement-somebody");
    let told = |one: &&Observation| Row {
        who: names.get(&one.person_id).unwrap_or(&nobody).clone(),
        ..row(t, desk, here, one)
    };
    Ok(Entered {
        more: numbers.len() - shown.len(),
        rows: shown.iter().map(told).collect(),
        href: format!("{here}?{ALL}=1#tallene"),
    })
}

fn row(t: Text, desk: &Desk<'_>, here: &str, one: &Observation) -> Row {
    Row {
        period: said::period(t, said::frequency(desk.measured), one.day),
        href: format!("{here}?tid={}", one.day),
        number: said::number(t, desk.measured, one),
        who: String::new(),
        day: t.day(*one.made_at),
        reason: one.reason.clone(),
    }
}
