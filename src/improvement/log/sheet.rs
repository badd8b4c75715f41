//! Three lists that are kept alike: the log of meetings and decisions, tasks, and how users and next of kin took part.
//! What each asks for, and how it tells a row.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::{DONE, HIDDEN, LIMIT, WHO, day, own, today};
use crate::app::App;
use crate::dates::PartialDate;
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, alternatives};
use crate::i18n::{Text, Words};
use crate::improvement::{LINE, PROSE, said};
use crate::text::Fault;
use crate::work::{
    Involved, Involvement, InvolvementPhase, InvolvementWay, LogEntry, LogKind, NewInvolvement,
    NewLog, NewTask, Task, Work,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    Log,
    Tasks,
    Involvement,
}

/// What was filled in.
#[derive(Clone, Debug)]
pub enum New {
    Log(NewLog),
    Task(NewTask),
    Involvement(NewInvolvement),
}

/// What stands.
#[derive(Clone, Debug)]
pub enum Row {
    Log(LogEntry),
    Task(Task),
    Involvement(Involvement),
}

const KIND: &str = "slag";
const DAY: &str = "dag";
const WORDS: &str = "hva";
const DUE: &str = "frist";
const PHASE: &str = "fase";
const WAY: &str = "hvordan";
const WHICH: &str = "hvilke";

/// A role that is written, and none of the team.
const ROLE: usize = 80;

/// Who has an account in the team, by id: those that a task may be given to.
pub type Crew = BTreeMap<Uuid, String>;

impl Sheet {
    pub const ALL: [Self; 3] = [Self::Log, Self::Tasks, Self::Involvement];

    pub fn path(self) -> &'static str {
        match self {
            Self::Log => "logg",
            Self::Tasks => "oppgaver",
            Self::Involvement => "medvirkning",
        }
    }

    pub fn heading(self) -> &'static str {
        match self {
            Self::Log => "improvement-log-log",
            Self::Tasks => "improvement-log-tasks",
            Self::Involvement => "improvement-log-involvement",
        }
    }

    pub fn lead(self) -> &'static str {
        match self {
            Self::Log => "improvement-log-log-lead",
            Self::Tasks => "improvement-log-tasks-lead",
            Self::Involvement => "improvement-log-involvement-lead",
        }
    }

    pub fn none(self) -> &'static str {
        match self {
            Self::Log => "improvement-log-log-none",
            Self::Tasks => "improvement-log-tasks-none",
            Self::Involvement => "improvement-log-involvement-none",
        }
    }

    /// What is asked of a row; of one that is there, also whether it is done.
    pub fn form(self, crew: &Crew, is_there: bool) -> Form {
        let fields = match self {
            Self::Log => log_fields(),
            Self::Tasks => task_fields(crew, is_there),
            Self::Involvement => involvement_fields(),
        };
        // A tick of the form, or else a button beside it.
        let hidden = HIDDEN.into_iter().filter(|name| *name != DONE || !is_there);
        Form::new(LIMIT, fields).hiding(hidden)
    }

    /// What was filled in, as it is to be kept. `old` is what it takes the place of.
    pub fn read(
        self,
        app: &App,
        filled: &Filled,
        old: Option<&Row>,
        crew: &Crew,
    ) -> Result<New, Fault> {
        let words = filled.text(WORDS).to_owned();
        Ok(match self {
            Self::Log => New::Log(NewLog {
                kind: LogKind::named(filled.text(KIND)).ok_or_else(|| Fault::missing(KIND))?,
                day: day(app, filled, DAY)?.ok_or_else(|| Fault::missing(DAY))?,
                words,
            }),
            Self::Tasks => {
                let given = filled.text(WHO);
                let person = Uuid::try_parse(given).ok().filter(|id| crew.contains_key(id));
                let role = if person.is_some() { String::new() } else { given.to_owned() };
                let is_done = filled.value.get(DONE).is_some();
                let before = match old {
                    Some(Row::Task(task)) => task.done_on,
                    _ => None,
                };
                let done = is_done.then(|| before.unwrap_or_else(|| today(app)));
                New::Task(NewTask { words, person, role, due: day(app, filled, DUE)?, done })
            }
            Self::Involvement => {
                let missing = |key: &'static str| move || Fault::missing(key);
                let phase = InvolvementPhase::named(filled.text(PHASE));
                let way = InvolvementWay::named(filled.text(WAY));
                let who = Involved::named(filled.text(WHICH));
                let happened = filled.value.get(DAY).and_then(Value::as_str);
                New::Involvement(NewInvolvement {
                    phase: phase.ok_or_else(missing(PHASE))?,
                    way: way.ok_or_else(missing(WAY))?,
                    who: who.ok_or_else(missing(WHICH))?,
                    happened: happened.and_then(|text| text.parse::<PartialDate>().ok()),
                    words,
                })
            }
        })
    }
}

fn log_fields() -> Vec<Field> {
    let kinds = alternatives(LogKind::NAMES, |name| LogKind::named(name).map(LogKind::key));
    let words = Field::text(WORDS, "improvement-log-words", PROSE, 3);
    let day = Field::new(DAY, "improvement-log-day", FieldKind::Date);
    vec![
        Field::choice(KIND, "improvement-log-kind", kinds).needed(),
        day.needed().helped("improvement-log-from-help"),
        words.needed().helped("improvement-log-words-help"),
    ]
}

fn task_fields(crew: &Crew, is_there: bool) -> Vec<Field> {
    let one =
        |(id, name): (&Uuid, &String)| Alternative::new(id.to_string(), said::own("nb", name));
    let options: Vec<Alternative> = crew.iter().map(one).collect();
    let who = if options.is_empty() {
        Field::line(WHO, "improvement-log-who", ROLE)
    } else {
        let kind = FieldKind::Choice { options, other: Some(ROLE) };
        Field::new(WHO, "improvement-log-who", kind)
    };
    let due = Field::new(DUE, "improvement-log-due", FieldKind::Date);
    let mut fields = vec![
        Field::line(WORDS, "improvement-log-task", LINE).needed(),
        who.helped("improvement-log-who-help"),
        due.helped("improvement-log-from-help"),
    ];
    if is_there {
        fields.push(Field::new(DONE, "improvement-log-done", FieldKind::Tick));
    }
    fields
}

fn involvement_fields() -> Vec<Field> {
    let phases = alternatives(InvolvementPhase::NAMES, |name| {
        InvolvementPhase::named(name).map(InvolvementPhase::key)
    });
    let ways = alternatives(InvolvementWay::NAMES, |name| {
        InvolvementWay::named(name).map(InvolvementWay::key)
    });
    let which = alternatives(Involved::NAMES, |name| Involved::named(name).map(Involved::key));
    vec![
        Field::choice(WHICH, "improvement-log-which", which).needed(),
        Field::choice(WAY, "improvement-log-way", ways).needed(),
        Field::choice(PHASE, "improvement-log-phase", phases).needed(),
        Field::new(DAY, "improvement-log-day", FieldKind::Date).helped("improvement-log-from-help"),
        Field::text(WORDS, "improvement-log-how", PROSE, 3).helped("improvement-log-how-help"),
    ]
}

impl Row {
    pub fn id(&self) -> Uuid {
        match self {
            Self::Log(row) => row.id,
            Self::Task(row) => row.id,
            Self::Involvement(row) => row.id,
        }
    }

    pub fn number(&self) -> i32 {
        match self {
            Self::Log(row) => row.number,
            Self::Task(row) => row.number,
            Self::Involvement(row) => row.number,
        }
    }

    /// As somebody would have filled it in. Whom nobody can name any more is not named.
    pub fn filled(&self, names: &Crew) -> Filled {
        let day = |day: Option<time::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let typed: Vec<(&str, String)> = match self {
            Self::Log(row) => vec![
                (KIND, row.kind.clone()),
                (DAY, row.day.to_string()),
                (WORDS, row.words.clone()),
            ],
            Self::Task(row) => {
                let who = row.person_id.filter(|id| names.contains_key(id));
                let who = who.map(|id| id.to_string());
                let done = row.done_on.map(|_| "true".to_owned());
                vec![
                    (WORDS, row.words.clone()),
                    (WHO, who.unwrap_or_else(|| row.role.clone())),
                    (DUE, day(row.due)),
                    (DONE, done.unwrap_or_default()),
                ]
            }
            Self::Involvement(row) => vec![
                (WHICH, row.who.clone()),
                (WAY, row.way.clone()),
                (PHASE, row.phase.clone()),
                (DAY, row.happened.clone().unwrap_or_default()),
                (WORDS, row.words.clone()),
            ],
        };
        let mut filled = Filled::empty();
        for (name, value) in typed.into_iter().filter(|(_, value)| !value.is_empty()) {
            filled.typed.set(name, value);
        }
        filled
    }

    /// What it is about, in the team's words or, where there are none, in ours.
    pub fn words(&self, t: Text, work: &Work) -> Words {
        match self {
            Self::Log(row) => own(t, work, &row.words),
            Self::Task(row) => own(t, work, &row.words),
            Self::Involvement(row) if row.words.is_empty() => way(t, row),
            Self::Involvement(row) => own(t, work, &row.words),
        }
    }

    /// What stands beside: of what kind, when, who.
    pub fn beside(&self, t: Text, names: &Crew) -> String {
        let parts: Vec<String> = match self {
            Self::Log(row) => {
                let kind = LogKind::named(&row.kind).map(|kind| t.plain(kind.key()));
                kind.into_iter().chain([t.date(row.day)]).collect()
            }
            Self::Task(row) => {
                let name = row.person_id.and_then(|id| names.get(&id).cloned());
                let due = row.due.filter(|_| row.done_on.is_none());
                let due = due.map(|day| t.plain_with("improvement-log-due-on", "day", t.date(day)));
                let done = row.done_on;
                let done =
                    done.map(|day| t.plain_with("improvement-log-done-on", "day", t.date(day)));
                let who = name.unwrap_or_else(|| row.role.clone());
                [Some(who), due, done].into_iter().flatten().collect()
            }
            Self::Involvement(row) => {
                let which = Involved::named(&row.who).map(|who| t.plain(who.key()));
                let phase = InvolvementPhase::named(&row.phase).map(|one| t.plain(one.key()));
                let day = row.happened.as_deref().and_then(|text| text.parse().ok());
                let day = day.map(|date: PartialDate| t.partial(&date));
                let way = (!row.words.is_empty()).then(|| String::from(way(t, row)));
                [which, way, phase, day].into_iter().flatten().collect()
            }
        };
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    /// Is it a task that is not done?
    pub fn is_open_task(&self) -> bool {
        matches!(self, Self::Task(task) if task.done_on.is_none())
    }

    /// Is it a task whose day has passed?
    pub fn is_late(&self, today: time::Date) -> bool {
        matches!(self, Self::Task(task) if task.done_on.is_none() && task.due.is_some_and(|due| due < today))
    }

    /// Whom a task was given to, though they may have left the team.
    pub fn person(&self) -> Option<Uuid> {
        match self {
            Self::Task(task) => task.person_id,
            _ => None,
        }
    }
}

fn way(t: Text, row: &Involvement) -> Words {
    let way = InvolvementWay::named(&row.way).unwrap_or(InvolvementWay::Asked);
    t.get(way.key())
}
