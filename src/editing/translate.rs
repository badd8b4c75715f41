//! Begins a translation, and says of one that it follows its original or has been looked through: each in
//! one transaction, as a revision like any other, so that nothing of it is public before it is published.

use uuid::Uuid;

use super::may;
use super::save::Halt;
use super::uploads;
use crate::app::App;
use crate::db;
use crate::i18n::Lang;
use crate::items::{Content, Draft, Head, Item, Unreviewed, Working, WriteError, Writer, read};
use crate::rights::Who;

/// How it is made, as the form says it.
pub const BY_PERSON: &str = "person";
pub const BY_MACHINE: &str = "machine";

/// A translation that somebody wants to begin.
#[derive(Clone, Debug)]
pub struct Begin {
    pub of: Uuid,
    pub lang: Lang,
    pub title: String,
    pub how: Unreviewed,
    pub who: Who,
}

/// What all translations are made from: the text itself, unless it is one.
pub fn root(item: &Working) -> Uuid {
    item.head.original.map_or(item.item.id, |(original, _)| original)
}

/// The languages that a text is in none of yet, drafts counted.
pub fn lacking(family: &[Item]) -> Vec<Lang> {
    let has = |lang: &Lang| family.iter().any(|one| one.lang == lang.code());
    Lang::ALL.into_iter().filter(|lang| !has(lang)).collect()
}

/// It begins as the original is: what is no language, such as dates and places, is there already. Where
/// it was begun, in whose name, is theirs to say.
pub async fn begin(app: &App, asked: Begin) -> Result<Uuid, Halt> {
    db::transaction::<Uuid, Halt, _>(&app.db, |tx| {
        let (clock, kinds, asked) = (app.clock.clone(), app.kinds.clone(), asked.clone());
        Box::pin(async move {
            let Begin { of, lang, title, how, who } = asked;
            let found = Working::open(tx, of).await?.ok_or(WriteError::Missing)?;
            let kind = kinds.named(&found.item.kind);
            let kind = kind.ok_or_else(|| WriteError::NoKind(found.item.kind.clone()))?;
            let public = found.public.as_ref().filter(|_| found.item.state().is_visible());
            if public.is_none() && !may::read(&who, &found) {
                return Err(Halt::May);
            }
            if !lacking(&read::family(tx, of).await?).contains(&lang) {
                return Err(Halt::Begun);
            }
            let source = public.unwrap_or(&found.newest);
            let content = source.content().ok_or(WriteError::Unreadable)?;
            let head = Head {
                lang: lang.code().to_owned(),
                example: found.item.example,
                centre: found.item.centre_id.filter(|at| who.writes_for(*at)),
                original: Some((of, source.number)),
                ..Head::default()
            };
            let content = Content { title, unreviewed: Some(how), ..content };
            let writer = Writer::new(tx, &clock, kinds.stored()).by(who.id);
            let draft = Draft { content, head, note: None };
            let id = writer.create(&kind.store, &draft).await?;
            uploads::bring(tx, &clock, (id, who.id), &draft.content).await?;
            writer.want_contact(id, found.contact.as_ref()).await?;
            Ok(id)
        })
    })
    .await
}

/// The translation says what the original says now.
pub async fn follow(app: &App, id: Uuid, seen: i32, who: &Who) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        Box::pin(async move {
            let (found, content) = theirs(tx, id, &who).await?;
            let (original, _) = found.head.original.ok_or(WriteError::NoDraft)?;
            let newest = read::public_number(tx, original).await?.ok_or(WriteError::Missing)?;
            let note = note(&found);
            let head = Head { original: Some((original, newest)), ..found.head };
            let draft = Draft { content, head, note };
            Writer::new(tx, &clock, kinds.stored()).by(who.id).save(id, seen, &draft).await?;
            Ok(())
        })
    })
    .await
}

/// Somebody who knows the language has looked through it.
pub async fn reviewed(app: &App, id: Uuid, seen: i32, who: &Who) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        Box::pin(async move {
            let (found, content) = theirs(tx, id, &who).await?;
            let content = Content { unreviewed: None, ..content };
            let draft = Draft { content, note: note(&found), head: found.head };
            Writer::new(tx, &clock, kinds.stored()).by(who.id).save(id, seen, &draft).await?;
            Ok(())
        })
    })
    .await
}

/// What the writer said of a draft; of what is public it says what was changed then.
fn note(found: &Working) -> Option<String> {
    found.newest.note.clone().filter(|_| found.is_draft())
}

/// A text that they may change, as it was saved last.
async fn theirs(tx: &db::Tx, id: Uuid, who: &Who) -> Result<(Working, Content), Halt> {
    let found = Working::open(tx, id).await?.ok_or(WriteError::Missing)?;
    if !may::write(who, &found) {
        return Err(Halt::May);
    }
    let content = found.newest.content().ok_or(WriteError::Unreadable)?;
    Ok((found, content))
}
