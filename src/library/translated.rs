//! What readers are told of a translation: that nobody has looked through it, or that its original has
//! been changed since it was made.

use crate::app::App;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items::{Item, Shown, Unreviewed, read};
use crate::web::Visit;

#[derive(Clone, Debug, Default)]
pub struct Translated {
    pub unreviewed: Option<Words>,
    /// The versions of the original, when it has been changed since.
    pub changed: Option<String>,
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
    let Some((original, base)) = item.original_id.zip(item.original_revision) else {
        return Ok(Translated { unreviewed, changed: None });
    };
    // On a day that has been the original was another, and a draft is told of where it is written.
    let is_now = visit.at.is_none() && visit.unpublished.is_none();
    let Some(original) = others.iter().find(|one| one.id == original).filter(|_| is_now) else {
        return Ok(Translated { unreviewed, changed: None });
    };
    let newest = read::public_number(&app.db, original.id).await?;
    let is_stale = newest.is_some_and(|newest| newest > base) || is_older(item, original);
    let versions =
        app.kinds.named(&original.kind).filter(|_| is_stale).map(|kind| {
            format!("/{}/{}/{}/versjoner", visit.lang().code(), kind.path, original.slug)
        });
    Ok(Translated { unreviewed, changed: versions })
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
