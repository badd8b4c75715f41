//! Facts that are corrupt where they are stored: what can be read is shown, the rest is named, and
//! nothing else on the site is the worse for it.

mod any;
mod corrupt;
mod strict;
mod versions;

use std::io::Write;
use std::sync::{Arc, Mutex};

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::Value;

use crate::items::{read, revision};
use crate::testing::TestApp;

/// Changes a stored text of an item in its row, the first of them as 0.
async fn corrupt(app: &TestApp, external_id: &str, nth: usize, change: impl FnOnce(&mut Value)) {
    let db = &app.app.db;
    let item = read::by_external_id(db, external_id).await.unwrap().expect(external_id);
    let texts = revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item.id))
        .order_by_asc(revision::Column::Number)
        .all(db)
        .await
        .unwrap();
    let text = texts[nth].clone();
    let mut content = text.content.0.clone();
    change(&mut content);
    let mut text = text.into_active_model();
    text.content = Set(content.into());
    revision::Entity::update(text).exec(db).await.unwrap();
}

/// The stored text of an item.
async fn stored(app: &TestApp, external_id: &str) -> Value {
    let item = read::by_external_id(&app.app.db, external_id).await.unwrap().expect(external_id);
    read::history(&app.app.db, item.id).await.unwrap().pop().unwrap().content.0
}

/// What is logged on this thread for as long as the guard lives.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn start() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::WARN)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    /// What was logged since it was asked last.
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
