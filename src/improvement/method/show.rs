//! The phases of a work: what has been done in each, what helps, and one step that is suggested next.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::{called, place, said, written};
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::{Id, frame_under, open, path};
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit};
use crate::work::method::{Followed, Phase, Place, Step, Tool, signs};
use crate::work::{Open, Sign, Standing};

#[derive(Template)]
#[template(path = "improvement/method/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    parts: Parts,
    work: String,
    method: Words,
    about: Words,
    /// Said when some of its words are ours, and no model's.
    ours: Option<Words>,
    /// The way to another method.
    choose: Words,
    /// Said when there is a later version of it.
    newer: Option<Words>,
    next: Option<Shown>,
    phases: Vec<Stretch>,
    may_write: bool,
    is_saved: bool,
}

/// A phase with its steps.
struct Stretch {
    id: &'static str,
    title: Words,
    help: Words,
    is_ours: bool,
    taken: usize,
    steps: Vec<Shown>,
}

/// A step, with what the team has done.
struct Shown {
    id: &'static str,
    title: Words,
    help: Words,
    href: String,
    state: Option<Words>,
    is_next: bool,
    /// What the team says of it.
    words: Option<Words>,
    /// What there is of it in the workspace, and where.
    done: Vec<(Words, String)>,
    tools: Vec<(Words, String)>,
}

/// What the steps of one page are shown by.
struct Teller<'a> {
    t: Text,
    open: &'a Open,
    followed: &'a Followed,
    signs: &'a BTreeMap<Sign, usize>,
    next: Option<&'static str>,
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let t = visit.t;
    let open = open(&app, &visit, id).await?;
    let (outline, cycles) = (open.outline(&app.db).await?, open.cycles(&app.db).await?);
    let measures = open.measures(&app.db).await?;
    let followed = open.method(&app.db).await?;
    let signs = signs(&open, &outline, &measures, &cycles);
    let next = followed.next(&signs, open.is_over());
    let teller = Teller {
        t,
        open: &open,
        followed: &followed,
        signs: &signs,
        next: next.map(|(_, step)| step.id.as_str()),
    };
    let frame =
        frame_under(&app, &visit, &open, &t.plain("improvement-method-phases"), &place(t.lang, id));
    let choose =
        if followed.is_chosen { "improvement-method-change" } else { "improvement-method-choose" };
    let page = Show {
        t,
        frame,
        parts: Parts::above(t, &open, "/faser"),
        work: path(t.lang, id),
        method: said(t, &followed.method.title),
        about: said(t, &followed.method.about),
        ours: followed.method.is_partly_ours().then(|| t.get("improvement-method-ours")),
        choose: t.get(choose),
        newer: followed.newer().map(|_| t.get("improvement-method-newer")),
        next: next.map(|(_, step)| teller.step(step)),
        phases: followed.method.phases.iter().map(|phase| teller.phase(phase)).collect(),
        may_write: open.standing >= Standing::Writes,
        is_saved: visit.parameters()?.get("lagret").is_some(),
    };
    crate::web::page(StatusCode::OK, &page)
}

impl Teller<'_> {
    fn phase(&self, phase: &'static Phase) -> Stretch {
        let is_taken = |step: &&Step| self.followed.is_taken(step, self.signs);
        Stretch {
            id: &phase.id,
            title: called(self.t, self.open, self.followed, &phase.id, &phase.title),
            help: said(self.t, &phase.help),
            is_ours: phase.is_ours,
            taken: phase.steps.iter().filter(is_taken).count(),
            steps: phase.steps.iter().map(|step| self.step(step)).collect(),
        }
    }

    fn step(&self, step: &'static Step) -> Shown {
        let t = self.t;
        let work = path(t.lang, self.open.work.id);
        let said_of = self.followed.steps.get(&step.id);
        let words = said_of.map(|one| one.words.as_str()).filter(|words| !words.is_empty());
        let state = self.followed.state(step).map(|state| t.get(state.key()));
        let is_taken = || self.followed.is_taken(step, self.signs);
        let there = step.signs.iter().filter_map(|sign| Some((*sign, *self.signs.get(sign)?)));
        let done =
            |(sign, count): (Sign, usize)| (t.with(sign.key(), "count", count), at(&work, sign));
        Shown {
            id: &step.id,
            title: called(t, self.open, self.followed, &step.id, &step.title),
            help: said(t, &step.help),
            href: format!("{}/{}", place(t.lang, self.open.work.id), step.id),
            state: state.or_else(|| is_taken().then(|| t.get("improvement-method-there"))),
            is_next: self.next == Some(step.id.as_str()),
            words: words.map(|words| written(t, self.open, words)),
            done: there.map(done).collect(),
            tools: step
                .tools
                .iter()
                .map(|tool| (said(t, &tool.title), way(t, &work, tool)))
                .collect(),
        }
    }
}

/// Where in the workspace a sign is seen.
fn at(work: &str, sign: Sign) -> String {
    match sign {
        Sign::Aim | Sign::WholeAim => format!("{work}#malet"),
        Sign::Drivers | Sign::Ideas => format!("{work}/drivere"),
        Sign::Measures | Sign::Goals | Sign::Numbers => format!("{work}#malinger"),
        Sign::Cycles | Sign::Studied | Sign::Decided | Sign::Adopted => format!("{work}#tester"),
        Sign::Team | Sign::Sponsor | Sign::Users | Sign::Finished => format!("{work}#teamet"),
    }
}

/// Where a tool is.
fn way(t: Text, work: &str, tool: &Tool) -> String {
    let code = t.lang.code();
    match tool.at {
        Place::Aim => format!("{work}/mal"),
        Place::Drivers => format!("{work}/drivere"),
        Place::Measures => format!("{work}#malinger"),
        Place::Cycles => format!("{work}#tester"),
        Place::Note => format!("{work}/merke"),
        Place::Team => format!("{work}#teamet"),
        Place::Reading => format!("/{code}/diagrammer"),
        Place::Search => {
            let words = said(t, &tool.title);
            format!("/{code}/sok{}", Query::default().and("q", words.as_str()))
        }
    }
}
