//! Words that are struck from one text: shown first with all revisions that have them and what will still
//! stand, then struck for good.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::find::{self, FORMS, WORDS};
use super::{LIMIT, REASON, STEP, TEXT_STRUCK, asked, clean, frame, path, refused};
use crate::app::App;
use crate::attachments;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, RegisterNames, Submitted, View, WHOLE};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Elsewhere, Item, Passage, StandsIn, WriteError, Writer, files, read};
use crate::login::known;
use crate::people::{Entry, What};
use crate::text::Fault;
use crate::web::{Frame, Visit, receipt};

/// The text that they are struck from.
pub const ITEM: &str = "tekst";
/// So many other texts and words are named.
const NAMED: usize = 20;

#[derive(Template)]
#[template(path = "strikes/passage.html")]
struct Page {
    t: Text,
    frame: Frame,
    action: String,
    /// Where a file is struck.
    file_action: String,
    words: String,
    has_forms: bool,
    id: Uuid,
    title: String,
    lang: String,
    revisions: Vec<Words>,
    /// The files of the text whose own text has it.
    files: Vec<(Uuid, String)>,
    /// Other texts that have it.
    others: Vec<Item>,
    /// Words of other texts that are kin to it.
    kin: Vec<String>,
    fields: View,
    notice: Option<Words>,
}

/// What is to be struck, from what, and what else has it.
#[derive(Clone)]
struct Asked {
    item: Item,
    passage: Passage,
    elsewhere: Elsewhere,
}

fn form() -> Form {
    Form::new(LIMIT, asked()).hiding([WORDS, FORMS, ITEM, STEP])
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let sent = Submitted::receive(request, LIMIT).await;
    let id = Uuid::try_parse(sent.value(ITEM)).map_err(|_| Error::NotUnderstood(ITEM))?;
    let passage = find::passage(&sent).map_err(|_| Error::NotUnderstood(WORDS))?;
    let item = read::by_id(&app.db, id).await?.ok_or(Error::NotFound)?;
    let elsewhere = Elsewhere::look(&app.db, &app.clock, id, &passage).await?;
    let asked = Asked { item, passage, elsewhere };
    if sent.value(STEP).is_empty() {
        let filled = Filled::unread(sent);
        return page(&app, &visit, &asked, (filled.status(), &filled), None).await;
    }
    let filled = Filled::refusing(sent, &form(), &RegisterNames::default());
    let repeats = asked.passage.clone().with_forms().is_in(filled.text(REASON));
    let filled = filled.and(repeats.then(|| Fault::new(REASON, "strikes-fault-repeats")));
    if !filled.is_good() {
        return page(&app, &visit, &asked, (filled.status(), &filled), None).await;
    }
    match strike(&app, known(&visit)?.id, &asked, filled.text(REASON)).await {
        Ok(true) => Ok(receipt::done(&path(&visit), TEXT_STRUCK)),
        Ok(false) => {
            let shown = (StatusCode::CONFLICT, &filled);
            page(&app, &visit, &asked, shown, Some("strikes-nothing")).await
        }
        Err(WriteError::Needed(_)) => {
            let filled = filled.and([Fault::new(WHOLE, "strikes-fault-needed")]);
            page(&app, &visit, &asked, (filled.status(), &filled), None).await
        }
        Err(error) => match refused(error) {
            error if error.will_pass() => {
                let filled = filled.unsaved();
                let shown = (filled.status(), &filled);
                page(&app, &visit, &asked, shown, None).await.map(crate::web::unsaved)
            }
            error => Err(error),
        },
    }
}

/// Tells whether there was anything to strike.
async fn strike(app: &App, by: Uuid, asked: &Asked, reason: &str) -> Result<bool, WriteError> {
    let lang = Lang::parse(&asked.item.lang).unwrap_or(Lang::Nb);
    let gap = Text::new(lang).plain("library-struck-gap");
    db::transaction::<bool, WriteError, _>(&app.db, |tx| {
        let (app, asked) = (app.clone(), asked.clone());
        let (gap, reason) = (gap.clone(), reason.to_owned());
        Box::pin(async move {
            let Asked { item, passage, elsewhere } = &asked;
            let writer = Writer::new(tx, &app.clock, app.kinds.stored()).by(by);
            let struck = writer.strike_passage(item.id, passage, &gap, &reason, elsewhere).await?;
            if struck.is_nothing() {
                return Ok(false);
            }
            let told = json!({ "reason": reason, "revisions": struck.texts.revisions,
                "places": struck.texts.places });
            let entry = Entry::of(What::PassageStruck).by(Some(by)).on("item", item.id);
            entry.telling(told).write(tx, &app.clock).await?;
            clean::later(tx, &app).await?;
            Ok(true)
        })
    })
    .await
}

async fn page(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    (status, filled): (StatusCode, &Filled),
    notice: Option<&str>,
) -> Reply {
    let (t, here) = (visit.t, path(visit));
    let Asked { item, passage, elsewhere } = asked;
    let heading = t.plain("strikes-look");
    let mut frame = frame(app, visit).under(&heading, &here);
    frame.refused = filled.is_refused();
    let stands = StandsIn::of(&app.db, item.id, passage).await?;
    let holding = elsewhere.holding();
    let others = &holding[..holding.len().min(NAMED)];
    let kin = elsewhere.kin().iter().take(NAMED);
    let page = Page {
        t,
        frame,
        action: format!("{here}/tekst"),
        file_action: format!("{here}/fil"),
        words: filled.typed.value(WORDS).to_owned(),
        has_forms: !filled.typed.value(FORMS).is_empty(),
        id: item.id,
        title: item.title.clone(),
        lang: item.lang.clone(),
        revisions: stands.iter().map(|one| revision(t, one)).collect(),
        files: files_with(app, item.id, passage).await?,
        others: read::by_external_ids(&app.db, others).await?,
        kin: kin.map(|(word, spread)| format!("«{word}» ({})", spread.times)).collect(),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        notice: notice.map(|key| t.get(key)),
    };
    crate::web::page(status, &page)
}

fn revision(t: Text, one: &StandsIn) -> Words {
    let key = if one.is_public { "strikes-revision-public" } else { "strikes-revision" };
    t.with2(key, "number", one.number, "places", one.places)
}

/// The files of the text, now or once, that have it in the text that was read of them.
async fn files_with(
    app: &App,
    item: Uuid,
    passage: &Passage,
) -> Result<Vec<(Uuid, String)>, Error> {
    let ids = files::of_item(&app.db, item).await?;
    let texts = attachments::texts(&app.db, &ids).await?;
    let has_it = |id: &Uuid| {
        texts.get(id).is_some_and(|pages| pages.iter().any(|page| passage.is_in_words(&page.text)))
    };
    let with: Vec<Uuid> = ids.into_iter().filter(has_it).collect();
    let mut names = files::names(&app.db, &with).await?;
    Ok(with.into_iter().map(|id| (id, names.remove(&id).unwrap_or_default())).collect())
}
