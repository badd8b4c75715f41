# Who has which role where, invitations and accounts.

access-heading = Roles and access
access-lead = These have a role in the whole country. Choose a centre further down to see who has roles there.
access-lead-at = Here you see who has a role, and can invite more people. Whoever you invite gets an email and answers for themselves.
access-held = Have a role
access-held-none = Nobody has a role here yet.
access-since = Since { $since }. Last confirmed { $confirmed }.
access-due = Should be confirmed
access-ends = Holds until { $day }, that day included.
access-confirm = Confirm that it is right
access-take = Take the role away
access-waiting = Are invited, but have not answered
access-until = Can answer until { $day }, that day included.
access-withdraw = Take back
access-invite = Invite
access-send = Send the invitation
access-email = The email address of the person you invite
access-email-help = They log in with this address. They need no account beforehand.
access-role = Role
access-until-day = Last day
access-until-help = Leave this empty if the role has no end.
access-centres = The centres
access-organisations = Other organisations
access-organisation = Name of the organisation
access-organisation-find = Find
access-organisations-none = Nobody has a role at an organisation yet. Search for the organisation to invite somebody.
access-organisations-not-found = We found no organisation of that name.
access-overview = Overview
access-matrix = Who may do what
access-matrix-address = Address
access-matrix-no = No
access-matrix-there = Where the role is held
access-matrix-yes = Yes
access-matrix-lead = The list is made of the addresses in the program itself, so it is always as things are. Pages that anybody can see are left out.
access-log = The log
access-strike = Strike words or a file from all versions
access-accounts = Accounts
access-accounts-lead = When you close an account, the person is logged out everywhere at once and cannot come in again. What they have written stays.
access-closed = Closed
access-open = Open the account
access-close = Close the account
access-reset = Reset the extra step

access-fault-email-missing = Write the email address of the person you want to invite.
access-fault-role-missing = Choose a role.
access-fault-until-past = The last day must be today or later.
access-fault-administrator-until = The role of administrator has no last day. It is taken away when somebody else has taken over.
access-fault-too-many = { $max ->
    [one] You have sent many invitations in a short time. Wait 1 minute, and try again.
   *[other] You have sent many invitations in a short time. Wait { $max } minutes, and try again.
 }
access-last-administrator = This is the last administrator. Give the role to one more person first, so that there is always somebody who can give access.
access-not-there = It has been done already, perhaps by somebody else. Here you see how it is now.
access-asking = Ask to join
access-asking-by = Has logged in for { $name }, and asked on { $day }.
access-asking-yes = Give the role “Member of a team”
access-asking-no = Decline
access-unnamed = Somebody who has not said their name

access-heir = Who takes over the drafts when the role is taken away?
access-heir-all = Everybody with a role here
