//! What is logged: all kinds of it, in one table.

use crate::closed::closed;

// What the code calls it, as it is stored, and the key of what it is called in words, in the order in which people
// choose from them. All that is known of a kind is read from its row.
closed!(
    /// What has been done. What a newer program has written has no name here.
    What {
        AccountMade = "account_made" "logbook-what-account-made",
        CodeAsked = "code_asked" "logbook-what-code-asked",
        CodeWrong = "code_wrong" "logbook-what-code-wrong",
        LoggedIn = "logged_in" "logbook-what-logged-in",
        LoggedOut = "logged_out" "logbook-what-logged-out",
        LogInRefused = "log_in_refused" "logbook-what-log-in-refused",
        SessionEnded = "session_ended" "logbook-what-session-ended",
        NameChanged = "name_changed" "logbook-what-name-changed",
        Invited = "invited" "logbook-what-invited",
        InvitationAccepted = "invitation_accepted" "logbook-what-invitation-accepted",
        InvitationDeclined = "invitation_declined" "logbook-what-invitation-declined",
        InvitationWithdrawn = "invitation_withdrawn" "logbook-what-invitation-withdrawn",
        RoleGiven = "role_given" "logbook-what-role-given",
        RoleTaken = "role_taken" "logbook-what-role-taken",
        RoleConfirmed = "role_confirmed" "logbook-what-role-confirmed",
        AccountClosed = "account_closed" "logbook-what-account-closed",
        AccountOpened = "account_opened" "logbook-what-account-opened",
        LogRead = "log_read" "logbook-what-log-read",
        StepAdded = "step_added" "logbook-what-step-added",
        StepRemoved = "step_removed" "logbook-what-step-removed",
        StepShown = "step_shown" "logbook-what-step-shown",
        StepWrong = "step_wrong" "logbook-what-step-wrong",
        StepsReset = "steps_reset" "logbook-what-steps-reset",
        CodesRenewed = "codes_renewed" "logbook-what-codes-renewed",
        IdentityAdded = "identity_added" "logbook-what-identity-added",
        TextHandedIn = "text_handed_in" "logbook-what-text-handed-in",
        TextReaderAsked = "text_reader_asked" "logbook-what-text-reader-asked",
        TextReturned = "text_returned" "logbook-what-text-returned",
        TextUnscheduled = "text_unscheduled" "logbook-what-text-unscheduled",
        TextApproved = "text_approved" "logbook-what-text-approved",
        TextPublished = "text_published" "logbook-what-text-published",
        TextArchived = "text_archived" "logbook-what-text-archived",
        TextWithdrawn = "text_withdrawn" "logbook-what-text-withdrawn",
        TextRestored = "text_restored" "logbook-what-text-restored",
        TextDiscarded = "text_discarded" "logbook-what-text-discarded",
        PassageStruck = "passage_struck" "logbook-what-passage-struck",
        FileStruck = "file_struck" "logbook-what-file-struck",
        NumberSpared = "number_spared" "logbook-what-number-spared",
        WorkPassedOn = "work_passed_on" "logbook-what-work-passed-on",
        HeldTaken = "held_taken" "logbook-what-held-taken",
        ErasureAsked = "erasure_asked" "logbook-what-erasure-asked",
        ErasureTakenBack = "erasure_taken_back" "logbook-what-erasure-taken-back",
        AccountErased = "account_erased" "logbook-what-account-erased",
        ArchiveTaken = "archive_taken" "logbook-what-archive-taken",
        AddressRemoved = "address_removed" "logbook-what-address-removed",
        AddressAdded = "address_added" "logbook-what-address-added",
        StatementSaid = "statement_said" "logbook-what-statement-said",
        StatementTaken = "statement_taken" "logbook-what-statement-taken",
        ThemeChanged = "theme_changed" "logbook-what-theme-changed",
        SynonymsChanged = "synonyms_changed" "logbook-what-synonyms-changed",
        FrontChosen = "front_chosen" "logbook-what-front-chosen",
        PageBegun = "page_begun" "logbook-what-page-begun",
        FileRefused = "file_refused" "logbook-what-file-refused",
        FileVouched = "file_vouched" "logbook-what-file-vouched",
        ConsentRecorded = "consent_recorded" "logbook-what-consent-recorded",
        ConsentWithdrawn = "consent_withdrawn" "logbook-what-consent-withdrawn",
        PictureTakenDown = "picture_taken_down" "logbook-what-picture-taken-down",
        WorkBegun = "work_begun" "logbook-what-work-begun",
        WorkShared = "work_shared" "logbook-what-work-shared",
        TeamJoined = "team_joined" "logbook-what-team-joined",
        TeamLeft = "team_left" "logbook-what-team-left",
        AdoptionSaid = "adoption_said" "logbook-what-adoption-said",
        AdoptionChanged = "adoption_changed" "logbook-what-adoption-changed",
        AdoptionAnswered = "adoption_answered" "logbook-what-adoption-answered",
        RoleAsked = "role_asked" "logbook-what-role-asked",
        RoleAskedBack = "role_asked_back" "logbook-what-role-asked-back",
        RoleAnswered = "role_answered" "logbook-what-role-answered",
    }
);

impl What {
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.iter().filter_map(|name| Self::named(name))
    }
}
