//! Letters to those who look after a picture: a consent to it ends soon, or is over. Nobody is named in them.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::consents::Model;
use super::{consents, path, store};
use crate::app::App;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::error::Error;
use crate::i18n::Text;
use crate::items::{files, read};
use crate::jobs;
use crate::mail::Letter;
use crate::people::persons::{self, Person};
use crate::people::roles;
use crate::rights::RoleKind;

/// Tells, once of each, of consents that end within a month.
pub async fn warn(app: &App) -> Result<(), Error> {
    let (now, today) = (app.clock.now(), oslo_day(app.clock.now()));
    if consents::ending(&app.db, today).await?.is_empty() {
        return Ok(());
    }
    db::transaction::<(), DbErr, _>(&app.db, |tx| {
        let app = app.clone();
        Box::pin(async move {
            let mut all: BTreeMap<Uuid, Vec<Model>> = BTreeMap::new();
            for one in consents::ending(tx, today).await? {
                all.entry(one.file_id).or_default().push(one);
            }
            for (file, given) in all {
                let first = given.iter().filter_map(|one| one.until).min();
                write(tx, &app, file, (given.as_slice(), now), Says::Ends(first.unwrap_or(today)))
                    .await?;
                consents::told(tx, now, given.into_iter().map(|one| one.id).collect()).await?;
            }
            Ok(())
        })
    })
    .await?;
    Ok(())
}

/// What a letter says.
#[derive(Clone, Copy)]
pub enum Says {
    Ends(Date),
    /// The picture is gone.
    Over,
}

/// To whoever recorded the consents; where none of them is here any more, to those who edit where the text
/// belongs. One letter to each for each picture.
pub async fn write(
    tx: &impl ConnectionTrait,
    app: &App,
    file: Uuid,
    (given, now): (&[Model], OffsetDateTime),
    says: Says,
) -> Result<(), DbErr> {
    let Some(upload) = store::of_files(tx, &[file]).await?.into_iter().next() else {
        return Ok(());
    };
    let mut texts = Vec::new();
    for item in files::items_with(tx, file).await? {
        texts.extend(read::by_id(tx, item).await?);
    }
    let mut to = reached(tx, given.iter().map(|one| one.recorded_by).collect()).await?;
    if to.is_empty() {
        let mut editors = BTreeSet::new();
        for place in texts.iter().filter_map(|text| text.centre_id).collect::<BTreeSet<_>>() {
            let held = roles::at(tx, Some(place), oslo_day(now)).await?;
            let edits = |role: &roles::Model| {
                role.role().is_some_and(|role| {
                    matches!(role.kind, RoleKind::Editor | RoleKind::CentreLeader)
                })
            };
            editors.extend(held.into_iter().filter(edits).map(|role| role.person_id));
        }
        to = reached(tx, editors).await?;
    }
    let titles: Vec<&str> = texts.iter().map(|text| text.title.as_str()).collect();
    for (person, address) in to {
        let letter = letter(app, &person, address, (&upload, titles.as_slice()), says);
        jobs::enqueue(tx, &app.clock, &letter).await?;
    }
    Ok(())
}

/// Those of them who can be written to, each with an address.
async fn reached(
    tx: &impl ConnectionTrait,
    persons: BTreeSet<Uuid>,
) -> Result<Vec<(Person, String)>, DbErr> {
    let mut all = Vec::new();
    for id in persons {
        let person = persons::by_id(tx, id).await?.filter(|person| !person.is_disabled());
        let address = persons::addresses(tx, id).await?.into_iter().next();
        all.extend(person.zip(address));
    }
    Ok(all)
}

fn letter(
    app: &App,
    person: &Person,
    to: String,
    (upload, titles): (&store::Model, &[&str]),
    says: Says,
) -> Letter {
    let t = Text::new(person.lang());
    let all = format!("{}{}", app.public_url(), path(t.lang.code(), upload.item_id));
    let titles = titles.iter().map(|title| format!("- {title}\n")).collect::<Vec<_>>().concat();
    let (subject, lead, link) = match says {
        Says::Ends(day) => {
            let lead = t.plain_with("editing-consent-mail-ends", "day", t.date(day));
            let link = format!("{all}/{}/samtykke", upload.id);
            ("editing-consent-mail-ends-subject", lead, link)
        }
        Says::Over => {
            let lead = t.plain("editing-consent-mail-over");
            ("editing-consent-mail-over-subject", lead, all)
        }
    };
    let of = t.plain("editing-consent-mail-texts");
    Letter {
        to,
        reply_to: None,
        subject: t.plain(subject),
        text: format!("{lead}\n\n{of}\n{titles}\n{link}\n"),
        id: app.clock.random_id(),
    }
}
