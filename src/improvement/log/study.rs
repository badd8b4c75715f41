//! How a test of change went, held against what was predicted; what was learned, and what is done with it.

use axum::extract::{Request, State};

use super::cycles::{self, At, found};
use super::{HIDDEN, LIMIT, day, received, seen};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Field, FieldKind, Filled, Form, alternatives};
use crate::improvement::{PROSE, refused};
use crate::login::known;
use crate::text::Fault;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Act, Cycle, Matched, Refused, Standing, Studied, Writer};

const TO: &str = "til";
const DID: &str = "gikk";
const MATCHED: &str = "stemte";
const LEARNED: &str = "laert";
const ACT: &str = "avgjort";
const NEXT: &str = "neste";

pub fn form() -> Form {
    let matched = alternatives(Matched::NAMES, |name| Matched::named(name).map(Matched::key));
    let act = alternatives(Act::NAMES, |name| Act::named(name).map(Act::key));
    let fields = [
        Field::new(TO, "improvement-log-to", FieldKind::Date).helped("improvement-log-to-help"),
        Field::text(DID, "improvement-log-did", PROSE, 3).helped("improvement-log-did-help"),
        Field::choice(MATCHED, "improvement-log-matched", matched).needed(),
        Field::text(LEARNED, "improvement-log-learned", PROSE, 3)
            .needed()
            .helped("improvement-log-learned-help"),
        Field::choice(ACT, "improvement-log-act", act).needed(),
        Field::text(NEXT, "improvement-log-next", PROSE, 2).helped("improvement-log-next-help"),
    ];
    Form::new(LIMIT, fields).hiding(HIDDEN)
}

/// The form with what is known.
pub fn filled(cycle: &Cycle) -> Filled {
    let mut filled = Filled::empty();
    let to = cycle.to_day.map(|day| day.to_string()).unwrap_or_default();
    for (name, value) in [
        (TO, to.as_str()),
        (DID, cycle.did.as_str()),
        (MATCHED, cycle.matched.as_deref().unwrap_or_default()),
        (LEARNED, cycle.learned.as_str()),
        (ACT, cycle.act.as_deref().unwrap_or_default()),
        (NEXT, cycle.next.as_str()),
    ] {
        if !value.is_empty() {
            filled.typed.set(name, value);
        }
    }
    filled
}

/// What was filled in. It did not end before it began, and has ended.
fn read(app: &App, cycle: &Cycle, filled: &Filled) -> Result<Studied, Fault> {
    let to = day(app, filled, TO)?;
    if to.is_some_and(|to| to > super::today(app)) {
        return Err(Fault::new(TO, "work-doubt-future"));
    }
    if to.zip(cycle.from_day).is_some_and(|(to, from)| to < from) {
        return Err(Fault::new(TO, "improvement-log-fault-order"));
    }
    Ok(Studied {
        to,
        did: filled.text(DID).to_owned(),
        matched: Matched::named(filled.text(MATCHED)),
        learned: filled.text(LEARNED).to_owned(),
        act: Act::named(filled.text(ACT)),
        next: filled.text(NEXT).to_owned(),
    })
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(at): Named<At>,
    request: Request,
) -> Reply {
    let (open, cycle) = found(&app, &visit, &at).await?;
    if open.standing < Standing::Writes {
        return Err(Error::Forbidden);
    }
    let filled = received(&app, request, &form()).await;
    if !filled.is_good() {
        return cycles::page(&app, &visit, &open, &cycle, (&filled, false)).await;
    }
    let studied = match read(&app, &cycle, &filled) {
        Ok(studied) => studied,
        Err(fault) => {
            let filled = filled.and([fault]);
            return cycles::page(&app, &visit, &open, &cycle, (&filled, false)).await;
        }
    };
    match save(&app, &visit, &cycle, seen(&filled), &studied).await {
        Ok(()) => {
            let list = cycles::place(visit.t, &open.work);
            Ok(crate::web::see_other(&format!("{list}/{}", cycle.nth)))
        }
        Err(Refused::Stale) => {
            let (open, cycle) = found(&app, &visit, &at).await?;
            cycles::page(&app, &visit, &open, &cycle, (&filled, true)).await
        }
        Err(error) => {
            let error = refused(error);
            if !error.will_pass() {
                return Err(error);
            }
            let filled = filled.unsaved();
            let page = cycles::page(&app, &visit, &open, &cycle, (&filled, false)).await;
            page.map(crate::web::unsaved)
        }
    }
}

async fn save(
    app: &App,
    visit: &Visit,
    cycle: &Cycle,
    seen: i32,
    studied: &Studied,
) -> Result<(), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let (work, id) = (cycle.work_id, cycle.id);
    db::transaction::<(), Refused, _>(&app.db, |tx| {
        let (clock, who, studied) = (app.clock.clone(), who.clone(), studied.clone());
        Box::pin(
            async move { Writer::new(tx, &clock, &who).study(work, (id, seen), studied).await },
        )
    })
    .await
}
