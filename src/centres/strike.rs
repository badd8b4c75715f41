//! What is struck from the statements: a file that none points at any more, or words.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{By, Incoming, Refused, store, take_in};
use crate::clock::Clock;
use crate::db::{DbErr, Reads};
use crate::organisations;
use crate::statements::{self, Raw};

/// A file that statements pointed at until it was struck.
#[derive(Clone, Debug)]
pub struct StruckPaper {
    /// Of its bytes.
    pub digest: String,
    /// The centres that had it in their statements, with how many of these each had.
    pub centres: Vec<(Uuid, String, i32)>,
}

/// Takes the file out of what is said of centres; the statements stand without it. `None` when no
/// statement points at it or ever did.
pub async fn strike_file(
    db: &impl ConnectionTrait,
    clock: &Clock,
    file: Uuid,
) -> Result<Option<StruckPaper>, DbErr> {
    let Some(row) = statements::file(db, file).await? else { return Ok(None) };
    store::begin_edition(db, clock).await?;
    let ids = store::ids(db).await?;
    let named = file.to_string();
    let mut said = statements::all(db, store::REGISTER).await?;
    let mut struck = StruckPaper { digest: row.digest, centres: Vec::new() };
    said.retain(|slug, raws| {
        let mut count = 0;
        for raw in raws.iter_mut().filter(|raw| raw.fields.get("file") == named) {
            raw.fields.take("file");
            count += 1;
        }
        if count > 0 {
            let id = ids.get(slug).copied().unwrap_or_default();
            struck.centres.push((id, slug.clone(), count));
        }
        count > 0
    });
    statements::replace(db, clock, store::REGISTER, &said).await?;
    statements::forget_file(db, file).await?;
    store::new_edition(db, clock).await?;
    Ok(Some(struck))
}

/// Writes what is said of centres and organisations anew, statement by statement: `without` tells what is
/// left of one, and in how many places something was struck from it. It is kept to the rules of the
/// registers, and nothing is noted as said by form, for that would keep what was struck.
pub async fn rewrite(
    db: &impl Reads,
    clock: &Clock,
    without: impl Fn(Raw) -> (Option<Raw>, i32),
) -> Result<i32, Refused> {
    let organisations = statements::all(db, organisations::REGISTER).await?;
    let centres = statements::all(db, store::REGISTER).await?;
    let mut places = 0;
    let mut anew = |all: BTreeMap<String, Vec<Raw>>| {
        let mut changed = BTreeMap::new();
        for (slug, raws) in all {
            let before = places;
            let mut left = Vec::new();
            for raw in raws {
                let (raw, struck) = without(raw);
                places += struck;
                left.extend(raw);
            }
            if places > before {
                changed.insert(slug, left);
            }
        }
        changed
    };
    let incoming = Incoming {
        by: By::Form,
        organisations: anew(organisations),
        centres: anew(centres),
        ..Incoming::default()
    };
    take_in(db, clock, incoming).await?.map_err(Refused::Rules)?;
    Ok(places)
}
