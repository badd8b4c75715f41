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

access-ask = Ask for a role
access-ask-lead = Choose the centre or organisation, the role, and why you need it. Those who can give it are told, and answer you.
access-ask-where = Where do you want a role?
access-ask-find-label = Name of a centre, municipality or unit
access-ask-not-found = We found none of that name. Try a shorter part of it.
access-ask-found = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
 }
access-ask-other = Choose another place
access-ask-held-none = Nobody has a role here yet.
access-ask-held-lead = These are the roles that somebody has here:
access-ask-held = { $role }: { $count }
access-ask-answers = Those who look after the roles at { $place } answer you.
access-ask-answers-country = Nobody here can give roles yet, so the coordinators of the network answer you.
access-ask-nobody = There is nobody who can answer just now. The question waits until somebody can.
access-ask-role = Which role?
access-ask-role-help = Member and team leader are for those who work with improvement there. Editors write, reviewers approve, and centre leaders look after the centre and the roles.
access-ask-why = Why?
access-ask-why-help = One sentence about what you will do. Write nothing about patients.
access-ask-send = Send
access-ask-sent = Sent. You get an e-mail when somebody has answered, and see the answer here.
access-ask-yours = What you have asked for
access-ask-own = { $role } at { $place }, asked { $day }.
access-ask-waiting = Waits for an answer
access-ask-given = Given
access-ask-refused = Not given
access-ask-reason = The answer was:
access-ask-back = Take it back
access-fault-why-missing = Say why you need the role.
access-fault-held = You have this role here already.
access-fault-asked = You have asked for this role already, and wait for an answer.
access-fault-full = You wait for as many answers as one may. Take one back first, or wait.
access-fault-asked-much = { $max ->
    [one] You have asked for many roles in a short time. Wait 1 minute, and try again.
   *[other] You have asked for many roles in a short time. Wait { $max } minutes, and try again.
 }
access-requests = Ask for a role
access-request = { $name } asks for the role “{ $role }”, { $day }
access-request-at = { $name } asks for the role “{ $role }” at { $place }
access-request-answer = Answer
access-respond = Answer one who asks for a role
access-respond-lead = Say yes only if you know who it is. Whoever asks gets the answer by e-mail.
access-respond-who = Who
access-respond-place = Where
access-respond-day = Asked
access-respond-why = Why
access-respond-answer = Your answer
access-respond-yes = Yes, give the role
access-respond-no = No
access-respond-reason = Why not
access-respond-reason-help = Needed only when you say no. Whoever asked will read it.
access-respond-send = Send the answer
access-fault-answer-missing = Choose yes or no.
access-fault-reason-missing = Say why you say no, so that whoever asked understands.
