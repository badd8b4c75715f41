//! Many numbers at once: pasted from a spreadsheet or in a file, asked about, shown line by line, then kept.

mod ask;
mod save;
mod table;
#[cfg(test)]
mod tests;
mod told;
mod wanted;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use figures::import::{self, Outcome};
use uuid::Uuid;

use super::{INSTEAD, SENT, frame_under, open, path};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::forms::{Field, Filled, Form, RegisterNames, Submitted, View, WHOLE};
use crate::i18n::{Text, Words};
use crate::rights::Right;
use crate::room::Route;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Measured, Open, Standing, last_import};
pub(super) use ask::{Asker, answers, settle};
use table::Table;
use told::{Against, Teller, Told};
pub(super) use told::{kept, person, trouble, wrong};
pub(super) use wanted::Counted;

pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/arbeid/{id}/lim-inn/{measure}", KNOWN, show),
        Route::post("/{lang}/arbeid/{id}/lim-inn/{measure}", KNOWN, send),
        Route::post("/{lang}/arbeid/{id}/lim-inn/{measure}/angre", KNOWN, save::undo),
    ]
}

/// What is pasted, the file, and the table as the second step carries it.
const TEXT: &str = "tabell";
const FILE: &str = "fil";
const TABLE: &str = "ark";
/// Which sheet, what to do with numbers that differ, and why.
const SHEET: &str = "arkvalg";
const DIFFERS: &str = "ulike";
const REPLACE: &str = "erstatt";
const WHY: &str = "grunn";
/// The button that keeps it; the other only shows it again.
const KEEP: &str = "lagre";
const AGAIN: &str = "vis";

/// A table of the size that is read, as the second step carries it.
const LIMIT: usize = 12 * 1024 * 1024;
const PASTED: usize = 1_000_000;

/// The measure of an address.
#[derive(serde::Deserialize)]
struct At {
    id: Uuid,
    measure: Uuid,
}

/// The first step: where the table is pasted.
#[derive(Template)]
#[template(path = "improvement/paste/first.html")]
struct First {
    t: Text,
    frame: Frame,
    name: Words,
    action: String,
    back: String,
    fields: View,
    /// What was just done.
    done: Option<Words>,
    /// The newest table that was entered, to be undone.
    last: Option<Last>,
}

struct Last {
    sent: Uuid,
    words: Words,
}

/// The second step: what is asked, and what each line became.
#[derive(Template)]
#[template(path = "improvement/paste/second.html")]
struct Second {
    t: Text,
    frame: Frame,
    name: Words,
    action: String,
    fields: View,
    table: String,
    sent: Uuid,
    instead: String,
    /// What the columns are taken for.
    columns: Vec<(Words, String)>,
    has_all: bool,
    remarks: Vec<&'static str>,
    trouble: Option<&'static str>,
    summary: Words,
    lines: Vec<Told>,
    more: usize,
    may_keep: bool,
}

/// A measure, for whoever enters its numbers.
struct Desk<'a> {
    app: &'a App,
    visit: &'a Visit,
    at: &'a At,
    open: &'a Open,
    measured: &'a Measured,
}

async fn found(app: &App, visit: &Visit, at: &At) -> Result<(Open, Measured), Error> {
    let open = open(app, visit, at.id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let measured = open.measure(&app.db, at.measure).await?.ok_or(Error::NotFound)?;
    Ok((open, measured))
}

async fn show(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured) = found(&app, &visit, &at).await?;
    let desk = Desk { app: &app, visit: &visit, at: &at, open: &open, measured: &measured };
    desk.first(&Filled::empty()).await
}

async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, measured) = found(&app, &visit, &at).await?;
    let desk = Desk { app: &app, visit: &visit, at: &at, open: &open, measured: &measured };
    let mut sent = Submitted::receive(request, LIMIT).await;
    let table = match Table::take(&mut sent).await {
        Ok(table) => table,
        Err(fault) => return desk.first(&Filled::unread(sent).and([fault])).await,
    };
    sent.take(TEXT);
    let masked = sent.mask_but(|name, _| [SENT, INSTEAD, crate::forms::PROOF].contains(&name));
    let masked = masked.into_iter().map(|place| Fault::new(place, "improvement-fault-identity"));
    let masked: Vec<Fault> = masked.collect();
    let asked = desk.asked(&table, &mut sent);
    let keeps = table.is_carried && !sent.value(KEEP).is_empty();
    if !keeps {
        let filled = Filled::unread(sent).and(masked);
        return desk.second(&table, &asked, &filled);
    }
    let given = save::Given::of(&sent, &app);
    let filled = Filled::of_sent(sent, &asked.form, &RegisterNames::default()).and(masked);
    let filled = filled.and(asked.fault());
    if !filled.is_good() {
        return desk.second(&table, &asked, &filled);
    }
    save::keep(&desk, (&table, &asked), (filled, given)).await
}

/// What a table says with the answers that were given, and the form that asks for the rest.
struct Asked {
    outcome: Option<Outcome>,
    against: Against,
    form: Form,
}

impl Asked {
    /// Why it cannot be kept, whatever was filled in.
    fn fault(&self) -> Option<Fault> {
        let outcome = self.outcome.as_ref()?;
        if let Some(why) = outcome.trouble {
            return Some(Fault::new(WHOLE, told::trouble(why)));
        }
        let is_empty = outcome.points().next().is_none() && outcome.open().next().is_none();
        is_empty.then(|| Fault::new(WHOLE, "improvement-paste-fault-nothing"))
    }
}

impl Desk<'_> {
    fn here(&self) -> String {
        let work = path(self.visit.lang(), self.at.id);
        format!("{work}/lim-inn/{}", self.at.measure)
    }

    fn name(&self) -> Words {
        let lang = crate::i18n::Lang::parse(&self.open.work.lang);
        let t = self.visit.t;
        Words::name(t.lang, &self.measured.definition.name, lang.unwrap_or(t.lang))
    }

    /// Reads the table with the answers that were sent.
    fn asked(&self, table: &Table, sent: &mut Submitted) -> Asked {
        let counted = Counted::of(self.measured);
        let asker = Asker { t: self.visit.t, counted };
        let mut fields: Vec<Field> = Vec::new();
        let sheet = if table.sheets.len() > 1 {
            fields.push(asker.sheet(&table.sheets));
            sent.value(SHEET).parse().ok().and_then(|at: usize| table.sheets.get(at))
        } else {
            sent.take(SHEET);
            table.sheets.first()
        };
        let mut against = Against::default();
        let outcome = sheet.map(|sheet| {
            let today = oslo_day(self.app.clock.now());
            import::read(&sheet.grid, &counted.wanted(today), &answers(sent))
        });
        if let Some(outcome) = &outcome {
            settle(sent, outcome);
            fields.extend(outcome.questions.iter().map(|question| asker.field(question)));
            against = Teller::new(self.visit.t, self.measured).against(outcome);
        } else {
            for topic in import::Topic::ALL {
                sent.take(topic.name());
            }
        }
        if against.differs.is_empty() {
            sent.take(DIFFERS);
            sent.take(WHY);
        } else {
            fields.extend(asker.differs(against.differs.len()));
        }
        let hidden = [SENT, INSTEAD, KEEP, AGAIN];
        let form = Form::new(LIMIT, fields).hiding(hidden).masked();
        Asked { outcome, against, form }
    }

    async fn first(&self, filled: &Filled) -> Reply {
        let t = self.visit.t;
        let text = Field::text(TEXT, "improvement-paste-text", PASTED, 12);
        let form = Form::new(LIMIT, vec![text.helped("improvement-paste-text-help")]);
        let (action, heading) = (self.here(), t.plain("improvement-paste-title"));
        let mut frame = frame_under(self.app, self.visit, self.open, &heading, &action);
        frame.refused = filled.is_refused();
        let query = self.visit.parameters()?;
        let done = if query.get("lagret").is_some() {
            Some(t.get("improvement-paste-kept"))
        } else if query.get("likt").is_some() {
            Some(t.get("improvement-paste-all-same"))
        } else if query.get("angret").is_some() {
            Some(t.get("improvement-paste-undone"))
        } else {
            None
        };
        let last = last_import(&self.app.db, self.at.id, self.at.measure).await?;
        let last = last.map(|(sent, change)| {
            let numbers = change.was.as_ref().and_then(|was| was.get("numbers")?.as_u64());
            let (count, day) = (numbers.unwrap_or(0), t.day(*change.made_at));
            Last { sent, words: t.with2("improvement-paste-last", "count", count, "day", day) }
        });
        let mut fields = View::new(t, &form, filled, &RegisterNames::default());
        // Either of the two is needed, so neither is said to be.
        for field in &mut fields.fields {
            field.need = None;
        }
        let page = First {
            t,
            frame,
            name: self.name(),
            back: path(t.lang, self.at.id),
            fields,
            action,
            done,
            last,
        };
        crate::web::page(filled.status(), &page)
    }

    fn second(&self, table: &Table, asked: &Asked, filled: &Filled) -> Reply {
        let t = self.visit.t;
        let (action, heading) = (self.here(), t.plain("improvement-paste-check"));
        let mut frame = frame_under(self.app, self.visit, self.open, &heading, &action);
        frame.refused = filled.is_refused();
        let teller = Teller::new(t, self.measured);
        let outcome = asked.outcome.as_ref();
        let (lines, more) = outcome.map(|one| teller.lines(one)).unwrap_or_default();
        let differs: Vec<String> = asked.against.differs.iter().map(Uuid::to_string).collect();
        let sent = Uuid::try_parse(filled.typed.value(SENT));
        let remarks = outcome.map(|one| one.remarks.iter().map(|one| told::remark(*one)).collect());
        let (new, same) = (asked.against.new, asked.against.same);
        let page = Second {
            t,
            frame,
            name: self.name(),
            action,
            fields: View::new(t, &asked.form, filled, &RegisterNames::default()),
            table: table.carried(),
            sent: sent.unwrap_or_else(|_| self.app.clock.random_id()),
            instead: differs.join(","),
            columns: outcome.map(|one| self.columns(one)).unwrap_or_default(),
            has_all: outcome.is_some_and(|one| one.columns.denominator.is_some()),
            remarks: remarks.unwrap_or_default(),
            trouble: outcome.and_then(|one| one.trouble).map(told::trouble),
            summary: t.with3(
                "improvement-paste-summary",
                "new",
                new,
                "same",
                same,
                "other",
                differs.len(),
            ),
            lines,
            more,
            may_keep: outcome.is_some_and(|one| one.trouble.is_none()),
        };
        let status = filled.status();
        let is_wrong = page.trouble.is_some() && status == StatusCode::OK;
        crate::web::page(if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { status }, &page)
    }

    /// What each column is taken for, by what the table calls it.
    fn columns(&self, outcome: &Outcome) -> Vec<(Words, String)> {
        let t = self.visit.t;
        let heading = |column: usize| outcome.headings.get(column).cloned().unwrap_or_default();
        let all = [
            (Some(outcome.columns.when), t.get("improvement-when")),
            (outcome.columns.value, t.get("improvement-value")),
            (outcome.columns.denominator, t.get("improvement-all")),
        ];
        let named = all.into_iter().filter_map(|(column, words)| Some((words, heading(column?))));
        named.filter(|(_, heading)| !heading.is_empty()).collect()
    }
}
