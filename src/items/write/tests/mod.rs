//! Writing, as those who write and those who read meet it.

mod again;
mod crash;
mod files;
mod import;
mod past;
mod races;
mod sides;
mod states;
mod strike;
mod struck;
mod thin;

use time::OffsetDateTime;
use uuid::Uuid;

use super::{Discarded, Draft, WriteError, Writer};
use crate::app::App;
use crate::db::{self, Db};
use crate::items::tables::{item, revision};
use crate::items::{Content, Head, Item, read};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// Somebody who writes.
const PERSON: Uuid = Uuid::from_u128(7);

fn draft(title: &str) -> Draft {
    let content = Content {
        title: title.to_owned(),
        body: format!("Teksten om {title}."),
        themes: vec!["fall".to_owned()],
        ..Content::default()
    };
    let head = Head { slug: Some("siden".to_owned()), lang: "nb".to_owned(), ..Head::default() };
    Draft { content, head, note: None }
}

/// What can be done to an item.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "a handful of them, in tests")]
enum Do {
    Save(Draft),
    Submit,
    ReturnToDraft,
    Publish(OffsetDateTime),
    Archive,
    Withdraw,
    Restore,
    Discard,
}

async fn create(app: &App, kind: &'static str, draft: &Draft) -> Uuid {
    let outcome = db::transaction::<Uuid, WriteError, _>(&app.db, |tx| {
        let (app, draft) = (app.clone(), draft.clone());
        Box::pin(async move {
            let kinds = app.kinds.stored();
            let kind = kinds.iter().find(|known| known.name == kind).unwrap();
            Writer::new(tx, &app.clock, kinds).by(PERSON).create(kind, &draft).await
        })
    });
    outcome.await.unwrap()
}

/// Does it on behalf of the person, who has seen the revision `expected`; tells the number of now.
async fn act(app: &App, item: Uuid, expected: i32, what: Do) -> Result<i32, WriteError> {
    act_on(&app.db, app, item, expected, what).await
}

async fn act_on(
    db: &Db,
    app: &App,
    item: Uuid,
    expected: i32,
    what: Do,
) -> Result<i32, WriteError> {
    db::transaction::<i32, WriteError, _>(db, |tx| {
        let (app, what) = (app.clone(), what.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &app.clock, app.kinds.stored()).by(PERSON);
            match what {
                Do::Save(draft) => return writer.save(item, expected, &draft).await,
                Do::Submit => writer.submit(item, expected).await?,
                Do::ReturnToDraft => writer.return_to_draft(item, expected).await?,
                Do::Publish(at) => writer.publish(item, expected, at).await?,
                Do::Archive => writer.archive(item, expected).await?,
                Do::Withdraw => writer.withdraw(item, expected).await?,
                Do::Restore => writer.restore(item, expected).await?,
                Do::Discard => match writer.discard(item, expected).await? {
                    Discarded::Item => return Ok(0),
                    Discarded::Draft => {}
                },
            }
            Ok(read::by_id(tx, item).await?.map_or(0, |item| item.revision))
        })
    })
    .await
}

async fn row(app: &App, id: Uuid) -> Item {
    item::Entity::find_by_id(id).one(&app.db).await.unwrap().unwrap()
}

/// All revisions, oldest first.
async fn revisions(app: &App, id: Uuid) -> Vec<revision::Model> {
    let all = revision::Entity::find().filter(revision::Column::ItemId.eq(id));
    all.order_by_asc(revision::Column::Number).all(&app.db).await.unwrap()
}
