# Who has which role where, invitations and accounts.

access-heading = Roles and access
access-lead = These have a role in the whole country. Choose a centre further down to see who has roles there.
access-lead-at = Here you see who has a role, and can invite more people. Whoever you invite gets an email and answers for themselves.
access-held = Have a role
access-held-none = Nobody has a role here yet.
access-since = Since { $since }. Last confirmed { $confirmed }.
access-due = Should be confirmed
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
access-centres = The centres
access-accounts = Accounts
access-accounts-lead = When you close an account, the person is logged out everywhere at once and cannot come in again. What they have written stays.
access-closed = Closed
access-open = Open the account
access-close = Close the account

access-fault-email-missing = Write the email address of the person you want to invite.
access-fault-role-missing = Choose a role.
access-fault-too-many = { $max ->
    [one] You have sent many invitations in a short time. Wait 1 minute, and try again.
   *[other] You have sent many invitations in a short time. Wait { $max } minutes, and try again.
 }
access-last-administrator = This is the last administrator. Give the role to one more person first, so that there is always somebody who can give access.
access-not-there = It has been done already, perhaps by somebody else. Here you see how it is now.
