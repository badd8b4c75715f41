//! Takes in new items from a file of lines, as many at once as the caller likes. What must not stand
//! twice has a unique key: when somebody else has taken one, nothing of any of them is written.

use super::import::{draft_of, first_public};
use super::new::{Names, wanted_slug};
use super::outcome::{ImportOutcome, Over, Remark, Stored, other_slug};
use super::rows::{NewItem, NewRows};
use super::{Draft, WriteError, Writer};
use crate::db::Reads;
use crate::items::filing::FiledBy;
use crate::items::incoming::{ContactChange, Incoming};
use crate::items::tables::revision;
use crate::items::{Item, slugs};

impl<C: Reads> Writer<'_, C> {
    /// Stores items that are not here yet and are, or have been, public; with the texts that were
    /// public before. Tells how each went, in the same order.
    pub async fn import_new_public(
        &self,
        all: &[&Incoming],
        over: Over,
    ) -> Result<Vec<ImportOutcome>, WriteError> {
        let strikes = self.allow_new(all, over).await?;
        let drafts: Vec<Draft> = all.iter().map(|new| draft_of(new)).collect();
        let wanted: Vec<(&str, String)> = all
            .iter()
            .zip(&drafts)
            .map(|(new, draft)| (new.kind.name, wanted_slug(draft)))
            .collect();
        let slugs = slugs::free_for_all(self.db, &wanted).await?;
        let by = FiledBy::load(self.db).await?;
        let (mut rows, mut outcomes) = (NewRows::default(), Vec::with_capacity(all.len()));
        for ((new, draft), slug) in all.iter().zip(drafts).zip(slugs) {
            let item = self.new_public(new, draft, slug)?;
            let remarks = other_slug(new, &item.row.slug).into_iter().collect();
            let (stored, lacks) = (Stored::Created(item.row.id), new.left_out);
            outcomes.push(ImportOutcome { stored, remarks, lacks });
            rows.add(self, (new.kind, &by), item);
        }
        rows.insert(self.db, self.clock).await?;
        for (new, outcome) in all.iter().zip(&mut outcomes) {
            let is_over = self.keep_strikes(&strikes, new, outcome.stored.id()).await?;
            outcome.remarks.extend(is_over.then_some(Remark::OverStrikes));
        }
        Ok(outcomes)
    }

    /// The rows of one, none of them written yet.
    fn new_public(
        &self,
        new: &Incoming,
        draft: Draft,
        slug: String,
    ) -> Result<NewItem, WriteError> {
        let now = self.clock.now();
        let first = first_public(None, new, now).ok_or(WriteError::WrongState(new.state))?;
        let names = Names {
            id: new.id.unwrap_or_else(|| self.clock.new_id()),
            external_id: new.external_id.clone(),
            digest: new.digest.clone(),
        };
        let is_first = new.history.is_empty();
        let updated = new.updated_at.or(new.published_at.filter(|_| is_first)).unwrap_or(now);
        let since = if is_first { first.at } else { updated };
        let number = new.public_number();
        let row = Item {
            state: new.state.name().to_owned(),
            updated_at: updated.into(),
            published_at: Some(first.at.into()),
            published_as: first.known_as,
            ..self.row_of(new.kind, names, slug, &draft, number)
        };
        let mut texts = Vec::with_capacity(new.history.len() + 1);
        let ends = new.history.iter().skip(1).map(|past| past.published_at).chain([updated]);
        for ((n, past), end) in (1..).zip(&new.history).zip(ends) {
            let (content, note) = (past.content.clone(), past.note.clone());
            let past_draft = Draft { content, note, head: draft.head.clone() };
            let text = revision::Model {
                published_at: Some(past.published_at.into()),
                replaced_at: Some(end.into()),
                ..self.revision_of(row.id, n, &past_draft)?
            };
            texts.push((text, past_draft));
        }
        let text = revision::Model {
            published_at: Some(since.into()),
            ..self.revision_of(row.id, number, &draft)?
        };
        texts.push((text, draft));
        let contact = match &new.contact {
            ContactChange::Set(contact) => Some(contact.clone()),
            ContactChange::Keep | ContactChange::Remove => None,
        };
        Ok(NewItem { row, texts, contact })
    }
}
