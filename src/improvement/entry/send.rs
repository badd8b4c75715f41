//! The form: each period that is filled in is entered for itself, and what could not be comes back with why.

use axum::extract::{Request, State};
use serde_json::Value;
use uuid::Uuid;

use super::super::sure::{self, SURE};
use super::super::{Id, masked_but, said};
use super::desk::{
    ALL, Desk, FEWER, INSTEAD, LIMIT, Line, MORE, NONE, SENT, TAP_ALL, UNDO, VALUE, WHY, tap,
    tap_all,
};
use super::keep::{Asked, keep};
use super::page::page;
use super::rows;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, Submitted, WHOLE};
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Doubt, Entry, Number, Refused, Shape, Tally};

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let desk = Desk::open(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked(&app, &visit, &mut sent).await?;
    nothing(&desk, &mut sent);
    let button = button(&sent, &desk);
    let lines = desk.lines(&sent);
    for line in &lines {
        sure::spread(&mut sent, line.measured, (&line.named(VALUE), &line.named(ALL)));
    }
    let form = desk.form(&lines, &sent);
    let mut filled = Filled::of_sent(sent, &form, &RegisterNames::default()).and(faults);
    if !filled.is_good() {
        return page(&app, &visit, &desk, &filled, 0).await;
    }
    let asked = read(&desk, &lines, &filled);
    for (name, fault) in unsure(&asked, &filled) {
        sure::ask(&mut filled.typed, &name);
        filled = filled.and([fault]);
    }
    let filled = filled.and(asked.iter().filter_map(|one| one.as_ref().err().cloned()));
    if !filled.is_good() {
        return page(&app, &visit, &desk, &filled, 0).await;
    }
    let mut round = Round { app: &app, visit: &visit, work: id, desk: &desk, filled, saved: 0 };
    for (line, entry) in asked.into_iter().flatten() {
        round.enter(line, entry).await?;
    }
    if let Some(asked) = button {
        round.press(asked).await?;
    }
    round.answer(&lines).await
}

/// Stops persons where something is typed; a number that the team says is none stays.
async fn masked(app: &App, visit: &Visit, sent: &mut Submitted) -> Result<Vec<Fault>, Error> {
    let names: Vec<String> =
        sent.names().filter(|name| !is_typed(name)).map(str::to_owned).collect();
    let ours: Vec<&str> = names.iter().map(String::as_str).collect();
    masked_but(app, visit, sent, &ours).await
}

fn is_typed(name: &str) -> bool {
    let input = name.split('_').next().unwrap_or_default();
    matches!(input, VALUE | ALL | WHY | TAP_ALL)
}

/// The button that says that nothing happened, or that nobody was there to count, fills it in.
fn nothing(desk: &Desk, sent: &mut Submitted) {
    let key = sent.value(NONE).to_owned();
    let Some((measure, _)) = rows::read(&key) else { return };
    let shape = desk.measured(measure).map(said::shape);
    // It says nothing of what is measured.
    if shape == Some(Shape::Value) {
        return;
    }
    sent.set(&format!("{VALUE}_{key}"), "0");
    if shape == Some(Shape::Share) {
        sent.set(&format!("{ALL}_{key}"), "0");
    }
}

/// A tap, or what is to be undone.
fn button(sent: &Submitted, desk: &Desk) -> Option<Asked> {
    let tapped = [(MORE, 1), (FEWER, -1)].into_iter().find_map(|(name, more)| {
        let (measure, day) = rows::read(sent.value(name))?;
        desk.measured(measure)?;
        let typed = sent.value(&tap_all(measure)).trim();
        // What is no number is told by who keeps it.
        let read = |typed| figures::number::plain(typed).unwrap_or(f64::NAN);
        let all = Some(typed).filter(|typed| !typed.is_empty()).map(read);
        let sent = Uuid::try_parse(sent.value(&tap(measure))).ok()?;
        Some(Asked::Tally(Tally { measure, day, more, all, sent }))
    });
    let undone = || {
        let (measure, sent) = sent.value(UNDO).split_once('_')?;
        let (measure, sent) = (Uuid::try_parse(measure).ok()?, Uuid::try_parse(sent).ok()?);
        desk.measured(measure)?;
        Some(Asked::Undo { measure, sent })
    };
    tapped.or_else(undone)
}

/// What is filled in of each line, or what is wrong with it.
fn read<'a>(
    desk: &Desk,
    lines: &'a [Line<'a>],
    filled: &Filled,
) -> Vec<Result<(&'a Line<'a>, Entry), Fault>> {
    let typed = &filled.typed;
    let number = |name: &str| filled.value.get(name).and_then(Value::as_f64);
    let one = |line: &'a Line<'a>| {
        let Some(value) = number(&line.named(VALUE)) else {
            return Err(Fault::missing(line.named(VALUE)));
        };
        let instead = Uuid::try_parse(typed.value(&line.named(INSTEAD))).ok();
        let entry = Entry {
            measure: line.measured.row.id,
            day: line.day,
            number: Some(Number { value, denominator: number(&line.named(ALL)) }),
            sent: Uuid::try_parse(typed.value(&line.named(SENT))).unwrap_or_default(),
            instead_of: instead.map(|id| (id, filled.text(&line.named(WHY)).to_owned())),
        };
        Ok((line, entry))
    };
    lines.iter().filter(|line| !line.is_untouched(desk.t, typed)).map(one).collect()
}

/// What is most likely a slip, and the question whether it is.
fn unsure(asked: &[Result<(&Line<'_>, Entry), Fault>], filled: &Filled) -> Vec<(String, Fault)> {
    let one = |(line, entry): &(&Line<'_>, Entry)| {
        let (name, number) = (line.named(SURE), entry.number?);
        let key = sure::number(line.measured, number.value)?;
        let is_said = sure::is_said(&filled.typed, &name);
        (!is_said).then(|| (name, Fault::new(line.named(VALUE), key)))
    };
    asked.iter().flatten().filter_map(one).collect()
}

/// What is entered of one form, and what becomes of it.
struct Round<'a> {
    app: &'a App,
    visit: &'a Visit,
    work: Uuid,
    desk: &'a Desk,
    filled: Filled,
    saved: usize,
}

impl Round<'_> {
    async fn enter(&mut self, line: &Line<'_>, mut entry: Entry) -> Result<(), Error> {
        if entry.sent.is_nil() {
            entry.sent = self.app.clock.random_id();
        }
        let refused = keep(self.app, self.visit, self.work, &Asked::Number(entry)).await;
        let fault = match refused {
            Ok(_) => {
                self.saved += 1;
                for input in [VALUE, ALL, WHY, SENT, INSTEAD, SURE] {
                    self.filled.typed.take(&line.named(input));
                }
                return Ok(());
            }
            Err(Refused::Doubt(doubt)) => Fault::new(line.named(place(doubt)), doubt.key()),
            Err(Refused::Twice(there)) => {
                let t = self.desk.t;
                self.filled.typed.set(&line.named(INSTEAD), there.id.to_string());
                let period = said::period(t, said::frequency(line.measured), there.day);
                Fault::new(line.named(WHY), "improvement-fault-twice")
                    .filled("period", period)
                    .filled("number", said::number(t, line.measured, &there))
            }
            Err(error) => return self.failed(super::super::refused(error)),
        };
        self.add([fault]);
        Ok(())
    }

    /// A button that was pressed twice, or too late, changes nothing.
    async fn press(&mut self, asked: Asked) -> Result<(), Error> {
        match keep(self.app, self.visit, self.work, &asked).await {
            Err(Refused::Doubt(doubt)) if place(doubt) == ALL || doubt == Doubt::NotCounted => {
                self.add([Fault::new(WHOLE, doubt.key())]);
                Ok(())
            }
            Ok(_) | Err(Refused::Stale | Refused::Doubt(_) | Refused::NotThere) => Ok(()),
            Err(error) => self.failed(super::super::refused(error)),
        }
    }

    /// What could not be saved now comes back, to be sent once more: what was saved is known then.
    fn failed(&mut self, error: Error) -> Result<(), Error> {
        if !error.will_pass() {
            return Err(error);
        }
        self.filled = std::mem::take(&mut self.filled).unsaved();
        Ok(())
    }

    fn add(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.filled = std::mem::take(&mut self.filled).and(faults);
    }

    async fn answer(mut self, lines: &[Line<'_>]) -> Reply {
        if self.filled.is_good() {
            let saved = self.saved;
            return Ok(crate::web::see_other(&format!("{}?lagret={saved}", self.desk.here())));
        }
        // Of a period that nobody wrote in, only its place in the form came along.
        let (t, typed) = (self.desk.t, &self.filled.typed);
        let empty = |line: &&Line<'_>| {
            line.is_untouched(t, typed) && typed.value(&line.named(INSTEAD)).is_empty()
        };
        let empty: Vec<String> = lines.iter().filter(empty).map(|line| line.named(VALUE)).collect();
        for name in empty {
            self.filled.typed.take(&name);
        }
        let is_away = self.filled.status().is_server_error();
        let answer = match Desk::open(self.app, self.visit, self.work).await {
            Ok(now) => page(self.app, self.visit, &now, &self.filled, self.saved).await,
            Err(_) if is_away => {
                page(self.app, self.visit, self.desk, &self.filled, self.saved).await
            }
            Err(error) => Err(error),
        };
        if is_away { answer.map(crate::web::unsaved) } else { answer }
    }
}

/// At which input a doubt is told.
fn place(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Future | Doubt::FarOff | Doubt::NotCounted => VALUE,
        Doubt::NoDenominator | Doubt::MoreThanAll | Doubt::NothingAtRisk => ALL,
        Doubt::NoReason => WHY,
    }
}
