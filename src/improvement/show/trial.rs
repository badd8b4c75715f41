//! Tests of change on the page of their work: the one that is tried now, and those before it.

use time::Date;

use super::Own;
use crate::i18n::Words;
use crate::work::{Act, Cycle};

/// The test that has not ended.
pub struct Trial {
    pub nth: i32,
    pub plan: Words,
    /// Counted from the day that it began, that day is the first.
    pub day: Option<i64>,
    pub phases: [Phase; 4],
    pub prediction: Words,
    pub lines: Vec<(Words, Words)>,
}

/// Where in its circle a test is.
pub struct Phase {
    pub words: Words,
    pub when: Option<String>,
    pub is_now: bool,
}

/// A test that has ended, as a line of the log.
pub struct Tried {
    pub nth: i32,
    pub plan: Words,
    pub when: Option<String>,
    pub learned: Words,
    pub act: Option<Words>,
}

/// So many of those before stand on the page; all of them have one of their own.
const SHOWN: usize = 4;

/// The newest that has not ended, and the newest of those that have.
pub fn parted(cycles: &[Cycle]) -> (Option<&Cycle>, Vec<&Cycle>) {
    let now = cycles.iter().find(|cycle| cycle.act.is_none());
    let before = cycles.iter().filter(|cycle| now.is_none_or(|now| now.id != cycle.id));
    (now, before.take(SHOWN).collect())
}

impl Trial {
    pub fn of(own: &Own, cycle: &Cycle, today: Date) -> Self {
        let begun = cycle.from_day.filter(|day| *day <= today);
        let is_over = cycle.to_day.is_some() || !cycle.did.is_empty();
        let now = match begun {
            _ if !cycle.learned.is_empty() => 3,
            _ if is_over => 2,
            Some(_) => 1,
            None => 0,
        };
        let phase = |at: usize, key: &str, when: Option<Date>| Phase {
            words: own.t.get(key),
            when: when.map(|day| own.t.date(day)),
            is_now: at == now,
        };
        Self {
            nth: cycle.nth,
            plan: own.say(&cycle.plan),
            day: begun.filter(|_| now == 1).map(|day| (today - day).whole_days() + 1),
            phases: [
                phase(0, "work-phase-plan", None),
                phase(1, "work-phase-do", cycle.from_day),
                phase(2, "work-phase-evaluate", cycle.to_day),
                phase(3, "work-phase-follow-up", None),
            ],
            prediction: own.say(&cycle.prediction),
            lines: lines(own, cycle),
        }
    }
}

/// What is told of a test under labels, as far as it has been said.
fn lines(own: &Own, cycle: &Cycle) -> Vec<(Words, Words)> {
    let said = [
        ("improvement-log-where", &cycle.who_where),
        ("improvement-log-seen-by", &cycle.seen_by),
        ("improvement-log-did", &cycle.did),
        ("improvement-log-learned", &cycle.learned),
    ];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(label, text)| (own.t.get(label), own.say(text))).collect()
}

impl Tried {
    pub fn of(own: &Own, cycle: &Cycle) -> Self {
        Self {
            nth: cycle.nth,
            plan: own.say(&cycle.plan),
            when: cycle.from_day.map(|day| own.t.date(day)),
            learned: own.say(&cycle.learned),
            act: cycle.act.as_deref().and_then(Act::named).map(|act| own.t.get(act.key())),
        }
    }
}
