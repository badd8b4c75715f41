//! What more a row of the log tells, in words: what no word is known for is left to the table that is taken
//! out.

use serde_json::Value;
use time::Date;
use time::macros::format_description;
use uuid::Uuid;

use crate::centres;
use crate::i18n::Text;
use crate::organisations;
use crate::people::What;
use crate::people::letter::role_key;
use crate::register::what_key;
use crate::rights::RoleKind;
use crate::work::TeamRole;

/// In the order in which they are told.
const TOLD: [(&str, &str); 28] = [
    ("what", "logbook-told-what"),
    ("did", "logbook-told-did"),
    ("role", "logbook-told-role"),
    ("at", "logbook-told-at"),
    ("centre", "logbook-told-at"),
    ("in", "logbook-told-at"),
    ("until", "logbook-told-until"),
    ("from", "logbook-told-from"),
    ("to", "logbook-told-to"),
    ("person", "logbook-told-person"),
    ("heir", "logbook-told-heir"),
    ("texts", "logbook-told-texts"),
    ("answer", "logbook-told-answer"),
    ("standing", "logbook-told-answer"),
    ("item", "logbook-told-item"),
    ("items", "logbook-told-items"),
    ("measures", "logbook-told-measures"),
    ("theme", "logbook-told-theme"),
    ("gone", "logbook-told-gone"),
    ("way", "logbook-told-way"),
    ("step", "logbook-told-step"),
    ("issuer", "logbook-told-issuer"),
    ("sent", "logbook-told-sent"),
    ("as", "logbook-told-as"),
    ("revision", "logbook-told-revision"),
    ("places", "logbook-told-places"),
    ("reason", "logbook-told-reason"),
    ("refused", "logbook-told-reason"),
];

/// `called` tells what a person, a place or a public text is called.
pub fn told(t: Text, details: &Value, called: &impl Fn(Uuid) -> Option<String>) -> String {
    let said = TOLD.iter().filter_map(|(name, label)| {
        let value = in_words(t, name, details.get(*name)?, called)?;
        Some(t.plain_with(label, "value", value.as_str()))
    });
    said.collect::<Vec<_>>().join(" ")
}

/// Ids that are told, to be called by a name.
pub fn ids(details: &Value) -> impl Iterator<Item = Uuid> {
    let all = details.as_object().into_iter().flat_map(|all| all.values());
    all.filter_map(|value| Uuid::try_parse(value.as_str()?).ok())
}

fn in_words(
    t: Text,
    name: &str,
    value: &Value,
    called: &impl Fn(Uuid) -> Option<String>,
) -> Option<String> {
    match value {
        Value::String(text) => match Uuid::try_parse(text) {
            Ok(id) => called(id),
            Err(_) => word(t, name, text),
        },
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) if name == "gone" && !flag => None,
        Value::Bool(flag) => Some(t.plain(if *flag { "logbook-yes" } else { "logbook-no" })),
        Value::Array(all) => Some(all.len().to_string()),
        Value::Null | Value::Object(_) => None,
    }
}

/// The words for a code; what is in words already is as it is.
fn word(t: Text, name: &str, text: &str) -> Option<String> {
    let key = match (name, text) {
        ("what", _) => return done(t, text),
        ("role", _) => return role(t, text),
        ("until" | "from" | "to", _) => return Some(day(t, text)),
        ("way", "code") => "privacy-way-code",
        ("way", "vouched") => "privacy-way-vouched",
        ("way", "example") => "privacy-way-example",
        ("step", "app") => "logbook-step-app",
        ("step", "passkey") => "logbook-step-passkey",
        ("step", "recovery") => "logbook-step-recovery",
        ("answer", "given") | ("standing", "public") => "logbook-yes",
        ("answer" | "standing", "refused") => "logbook-no",
        ("answer" | "standing", "waiting") => "logbook-waits",
        ("did", "said") => "logbook-did-said",
        ("did", "taken") => "logbook-did-taken",
        ("as", "page") => "logbook-as-page",
        ("as", "csv") => "logbook-as-table",
        ("in", "register") => "strikes-area-register",
        ("in", "themes") => "strikes-area-themes",
        ("in", "adoptions") => "strikes-area-adoptions",
        ("in", "role_requests") => "strikes-area-role-requests",
        ("in", "work") => "strikes-area-work",
        ("in", "barriers") => "strikes-area-barriers",
        ("refused", "niva") => "providers-over-level",
        ("refused", "sent") => "providers-over-late",
        ("refused", "adresse") => "providers-over-address",
        ("refused", "annen") => "providers-over-other",
        ("refused", "invitasjon") => "providers-over-not-admitted",
        ("refused", _) => "providers-over-wrong",
        ("reason" | "issuer" | "theme", _) => return Some(text.to_owned()),
        _ => return None,
    };
    Some(t.plain(key))
}

fn done(t: Text, text: &str) -> Option<String> {
    let of = |register| what_key(register, text);
    let key = What::named(text).map(What::key).or_else(|| of(centres::REGISTER));
    key.or_else(|| of(organisations::REGISTER)).map(|key| t.plain(key))
}

fn role(t: Text, text: &str) -> Option<String> {
    let key = RoleKind::of(text).map(role_key);
    key.or_else(|| TeamRole::named(text).map(TeamRole::key)).map(|key| t.plain(key))
}

/// A month or a year is as it is.
fn day(t: Text, text: &str) -> String {
    let day = Date::parse(text, format_description!("[year]-[month]-[day]"));
    day.map_or_else(|_| text.to_owned(), |day| t.date(day))
}

/// What a row is about, where it has no name that the reader may see.
pub fn on(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "person" => "logbook-on-person",
        "session" => "logbook-on-session",
        "invitation" => "logbook-on-invitation",
        "login_attempt" => "logbook-on-attempt",
        "item" => "logbook-on-item",
        "place" | "centre" | "organisation" => "logbook-on-place",
        "work" => "logbook-on-work",
        "adoption" => "logbook-on-adoption",
        "file" => "logbook-on-file",
        "number" => "logbook-on-number",
        "role_request" => "logbook-on-request",
        _ => return None,
    })
}
