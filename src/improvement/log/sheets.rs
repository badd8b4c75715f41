//! The pages of the three lists: each with the form that adds to it, and a page where a row is put right.

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::form::{Asked, Line, page};
use super::past::{Before, Past};
use super::sheet::{Crew, New, Row, Sheet};
use super::{DONE, DROP, SEEN, received, seen, sent, writable};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::improvement::parts::Parts;
use crate::improvement::{Id, frame, named, open, path, refused};
use crate::login::known;
use crate::people::persons;
use crate::rights::Right;
use crate::room::Route;
use crate::text::Fault;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{Change, Changed, Open, Refused, Standing, Writer};

/// A row of an address.
#[derive(serde::Deserialize)]
struct At {
    id: Uuid,
    entry: Uuid,
}

#[derive(Template)]
#[template(path = "improvement/log/sheet.html")]
struct List {
    t: Text,
    frame: Frame,
    parts: Parts,
    heading: Words,
    lead: Words,
    none: Words,
    action: String,
    sent: Uuid,
    /// The form that adds a row, for those who write.
    fields: Option<View>,
    rows: Vec<Told>,
    /// A full name in them, said to those who write.
    named: Option<Words>,
    /// Where all that is published is counted.
    counted: Option<String>,
}

/// A row of the list.
struct Told {
    words: Words,
    beside: String,
    /// Where it is put right, for those who write.
    href: Option<String>,
    seen: i32,
    /// A button says that it is done.
    is_open: bool,
}

pub fn routes() -> Vec<Route> {
    Sheet::ALL.into_iter().flat_map(routes_of).collect()
}

fn routes_of(sheet: Sheet) -> [Route; 4] {
    const KNOWN: Right = Right::LoggedIn;
    let list = format!("/{{lang}}/arbeid/{{id}}/{}", sheet.path());
    let entry = format!("{list}/{{entry}}");
    let shown = move |State(app): State<App>, visit: Visit, Named(at): Named<Id>| async move {
        let open = open(&app, &visit, at.id).await?;
        list_page(&app, &visit, sheet, &open, &Filled::empty()).await
    };
    let added = move |State(app): State<App>,
                      visit: Visit,
                      Named(at): Named<Id>,
                      request: Request| async move {
        add(&app, &visit, (sheet, at.id), request).await
    };
    let one = move |State(app): State<App>, visit: Visit, Named(at): Named<At>| async move {
        let (open, row) = found(&app, &visit, sheet, &at).await?;
        let names = crew(&app, &open, std::slice::from_ref(&row)).await?;
        let shown = (&row.filled(&names), row.number(), false);
        entry_page(&app, &visit, sheet, (&open, &row), shown).await
    };
    let put_right = move |State(app): State<App>,
                          visit: Visit,
                          Named(at): Named<At>,
                          request: Request| async move {
        put(&app, &visit, (sheet, &at), request).await
    };
    [
        Route::get(list.clone(), KNOWN, shown),
        Route::post(list, KNOWN, added),
        Route::get(entry.clone(), KNOWN, one),
        Route::post(entry, KNOWN, put_right),
    ]
}

async fn rows(app: &App, sheet: Sheet, open: &Open) -> Result<Vec<Row>, Error> {
    Ok(match sheet {
        Sheet::Log => open.log(&app.db).await?.into_iter().map(Row::Log).collect(),
        Sheet::Tasks => open.tasks(&app.db).await?.into_iter().map(Row::Task).collect(),
        Sheet::Involvement => {
            open.involvement(&app.db).await?.into_iter().map(Row::Involvement).collect()
        }
    })
}

/// The names of those in the team who have an account, and of those who are named in the rows.
async fn crew(app: &App, open: &Open, rows: &[Row]) -> Result<Crew, Error> {
    let team = open.team.iter().filter_map(|member| member.person_id);
    let ids = team.chain(rows.iter().filter_map(Row::person)).collect();
    Ok(persons::names(&app.db, ids).await?)
}

async fn list_page(app: &App, visit: &Visit, sheet: Sheet, open: &Open, filled: &Filled) -> Reply {
    let t = visit.t;
    let rows = rows(app, sheet, open).await?;
    let names = crew(app, open, &rows).await?;
    let action = format!("{}/{}", path(t.lang, open.work.id), sheet.path());
    let plain = t.plain(sheet.heading());
    let mut frame = frame(app, visit, &plain)
        .under(&open.work.title, path(t.lang, open.work.id))
        .under(plain, &action);
    frame.refused = filled.is_refused();
    let may_write = open.standing >= Standing::Writes;
    // Only those who are in the team now are offered.
    let form = sheet.form(&in_team(open, &names), false);
    let today = oslo_day(app.clock.now());
    let beside = |row: &Row| {
        let beside = row.beside(t, &names);
        if row.is_late(today) {
            format!("{beside} · {}", t.plain("improvement-log-overdue"))
        } else {
            beside
        }
    };
    let told = |row: &Row| Told {
        words: row.words(t, &open.work),
        beside: beside(row),
        href: may_write.then(|| format!("{action}/{}", row.id())),
        seen: row.number(),
        is_open: may_write && row.is_open_task(),
    };
    let is_counted = sheet == Sheet::Involvement;
    let rows: Vec<Told> = rows.iter().map(told).collect();
    let texts = rows.iter().map(|row| row.words.as_str());
    let hint = if may_write { named::hint(t, texts) } else { None };
    let page = List {
        t,
        frame,
        parts: Parts::above(t, open, &format!("/{}", sheet.path())),
        heading: t.get(sheet.heading()),
        lead: t.get(sheet.lead()),
        none: t.get(sheet.none()),
        sent: sent(app, filled),
        fields: may_write.then(|| View::new(t, &form, filled, &RegisterNames::default())),
        rows,
        named: hint,
        counted: is_counted.then(|| format!("/{}/medvirkning", t.lang.code())),
        action,
    };
    crate::web::page(filled.status(), &page)
}

fn in_team(open: &Open, names: &Crew) -> Crew {
    let is_in = |id: Uuid| open.team.iter().any(|member| member.person_id == Some(id));
    let now = names.iter().filter(|(id, _)| is_in(**id));
    now.map(|(id, name)| (*id, name.clone())).collect()
}

async fn add(app: &App, visit: &Visit, (sheet, id): (Sheet, Uuid), request: Request) -> Reply {
    let open = writable(app, visit, id).await?;
    let crew = crew(app, &open, &[]).await?;
    let filled = received(app, request, &sheet.form(&crew, false)).await;
    if !filled.is_good() {
        return list_page(app, visit, sheet, &open, &filled).await;
    }
    let new = match sheet.read(app, &filled, None, &crew) {
        Ok(new) => new,
        Err(fault) => {
            return list_page(app, visit, sheet, &open, &filled.and([fault])).await;
        }
    };
    let write = Write::Add(sent(app, &filled), new);
    match save(app, visit, id, &write).await {
        Ok(()) => {
            Ok(crate::web::see_other(&format!("{}/{}", path(visit.lang(), id), sheet.path())))
        }
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            let page = list_page(app, visit, sheet, &open, &filled.unsaved()).await;
            page.map(crate::web::unsaved)
        }
    }
}

/// A row that stands, for those who write.
async fn found(app: &App, visit: &Visit, sheet: Sheet, at: &At) -> Result<(Open, Row), Error> {
    let open = writable(app, visit, at.id).await?;
    let rows = rows(app, sheet, &open).await?;
    let row = rows.into_iter().find(|row| row.id() == at.entry).ok_or(Error::NotFound)?;
    Ok((open, row))
}

async fn entry_page(
    app: &App,
    visit: &Visit,
    sheet: Sheet,
    (open, row): (&Open, &Row),
    (filled, seen, is_stale): (&Filled, i32, bool),
) -> Reply {
    let t = visit.t;
    let names = crew(app, open, std::slice::from_ref(row)).await?;
    let list = format!("{}/{}", path(t.lang, open.work.id), sheet.path());
    let form = sheet.form(&names, true);
    let asked = Asked {
        heading: "improvement-log-correct",
        lead: "improvement-log-correct-lead",
        under: Some((t.plain(sheet.heading()), list.clone())),
        action: format!("{list}/{}", row.id()),
        hidden: vec![(SEEN, seen.to_string())],
        form: &form,
        filled,
        now: is_stale.then(|| lines(t, open, row, &names)),
        may_drop: true,
        before: before(app, t, sheet, (open, row), &names).await?,
    };
    page(app, visit, open, asked)
}

fn lines(t: Text, open: &Open, row: &Row, names: &Crew) -> Vec<Line> {
    let beside = Words::name(t.lang, row.beside(t, names), t.lang);
    vec![(beside, row.words(t, &open.work))]
}

/// What stood of a row before.
async fn before(
    app: &App,
    t: Text,
    sheet: Sheet,
    (open, row): (&Open, &Row),
    names: &Crew,
) -> Result<Vec<Before>, Error> {
    let what = [match sheet {
        Sheet::Log => Changed::Logged,
        Sheet::Tasks => Changed::Task,
        Sheet::Involvement => Changed::Involvement,
    }];
    let past = Past::load(app, open, &what, Some(row.id())).await?;
    let stood = |change: &Change| {
        let was = change.was.clone()?;
        let old = match sheet {
            Sheet::Log => Row::Log(serde_json::from_value(was).ok()?),
            Sheet::Tasks => Row::Task(serde_json::from_value(was).ok()?),
            Sheet::Involvement => Row::Involvement(serde_json::from_value(was).ok()?),
        };
        Some(lines(t, open, &old, names))
    };
    Ok(past.told(t, stood))
}

async fn put(app: &App, visit: &Visit, (sheet, at): (Sheet, &At), request: Request) -> Reply {
    let (open, row) = found(app, visit, sheet, at).await?;
    let crew = crew(app, &open, std::slice::from_ref(&row)).await?;
    let filled = received(app, request, &sheet.form(&crew, true)).await;
    let (seen, id) = (seen(&filled), row.id());
    let is_pressed = |name: &str| filled.typed.value(name) == "ja";
    let write: Result<Write, Option<Fault>> = if is_pressed(DROP) {
        Ok(Write::Drop(sheet, id, seen))
    } else if is_pressed(DONE) && sheet == Sheet::Tasks {
        Ok(Write::Finish(id))
    } else if !filled.is_good() {
        Err(None)
    } else {
        let new = sheet.read(app, &filled, Some(&row), &crew);
        new.map(|new| Write::Set(id, seen, new)).map_err(Some)
    };
    let write = match write {
        Ok(write) => write,
        Err(fault) => {
            let shown = (&filled.and(fault), seen, false);
            return entry_page(app, visit, sheet, (&open, &row), shown).await;
        }
    };
    match save(app, visit, at.id, &write).await {
        Ok(()) => {
            let list = format!("{}/{}", path(visit.lang(), at.id), sheet.path());
            Ok(crate::web::see_other(&list))
        }
        Err(Refused::Stale) => {
            let (open, row) = found(app, visit, sheet, at).await?;
            let shown = (&filled, row.number(), true);
            entry_page(app, visit, sheet, (&open, &row), shown).await
        }
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            // The button in the list sends nothing of what stands: that is shown.
            let is_button = matches!(write, Write::Finish(_));
            let filled = if is_button { row.filled(&crew) } else { filled };
            let shown = (&filled.unsaved(), seen, false);
            entry_page(app, visit, sheet, (&open, &row), shown).await.map(crate::web::unsaved)
        }
    }
}

/// What is done to a list.
#[derive(Clone)]
enum Write {
    Add(Uuid, New),
    Set(Uuid, i32, New),
    Drop(Sheet, Uuid, i32),
    Finish(Uuid),
}

async fn save(app: &App, visit: &Visit, work: Uuid, write: &Write) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, write) = (app.clock.clone(), who.clone(), write.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            match write {
                Write::Add(sent, New::Log(new)) => writer.add_log(work, sent, new).await,
                Write::Add(sent, New::Task(new)) => writer.add_task(work, sent, new).await,
                Write::Add(sent, New::Involvement(new)) => {
                    writer.add_involvement(work, sent, new).await
                }
                Write::Set(id, seen, New::Log(new)) => {
                    writer.set_log(work, (id, seen), Some(new)).await
                }
                Write::Set(id, seen, New::Task(new)) => {
                    writer.set_task(work, (id, seen), Some(new)).await
                }
                Write::Set(id, seen, New::Involvement(new)) => {
                    writer.set_involvement(work, (id, seen), Some(new)).await
                }
                Write::Drop(Sheet::Log, id, seen) => writer.set_log(work, (id, seen), None).await,
                Write::Drop(Sheet::Tasks, id, seen) => {
                    writer.set_task(work, (id, seen), None).await
                }
                Write::Drop(Sheet::Involvement, id, seen) => {
                    writer.set_involvement(work, (id, seen), None).await
                }
                Write::Finish(id) => writer.finish_task(work, id).await,
            }
        })
    })
    .await
}
