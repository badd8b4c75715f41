# The log of what has been done: one’s own, and all of it for administrators.

logbook-mine-heading = Your log
logbook-mine-lead = Here stands what you have done, and what was done to your account. It is kept for { $days } days.
logbook-you = you
logbook-other = somebody else
logbook-by = Done by { $who }.
logbook-network = From the network { $network }
logbook-heading = The log
logbook-lead = What has been done, by whom and when. That you read the log is written down too.
logbook-what = What
logbook-whom = Who
logbook-whom-help = An email address, or the id that stands in the log.
logbook-until = Until
logbook-search = Search the log
logbook-export = Take out what was found as CSV
logbook-access = Roles and access
logbook-fault-nobody = Nobody has an account with that address.
logbook-column-at = When
logbook-column-by = By
logbook-column-on = About
logbook-column-network = Network
logbook-column-details = More
logbook-from = From
logbook-count = { $count ->
    [one] 1 row.
   *[other] { $count } rows.
 }

logbook-what-account-made = Account made
logbook-what-code-asked = Code asked for
logbook-what-code-wrong = Wrong code
logbook-what-logged-in = Logged in
logbook-what-logged-out = Logged out
logbook-what-log-in-refused = Log-in refused
logbook-what-session-ended = Session ended
logbook-what-name-changed = Name changed
logbook-what-invited = Invited
logbook-what-invitation-accepted = Invitation accepted
logbook-what-invitation-declined = Invitation declined
logbook-what-invitation-withdrawn = Invitation taken back
logbook-what-role-given = Role given
logbook-what-role-taken = Role taken away
logbook-what-role-confirmed = Role confirmed
logbook-what-account-closed = Account closed
logbook-what-account-opened = Account opened
logbook-what-log-read = Log read
logbook-what-step-added = Extra step of log-in added
logbook-what-step-removed = Extra step of log-in removed
logbook-what-step-shown = Extra step of log-in accepted
logbook-what-step-wrong = Wrong code in the extra step
logbook-what-steps-reset = All extra steps reset
logbook-what-codes-renewed = New recovery codes made
logbook-what-identity-added = Log-in by others connected
logbook-what-other = Something else
logbook-what-text-handed-in = Text handed in for review
logbook-what-text-returned = Text returned
logbook-what-text-approved = Text approved
logbook-what-text-published = Text published
logbook-what-text-archived = Text archived
logbook-what-text-withdrawn = Text withdrawn
logbook-what-text-restored = Text restored
logbook-what-text-discarded = Draft discarded
logbook-what-consent-recorded = Consent to a picture recorded
logbook-what-consent-withdrawn = Consent to a picture withdrawn
logbook-what-file-refused = File refused
logbook-what-file-vouched = Said that a number in a file is no identity number
logbook-what-picture-taken-down = Picture taken away because a consent no longer holds
