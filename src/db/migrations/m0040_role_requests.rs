//! Who asks for a role, and what was answered; and why a browser is logged in no more.

use sea_orm_migration::prelude::*;

use super::{
    Step, belongs, day_or_null, flag, id, index, instant, instant_or_null, step, table, text, uuid,
    uuid_or_null,
};

step!("0040_role_requests", steps());

fn steps() -> Vec<Step> {
    let mut request = table(
        "role_request",
        vec![
            id(),
            uuid("person_id"),
            uuid("place_id"),
            text("kind"),
            text("why"),
            // Nobody at the place could answer when it was asked.
            flag("is_for_country"),
            instant("made_at"),
            text("standing"),
            day_or_null("valid_to"),
            text("answer"),
            uuid_or_null("answered_by"),
            instant_or_null("answered_at"),
        ],
    );
    request.foreign_key(&mut belongs("role_request", "person_id", "person"));
    // Of whom it was is told to nobody: only the browser that has the secret can ask.
    let ended = table("session_ended", vec![id(), text("token"), text("why"), instant("ended_at")]);
    vec![
        Step::Table(request),
        index("role_request", &["person_id"]),
        index("role_request", &["place_id"]),
        index("role_request", &["standing"]),
        index("role_request", &["answered_by"]),
        Step::Table(ended),
        index("session_ended", &["token"]),
        index("session_ended", &["ended_at"]),
    ]
}
