//! What waits in a work: the number that is wanted first, what follows it, and what is to be done.

use std::collections::BTreeMap;

use time::Date;
use uuid::Uuid;

use super::Own;
use crate::app::App;
use crate::dates::PartialDate;
use crate::i18n::Words;
use crate::improvement::number::{Desk, EntryForm};
use crate::improvement::said;
use crate::work::{Cycle, Measured, Open, Task};

/// The number that waits.
pub struct Next {
    pub heading: Words,
    pub name: Words,
    pub form: EntryForm,
    /// Where many numbers are entered at once.
    pub paste: String,
}

/// What comes after that.
pub struct Coming {
    pub words: Words,
    pub href: String,
    pub beside: Words,
}

/// Something that somebody is to do.
pub struct ToDo {
    pub words: Words,
    /// Who, and by when.
    pub beside: String,
    pub href: String,
    pub seen: i32,
}

/// So much stands on the page; the rest is where it belongs.
const COMING: usize = 4;
const TASKS: usize = 5;

/// The first measure that waits for a number.
pub fn next(
    app: &App,
    own: &Own,
    open: &Open,
    (measures, today): (&[Measured], Date),
) -> Option<Next> {
    let t = own.t;
    let wanted = measures.iter().find(|one| one.due(today).is_some())?;
    let desk = Desk { t, open, measured: wanted, today };
    let (day, form) = desk.due(app.clock.random_id());
    let period = said::period(t, said::frequency(wanted), day);
    let heading = t.with("improvement-next", "period", period);
    let paste = form.action.replacen("/tall/", "/lim-inn/", 1);
    Some(Next { heading, name: own.say(&wanted.definition.name), form, paste })
}

/// The other numbers that wait, the test that is tried, and the day that is aimed at.
pub fn coming(
    own: &Own,
    here: &str,
    open: &Open,
    (measures, trial, today): (&[Measured], Option<&Cycle>, Date),
) -> Vec<Coming> {
    let t = own.t;
    let due = measures.iter().filter_map(|one| Some((one, one.due(today)?))).skip(1);
    let number = |(one, day): (&Measured, Date)| {
        let period = said::period(t, said::frequency(one), day);
        Coming {
            words: t.with("improvement-next", "period", period),
            href: format!("{here}/tall/{}", one.row.id),
            beside: own.say(&one.definition.name),
        }
    };
    let begun = trial.filter(|cycle| cycle.from_day.is_some_and(|day| day <= today));
    let test = begun.map(|cycle| Coming {
        words: t.get("improvement-trial-write"),
        href: format!("{here}/utprovinger/{}", cycle.nth),
        beside: t.with("improvement-log-cycle", "nth", cycle.nth),
    });
    let by = open.work.aim_by.as_deref().and_then(|by| by.parse::<PartialDate>().ok());
    let aim = by.map(|by| Coming {
        words: t.get("improvement-aim-due"),
        href: format!("{here}/mal"),
        beside: Words::name(t.lang, t.partial(&by), t.lang),
    });
    due.map(number).take(COMING - 2).chain(test).chain(aim).collect()
}

/// What is not done yet, the first that is due first.
pub fn to_do(own: &Own, here: &str, tasks: &[Task], names: &BTreeMap<Uuid, String>) -> Vec<ToDo> {
    let t = own.t;
    let left = tasks.iter().filter(|task| task.done_on.is_none()).take(TASKS);
    let one = |task: &Task| {
        let name = task.person_id.and_then(|id| names.get(&id).cloned());
        let who = name.unwrap_or_else(|| task.role.clone());
        let due = task.due.map(|day| t.plain_with("improvement-log-due-on", "day", t.date(day)));
        let beside: Vec<String> = [Some(who), due].into_iter().flatten().collect();
        let beside: Vec<String> = beside.into_iter().filter(|one| !one.is_empty()).collect();
        ToDo {
            words: own.say(&task.words),
            beside: beside.join(" · "),
            href: format!("{here}/oppgaver/{}", task.id),
            seen: task.number,
        }
    };
    left.map(one).collect()
}
