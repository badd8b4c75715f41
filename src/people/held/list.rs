//! The list. A table that is added with somebody's id in it is added here, or a test says so.

use super::Column as C;
use super::Erased::{Emptied, Gone, PassedOn, Stays};
use super::Holds::{Day, End, Id, Instant, Json, Number, Text};
use super::{By, Held, Kept};

const fn column(name: &'static str, label: &'static str, holds: super::Holds) -> C {
    C { name, label, holds }
}

const NAME: C = column("name", "privacy-column-name", Text);
const ADDRESS: C = column("address", "privacy-column-address", Text);
const LANG: C = column("lang", "privacy-column-lang", Text);
const MADE: C = column("made_at", "privacy-column-made", Instant);
const EXPIRES: C = column("expires_at", "privacy-column-expires", Instant);
const NETWORK: C = column("network", "privacy-column-network", Text);
const ITEM: C = column("item_id", "privacy-column-item", Id);
const NUMBER: C = column("number", "privacy-column-number", Number);
const PLACE: C = column("place_id", "privacy-column-place", Id);
const WORK: C = column("work_id", "privacy-column-work", Id);
const ROLE: C = column("kind", "privacy-column-role", Text);
const ROLE_IN_TEAM: C = column("role", "privacy-column-role", Text);
const ISSUER: C = column("issuer", "privacy-column-issuer", Text);
const SEEN: C = column("seen_at", "privacy-column-seen", Instant);
const UNTIL: C = column("valid_to", "privacy-column-last", End);
const AT: C = column("at", "privacy-column-at", Instant);

const PERSON: &[&str] = &["person_id"];

/// A table whose rows are a person's, with the least that there is to say of it.
const fn table(table: &'static str, name: &'static str, why: &'static str) -> Held {
    Held {
        table,
        name,
        why,
        by: By::Id(PERSON),
        beside: &[],
        shown: &[],
        order: "id",
        kept: Kept::Account,
        erased: Gone,
    }
}

pub const HELD: &[Held] = &[
    Held {
        by: By::Id(&["id"]),
        shown: &[NAME, LANG, MADE, column("disabled_at", "privacy-column-disabled", Instant)],
        kept: Kept::History,
        erased: Emptied,
        ..table("person", "privacy-held-person", "privacy-held-person-why")
    },
    Held {
        shown: &[ADDRESS, column("confirmed_at", "privacy-column-confirmed", Instant)],
        ..table("email", "privacy-held-email", "privacy-held-email-why")
    },
    Held {
        shown: &[ADDRESS, EXPIRES],
        order: "person_id",
        kept: Kept::Minutes(10),
        ..table("address_attempt", "privacy-held-address", "privacy-held-address-why")
    },
    Held {
        shown: &[ISSUER, column("subject", "privacy-column-subject", Text), MADE],
        ..table("identity", "privacy-held-identity", "privacy-held-identity-why")
    },
    Held {
        beside: &["given_by"],
        shown: &[
            ROLE,
            PLACE,
            column("valid_from", "privacy-column-from", Day),
            UNTIL,
            column("given_at", "privacy-column-given", Instant),
            column("confirmed_on", "privacy-column-confirmed", Day),
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("role_held", "privacy-held-role", "privacy-held-role-why")
    },
    Held {
        by: By::Address("address"),
        beside: &["invited_by"],
        shown: &[ADDRESS, ROLE, PLACE, WORK, UNTIL, MADE, EXPIRES],
        kept: Kept::Invitations,
        ..table("invitation", "privacy-held-invitation", "privacy-held-invitation-why")
    },
    Held {
        by: By::Address("address"),
        shown: &[ADDRESS, NETWORK, LANG, MADE, EXPIRES],
        order: "made_at",
        kept: Kept::Attempts,
        ..table("login_attempt", "privacy-held-attempt", "privacy-held-attempt-why")
    },
    Held {
        shown: &[column("provider", "privacy-column-issuer", Text), LANG, MADE],
        order: "made_at",
        kept: Kept::Minutes(10),
        ..table("provider_attempt", "privacy-held-provider", "privacy-held-provider-why")
    },
    Held {
        shown: &[
            column("way", "privacy-column-way", Text),
            column("device", "privacy-column-device", Text),
            NETWORK,
            column("begun_at", "privacy-column-begun", Instant),
            SEEN,
            ISSUER,
        ],
        order: "begun_at",
        kept: Kept::Sessions,
        ..table("session", "privacy-held-session", "privacy-held-session-why")
    },
    Held {
        by: By::Id(&["actor", "on_id"]),
        shown: &[
            AT,
            column("what", "privacy-column-what", Text),
            column("actor", "privacy-column-by", Id),
            column("on_kind", "privacy-column-on", Text),
            column("on_id", "privacy-column-on-id", Id),
            NETWORK,
            column("details", "privacy-column-details", Json),
        ],
        kept: Kept::Log,
        erased: Stays,
        ..table("audit_log", "privacy-held-log", "privacy-held-log-why")
    },
    Held {
        shown: &[MADE, column("confirmed_at", "privacy-column-confirmed", Instant)],
        ..table("totp", "privacy-held-app", "privacy-held-app-why")
    },
    Held {
        shown: &[NAME, MADE, column("used_at", "privacy-column-used", Instant)],
        ..table("passkey", "privacy-held-passkey", "privacy-held-passkey-why")
    },
    Held {
        shown: &[EXPIRES],
        kept: Kept::Minutes(5),
        ..table("passkey_challenge", "privacy-held-challenge", "privacy-held-challenge-why")
    },
    table("recovery_code", "privacy-held-recovery", "privacy-held-recovery-why"),
    Held {
        by: By::Id(&["id"]),
        shown: &[
            column("wrong", "privacy-column-count", Number),
            column("wait_until", "privacy-column-until", Instant),
        ],
        ..table("step_try", "privacy-held-tries", "privacy-held-tries-why")
    },
    Held {
        by: By::Id(&["author"]),
        shown: &[
            ITEM,
            NUMBER,
            column("created_at", "privacy-column-made", Instant),
            column("note", "privacy-column-note", Text),
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("revision", "privacy-held-revision", "privacy-held-revision-why")
    },
    Held {
        by: By::Id(&["author"]),
        shown: &[
            ITEM,
            column("state", "privacy-column-what", Text),
            column("reason", "privacy-column-note", Text),
            AT,
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("item_state", "privacy-held-state", "privacy-held-state-why")
    },
    Held {
        by: By::Id(&["author"]),
        shown: &[ITEM, AT, column("reason", "privacy-column-note", Text)],
        kept: Kept::History,
        erased: Stays,
        ..table("struck", "privacy-held-struck", "privacy-held-struck-why")
    },
    Held {
        shown: &[ITEM, NUMBER, MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("approval", "privacy-held-approval", "privacy-held-approval-why")
    },
    Held {
        by: By::Id(&["person_id", "resolved_by"]),
        beside: &["answered_by"],
        shown: &[
            ITEM,
            NUMBER,
            column("passage", "privacy-column-passage", Text),
            column("words", "privacy-column-words", Text),
            MADE,
            column("resolved_at", "privacy-column-resolved", Instant),
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("remark", "privacy-held-remark", "privacy-held-remark-why")
    },
    Held {
        shown: &[ITEM, column("words", "privacy-column-words", Text), MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("remark_answer", "privacy-held-answer", "privacy-held-answer-why")
    },
    Held {
        beside: &["asked_by"],
        shown: &[ITEM, MADE],
        order: "item_id",
        kept: Kept::Done,
        ..table("review_asked", "privacy-held-asked", "privacy-held-asked-why")
    },
    Held {
        shown: &[ITEM, SEEN],
        kept: Kept::Day,
        ..table("at_work", "privacy-held-work", "privacy-held-work-why")
    },
    Held {
        shown: &[ITEM, MADE, column("content", "privacy-column-words", Json)],
        kept: Kept::Done,
        erased: PassedOn,
        ..table("set_aside", "privacy-held-aside", "privacy-held-aside-why")
    },
    Held {
        shown: &[ITEM, MADE, column("fields", "privacy-column-words", Json)],
        kept: Kept::Done,
        ..table("unsaved_input", "privacy-held-unsaved", "privacy-held-unsaved-why")
    },
    Held {
        beside: &["passed_by"],
        shown: &[ITEM, column("since", "privacy-column-from", Instant)],
        order: "item_id",
        kept: Kept::History,
        erased: PassedOn,
        ..table("keeper", "privacy-held-keeper", "privacy-held-keeper-why")
    },
    Held {
        beside: &["heir_id"],
        shown: &[
            column("asked_at", "privacy-column-made", Instant),
            column("due_at", "privacy-column-expires", Instant),
        ],
        order: "person_id",
        kept: Kept::Done,
        ..table("erasure", "privacy-held-erasure", "privacy-held-erasure-why")
    },
    Held {
        by: By::Address("email"),
        shown: &[
            ITEM,
            column("role", "privacy-column-role", Text),
            column("email", "privacy-column-address", Text),
        ],
        kept: Kept::History,
        ..table("contact", "privacy-held-contact", "privacy-held-contact-why")
    },
    Held {
        by: By::Address("email"),
        shown: &[
            ITEM,
            column("role", "privacy-column-role", Text),
            column("email", "privacy-column-address", Text),
        ],
        order: "item_id",
        kept: Kept::Done,
        ..table("contact_due", "privacy-held-due", "privacy-held-due-why")
    },
    Held {
        shown: &[ITEM, NAME, MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("upload", "privacy-held-upload", "privacy-held-upload-why")
    },
    Held {
        by: By::Id(&["recorded_by"]),
        shown: &[column("kind", "privacy-column-what", Text), MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("consent", "privacy-held-consent", "privacy-held-consent-why")
    },
    Held {
        shown: &[
            column("register", "privacy-column-on", Text),
            column("subject", "privacy-column-place", Text),
            column("content", "privacy-column-words", Json),
            MADE,
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("by_form", "privacy-held-register", "privacy-held-register-why")
    },
    Held {
        shown: &[
            column("register", "privacy-column-on", Text),
            column("subject", "privacy-column-place", Text),
            column("content", "privacy-column-words", Json),
            column("reason", "privacy-column-note", Text),
            MADE,
        ],
        kept: Kept::Done,
        erased: Stays,
        ..table("statement_waiting", "privacy-held-waiting", "privacy-held-waiting-why")
    },
    Held {
        shown: &[MADE],
        order: "number",
        kept: Kept::History,
        erased: Stays,
        ..table("front_choice", "privacy-held-front", "privacy-held-front-why")
    },
    Held {
        shown: &[ITEM, column("reason", "privacy-column-note", Text), MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("spared_number", "privacy-held-spared", "privacy-held-spared-why")
    },
    Held {
        shown: &[ADDRESS, column("fields", "privacy-column-words", Json), MADE],
        kept: Kept::Day,
        ..table("held_form", "privacy-held-form", "privacy-held-form-why")
    },
    Held {
        shown: &[
            column("often", "privacy-column-often", Text),
            column("sent_at", "privacy-column-seen", Instant),
        ],
        order: "person_id",
        ..table("notice_choice", "privacy-held-notices", "privacy-held-notices-why")
    },
    Held {
        by: By::Address("address"),
        shown: &[
            ADDRESS,
            LANG,
            column("followed", "privacy-column-on", Text),
            column("often", "privacy-column-often", Text),
            MADE,
        ],
        kept: Kept::Followed,
        ..table("subscription", "privacy-held-follow", "privacy-held-follow-why")
    },
    Held {
        by: By::Address("address"),
        shown: &[ADDRESS, LANG, column("followed", "privacy-column-on", Text), EXPIRES],
        kept: Kept::Minutes(30),
        ..table("subscription_attempt", "privacy-held-following", "privacy-held-following-why")
    },
    Held {
        beside: &["answered_by"],
        shown: &[
            ROLE,
            PLACE,
            column("why", "privacy-column-words", Text),
            MADE,
            column("standing", "privacy-column-what", Text),
            column("answer", "privacy-column-note", Text),
        ],
        order: "made_at",
        kept: Kept::Asked,
        ..table("role_request", "privacy-held-asked-role", "privacy-held-asked-role-why")
    },
    Held {
        shown: &[ISSUER, NAME, MADE, column("asked_at", "privacy-column-seen", Instant)],
        ..table("acting_for", "privacy-held-acting", "privacy-held-acting-why")
    },
    Held {
        shown: &[
            WORK,
            ROLE_IN_TEAM,
            column("valid_from", "privacy-column-from", Day),
            UNTIL,
            column("reminded_on", "privacy-column-reminded", Day),
        ],
        kept: Kept::History,
        ..table("work_member", "privacy-held-team", "privacy-held-team-why")
    },
    Held {
        shown: &[
            column("measure_id", "privacy-column-measure", Id),
            column("day", "privacy-column-day", Day),
            MADE,
            column("reason", "privacy-column-note", Text),
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("work_observation", "privacy-held-number", "privacy-held-number-why")
    },
    Held {
        beside: &["on_id"],
        shown: &[WORK, column("what", "privacy-column-what", Text), MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("work_change", "privacy-held-change", "privacy-held-change-why")
    },
    Held {
        shown: &[
            column("work_id", "privacy-column-work", Id),
            column("words", "privacy-column-words", Text),
            column("due", "privacy-column-until", Day),
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("work_task", "privacy-held-task", "privacy-held-task-why")
    },
    Held {
        by: By::Id(&["person_id", "answered_by"]),
        shown: &[
            ITEM,
            column("status", "privacy-column-what", Text),
            column("told", "privacy-column-words", Text),
            MADE,
        ],
        kept: Kept::History,
        erased: Stays,
        ..table("adoption", "privacy-held-adoption", "privacy-held-adoption-why")
    },
    Held {
        shown: &[column("status", "privacy-column-what", Text), MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("adoption_stage", "privacy-held-stage", "privacy-held-stage-why")
    },
    Held {
        shown: &[ITEM, column("name", "privacy-column-measure", Text), MADE],
        kept: Kept::History,
        erased: Stays,
        ..table("adoption_series", "privacy-held-series", "privacy-held-series-why")
    },
    Held {
        by: By::Address("email"),
        shown: &[
            column("email", "privacy-column-address", Text),
            column("place", "privacy-column-on", Text),
            column("words", "privacy-column-words", Text),
            column("tools", "privacy-column-details", Text),
            MADE,
        ],
        order: "made_at",
        kept: Kept::Done,
        ..table("barrier_report", "privacy-held-barrier", "privacy-held-barrier-why")
    },
    Held {
        by: By::Address("address"),
        shown: &[
            ADDRESS,
            column("why", "privacy-column-details", Text),
            column("lost_at", "privacy-column-at", Instant),
        ],
        order: "lost_at",
        kept: Kept::Done,
        ..table("letter_lost", "privacy-held-lost", "privacy-held-lost-why")
    },
];
