//! One driver: its words, how near to the aim it is, what it serves, what shows it and what tries it.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::Value;
use uuid::Uuid;

use super::page::TAKEN;
use super::{At, Told, anchor, place};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{
    Alternative, Field, Filled, Form, RegisterNames, Submitted, View, WHOLE, alternatives,
};
use crate::i18n::Text;
use crate::improvement::said::own;
use crate::improvement::{Id, LIMIT, LINE, SEEN, frame_under, masked_but, open, refused};
use crate::login::known;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Cycle, Driver, Level, Measured, Open, Refused, SetDriver, Standing, Writer};

const WORDS: &str = "ord";
const LEVEL: &str = "niva";
const UNDER: &str = "under";
const MEASURES: &str = "malinger";
const TESTS: &str = "utprovinger";
/// The button that takes it away.
const TAKE: &str = "ta_bort";

#[derive(Template)]
#[template(path = "improvement/drivers/edit.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: String,
    action: String,
    seen: i32,
    fields: View,
    /// What stands now, when another has written it meanwhile.
    now: Option<Now>,
    may_take: bool,
}

/// What another has done with it since it was seen.
enum Now {
    Reworded(String),
    Gone,
    /// Something that a new one was to hang together with is away.
    Beside,
}

/// A work with all that a driver can hang together with.
struct Desk<'a> {
    app: &'a App,
    visit: &'a Visit,
    open: &'a Open,
    told: &'a Told<'a>,
    /// The driver that is changed; none for a new one.
    driver: Option<&'a Driver>,
}

/// What the measures and tests of a work are, for the desk to lean on.
struct Beside {
    measures: Vec<Measured>,
    cycles: Vec<Cycle>,
}

async fn writes(app: &App, visit: &Visit, id: Uuid) -> Result<(Open, Beside), Error> {
    let open = open(app, visit, id).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let measures = open.measures(&app.db).await?;
    let cycles = open.cycles(&app.db).await?;
    Ok((open, Beside { measures, cycles }))
}

async fn told<'a>(app: &App, open: &Open, beside: &'a Beside) -> Result<Told<'a>, Error> {
    let outline = open.outline(&app.db).await?;
    Ok(Told { outline, measures: &beside.measures, cycles: &beside.cycles })
}

impl Desk<'_> {
    fn form(&self) -> Form {
        let lang = self.open.work.lang.as_str();
        let levels = alternatives(Level::NAMES, |name| Level::named(name).map(Level::key));
        let mut fields = vec![
            Field::line(WORDS, "improvement-drivers-words", LINE)
                .needed()
                .helped("improvement-drivers-words-help"),
            Field::choice(LEVEL, "improvement-drivers-level", levels)
                .needed()
                .helped("improvement-drivers-level-help"),
        ];
        let one = |id: Uuid, text: &str| Alternative::new(id.to_string(), own(lang, text));
        let outline = &self.told.outline;
        let is_other = |driver: &&Driver| self.driver.is_none_or(|own| own.id != driver.id);
        let nearer = outline.of(Level::Primary).chain(outline.of(Level::Secondary));
        let under = nearer.filter(is_other).map(|driver| one(driver.id, &driver.words)).collect();
        let measures = self.told.measures.iter();
        let measures = measures.map(|measure| one(measure.row.id, &measure.definition.name));
        let tests = self.told.cycles.iter();
        let tests = tests.map(|cycle| one(cycle.id, &format!("{}. {}", cycle.nth, cycle.plan)));
        let choices: [(&str, &str, &str, Vec<Alternative>); 3] = [
            (UNDER, "improvement-drivers-under", "improvement-drivers-under-help", under),
            (
                MEASURES,
                "improvement-drivers-measures",
                "improvement-drivers-measures-help",
                measures.collect(),
            ),
            (TESTS, "improvement-drivers-tests", "improvement-drivers-tests-help", tests.collect()),
        ];
        for (key, label, help, options) in choices {
            if !options.is_empty() {
                fields.push(Field::choices(key, label, options).helped(help));
            }
        }
        Form::new(LIMIT, fields).hiding([SEEN, TAKE])
    }

    /// The form with the driver as it stands; of a new one, what it is to serve.
    fn prefilled(&self, under: Option<Uuid>) -> Filled {
        let mut filled = Filled::empty();
        let under = under.and_then(|id| self.told.outline.driver(id));
        let level = match (self.driver, under.map(Driver::level)) {
            (Some(driver), _) => driver.level(),
            (None, None) => Level::Primary,
            (None, Some(Level::Primary)) => Level::Secondary,
            (None, Some(_)) => Level::Idea,
        };
        filled.typed.set(LEVEL, level.name());
        let Some(driver) = self.driver else {
            if let Some(under) = under {
                filled.typed.add(UNDER, under.id.to_string());
            }
            return filled;
        };
        let set = SetDriver::of(driver, &self.told.outline, self.told.cycles);
        filled.typed.set(WORDS, set.words);
        for (key, ids) in [(UNDER, set.serves), (MEASURES, set.measures), (TESTS, set.cycles)] {
            for id in ids {
                filled.typed.add(key, id.to_string());
            }
        }
        filled
    }

    /// What was filled in, or why it can't be so.
    fn set(&self, filled: &Filled) -> Result<SetDriver, Fault> {
        let level = Level::named(filled.text(LEVEL)).unwrap_or(Level::Idea);
        let ids = |key: &str| -> Vec<Uuid> {
            let chosen = filled.value.get(key).and_then(Value::as_array);
            let chosen = chosen.into_iter().flatten().filter_map(Value::as_str);
            chosen.filter_map(|id| Uuid::try_parse(id).ok()).collect()
        };
        let set = SetDriver {
            level,
            words: filled.text(WORDS).to_owned(),
            serves: ids(UNDER),
            measures: ids(MEASURES),
            cycles: ids(TESTS),
        };
        let mut above = set.serves.iter().filter_map(|id| self.told.outline.driver(*id));
        let Some(wrong) = above.find(|above| above.level() >= level) else { return Ok(set) };
        let key = match level {
            Level::Primary => "improvement-drivers-fault-primary",
            Level::Secondary | Level::Idea => "improvement-drivers-fault-secondary",
        };
        Err(Fault::new(UNDER, key).filled("driver", wrong.words.clone()))
    }

    fn page(&self, filled: &Filled, now: Option<Now>) -> Reply {
        let (t, here) = (self.visit.t, place(self.visit.lang(), self.open.work.id));
        let (heading, action) = match self.driver {
            Some(driver) => ("improvement-drivers-change", format!("{here}/{}", driver.id)),
            None => ("improvement-drivers-add", format!("{here}/ny")),
        };
        let heading = t.plain(heading);
        let frame =
            frame_under(self.app, self.visit, self.open, &t.plain("improvement-drivers"), &here);
        let mut frame = frame.under(&heading, &action);
        frame.title.clone_from(&heading);
        frame.refused = filled.is_refused() || now.is_some();
        let status = if now.is_some() { StatusCode::CONFLICT } else { filled.status() };
        let fields = View::new(t, &self.form(), filled, &RegisterNames::default());
        let seen = self.driver.map_or(0, |driver| driver.number);
        let may_take = self.driver.is_some();
        crate::web::page(status, &Page { t, frame, heading, action, seen, fields, now, may_take })
    }

    /// Writes it, or with none takes it away.
    async fn save(&self, seen: i32, set: Option<SetDriver>) -> Result<Uuid, Refused> {
        let who = known(self.visit).map_err(|_| Refused::May)?;
        let (work, driver) = (self.open.work.id, self.driver.map(|driver| (driver.id, seen)));
        db::transaction::<Uuid, Refused, _>(&self.app.db, |tx| {
            let (clock, who, set) = (self.app.clock.clone(), who.clone(), set.clone());
            Box::pin(async move {
                let writer = Writer::new(tx, &clock, &who);
                match (set, driver) {
                    (Some(set), driver) => writer.write_driver(work, driver, set).await,
                    (None, Some(driver)) => {
                        writer.set_driver(work, driver, None).await?;
                        Ok(driver.0)
                    }
                    (None, None) => Err(Refused::NotThere),
                }
            })
        })
        .await
    }
}

pub async fn show_new(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let (open, beside) = writes(&app, &visit, id).await?;
    let told = told(&app, &open, &beside).await?;
    let desk = Desk { app: &app, visit: &visit, open: &open, told: &told, driver: None };
    let under = visit.parameters()?;
    let under = under.get(UNDER).and_then(|id| Uuid::try_parse(id).ok());
    desk.page(&desk.prefilled(under), None)
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(At { id, driver }): Named<At>,
) -> Reply {
    let (open, beside) = writes(&app, &visit, id).await?;
    let told = told(&app, &open, &beside).await?;
    let driver = Some(told.outline.driver(driver).ok_or(Error::NotFound)?);
    let desk = Desk { app: &app, visit: &visit, open: &open, told: &told, driver };
    desk.page(&desk.prefilled(None), None)
}

pub async fn send_new(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    sent(&app, &visit, (id, None), request).await
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(At { id, driver }): Named<At>,
    request: Request,
) -> Reply {
    sent(&app, &visit, (id, Some(driver)), request).await
}

async fn sent(
    app: &App,
    visit: &Visit,
    (id, named): (Uuid, Option<Uuid>),
    request: Request,
) -> Reply {
    let (open, beside) = writes(app, visit, id).await?;
    let told = told(app, &open, &beside).await?;
    let driver = named.and_then(|driver| told.outline.driver(driver));
    let desk = Desk { app, visit, open: &open, told: &told, driver };
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked_but(&mut sent, &[UNDER, MEASURES, TESTS]);
    let seen = sent.value(SEEN).parse().unwrap_or(0);
    let takes = !sent.value(TAKE).is_empty();
    let mut filled = Filled::of_sent(sent, &desk.form(), &RegisterNames::default()).and(faults);
    let here = place(visit.lang(), id);
    if let Some(gone) = named.filter(|_| driver.is_none()) {
        // Another took it away meanwhile: what was typed may still be added as a new one.
        let away = || Ok(crate::web::see_other(&format!("{here}?{TAKEN}={gone}")));
        return if takes { away() } else { desk.page(&filled, Some(Now::Gone)) };
    }
    let set = match desk.set(&filled) {
        _ if takes => None,
        Ok(set) => Some(set),
        Err(fault) => {
            filled = filled.and([fault]);
            None
        }
    };
    if !takes && !filled.is_good() {
        return desk.page(&filled, None);
    }
    match desk.save(seen, set).await {
        Ok(id) => Ok(crate::web::see_other(&after(&here, id, (named.is_some(), takes)))),
        Err(Refused::Full) => {
            let full = Fault::new(WHOLE, "improvement-drivers-fault-full");
            desk.page(&filled.and([full]), None)
        }
        Err(Refused::Stale | Refused::NotThere | Refused::Round) => {
            changed(&desk, named, &filled).await
        }
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            desk.page(&filled.unsaved(), None).map(crate::web::unsaved)
        }
    }
}

/// The form again, beside what another has made of the driver meanwhile. Sent again it takes its place.
async fn changed(desk: &Desk<'_>, named: Option<Uuid>, filled: &Filled) -> Reply {
    let (open, beside) = writes(desk.app, desk.visit, desk.open.work.id).await?;
    let told = told(desk.app, &open, &beside).await?;
    let driver = named.and_then(|driver| told.outline.driver(driver));
    let now = match (named, driver) {
        (_, Some(driver)) => Now::Reworded(driver.words.clone()),
        (Some(_), None) => Now::Gone,
        (None, None) => Now::Beside,
    };
    let desk = Desk { app: desk.app, visit: desk.visit, open: &open, told: &told, driver };
    desk.page(filled, Some(now))
}

fn after(here: &str, id: Uuid, (was_there, takes): (bool, bool)) -> String {
    match (was_there, takes) {
        (_, true) => format!("{here}?{TAKEN}={id}"),
        (true, false) => format!("{here}?lagret={id}#{}", anchor(id)),
        (false, false) => format!("{here}?lagt_til={id}#{}", anchor(id)),
    }
}
