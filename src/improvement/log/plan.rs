//! The plan of a small test: what is tried, what one thinks will happen, who, where and when, and how it is seen. One
//! may go on from the last.

use axum::extract::{Request, State};
use uuid::Uuid;

use super::cycles::{self, At, Told, found};
use super::form::{Asked, page};
use super::{AFTER, HIDDEN, IDEA, LIMIT, SEEN, SENT, day, received, seen, sent, today, writable};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, FieldKind, Filled, Form};
use crate::improvement::{Id, LINE, PROSE, again, refused, said};
use crate::login::known;
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Cycle, Driver, Level, NewCycle, Open, Refused, Standing, Writer};

const PLAN: &str = "hva";
const THINK: &str = "tror";
const WHERE: &str = "hvem_hvor";
const FROM: &str = "fra";
const SEEN_BY: &str = "ser";

/// Is it a change idea, or the one that a test has already?
fn is_offered(driver: &Driver, chosen: Option<Uuid>) -> bool {
    driver.level == Level::Idea.name() || Some(driver.id) == chosen
}

/// The form, with the change ideas of the driver diagram to choose among, where there are any.
fn form(open: &Open, drivers: &[Driver], chosen: Option<Uuid>) -> Form {
    let idea = |driver: &Driver| {
        Alternative::new(driver.id.to_string(), said::own(&open.work.lang, &driver.words))
    };
    let offered = drivers.iter().filter(|driver| is_offered(driver, chosen));
    let ideas: Vec<Alternative> = offered.map(idea).collect();
    let mut fields = vec![
        Field::text(PLAN, "improvement-log-plan", PROSE, 3)
            .needed()
            .helped("improvement-first-change-help"),
        Field::text(THINK, "improvement-log-think", PROSE, 2)
            .needed()
            .helped("improvement-log-think-help"),
        Field::line(WHERE, "improvement-log-where", LINE).helped("improvement-log-where-help"),
        Field::new(FROM, "improvement-log-from", FieldKind::Date)
            .helped("improvement-log-from-help"),
        Field::text(SEEN_BY, "improvement-log-seen-by", PROSE, 2)
            .helped("improvement-log-seen-by-help"),
    ];
    if !ideas.is_empty() {
        fields.push(Field::choice(IDEA, "improvement-log-idea", ideas));
    }
    Form::new(LIMIT, fields).hiding(HIDDEN)
}

/// The form with a plan in it. An idea that is gone is left out.
fn filled(cycle: &Cycle, drivers: &[Driver], chosen: Option<Uuid>) -> Filled {
    let mut filled = Filled::empty();
    let is_there =
        |id: &Uuid| drivers.iter().any(|driver| driver.id == *id && is_offered(driver, chosen));
    let from = cycle.from_day.map(|day| day.to_string()).unwrap_or_default();
    let idea = cycle.driver_id.filter(is_there).map(|id| id.to_string()).unwrap_or_default();
    for (name, value) in [
        (PLAN, cycle.plan.as_str()),
        (THINK, cycle.prediction.as_str()),
        (WHERE, cycle.who_where.as_str()),
        (FROM, from.as_str()),
        (SEEN_BY, cycle.seen_by.as_str()),
        (IDEA, idea.as_str()),
    ] {
        if !value.is_empty() {
            filled.typed.set(name, value);
        }
    }
    filled
}

fn read(app: &App, filled: &Filled) -> Result<NewCycle, Fault> {
    Ok(NewCycle {
        sent: Some(sent(app, filled)),
        follows: filled.typed.value(AFTER).parse().ok(),
        driver: Uuid::try_parse(filled.text(IDEA)).ok(),
        plan: filled.text(PLAN).to_owned(),
        prediction: filled.text(THINK).to_owned(),
        who_where: filled.text(WHERE).to_owned(),
        seen_by: filled.text(SEEN_BY).to_owned(),
        from: day(app, filled, FROM)?,
    })
}

/// A new test; from the last one what it says is to be tried next, with who and where as it was.
pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let open = writable(&app, &visit, id).await?;
    let query = visit.parameters()?;
    let mut filled = Filled::empty();
    if let Some(after) = query.get(AFTER) {
        let nth = after.parse::<i32>().map_err(|_| Error::NotUnderstood(AFTER))?;
        let last = open.cycle(&app.db, nth).await?.ok_or(Error::NotFound)?;
        let plan = if last.next.is_empty() { last.plan.clone() } else { last.next.clone() };
        let next = Cycle { plan, prediction: String::new(), from_day: None, ..last };
        filled = self::filled(&next, &open.drivers(&app.db).await?.0, None);
        filled.typed.set(AFTER, nth.to_string());
    }
    filled.typed.set(FROM, today(&app).to_string());
    filled.typed.set(SENT, app.clock.random_id().to_string());
    new_page(&app, &visit, &open, &filled).await
}

async fn new_page(app: &App, visit: &Visit, open: &Open, filled: &Filled) -> Reply {
    let t = visit.t;
    let (list, drivers) = (cycles::place(t, &open.work), open.drivers(&app.db).await?.0);
    let form = form(open, &drivers, None);
    let hidden = [SENT, AFTER].map(|name| (name, filled.typed.value(name).to_owned()));
    let asked = Asked {
        heading: "improvement-log-new",
        lead: "improvement-log-new-lead",
        under: Some((t.plain("improvement-log-cycles"), list.clone())),
        action: format!("{list}/ny"),
        hidden: hidden.to_vec(),
        form: &form,
        filled,
        now: None,
        may_drop: false,
        before: Vec::new(),
    };
    page(app, visit, open, asked)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let open = writable(&app, &visit, id).await?;
    let drivers = open.drivers(&app.db).await?.0;
    let filled = received(&app, request, &form(&open, &drivers, None)).await;
    if !filled.is_good() {
        return new_page(&app, &visit, &open, &filled).await;
    }
    let new = match read(&app, &filled) {
        Ok(new) => new,
        Err(fault) => return new_page(&app, &visit, &open, &filled.and([fault])).await,
    };
    match save(&app, &visit, (id, None), &new).await {
        Ok(()) => Ok(crate::web::see_other(&cycles::place(visit.t, &open.work))),
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            let page = new_page(&app, &visit, &open, &filled.unsaved()).await;
            page.map(crate::web::unsaved)
        }
    }
}

/// A test that is there, for those who write in the work.
async fn old(app: &App, visit: &Visit, at: &At) -> Result<(Open, Cycle, Vec<Driver>), Error> {
    let (open, cycle) = found(app, visit, at).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let drivers = open.drivers(&app.db).await?.0;
    Ok((open, cycle, drivers))
}

pub async fn show_old(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, cycle, drivers) = old(&app, &visit, &at).await?;
    let there = (&open, &cycle, drivers.as_slice());
    old_page(&app, &visit, there, (&filled(&cycle, &drivers, cycle.driver_id), cycle.number, false))
}

fn old_page(
    app: &App,
    visit: &Visit,
    (open, cycle, drivers): (&Open, &Cycle, &[Driver]),
    (filled, seen, is_stale): (&Filled, i32, bool),
) -> Reply {
    let t = visit.t;
    let here = format!("{}/{}", cycles::place(t, &open.work), cycle.nth);
    let form = form(open, drivers, cycle.driver_id);
    let told = Told { t, work: &open.work, drivers };
    let heading = String::from(t.with("improvement-log-cycle", "nth", cycle.nth));
    let asked = Asked {
        heading: "improvement-log-replan",
        lead: "improvement-log-replan-lead",
        under: Some((heading, here.clone())),
        action: format!("{here}/plan"),
        hidden: vec![(SEEN, seen.to_string())],
        form: &form,
        filled,
        now: is_stale.then(|| told.plan(cycle)),
        may_drop: false,
        before: Vec::new(),
    };
    page(app, visit, open, asked)
}

pub async fn send_old(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, cycle, drivers) = old(&app, &visit, &at).await?;
    let there = (&open, &cycle, drivers.as_slice());
    let filled = received(&app, request, &form(&open, &drivers, cycle.driver_id)).await;
    let seen = seen(&filled);
    if !filled.is_good() {
        return old_page(&app, &visit, there, (&filled, seen, false));
    }
    let new = match read(&app, &filled) {
        Ok(new) => new,
        Err(fault) => {
            return old_page(&app, &visit, there, (&filled.and([fault]), seen, false));
        }
    };
    match save(&app, &visit, (at.id, Some((cycle.id, seen))), &new).await {
        Ok(()) => {
            let list = cycles::place(visit.t, &open.work);
            Ok(crate::web::see_other(&format!("{list}/{}", cycle.nth)))
        }
        Err(Refused::Stale) => {
            let (open, cycle, drivers) = old(&app, &visit, &at).await?;
            let there = (&open, &cycle, drivers.as_slice());
            old_page(&app, &visit, there, (&filled, cycle.number, true))
        }
        Err(error) => again(refused(error), filled, |filled| {
            old_page(&app, &visit, there, (filled, seen, false))
        }),
    }
}

/// Plans a test, or writes the plan of one anew.
async fn save(
    app: &App,
    visit: &Visit,
    (work, old): (Uuid, Option<(Uuid, i32)>),
    new: &NewCycle,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, new) = (app.clock.clone(), who.clone(), new.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            match old {
                Some(cycle) => writer.replan(work, cycle, new).await,
                None => writer.plan_cycle(work, new).await.map(|_| ()),
            }
        })
    })
    .await
}
