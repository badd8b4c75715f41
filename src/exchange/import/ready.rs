//! A line that has been looked at and whose files are kept: what is left is to write it, by itself or
//! with others.

use std::sync::Arc;

use uuid::Uuid;

use super::beside::KeptFile;
use super::check::Beside;
use super::image::KeptImage;
use super::known::Known;
use super::{Context, ImportError, beside, check, image};
use crate::attachments;
use crate::clock::Clock;
use crate::db::{self, DbErr, Tx};
use crate::exchange::ItemLine;
use crate::items::files::{self, File};
use crate::items::{ImportOutcome, Incoming, Placed, Stored, Writer, sizes};

pub struct Ready {
    pub incoming: Incoming,
    picture: Option<KeptImage>,
    /// Those within the prose.
    placed: Vec<(String, KeptImage)>,
    attached: Vec<KeptFile>,
}

impl Ready {
    /// Checks a line, by what is known of the items that it names.
    pub async fn of(
        context: &Context<'_>,
        known: &Known,
        line: &ItemLine,
    ) -> Result<Self, ImportError> {
        let picture = match &line.image {
            Some(image) => Some(image::read(context, &line.external_id, "image", image).await?),
            None => None,
        };
        let attached = beside::keep(context, &line.external_id, &line.files).await?;
        let placed = image::read_placed(context, &line.external_id, &line.pictures).await?;
        let of_prose = |(name, kept): &(String, KeptImage)| Placed {
            name: name.clone(),
            image: kept.image.clone(),
        };
        let beside = Beside {
            image: picture.as_ref().map(|picture| picture.image.clone()),
            pictures: placed.iter().map(of_prose).collect(),
            files: attached.iter().map(|kept| kept.attachment.clone()).collect(),
        };
        let incoming = check::incoming(context, known, line, beside)?;
        Ok(Self { incoming, picture, placed, attached })
    }

    fn has_pictures(&self) -> bool {
        self.picture.is_some() || !self.placed.is_empty()
    }

    /// The rows of its files: of two names for one the last stands.
    fn files(&self, item: Uuid) -> Vec<File> {
        let placed = self.placed.iter().map(|(_, picture)| picture);
        let pictures = self.picture.iter().chain(placed).map(|picture| picture.row(item));
        pictures.chain(self.attached.iter().map(|kept| kept.row(item))).collect()
    }
}

/// Checks one line and stores it in a transaction of its own.
pub async fn store_line(
    context: &Context<'_>,
    line: &ItemLine,
) -> Result<ImportOutcome, ImportError> {
    let known = Known::look_up(context.db, &[line]).await?;
    let ready = Ready::of(context, &known, line).await?;
    store(context, ready).await
}

/// Stores what one line says in a transaction of its own.
pub async fn store(context: &Context<'_>, ready: Ready) -> Result<ImportOutcome, ImportError> {
    let ready = Arc::new(ready);
    db::bulk_transaction::<ImportOutcome, ImportError, _>(context.db, |tx| {
        let (ready, clock) = (Arc::clone(&ready), context.clock.clone());
        let (kinds, over) = (context.kinds.stored().to_vec(), context.over());
        Box::pin(async move {
            let outcome = Writer::new(tx, &clock, &kinds).import(&ready.incoming, over).await?;
            if let Stored::Created(id) | Stored::Updated(id) = outcome.stored {
                if ready.has_pictures() {
                    sizes::ask(tx).await?;
                }
                for row in expected(tx, &clock, ready.files(id)).await? {
                    files::add(tx, &clock, row).await?;
                }
            }
            Ok(outcome)
        })
    })
    .await
}

/// Stores new items that are public, all of them or none. Tells how each went, in the same order.
pub async fn store_new(
    context: &Context<'_>,
    all: Vec<Ready>,
) -> Result<Vec<ImportOutcome>, ImportError> {
    let all = Arc::new(all);
    db::bulk_transaction::<Vec<ImportOutcome>, ImportError, _>(context.db, |tx| {
        let (all, clock) = (Arc::clone(&all), context.clock.clone());
        let (kinds, over) = (context.kinds.stored().to_vec(), context.over());
        Box::pin(async move {
            let incoming: Vec<&Incoming> = all.iter().map(|ready| &ready.incoming).collect();
            let writer = Writer::new(tx, &clock, &kinds);
            let outcomes = writer.import_new_public(&incoming, over).await?;
            let each = all.iter().zip(&outcomes);
            let rows = each.flat_map(|(ready, outcome)| ready.files(outcome.stored.id())).collect();
            if all.iter().any(Ready::has_pictures) {
                sizes::ask(tx).await?;
            }
            let rows = expected(tx, &clock, rows).await?;
            files::add_to_new(tx, &clock, rows).await?;
            Ok(outcomes)
        })
    })
    .await
}

/// The files, whose text is to be read from now on.
async fn expected(tx: &Tx, clock: &Clock, files: Vec<File>) -> Result<Vec<File>, DbErr> {
    for file in &files {
        attachments::expect(tx, clock, file).await?;
    }
    Ok(files)
}
