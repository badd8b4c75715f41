//! The lines of a file that tell who has taken what into use: written after the items, and read when these are in.

use std::collections::BTreeMap;
use std::io::Write;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::import::{Context, Failure, Imported};
use crate::adoptions::{self, Adoption, Outcome, Refused, Said, Stage, Status, Told, Writer};
use crate::centres::Network;
use crate::dates::{PartialDate, oslo_day};
use crate::db::{self, Db};
use crate::error::Error;
use crate::i18n::Lang;
use crate::items::{Item, in_plain_words, read};
use crate::text::{Fault, check_line, check_prose};

/// The kind of line that is read here.
pub const KIND: &str = "adoption";

/// Such lines of a file, by their numbers.
pub type Lines = BTreeMap<usize, Vec<u8>>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kind: String,
    id: Uuid,
    /// The external id of what was taken into use.
    of: String,
    municipality: String,
    /// By its slug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
    lang: String,
    stages: Vec<LineStage>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    adaptation: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    told: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    contact_role: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    learned_from: Option<Uuid>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    example: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LineStage {
    status: Status,
    since: PartialDate,
}

/// How many are read at a time.
const PAGE: u64 = 200;
const LINE: usize = 200;
const PROSE: usize = 2_000;
const MOST_STAGES: usize = 50;

/// Writes a line for each that everybody can read; tells how many.
pub async fn export(db: &Db, out: &mut dyn Write) -> Result<usize, Error> {
    let network = Network::load(db).await?;
    let broken = |e: std::io::Error| Error::Internal(format!("the export can't be written: {e}"));
    let (mut offset, mut written) = (0, 0);
    loop {
        let some = adoptions::all_public(db, (offset, PAGE)).await?;
        if some.is_empty() {
            return Ok(written);
        }
        offset += PAGE;
        let ids: Vec<Uuid> = some.iter().map(|one| one.item_id).collect();
        let items = read::visible_by_ids(db, &ids).await?;
        let items: BTreeMap<Uuid, Item> = items.into_iter().map(|item| (item.id, item)).collect();
        let ids: Vec<Uuid> = some.iter().map(|one| one.id).collect();
        let mut stages = adoptions::stages(db, ids).await?;
        for one in &some {
            let Some(item) = items.get(&one.item_id) else { continue };
            let line = line(&network, one, item, stages.remove(&one.id).unwrap_or_default());
            writeln!(out, "{}", serde_json::to_string(&line)?).map_err(broken)?;
            written += 1;
        }
    }
}

fn line(network: &Network, one: &Adoption, item: &Item, stages: Vec<Stage>) -> Line {
    let slug = |id: Uuid| {
        network.organisations.iter().find(|known| known.id == id).map(|known| known.slug.clone())
    };
    let stage = |stage: Stage| Some(LineStage { status: stage.status(), since: stage.day()? });
    Line {
        kind: KIND.to_owned(),
        id: one.id,
        of: item.external_id.clone(),
        municipality: one.municipality.clone(),
        organisation: one.place_id.and_then(slug),
        unit: one.unit.clone(),
        lang: one.lang.clone(),
        stages: stages.into_iter().filter_map(stage).collect(),
        adaptation: one.adaptation.clone(),
        outcome: one.outcome(),
        told: one.told.clone(),
        contact_role: one.contact_role.clone(),
        learned_from: one.learned_from,
        example: one.example,
    }
}

/// Takes the lines in, each by itself: a bad one refuses no other.
pub async fn import(
    context: &Context<'_>,
    lines: &Lines,
    imported: &mut Imported,
) -> Result<(), String> {
    for (number, raw) in lines {
        match store(context, raw).await.map_err(|e| e.to_string())? {
            Ok((true, true)) => imported.created += 1,
            Ok((true, false)) => imported.updated += 1,
            Ok((false, _)) => imported.unchanged += 1,
            Err(why) => imported.failures.push(Failure { line: *number, why }),
        }
    }
    Ok(())
}

type Stored = Result<(bool, bool), Vec<String>>;

async fn store(context: &Context<'_>, raw: &[u8]) -> Result<Stored, db::DbErr> {
    let plain = |e: serde_json::Error| {
        let text = e.to_string();
        in_plain_words(text.split(" at line ").next().unwrap_or_default())
    };
    let raw = raw.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw);
    let line: Line = match serde_json::from_slice(raw) {
        Ok(line) => line,
        Err(error) => return Ok(Err(vec![plain(error)])),
    };
    let network = Network::load(context.db).await?;
    let item = read::by_external_id(context.db, &line.of).await?;
    let item = item.map(|item| item.original_id.unwrap_or(item.id));
    let taken = match checked(context, &network, line, item) {
        Ok(taken) => taken,
        Err(why) => return Ok(Err(why)),
    };
    let stored = db::bulk_transaction::<(bool, bool), Refused, _>(context.db, |tx| {
        let (clock, network, taken) = (context.clock.clone(), network.clone(), taken.clone());
        Box::pin(async move { Writer::new(tx, &clock, &network).take_in(&taken).await })
    });
    match stored.await {
        Ok(stored) => Ok(Ok(stored)),
        Err(Refused::Database(error)) => Err(error),
        Err(refused) => Ok(Err(vec![refused.to_string()])),
    }
}

/// All that is wrong with a line at once.
fn checked(
    context: &Context<'_>,
    network: &Network,
    line: Line,
    item: Option<Uuid>,
) -> Result<adoptions::Imported, Vec<String>> {
    let mut why = Vec::new();
    let item = item.ok_or_else(|| format!("`of`: there is no item {:?}", line.of));
    let today = oslo_day(context.clock.now());
    if network.places.municipality(&line.municipality, today).is_none() {
        why.push(format!("`municipality`: {:?} is none of today's", line.municipality));
    }
    let place = line.organisation.as_deref().map(|slug| {
        let known = network.organisations.get(slug).map(|known| known.id);
        known.ok_or_else(|| format!("`organisation`: {slug:?} is not known"))
    });
    let place = place.transpose();
    if Lang::parse(&line.lang).is_none() {
        why.push(format!("`lang`: {:?} is not known", line.lang));
    }
    if line.stages.is_empty() || line.stages.len() > MOST_STAGES {
        why.push(format!("`stages`: at least one, and at most {MOST_STAGES}"));
    }
    let mut text = |checked: Result<String, Fault>| {
        checked.map_err(|fault| why.push(fault.to_string())).unwrap_or_default()
    };
    let unit = text(check_line("unit", &line.unit, LINE, false));
    let adaptation = text(check_prose("adaptation", &line.adaptation, PROSE));
    let told = text(check_prose("told", &line.told, PROSE));
    let contact_role = text(check_line("contact_role", &line.contact_role, LINE, false));
    let stages: Vec<(Status, PartialDate)> =
        line.stages.iter().map(|stage| (stage.status, stage.since)).collect();
    match (item, place, stages.last().copied()) {
        (Ok(item), Ok(place), Some((status, day))) if why.is_empty() => {
            let (outcome, learned_from) = (line.outcome, line.learned_from);
            let told = Told { status, day, adaptation, outcome, told, contact_role, learned_from };
            let (municipality, lang) = (line.municipality, line.lang);
            let said = Said { item, municipality, place, unit, lang, told };
            Ok(adoptions::Imported { id: line.id, said, example: line.example, stages })
        }
        (item, place, _) => {
            why.extend(item.err());
            why.extend(place.err());
            Err(why)
        }
    }
}
