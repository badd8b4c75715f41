//! What is stored as a code or an id, as people read it.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::written;
use crate::adoptions::Status;
use crate::app::App;
use crate::centres::Network;
use crate::dates::{Local, oslo_day};
use crate::error::Error;
use crate::i18n::{Lang, Text};
use crate::items::read;
use crate::logbook;
use crate::people::held::{Column, Held, Part, Value};
use crate::people::letter::role_key;
use crate::people::{What, invitations, places};
use crate::rights::RoleKind;
use crate::work::{Changed, TeamRole};

/// So many texts are called by their titles; of the rest it is said that they are texts.
const TITLES: usize = 500;

/// What places, public texts and those that one has written are called.
pub struct Names {
    t: Text,
    who: Uuid,
    pub by_id: BTreeMap<Uuid, String>,
}

impl Names {
    pub async fn load(app: &App, t: Text, who: Uuid, parts: &[Part]) -> Result<Self, Error> {
        let network = Network::load(&app.db).await?;
        let today = oslo_day(app.clock.now());
        let (mut by_id, mut items) = (BTreeMap::new(), Vec::new());
        for (column, id) in ids(parts) {
            match (column.name, places::name(&network, id, today)) {
                ("item_id", _) | ("on_id", None) => items.push(id),
                (_, Some(name)) => {
                    by_id.insert(id, name.to_owned());
                }
                (_, None) => {}
            }
        }
        for id in parts.iter().flat_map(details).flat_map(logbook::ids) {
            match places::name(&network, id, today) {
                Some(name) => {
                    by_id.insert(id, name.to_owned());
                }
                None => items.push(id),
            }
        }
        items.sort();
        items.dedup();
        items.truncate(TITLES);
        // What one has written is called as one last saved it, and by its public title where it has one.
        let own = written::of(&app.db, who, Some(items.as_slice())).await?;
        by_id.extend(own.iter().filter_map(|row| Some((row.item_id, row.content()?.title))));
        let public = read::visible_by_ids(&app.db, &items).await?;
        by_id.extend(public.into_iter().map(|item| (item.id, item.title)));
        Ok(Self { t, who, by_id })
    }

    /// What stands in a column.
    pub fn cell(&self, (held, column): (&Held, &Column), value: Value) -> String {
        let t = self.t;
        match value {
            Value::Nothing => String::new(),
            Value::Text(text) => word(t, (held.table, column.name), &text).unwrap_or(text),
            Value::Id(id) if id == self.who => t.plain("logbook-you"),
            // Who else did something to one is not told by name: it may be an administrator.
            Value::Id(_) if column.name == ACTOR => t.plain("logbook-other"),
            Value::Id(id) => {
                let unnamed = || unnamed(column.name).map(|key| t.plain(key));
                self.by_id.get(&id).cloned().or_else(unnamed).unwrap_or_default()
            }
            Value::Number(number) => number.to_string(),
            Value::Instant(at) => t.local(Local::at(at)),
            Value::Day(day) => t.date(day),
            Value::End(day) => day.previous_day().map(|last| t.date(last)).unwrap_or_default(),
            Value::Json(json) if held.table == LOG => {
                logbook::told(t, &json, &|id| self.by_id.get(&id).cloned())
            }
            Value::Json(json) => plain(&json),
        }
    }
}

const LOG: &str = "audit_log";
/// Who did it.
pub const ACTOR: &str = "actor";

/// What more the rows of the log tell.
fn details(part: &Part) -> impl Iterator<Item = &serde_json::Value> {
    let rows = part.rows.iter().filter(|_| part.held.table == LOG);
    rows.flatten().filter_map(|value| match value {
        Value::Json(json) => Some(json),
        _ => None,
    })
}

/// What has no name that is for all to know; of the rest it is enough what it is about.
fn unnamed(column: &str) -> Option<&'static str> {
    match column {
        "item_id" => Some("logbook-on-item"),
        "work_id" => Some("logbook-on-work"),
        _ => None,
    }
}

/// All ids that are shown, each with its column.
fn ids(parts: &[Part]) -> impl Iterator<Item = (&'static Column, Uuid)> {
    let of_row = |held: &'static Held, row: &Vec<Value>| {
        let with_columns = held.shown.iter().zip(row);
        let ids = with_columns.filter_map(|(column, value)| match value {
            Value::Id(id) => Some((column, *id)),
            _ => None,
        });
        ids.collect::<Vec<_>>()
    };
    parts.iter().flat_map(move |part| part.rows.iter().flat_map(move |row| of_row(part.held, row)))
}

/// The words for a code; none for what is said in words already.
fn word(t: Text, (table, column): (&str, &str), text: &str) -> Option<String> {
    let key = match (table, column) {
        ("audit_log", "what") => What::named(text)?.key(),
        // Its title stands beside.
        ("audit_log", "on_kind") if text == "item" => "privacy-on-item",
        ("audit_log", "on_kind") => logbook::on(text)?,
        ("by_form" | "statement_waiting", "register") => match text {
            "centre" | "organisation" => "logbook-on-place",
            "theme" => "logbook-on-theme",
            _ => "logbook-on-synonyms",
        },
        ("consent", "kind") => match text {
            "resident" => "editing-consent-resident",
            "relative" => "editing-consent-relative",
            "employee" => "editing-consent-employee",
            _ => "editing-consent-other",
        },
        ("role_request", "standing") => match text {
            "given" => "logbook-yes",
            "refused" => "logbook-no",
            _ => "logbook-waits",
        },
        ("work_change", "what") => Changed::named(text)?.key(),
        ("adoption" | "adoption_stage", "status") => Status::named(text)?.key(),
        ("invitation", "kind") if RoleKind::of(text).is_none() => {
            TeamRole::named(invitations::role_in_team(text)?)?.key()
        }
        ("role_held" | "invitation" | "role_request", "kind") => role_key(RoleKind::of(text)?),
        ("work_member", "role") => TeamRole::named(text)?.key(),
        (_, "lang") => return Lang::parse(text).map(|lang| lang.own_name().to_owned()),
        (_, "often") => match text {
            "day" => "privacy-often-day",
            "week" => "privacy-often-week",
            "never" => "privacy-often-never",
            _ => return None,
        },
        ("item_state", "state") => match text {
            "draft" => "privacy-state-draft",
            "in_review" => "privacy-state-in-review",
            "published" => "privacy-state-published",
            "archived" => "privacy-state-archived",
            "withdrawn" => "privacy-state-withdrawn",
            _ => return None,
        },
        ("session", "way") => match text {
            "code" => "privacy-way-code",
            "vouched" => "privacy-way-vouched",
            "example" => "privacy-way-example",
            _ => return None,
        },
        _ => return None,
    };
    Some(t.plain(key))
}

/// What in JSON no person wrote.
const CODES: [&str; 3] = ["what", "kind", "lang"];

/// What was written, without what the parts are called by the program.
pub fn plain(json: &serde_json::Value) -> String {
    match json {
        serde_json::Value::Object(all) => {
            let words = all.iter().filter(|(name, _)| !CODES.contains(&name.as_str()));
            let said = words.map(|(_, value)| plain(value)).filter(|text| !text.is_empty());
            said.collect::<Vec<_>>().join("; ")
        }
        serde_json::Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join(", "),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::Null | serde_json::Value::Bool(_) => String::new(),
    }
}
