//! The items that lines name and the database holds, looked up for many lines at once.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::db::{Db, DbErr};
use crate::exchange::ItemLine;
use crate::items::Incoming;
use crate::items::named::{self, Named};

/// An item that is here, or is on its way in together with what names it.
#[derive(Clone, Debug)]
pub struct KnownItem {
    pub id: Uuid,
    pub kind: String,
    pub digest: String,
    pub edited_by_hand: bool,
    /// The number of the text that is public; of one that never was public the newest.
    pub number: i32,
}

impl KnownItem {
    /// It is as the line wrote it, or a person has changed it since and is not to be written over.
    pub fn is_from(&self, line: &Incoming, force: bool) -> bool {
        self.digest == line.digest && !(force && self.edited_by_hand)
    }
}

/// By external id; and which ids are taken of those that lines give.
#[derive(Clone, Debug, Default)]
pub struct Known {
    items: HashMap<String, KnownItem>,
    ids: HashSet<Uuid>,
}

impl Known {
    /// The items of the lines themselves, those that they translate, and those whose ids they give.
    pub async fn look_up(db: &Db, lines: &[&ItemLine]) -> Result<Self, DbErr> {
        let mut external_ids = Vec::with_capacity(lines.len());
        let mut ids = Vec::new();
        for line in lines {
            external_ids.push(line.external_id.as_str());
            external_ids.extend(line.translation_of.as_deref());
            ids.extend(line.id);
        }
        let mut known = Self::default();
        for named in named::find(db, external_ids, ids).await? {
            let number = named.number();
            let Named { id, external_id, kind, digest, edited_by_hand, .. } = named;
            known.ids.insert(id);
            let item = KnownItem { id, kind, digest, edited_by_hand, number };
            known.items.insert(external_id, item);
        }
        Ok(known)
    }

    pub fn get(&self, external_id: &str) -> Option<&KnownItem> {
        self.items.get(external_id)
    }

    pub fn has_id(&self, id: Uuid) -> bool {
        self.ids.contains(&id)
    }

    /// An item that is about to be written, with this id.
    pub fn add(&mut self, new: &Incoming, id: Uuid) {
        let item = KnownItem {
            id,
            kind: new.kind.name.to_owned(),
            digest: new.digest.clone(),
            edited_by_hand: false,
            number: new.public_number(),
        };
        self.ids.insert(id);
        self.items.insert(new.external_id.clone(), item);
    }

    /// It has been written to: what was known of it may hold no longer.
    pub fn forget(&mut self, external_id: &str) {
        self.items.remove(external_id);
    }
}
