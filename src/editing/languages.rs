//! A text in its languages: which there are, how one more is begun, and whether a translation still says
//! what its original says.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use uuid::Uuid;

use super::desk::{COMPARING, frame, lang_attr, stage};
use super::edit::told_of_masked;
use super::form::{self, NUMBER};
use super::receipts::{self, Receipt};
use super::save::Halt;
use super::translate::{self, BY_MACHINE, BY_PERSON, Begin};
use super::{Id, may, numbers, path, untranslated};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Alternative, Field, Filled, Form, RegisterNames, Submitted, View};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Registers, Unreviewed, Working, WriteError, read, working};
use crate::kinds::Kind;
use crate::library::versions::{Difference, differences};
use crate::login::known;
use crate::rights::Who;
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::Least;

#[derive(Template)]
#[template(path = "editing/languages.html")]
struct Languages {
    t: Text,
    frame: Frame,
    title: String,
    lang: &'static str,
    action: String,
    rows: Vec<Row>,
    /// How one more is begun; empty when there are all.
    fields: Option<View>,
    /// What is told of a translation to those who may read it before it is public.
    state: Option<Translated>,
    may_write: bool,
    notice: Option<Words>,
}

/// One of the languages that the text is in.
struct Row {
    lang: Lang,
    title: String,
    is_original: bool,
    stage: Words,
    colour: &'static str,
    /// The original has been published anew since.
    is_stale: bool,
    /// Where it is written, or read by those who may not write it.
    href: Option<String>,
}

/// How a translation stands to its original.
struct Translated {
    number: i32,
    /// The revision of the original that it was made from, and the one that is public.
    base: i32,
    newest: i32,
    /// What the original says otherwise since; none when that can't be told.
    differences: Option<Vec<Difference>>,
    original_lang: &'static str,
    unreviewed: Option<Words>,
    /// Parts that still have the words of the original.
    same: Vec<Words>,
}

impl Translated {
    fn is_stale(&self) -> bool {
        self.newest > self.base
    }
}

const LIMIT: usize = 32 * 1024;
const DO: &str = "gjor";
const LANG: &str = "til";
const TITLE: &str = "tittel";
const WAY: &str = "maate";

fn form(lacking: &[Lang]) -> Form {
    let mut langs = form::languages();
    langs.retain(|one| lacking.iter().any(|lang| lang.code() == one.value));
    let ways = vec![
        Alternative::new(BY_PERSON, "editing-translate-by-person"),
        Alternative::new(BY_MACHINE, "editing-translate-by-machine"),
    ];
    let fields = [
        Field::choice(LANG, "editing-translate-to", langs).needed(),
        Field::line(TITLE, "editing-translate-title", 200).needed(),
        Field::choice(WAY, "editing-translate-way", ways)
            .needed()
            .helped("editing-translate-way-help"),
    ];
    Form::new(LIMIT, fields).hiding([DO, NUMBER]).masked()
}

/// A text that anybody can read, or that they may read before.
async fn open(app: &App, who: &Who, id: Uuid) -> Result<(Working, &'static Kind), Error> {
    let item = Working::open(&app.db, id).await?.ok_or(Error::NotFound)?;
    let kind = app.kinds.named(&item.item.kind).ok_or(Error::NotFound)?;
    let may_read = item.item.state().is_visible() || may::read(who, &item);
    if may_read { Ok((item, kind)) } else { Err(Error::Forbidden) }
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let mut filled = Filled::empty();
    filled.typed.set(WAY, BY_PERSON);
    page(&app, &visit, id, (StatusCode::OK, &filled), None).await
}

async fn page(
    app: &App,
    visit: &Visit,
    id: Uuid,
    (status, filled): (StatusCode, &Filled),
    notice: Option<&str>,
) -> Reply {
    let (t, who) = (visit.t, known(visit)?);
    let (item, kind) = open(app, who, id).await?;
    let family = read::family(&app.db, translate::root(&item)).await?;
    let mut rows = Vec::with_capacity(family.len());
    let newest = read::public_number(&app.db, translate::root(&item)).await?;
    for one in &family {
        rows.extend(row(app, t, who, (one.id, newest)).await?);
    }
    let lacking = translate::lacking(&family);
    // What nobody has published yet is told to those alone who may read it.
    let (may_read, may_write) = (may::read(who, &item), may::write(who, &item));
    let (title, lang) = if may_read {
        (item.content().title, lang_attr(t, &item.head.lang))
    } else {
        (item.item.title.clone(), lang_attr(t, &item.item.lang))
    };
    let state = if may_read { translated(app, t, kind, &item).await? } else { None };
    let here = path(t.lang.code(), id);
    let (heading, action) = (t.plain("editing-languages"), format!("{here}/sprak"));
    let mut frame = frame(app, visit, &heading).under(&title, &here).under(&heading, &action);
    frame.refused = filled.is_refused();
    if may_write {
        frame.receipt = receipts::told(app, visit, t, &item).await?;
    }
    let fields = (!lacking.is_empty())
        .then(|| View::new(t, &form(&lacking), filled, &RegisterNames::default()));
    let notice = notice.map(|key| t.get(key));
    let page = Languages { t, frame, title, lang, action, rows, fields, state, may_write, notice };
    crate::web::page(status, &page)
}

/// Others' drafts are told of by their language alone, so that nobody begins what another has begun.
/// `newest` is the public revision of the original.
async fn row(
    app: &App,
    t: Text,
    who: &Who,
    (id, newest): (Uuid, Option<i32>),
) -> Result<Option<Row>, Error> {
    let Some(item) = Working::open(&app.db, id).await? else { return Ok(None) };
    let may_read = may::read(who, &item);
    let own = if may_read { &item.head.lang } else { &item.item.lang };
    let Some(lang) = Lang::parse(own) else { return Ok(None) };
    let kind = app.kinds.named(&item.item.kind).filter(|_| item.item.state().is_visible());
    let code = t.lang.code();
    let public = kind.map(|kind| format!("/{code}/{}/{}", kind.path, item.item.slug));
    let (stage, colour) = stage(t, &item);
    let title = match (may_read, public.is_some()) {
        (true, _) => item.content().title,
        (false, true) => item.item.title.clone(),
        (false, false) => String::new(),
    };
    let written = may::write(who, &item).then(|| path(code, id));
    let steps = may_read.then(|| format!("{}/steg", path(code, id)));
    let is_original = item.head.original.is_none();
    let base = item.head.original.map(|(_, base)| base);
    let is_stale = newest.zip(base).is_some_and(|(newest, base)| newest > base);
    let href = written.or(public).or(steps);
    Ok(Some(Row { lang, title, is_original, stage, colour, is_stale, href }))
}

/// How a text stands to what it was translated from; none for one that is no translation.
async fn translated(
    app: &App,
    t: Text,
    kind: &'static Kind,
    item: &Working,
) -> Result<Option<Translated>, Error> {
    let Some((original, base)) = item.head.original else { return Ok(None) };
    let newest = read::public_number(&app.db, original).await?.unwrap_or(base);
    let before = working::revision(&app.db, original, base).await?;
    let after = working::revision(&app.db, original, newest).await?;
    let lang = match read::by_id(&app.db, original).await? {
        Some(original) => Lang::parse(&original.lang).unwrap_or(t.lang),
        None => t.lang,
    };
    let old = before.and_then(|text| text.content());
    let new = after.and_then(|text| text.content());
    let content = item.content();
    let same = new.iter().flat_map(|new| untranslated::of(t, kind, &content, new));
    let same = same.filter(|one| !one.is_meant).map(|one| one.label).collect();
    let differences = match old.zip(new).filter(|_| newest > base) {
        None => None,
        Some((old, new)) => {
            let registers = Registers::load(&app.db).await?;
            let until = (tokio::time::Instant::now() + COMPARING).into_std();
            let least = Least(app.settings.small_numbers);
            let compare =
                move || differences((kind, &registers, least), (t, lang), (&old, &new), until);
            Some(tokio::task::spawn_blocking(compare).await?)
        }
    };
    Ok(Some(Translated {
        number: item.number(),
        base,
        newest,
        differences,
        original_lang: lang_attr(t, lang.code()),
        unreviewed: content.unreviewed.map(|how| unreviewed(t, how)),
        same,
    }))
}

/// What is said of a translation that nobody has looked through.
fn unreviewed(t: Text, how: Unreviewed) -> Words {
    match how {
        Unreviewed::Person => t.get("editing-unreviewed-person"),
        Unreviewed::Machine => t.get("editing-unreviewed-machine"),
    }
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let who = known(&visit)?;
    let (item, _) = open(&app, who, id).await?;
    let family = read::family(&app.db, translate::root(&item)).await?;
    let form = form(&translate::lacking(&family));
    let mut sent = Submitted::receive(request, form.limit).await;
    // A number in the title may be known to be none in the original.
    let spared = numbers::known_in(&app, &item.item, &sent).await?;
    let masked = sent.mask_but(|name, digits| name == TITLE && spared.contains(digits));
    let is_masked = masked.iter().any(|name| name == TITLE);
    let filled = Filled::of_sent(sent, &form, &RegisterNames::default());
    let done = match filled.typed.value(DO) {
        "oversett" => {
            if !filled.is_good() {
                return page(&app, &visit, id, (filled.status(), &filled), None).await;
            }
            let lang = Lang::parse(filled.text(LANG)).ok_or(Error::NotUnderstood(LANG))?;
            let is_made = filled.text(WAY) == BY_MACHINE;
            let how = if is_made { Unreviewed::Machine } else { Unreviewed::Person };
            let title = filled.text(TITLE).to_owned();
            let asked = Begin { of: translate::root(&item), lang, title, how, who: who.clone() };
            translate::begin(&app, asked).await
        }
        "folger" => translate::follow(&app, id, seen(&filled)?, who).await.map(|()| id),
        "gjennomgatt" => translate::reviewed(&app, id, seen(&filled)?, who).await.map(|()| id),
        _ => return Err(Error::NotUnderstood(DO)),
    };
    match done {
        Ok(new) if new != id => {
            // They are told of what was masked where it can be mended.
            let masked = if is_masked { vec!["title".to_owned()] } else { Vec::new() };
            let there = path(visit.lang().code(), new);
            Ok(crate::web::see_other(&told_of_masked(&there, &masked)))
        }
        Ok(_) => {
            let is_looked_through = filled.typed.value(DO) == "gjennomgatt";
            let done = if is_looked_through { Receipt::LookedThrough } else { Receipt::Follows };
            let here = path(visit.lang().code(), id);
            Ok(crate::web::see_other(&done.on(&format!("{here}/sprak"))))
        }
        Err(halt) => {
            let key = match &halt {
                Halt::Write(WriteError::Stale { .. }) => "editing-notice-stale",
                Halt::Begun => "editing-translate-begun",
                _ => return Err(halt.into()),
            };
            // What is lacking in the form is no matter to who has pressed another button.
            let is_start = filled.typed.value(DO) == "oversett";
            let filled = if is_start { filled } else { Filled::empty() };
            page(&app, &visit, id, (StatusCode::CONFLICT, &filled), Some(key)).await
        }
    }
}

fn seen(filled: &Filled) -> Result<i32, Error> {
    filled.typed.value(NUMBER).parse().map_err(|_| Error::NotUnderstood(NUMBER))
}
