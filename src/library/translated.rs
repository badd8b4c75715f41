//! What readers are told of a translation: that nobody has looked through it, or that its original has
//! been changed, archived or taken away since it was made.

use crate::app::App;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items::{Item, Shown, State, Unreviewed, read};
use crate::web::Visit;

#[derive(Clone, Debug, Default)]
pub struct Translated {
    pub unreviewed: Option<Words>,
    /// The versions of the original, when it has been changed since.
    pub changed: Option<String>,
    /// That the original is in the archive or withdrawn, while readers have the translation as before: what it is
    /// called, and what is told.
    pub gone: Option<(&'static str, &'static str)>,
}

/// `others` are the same text in other languages, those that anybody can read.
pub async fn of(
    app: &App,
    visit: &Visit,
    shown: &Shown,
    others: &[Item],
) -> Result<Translated, Error> {
    let unreviewed = shown.content.unreviewed.map(|how| told(visit.t, how));
    let item = &shown.item;
    let only = Translated { unreviewed, ..Translated::default() };
    let Some((original, base)) = item.original_id.zip(item.original_revision) else {
        return Ok(only);
    };
    // On a day that has been the original was another, and a draft is told of where it is written.
    if visit.at.is_some() || visit.unpublished.is_some() {
        return Ok(only);
    }
    let public = others.iter().find(|one| one.id == original);
    let hidden = if public.is_none() { read::by_id(&app.db, original).await? } else { None };
    let Some(original) = public.or(hidden.as_ref()) else { return Ok(only) };
    let gone = gone(item, original);
    if gone.is_some() || !original.state().is_visible() {
        return Ok(Translated { gone, ..only });
    }
    let newest = read::public_number(&app.db, original.id).await?;
    let is_stale = newest.is_some_and(|newest| newest > base) || is_older(item, original);
    let versions =
        app.kinds.named(&original.kind).filter(|_| is_stale).map(|kind| {
            format!("/{}/{}/{}/versjoner", visit.lang().code(), kind.path, original.slug)
        });
    Ok(Translated { changed: versions, ..only })
}

/// What became of an original that readers had, as they are told where they have the translation still.
fn gone(item: &Item, original: &Item) -> Option<(&'static str, &'static str)> {
    match original.state() {
        _ if item.state() != State::Published => None,
        State::Archived => Some(("library-original-archived-label", "library-original-archived")),
        State::Withdrawn => {
            Some(("library-original-withdrawn-label", "library-original-withdrawn"))
        }
        _ => None,
    }
}

/// Of what came in from elsewhere nobody knows which version was translated, but the days tell.
fn is_older(item: &Item, original: &Item) -> bool {
    let are_as_they_came = !item.edited_by_hand && !original.edited_by_hand;
    are_as_they_came && original.changed_at().is_some() && original.updated_at > item.updated_at
}

fn told(t: Text, how: Unreviewed) -> Words {
    match how {
        Unreviewed::Person => t.get("library-unreviewed-person"),
        Unreviewed::Machine => t.get("library-unreviewed-machine"),
    }
}

/// Where one more language is begun, for anybody who is known: what they write is theirs until it is
/// published.
pub fn begin(visit: &Visit, item: &Item) -> Option<String> {
    let lang = visit.lang().code();
    visit.who.as_ref().map(|_| format!("/{lang}/skriv/{}/sprak", item.id))
}
