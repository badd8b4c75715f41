//! One statement in a form: said, changed or taken away. What the import would refuse is refused here, in
//! the same words.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::fields::{self, Offered, SEEN, TAKE, WHAT, what_key};
use super::said::SaidRow;
use super::subject::{At, Id, Subject};
use super::{WAITS, overview, waiting};
use crate::app::App;
use crate::centres::{self, Change, Refused, Sent};
use crate::db;
use crate::editing::arrived;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, View, WHOLE};
use crate::i18n::{Text, Words};
use crate::login::{known, received};
use crate::people::{Entry, What};
use crate::statements::{Raw, StatementFault};
use crate::text::{Argument, Fault};
use crate::web::visit::Named;
use crate::web::{Frame, Query, Visit, receipt};

#[derive(Template)]
#[template(path = "register/statement.html")]
struct Show {
    t: Text,
    frame: Frame,
    name: String,
    what: Words,
    /// The kind of statement, and the mark of the one that is changed.
    kind: String,
    seen: String,
    action: String,
    fields: View,
    /// Does it name an organisation? Then it is said what to do with one that the register lacks.
    names_some: bool,
    /// Where an organisation is added, for those who may.
    add: Option<String>,
    /// Where it does not fit with what is said before: that of its kind.
    before: Vec<SaidRow>,
    /// What is said now, when another has changed it meanwhile.
    stale: Option<Vec<SaidRow>>,
}

/// The question before a statement is taken away.
#[derive(Template)]
#[template(path = "register/take.html")]
struct Take {
    t: Text,
    frame: Frame,
    name: String,
    /// The statement.
    rows: Vec<SaidRow>,
    kind: String,
    seen: String,
    action: String,
    /// Where it is changed.
    back: String,
}

/// What the button sends of one who has answered the question.
const SURE: &str = "sikker";

/// A page of a statement: what it is about, and which one.
struct Page<'a> {
    app: &'a App,
    visit: &'a Visit,
    subject: &'a Subject,
    what: String,
    seen: String,
}

pub async fn of_centre(State(app): State<App>, visit: Visit, Named(At { at }): Named<At>) -> Reply {
    show(&app, &visit, &Subject::centre(&app, &visit, at).await?).await
}

pub async fn of_organisation(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
) -> Reply {
    show(&app, &visit, &Subject::organisation(&app, &visit, id).await?).await
}

pub async fn send_of_centre(
    State(app): State<App>,
    visit: Visit,
    Named(At { at }): Named<At>,
    request: Request,
) -> Reply {
    let subject = Subject::centre(&app, &visit, at).await?;
    send(&app, &visit, &subject, request).await
}

pub async fn send_of_organisation(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let subject = Subject::organisation(&app, &visit, id).await?;
    send(&app, &visit, &subject, request).await
}

/// The statement of this mark, as it is stored.
async fn stored(app: &App, subject: &Subject, seen: &str) -> Result<Option<Raw>, Error> {
    let all = centres::said_of(&app.db, subject.register, &subject.slug).await?;
    Ok(all.into_iter().flatten().find(|raw| centres::mark(raw) == seen))
}

async fn show(app: &App, visit: &Visit, subject: &Subject) -> Reply {
    let query = visit.parameters()?;
    let what = query.get(WHAT).unwrap_or_default().to_owned();
    what_key(subject.register, &what).ok_or(Error::NotFound)?;
    let seen = query.get(SEEN).unwrap_or_default().to_owned();
    let page = Page { app, visit, subject, what, seen };
    let offered = page.offered();
    let form = offered.form(subject.register, &page.what);
    let mut filled = Filled::empty();
    if !page.seen.is_empty() {
        let raw = stored(app, subject, &page.seen).await?.filter(|raw| raw.what == page.what);
        filled = offered.filled(&form, &raw.ok_or(Error::NotFound)?);
    }
    page.answer(&form, &filled, false, None)
}

impl Page<'_> {
    fn offered(&self) -> Offered<'_> {
        self.subject.offered(self.visit.t)
    }

    fn answer(
        &self,
        form: &Form,
        filled: &Filled,
        is_at_odds: bool,
        stale: Option<Vec<SaidRow>>,
    ) -> Reply {
        let (t, subject) = (self.visit.t, self.subject);
        let key = what_key(subject.register, &self.what).ok_or(Error::NotFound)?;
        let what = t.get(key);
        let action = format!("{}/utsagn", subject.path);
        let mut frame = super::frame(self.app, self.visit, what.as_str());
        frame = frame.under(&subject.name, &subject.path).under(what.as_str(), &action);
        frame.refused = filled.is_refused() || stale.is_some();
        let status = if stale.is_some() { StatusCode::CONFLICT } else { filled.status() };
        let is_there = stale.is_none();
        let mut before = if is_at_odds { subject.said(t) } else { Vec::new() };
        before.retain(|row| row.what.as_str() == what.as_str());
        let page = Show {
            t,
            frame,
            name: subject.name.clone(),
            what,
            kind: self.what.clone(),
            // What is gone can't be changed: sent again, it is said anew.
            seen: if is_there { self.seen.clone() } else { String::new() },
            action,
            fields: View::new(t, form, filled, &self.offered().suggested(filled)),
            names_some: form.fields.iter().any(fields::names_organisation),
            add: overview::is_national(known(self.visit)?).then(|| add(t, filled)),
            before,
            stale,
        };
        crate::web::page(status, &page)
    }
}

async fn send(app: &App, visit: &Visit, subject: &Subject, request: Request) -> Reply {
    // The kind of statement says which form it is, so it is in the address.
    let what = visit.parameters()?.get(WHAT).unwrap_or_default().to_owned();
    what_key(subject.register, &what).ok_or(Error::NotFound)?;
    let mut page = Page { app, visit, subject, what, seen: String::new() };
    let offered = subject.offered(visit.t);
    let form = offered.form(subject.register, &page.what);
    let filled = received(app, visit, request, &form, &offered.known(true)).await?;
    filled.typed.value(SEEN).clone_into(&mut page.seen);
    let take = filled.typed.value(TAKE);
    if !take.is_empty() && !page.seen.is_empty() {
        let is_sure = take == SURE;
        return page.take(&form, is_sure).await;
    }
    let old = stored(app, subject, &page.seen).await?;
    if !filled.is_good() {
        // All that is wrong is said at once; of a field that is told of already, no more.
        let mut more = offered.raw(&page.what, &filled, old.as_ref()).err().unwrap_or_default();
        more.retain(|fault| filled.faults.iter().all(|told| told.path != fault.path));
        return page.answer(&form, &filled.and(more), false, None);
    }
    let change = match offered.raw(&page.what, &filled, old.as_ref()) {
        Ok(raw) if page.seen.is_empty() => Change::Add(raw),
        Ok(raw) => Change::Put(page.seen.clone(), raw),
        Err(faults) => return page.answer(&form, &filled.and(faults), false, None),
    };
    page.change(&form, filled, change).await
}

impl Page<'_> {
    /// Takes the statement away; who has not said that they are sure is asked.
    async fn take(&self, form: &Form, is_sure: bool) -> Reply {
        let stored = stored(self.app, self.subject, &self.seen).await?;
        let Some(raw) = stored.filter(|raw| raw.what == self.what) else {
            let now = anew(self.app, self.visit, self.subject).await?;
            return self.answer(form, &Filled::empty(), false, Some(now.said(self.visit.t)));
        };
        if !is_sure {
            return self.ask();
        }
        // Should a rule refuse it, the statement is shown as it is.
        let filled = self.offered().filled(form, &raw);
        self.change(form, filled, Change::Take(self.seen.clone())).await
    }

    fn ask(&self) -> Reply {
        let (t, subject) = (self.visit.t, self.subject);
        let action = format!("{}/utsagn", subject.path);
        let asked = Query::default().and(WHAT, &self.what).and(SEEN, &self.seen);
        let back = format!("{action}{asked}");
        let heading = t.plain("register-take-heading");
        let frame = super::frame(self.app, self.visit, &heading);
        let page = Take {
            t,
            frame: frame.under(&subject.name, &subject.path).under(&heading, &action),
            name: subject.name.clone(),
            rows: subject.said(t).into_iter().filter(|row| row.href == back).collect(),
            kind: self.what.clone(),
            seen: self.seen.clone(),
            action,
            back,
        };
        crate::web::page(StatusCode::OK, &page)
    }

    async fn change(&self, form: &Form, filled: Filled, change: Change) -> Reply {
        let Self { app, visit, subject, .. } = *self;
        let word = if matches!(change, Change::Take(_)) { "tatt-bort" } else { "lagret" };
        match make(app, visit, subject, change, &self.what).await {
            Ok(wrote) => {
                arrived(&app.db, known(visit)?.id, &filled.typed).await?;
                let word = if wrote == Wrote::Waits { WAITS } else { word };
                Ok(receipt::done(&subject.path, word))
            }
            Err(Refused::Rules(faults)) => {
                self.answer(form, &filled.and(of_rules(form, &faults)), true, None)
            }
            Err(Refused::Stale) => {
                let now = anew(app, visit, subject).await?;
                self.answer(form, &filled, false, Some(now.said(visit.t)))
            }
            Err(Refused::Unknown | Refused::Taken) => Err(Error::NotFound),
            Err(Refused::Database(error)) => match Error::from(error) {
                error if error.will_pass() => {
                    self.answer(form, &filled.unsaved(), false, None).map(crate::web::unsaved)
                }
                error => Err(error),
            },
        }
    }
}

/// Where an organisation is added, with the name that the register does not know.
fn add(t: Text, filled: &Filled) -> String {
    let is_of = |fault: &&Fault| ["organisation", "with"].contains(&fault.path.as_str());
    let told = filled.faults.iter().filter(is_of).flat_map(|fault| &fault.arguments);
    let unknown = told.filter(|(name, _)| *name == "value").find_map(|(_, value)| match value {
        Argument::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let asked = unknown.map_or_else(Query::default, |name| Query::default().and("name", name));
    format!("/{}/register/ny-organisasjon{asked}", t.lang.code())
}

/// The same subject as it is now.
async fn anew(app: &App, visit: &Visit, of: &Subject) -> Result<Subject, Error> {
    if of.is_centre() {
        Subject::centre(app, visit, of.id).await
    } else {
        Subject::organisation(app, visit, of.id).await
    }
}

/// Each rule that is broken, once, in the reader's language, at the field that it is most about.
pub fn of_rules(form: &Form, faults: &[StatementFault]) -> Vec<Fault> {
    let keys: BTreeSet<&'static str> =
        faults.iter().map(|fault| fault.key.unwrap_or("statements-other")).collect();
    keys.into_iter().map(|key| Fault::new(field_of(form, key), key)).collect()
}

/// Where a rule is best mended; the form as a whole, where it has no such field.
fn field_of(form: &Form, rule: &str) -> &'static str {
    let field = match rule {
        "statements-one-at-a-time"
        | "statements-twice"
        | "statements-outside"
        | "statements-not-then"
        | "statements-began-after" => "from",
        "statements-host-and-satellite" | "statements-seat" => "municipality",
        "statements-no-kind" | "statements-kind-stays" => "type",
        _ => WHOLE,
    };
    if form.named(field).is_some() { field } else { WHOLE }
}

async fn make(
    app: &App,
    visit: &Visit,
    subject: &Subject,
    change: Change,
    what: &str,
) -> Result<Wrote, Refused> {
    let is_taken = matches!(change, Change::Take(_));
    let did = if is_taken { What::StatementTaken } else { What::StatementSaid };
    let by = known(visit).map_err(|_| Refused::Unknown)?.id;
    let sent = Sent { register: subject.register, slug: subject.slug.clone(), change, by };
    write(app, visit, sent, (did, subject.id), what).await
}

/// What became of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// It is said.
    Said,
    /// It waits for another to look at a number in it.
    Waits,
}

/// The change and its row in the log, both or neither. With a number that looks like a person's and that nobody has
/// looked at there, nothing is said yet.
pub async fn write(
    app: &App,
    visit: &Visit,
    sent: Sent,
    (did, on): (What, Uuid),
    what: &str,
) -> Result<Wrote, Refused> {
    let numbers = centres::new_numbers(&app.db, &sent).await?;
    if !numbers.is_empty() {
        waiting::hold(app, visit, sent, (on, what), &numbers).await?;
        return Ok(Wrote::Waits);
    }
    let entry = Entry::of(did).by(Some(sent.by)).on(sent.register, on);
    let entry = entry.telling(json!({ "what": what, "slug": sent.slug }));
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, sent, entry) = (app.clock.clone(), sent.clone(), entry.clone());
        Box::pin(async move {
            if centres::change(tx, &clock, sent).await? {
                entry.write(tx, &clock).await?;
            }
            Ok(())
        })
    })
    .await?;
    Ok(Wrote::Said)
}
