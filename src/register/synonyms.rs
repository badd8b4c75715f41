//! The words that mean the same to the search: looked for, said and taken away, one pair at a time.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::past::{self, PastRow};
use super::{LIMIT, LINE, frame};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::editing::{CARRIED, arrived};
use crate::error::{Error, Reply};
use crate::find::synonyms::{self, Pair, PairFault, REGISTER};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, View};
use crate::i18n::Text;
use crate::login::known;
use crate::people::{Entry, What};
use crate::text::Fault;
use crate::web::{Frame, Visit, receipt};

/// The pair that a button takes away, by its mark.
const TAKE: &str = "ta_bort";
const SOUGHT: &str = "sok";
const WORD_ASKED: &str = "ord";
const WORD: usize = 100;
/// So many are shown at a time.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "register/synonyms.html")]
struct Show {
    t: Text,
    frame: Frame,
    action: String,
    sought: String,
    /// How many there are in all, and those that are shown.
    count: usize,
    pairs: Vec<Row>,
    fields: View,
    /// The pair was taken away by another.
    is_gone: bool,
    past: Vec<PastRow>,
}

struct Row {
    words: String,
    source: String,
    day: String,
    mark: String,
}

fn form() -> Form {
    let ways = vec![
        Alternative::new("same", "register-synonym-same"),
        Alternative::new("one-way", "register-synonym-one-way"),
    ];
    let fields = [
        Field::line("ord", "register-synonym-term", WORD).needed(),
        Field::line("synonym", "register-synonym-word", WORD).needed(),
        Field::choice("slag", "register-synonym-kind", ways).needed(),
        Field::line("source", "register-field-source", LINE)
            .needed()
            .helped("register-synonym-source-help"),
    ];
    Form::new(LIMIT, fields).hiding([TAKE]).hiding(CARRIED)
}

fn words(pair: &Pair) -> String {
    let arrow = if pair.one_way { "→" } else { "↔" };
    format!("{} {arrow} {}", pair.term, pair.synonym)
}

/// What tells a pair from all others.
fn mark(pair: &Pair) -> String {
    crate::files::digest(synonyms::write(std::slice::from_ref(pair)).as_bytes())
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    // Who comes from a question that found nothing has its word there already.
    let query = visit.parameters()?;
    let word: String = query.one(WORD_ASKED)?.chars().take(WORD).collect();
    let filled = Filled::of(&form(), &json!({ "ord": word }));
    page(&app, &visit, &filled, false).await
}

async fn page(app: &App, visit: &Visit, filled: &Filled, is_gone: bool) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let sought = visit.parameters()?.get(SOUGHT).unwrap_or_default().trim().to_lowercase();
    let all = synonyms::all(&app.db).await?;
    let has = |pair: &&Pair| words(pair).to_lowercase().contains(&sought);
    let row = |pair: &Pair| Row {
        words: words(pair),
        source: pair.source.clone(),
        day: t.date(pair.day),
        mark: mark(pair),
    };
    // What was said last is what somebody looks for.
    let pairs = all.iter().rev().filter(has).take(SHOWN).map(row).collect();
    let (heading, action) = (t.plain("register-synonyms"), format!("/{code}/register/synonymer"));
    let mut frame = frame(app, visit, &heading).under(&heading, &action);
    frame.refused = is_gone || filled.is_refused();
    let status = if is_gone { StatusCode::CONFLICT } else { filled.status() };
    let page = Show {
        t,
        frame,
        action,
        sought,
        count: all.len(),
        pairs,
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        is_gone,
        past: past::rows(&app.db, t, (REGISTER, ""), told).await?,
    };
    crate::web::page(status, &page)
}

fn told(content: &Value) -> String {
    let text = |key: &str| content.get(key).and_then(Value::as_str).unwrap_or_default();
    format!("{} – {}", text("term"), text("synonym"))
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    // The search uses a pair at once, and no number is a word: none is let through, whatever is said of it.
    let filled = Filled::receive(request, &form(), &RegisterNames::default()).await;
    let by = known(&visit)?.id;
    let gone = filled.typed.value(TAKE).to_owned();
    if !gone.is_empty() {
        if take(&app, by, &gone).await? {
            return Ok(receipt::done(&path(&visit), "par-borte"));
        }
        return page(&app, &visit, &Filled::empty(), true).await;
    }
    if !filled.is_good() {
        return page(&app, &visit, &filled, false).await;
    }
    let pair = Pair {
        term: filled.text("ord").to_owned(),
        synonym: filled.text("synonym").to_owned(),
        one_way: filled.text("slag") == "one-way",
        source: filled.text("source").to_owned(),
        day: oslo_day(app.clock.now()),
    };
    match add(&app, by, pair).await.map_err(Error::from) {
        Ok(Ok(())) => {
            arrived(&app.db, by, &filled.typed).await?;
            Ok(receipt::done(&path(&visit), "lagt-til"))
        }
        Ok(Err(fault)) => page(&app, &visit, &filled.and([at_field(fault)]), false).await,
        Err(error) if error.will_pass() => {
            page(&app, &visit, &filled.unsaved(), false).await.map(crate::web::unsaved)
        }
        Err(error) => Err(error),
    }
}

fn path(visit: &Visit) -> String {
    format!("/{}/register/synonymer", visit.lang().code())
}

fn at_field(fault: PairFault) -> Fault {
    match fault {
        PairFault::NoTerm => Fault::new("ord", "register-fault-synonym-word"),
        PairFault::NoSynonym => Fault::new("synonym", "register-fault-synonym-word"),
        PairFault::Same => Fault::new("synonym", "register-fault-synonym-same"),
        PairFault::Repeat => Fault::new("synonym", "register-fault-synonym-repeat"),
        PairFault::Loop => Fault::new("slag", "register-fault-synonym-loop"),
    }
}

fn entry(by: Uuid, did: &str) -> Entry {
    Entry::of(What::SynonymsChanged).by(Some(by)).telling(json!({ "did": did }))
}

async fn add(app: &App, by: Uuid, pair: Pair) -> Result<Result<(), PairFault>, DbErr> {
    db::transaction::<Result<(), PairFault>, DbErr, _>(&app.db, |tx| {
        let (clock, pair) = (app.clock.clone(), pair.clone());
        Box::pin(async move {
            let added = synonyms::add(tx, &clock, pair, by).await?;
            if added.is_ok() {
                entry(by, "said").write(tx, &clock).await?;
            }
            Ok(added)
        })
    })
    .await
}

/// Takes away the pair of this mark; false when there is none any more.
async fn take(app: &App, by: Uuid, gone: &str) -> Result<bool, Error> {
    let taken = db::transaction::<bool, DbErr, _>(&app.db, |tx| {
        let (clock, gone) = (app.clock.clone(), gone.to_owned());
        Box::pin(async move {
            let all = synonyms::all(tx).await?;
            let Some(pair) = all.iter().find(|pair| mark(pair) == gone) else { return Ok(false) };
            let is_taken = synonyms::take(tx, &clock, pair, by).await?;
            entry(by, "taken").write(tx, &clock).await?;
            Ok(is_taken)
        })
    });
    Ok(taken.await?)
}
