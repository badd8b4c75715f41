//! A struck file: no statement points at it any more, and it is not known here.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::store;
use crate::clock::Clock;
use crate::db::DbErr;
use crate::statements;

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
