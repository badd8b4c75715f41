//! A row of the log as a page says it.

use uuid::Uuid;

use super::told;
use crate::dates::Local;
use crate::i18n::{Text, Words};
use crate::people::What;
use crate::people::audit;

pub struct Row {
    pub at: String,
    pub what: Words,
    pub by: String,
    /// The person, place, text or such that it was done to.
    pub on: String,
    pub network: String,
    pub details: String,
}

impl Row {
    /// `called` tells what a person, a place or a public text is called; none for what is gone, or is not
    /// for all to know.
    pub fn new(t: Text, row: audit::Model, called: impl Fn(Uuid) -> Option<String>) -> Self {
        let what = What::of(&row.what);
        let on = match (row.on_kind.as_deref(), row.on_id) {
            (Some(kind), Some(id)) => called(id).or_else(|| told::on(kind).map(|key| t.plain(key))),
            _ => None,
        };
        let somebody = |id: Uuid| called(id).unwrap_or_else(|| t.plain("logbook-gone"));
        Self {
            at: t.local(Local::at(*row.at)),
            what: t.get(what.map_or("logbook-what-other", key)),
            by: row.actor.map(somebody).unwrap_or_default(),
            on: on.unwrap_or_default(),
            network: row.network.unwrap_or_default(),
            details: told::told(t, &row.details, &called),
        }
    }
}

/// What it is called.
#[expect(clippy::too_many_lines, reason = "a row for each")]
pub fn key(what: What) -> &'static str {
    match what {
        What::AccountMade => "logbook-what-account-made",
        What::CodeAsked => "logbook-what-code-asked",
        What::CodeWrong => "logbook-what-code-wrong",
        What::LoggedIn => "logbook-what-logged-in",
        What::LoggedOut => "logbook-what-logged-out",
        What::LogInRefused => "logbook-what-log-in-refused",
        What::SessionEnded => "logbook-what-session-ended",
        What::NameChanged => "logbook-what-name-changed",
        What::Invited => "logbook-what-invited",
        What::InvitationAccepted => "logbook-what-invitation-accepted",
        What::InvitationDeclined => "logbook-what-invitation-declined",
        What::InvitationWithdrawn => "logbook-what-invitation-withdrawn",
        What::RoleGiven => "logbook-what-role-given",
        What::RoleTaken => "logbook-what-role-taken",
        What::RoleConfirmed => "logbook-what-role-confirmed",
        What::RoleAsked => "logbook-what-role-asked",
        What::RoleAskedBack => "logbook-what-role-asked-back",
        What::RoleAnswered => "logbook-what-role-answered",
        What::AccountClosed => "logbook-what-account-closed",
        What::AccountOpened => "logbook-what-account-opened",
        What::LogRead => "logbook-what-log-read",
        What::StepAdded => "logbook-what-step-added",
        What::StepRemoved => "logbook-what-step-removed",
        What::StepShown => "logbook-what-step-shown",
        What::StepWrong => "logbook-what-step-wrong",
        What::StepsReset => "logbook-what-steps-reset",
        What::CodesRenewed => "logbook-what-codes-renewed",
        What::IdentityAdded => "logbook-what-identity-added",
        What::TextHandedIn => "logbook-what-text-handed-in",
        What::TextReaderAsked => "logbook-what-text-reader-asked",
        What::TextReturned => "logbook-what-text-returned",
        What::TextUnscheduled => "logbook-what-text-unscheduled",
        What::TextApproved => "logbook-what-text-approved",
        What::TextPublished => "logbook-what-text-published",
        What::TextArchived => "logbook-what-text-archived",
        What::TextWithdrawn => "logbook-what-text-withdrawn",
        What::TextRestored => "logbook-what-text-restored",
        What::TextDiscarded => "logbook-what-text-discarded",
        What::PassageStruck => "logbook-what-passage-struck",
        What::FileStruck => "logbook-what-file-struck",
        What::NumberSpared => "logbook-what-number-spared",
        What::WorkPassedOn => "logbook-what-work-passed-on",
        What::HeldTaken => "logbook-what-held-taken",
        What::ErasureAsked => "logbook-what-erasure-asked",
        What::ErasureTakenBack => "logbook-what-erasure-taken-back",
        What::AccountErased => "logbook-what-account-erased",
        What::ArchiveTaken => "logbook-what-archive-taken",
        What::AddressRemoved => "logbook-what-address-removed",
        What::AddressAdded => "logbook-what-address-added",
        What::StatementSaid => "logbook-what-statement-said",
        What::StatementTaken => "logbook-what-statement-taken",
        What::ThemeChanged => "logbook-what-theme-changed",
        What::SynonymsChanged => "logbook-what-synonyms-changed",
        What::FrontChosen => "logbook-what-front-chosen",
        What::PageBegun => "logbook-what-page-begun",
        What::FileRefused => "logbook-what-file-refused",
        What::FileVouched => "logbook-what-file-vouched",
        What::ConsentRecorded => "logbook-what-consent-recorded",
        What::ConsentWithdrawn => "logbook-what-consent-withdrawn",
        What::PictureTakenDown => "logbook-what-picture-taken-down",
        What::WorkBegun => "logbook-what-work-begun",
        What::WorkShared => "logbook-what-work-shared",
        What::TeamJoined => "logbook-what-team-joined",
        What::TeamLeft => "logbook-what-team-left",
        What::AdoptionSaid => "logbook-what-adoption-said",
        What::AdoptionChanged => "logbook-what-adoption-changed",
        What::AdoptionAnswered => "logbook-what-adoption-answered",
    }
}
