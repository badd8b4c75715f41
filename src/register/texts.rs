//! The texts of our own that the foot of every page leads to: which languages each is in, and the way to
//! where it is written. They are pages like any other: they have drafts, a yes, and history.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use sea_orm::ConnectionTrait;
use serde_json::json;
use uuid::Uuid;

use super::{LIMIT, frame};
use crate::app::App;
use crate::db::{self, DbErr, Tx};
use crate::error::{Error, Reply};
use crate::forms::{Field, Form, RegisterNames};
use crate::i18n::{Lang, Text, Words};
use crate::items::{Content, Draft, Head, Item, State as ItemState, WriteError, Writer, read};
use crate::kinds::Kind;
use crate::login::{known, received};
use crate::pages;
use crate::people::{Entry, What};
use crate::web::{Frame, Visit};

/// Each by the address that the foot of the page has, with what it is called.
const TEXTS: [(&str, &str); 3] = [
    ("om", "register-text-about"),
    ("tilgjengelighet", "register-text-accessibility"),
    ("personvern", "register-text-privacy"),
];

/// What the button sends: which text, and in what language.
const TEXT: &str = "tekst";
const LANG: &str = "sprak";

#[derive(Template)]
#[template(path = "register/texts.html")]
struct Show {
    t: Text,
    frame: Frame,
    action: String,
    texts: Vec<Standing>,
}

/// One of the texts, with each language.
struct Standing {
    slug: &'static str,
    name: Words,
    langs: Vec<InLang>,
}

struct InLang {
    code: &'static str,
    name: &'static str,
    /// None where it is not in it yet.
    there: Option<There>,
}

struct There {
    title: String,
    state: Words,
    write: String,
    versions: String,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let mut texts = Vec::new();
    for (slug, key) in TEXTS {
        let all = family(&app.db, slug).await?;
        let langs = Lang::ALL.map(|lang| InLang {
            code: lang.code(),
            name: lang.own_name(),
            there: all.iter().find(|item| item.lang == lang.code()).map(|item| there(t, item)),
        });
        texts.push(Standing { slug, name: t.get(key), langs: langs.into() });
    }
    let (heading, action) = (t.plain("register-texts"), format!("/{code}/register/tekster"));
    let frame = frame(&app, &visit, &heading).under(&heading, &action);
    crate::web::page(StatusCode::OK, &Show { t, frame, action, texts })
}

fn there(t: Text, item: &Item) -> There {
    let key = match item.state() {
        ItemState::Draft => "register-state-draft",
        ItemState::InReview => "register-state-in-review",
        ItemState::Published => "register-state-published",
        ItemState::Archived => "register-state-archived",
        ItemState::Withdrawn => "register-state-withdrawn",
    };
    let write = format!("/{}/skriv/{}", t.lang.code(), item.id);
    There {
        title: item.title.clone(),
        state: t.get(key),
        versions: format!("{write}/versjoner"),
        write,
    }
}

/// The text at this address in every language that it is in, that one first.
async fn family(db: &impl ConnectionTrait, slug: &str) -> Result<Vec<Item>, DbErr> {
    match read::by_address(db, pages::KIND.name, slug).await? {
        Some(item) => read::family(db, item.original_id.unwrap_or(item.id)).await,
        None => Ok(Vec::new()),
    }
}

pub async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let form = Form::new(LIMIT, Vec::<Field>::new()).hiding([TEXT, LANG]);
    let filled = received(&app, &visit, request, &form, &RegisterNames::default()).await?;
    let asked = filled.typed.value(TEXT);
    let text = TEXTS.into_iter().find(|(slug, _)| *slug == asked);
    let lang = Lang::parse(filled.typed.value(LANG));
    let (Some(text), Some(lang)) = (text, lang) else {
        return Err(Error::NotUnderstood("tekst"));
    };
    let by = known(&visit)?.id;
    let begun = db::transaction::<Uuid, WriteError, _>(&app.db, |tx| {
        let app = app.clone();
        Box::pin(async move { begin(tx, &app, text, lang, by).await })
    });
    let id = begun.await.map_err(|error| match error {
        WriteError::Db(error) => Error::from(error),
        other => Error::Internal(format!("a page of our own: {other}")),
    })?;
    Ok(crate::web::see_other(&format!("/{}/skriv/{id}", visit.lang().code())))
}

/// A draft of the text in the language; the one that is there already, where there is one.
async fn begin(
    tx: &Tx,
    app: &App,
    (slug, key): (&'static str, &'static str),
    lang: Lang,
    by: Uuid,
) -> Result<Uuid, WriteError> {
    let all = family(tx, slug).await?;
    if let Some(there) = all.iter().find(|item| item.lang == lang.code()) {
        return Ok(there.id);
    }
    let kind: &'static Kind = &pages::KIND;
    // The foot leads to the one that the others are translated from: from what readers have of it, as it stands beside
    // the translation, also where a draft of it is newer.
    let original = match all.first() {
        Some(first) => {
            let of = first.original_id.unwrap_or(first.id);
            let number = read::public_number(tx, of).await?.unwrap_or(first.revision);
            Some((of, number))
        }
        None => None,
    };
    let wanted = match original {
        None => slug.to_owned(),
        Some(_) => format!("{slug}-{}", lang.code()),
    };
    let draft = Draft {
        content: Content {
            title: Text::new(lang).plain(key),
            facts: (kind.check)(serde_json::Value::Null).unwrap_or_default(),
            facts_version: kind.version,
            ..Content::default()
        },
        head: Head {
            slug: Some(wanted),
            lang: lang.code().to_owned(),
            original,
            ..Head::default()
        },
        note: None,
    };
    let writer = Writer::new(tx, &app.clock, app.kinds.stored()).by(by);
    let id = writer.create(&kind.store, &draft).await?;
    let told = json!({ "slug": slug, "lang": lang.code() });
    let entry = Entry::of(What::PageBegun).by(Some(by)).on("item", id).telling(told);
    entry.write(tx, &app.clock).await?;
    Ok(id)
}
