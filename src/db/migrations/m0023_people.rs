//! People: who they are, what they are trusted with and where, how they log in, and what has been done.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, day, day_or_null, flag, id, index, instant, instant_or_null, json, number,
    table, text, text_or_null, unique, uuid, uuid_or_null,
};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "0023_people"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let steps = [accounts(), roles(), log_in(), sessions(), log(), second_step()];
        super::take(manager, steps.into_iter().flatten().collect()).await
    }
}

/// A table whose rows belong to a person.
fn of_person(name: &'static str, more: Vec<ColumnDef>) -> Step {
    let mut columns = vec![id(), uuid("person_id")];
    columns.extend(more);
    let mut table = table(name, columns);
    table.foreign_key(&mut belongs(name, "person_id", "person"));
    Step::Table(table)
}

fn accounts() -> Vec<Step> {
    vec![
        // The one row that a name stands in: all else names a person by this id.
        Step::Table(table(
            "person",
            vec![
                id(),
                text("name"),
                text("lang"),
                instant("made_at"),
                instant_or_null("disabled_at"),
            ],
        )),
        // Whom somebody who vouches for people says that they are.
        of_person("identity", vec![text("issuer"), text("subject"), instant("made_at")]),
        unique("identity", &["issuer", "subject"]),
        index("identity", &["person_id"]),
        of_person("email", vec![text("address"), instant("confirmed_at")]),
        unique("email", &["address"]),
        index("email", &["person_id"]),
    ]
}

fn roles() -> Vec<Step> {
    vec![
        // The place is an organisation or a centre; everywhere without one. `valid_to` is the first day
        // that it no longer holds.
        of_person(
            "role_held",
            vec![
                text("kind"),
                uuid_or_null("place_id"),
                day("valid_from"),
                day_or_null("valid_to"),
                uuid_or_null("given_by"),
                instant("given_at"),
                day("confirmed_on"),
                day_or_null("reminded_on"),
            ],
        ),
        index("role_held", &["person_id"]),
        index("role_held", &["place_id"]),
        Step::Table(table(
            "invitation",
            vec![
                id(),
                text("address"),
                text("kind"),
                uuid_or_null("place_id"),
                day_or_null("valid_to"),
                uuid_or_null("invited_by"),
                instant("made_at"),
                instant("expires_at"),
            ],
        )),
        index("invitation", &["address"]),
        index("invitation", &["place_id"]),
    ]
}

fn log_in() -> Vec<Step> {
    vec![
        Step::Table(table(
            "login_attempt",
            vec![
                id(),
                // Digests: of what the browser holds, and of the code.
                text("secret"),
                text("code"),
                text("address"),
                text("network"),
                text("lang"),
                text_or_null("return_to"),
                // Begun in a browser that has been logged in with this address before.
                flag("is_known"),
                // A code was sent: else none fits.
                flag("is_open"),
                number("tries"),
                instant_or_null("wait_until"),
                instant("made_at"),
                instant("expires_at"),
            ],
        )),
        unique("login_attempt", &["secret"]),
        index("login_attempt", &["address", "made_at"]),
        index("login_attempt", &["made_at"]),
    ]
}

fn sessions() -> Vec<Step> {
    vec![
        of_person(
            "session",
            vec![
                // A digest of what the browser holds.
                text("token"),
                text("way"),
                text("device"),
                text("network"),
                instant("begun_at"),
                instant("seen_at"),
                // A second step is still to be taken: until then it is nobody's.
                flag("is_pending"),
                // When it was; none for a session that needed none.
                instant_or_null("proved_at"),
                // Whoever has vouched, what they call the session, and what they are to be shown when it
                // ends; when it ends whatever happens.
                text_or_null("issuer"),
                text_or_null("sid"),
                text_or_null("hint"),
                instant_or_null("ends_at"),
            ],
        ),
        unique("session", &["token"]),
        index("session", &["person_id"]),
        index("session", &["issuer", "sid"]),
        // Attempts to log in by others: what we have told them, until they send the browser back.
        Step::Table(table(
            "provider_attempt",
            vec![
                id(),
                text("secret"),
                text("provider"),
                text("state"),
                text("nonce"),
                text("verifier"),
                text("lang"),
                text_or_null("return_to"),
                // Who is logged in and wants to be known by it too.
                uuid_or_null("person_id"),
                instant("made_at"),
            ],
        )),
        unique("provider_attempt", &["secret"]),
        index("provider_attempt", &["made_at"]),
    ]
}

fn log() -> Vec<Step> {
    vec![
        // No key to the person: what was done stands when their account is gone.
        Step::Table(table(
            "audit_log",
            vec![
                id(),
                instant("at"),
                uuid_or_null("actor"),
                text("what"),
                text_or_null("on_kind"),
                uuid_or_null("on_id"),
                text_or_null("network"),
                json("details"),
            ],
        )),
        index("audit_log", &["at"]),
        index("audit_log", &["actor", "what"]),
        index("audit_log", &["on_id"]),
    ]
}

fn second_step() -> Vec<Step> {
    vec![
        of_person(
            "totp",
            vec![instant("made_at"), instant_or_null("confirmed_at"), number("last_step")],
        ),
        unique("totp", &["person_id"]),
        of_person(
            "passkey",
            vec![
                text("credential"),
                json("data"),
                text("name"),
                instant("made_at"),
                instant_or_null("used_at"),
            ],
        ),
        unique("passkey", &["credential"]),
        index("passkey", &["person_id"]),
        // Its id is the session that it was asked in.
        of_person("passkey_challenge", vec![flag("is_new"), json("state"), instant("expires_at")]),
        index("passkey_challenge", &["expires_at"]),
        // Keyed digests of codes that are each good once.
        of_person("recovery_code", vec![text("code")]),
        index("recovery_code", &["person_id"]),
        // Its id is the person.
        Step::Table(table("step_try", vec![id(), number("wrong"), instant("wait_until")])),
    ]
}
