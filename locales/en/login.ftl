# Logging in by a code in an email, my page, and the browsers that one is logged in in.

login-heading = Log in
login-lead = You need no password. Write your email address, and we will send you a code.
login-already = You are logged in already. If you log in with another account here, you are logged out of the one you have open.
login-email = Email address
login-email-help = Your address at work is a good choice.
login-send-code = Send me a code
login-stored = We keep your address to know you again, and note when somebody logs in. Your browser gets a cookie while you are logging in, one for as long as you are logged in, and one for half a year that keeps others from shutting you out. None of them is used for anything else.

login-code-heading = Type the code
login-code-lead = The code is on its way to { $address }. It can be used for { $minutes } minutes, and in this browser only.
login-code-late = If it does not come, look in your spam folder, and check that the address is right.
login-code-shared = Many codes to { $address } have been asked for, so we send fewer emails. The last one went at { $at } and has a code of twelve digits. It can be used in this browser too, until { $until }.
login-code-shared-next = { $max ->
    [one] If you cannot find it, look in your spam folder. We can send the next one in 1 minute.
   *[other] If you cannot find it, look in your spam folder. We can send the next one in { $max } minutes.
 }
login-code-gone = The code that went to { $address } has been used or is too old. Ask for a new one, and we send it at once.
login-code-none = The code must be typed in the browser where you asked for it, and within 10 minutes.
login-code-again = Ask for a new code
login-code = Code
login-code-help = Six digits, from the email that we sent you. If many have been sent, twelve.
login-enter = Log in
login-by = Log in with { $provider }
login-connected = You can also log in with { $provider }.
login-connect = Connect { $provider }

## What must be mended

login-fault-email-missing = Write your email address, so that we know where to send the code.
login-fault-busy = { $max ->
    [one] Many people are logging in from your network right now. Wait 1 minute, and try again.
   *[other] Many people are logging in from your network right now. Wait { $max } minutes, and try again.
 }
login-fault-code-missing = Type the code from the email.
login-fault-code-form = The code has six digits, or twelve if the email has twelve.
login-fault-wrong = { $max ->
    [one] The code is not right. You can try once more.
   *[other] The code is not right. You can try { $max } more times.
 }
login-fault-wait = { $max ->
    [one] Wait 1 second before you try again.
   *[other] Wait { $max } seconds before you try again.
 }
login-fault-over = This code can no longer be used, or it was asked for in another browser. Ask for a new code.
login-fault-not-admitted = This address cannot be used here yet. You must be invited first.
login-fault-closed = Your account is closed. Get in touch with those who run the site.
login-fault-name-missing = Write your name.

## My page

login-name = Name
login-name-help = As those you work with will see it.
login-save-name = Save the name
login-account = Your account
login-addresses = You log in with
login-roles = Your roles
login-no-roles = You have no roles yet. You can ask for one, or be invited by those who lead a centre.
login-role-since = since { $day }
login-role-until = up to and including { $day }
login-everywhere = The whole country
login-access-at = See who has roles here
login-access = Roles and access in the whole country
login-invited-at = You are invited to the role “{ $role }” at { $place }
login-invited = You are invited to the role “{ $role }”
login-invited-until = You can answer up to and including { $day }.
login-invited-last = The role is valid up to and including { $day }.
login-invited-yes = Yes, please
login-invited-no = No, thank you
login-invitation-over = The invitation is no longer valid. Perhaps it has been answered or withdrawn.

## The browsers

login-in = Logged in
login-in-since = since { $at }
login-kept = What we hold about you
login-sessions-link = See where you are logged in
login-steps-link = The extra step of the log-in
login-waits = You have roles that do not count until you have an extra step in your log-in.
login-log-link = See what the log says of you
login-privacy-link = See, download and erase what we hold about you
login-sessions-heading = You are logged in here
login-sessions-lead = If you do not recognise one of these, log it out.
login-session-unknown = Unknown browser
login-session-this = this one
login-session-times = Logged in { $begun }. Last used { $seen }.
login-session-network = From the network { $network }
login-session-end = Log out
login-session-end-others = Log out everywhere else

## The letter with the code

login-mail-subject = Logging in to Pådriver
login-mail-code = Your code is:
login-mail-how = Type it in the browser where you asked for it. It can be used for { $minutes } minutes.
login-mail-how-shared = Many codes to your address have been asked for. This one can therefore be used in every browser where a code to the address has been asked for. It can be used for { $minutes } minutes, and once.
login-mail-not-you = If you have not asked for it, you need not do anything. Never give a code to anybody else, not even to somebody who says that they are from us.
login-mail-not-admitted = Somebody has asked for a code to this address. It cannot be used to log in here yet: you must be invited first. Ask those who lead your centre.

login-drafts = What you are writing
login-drafts-new = New text
login-drafts-all = Drafts, and texts waiting to be read
login-drafts-none = You have no texts under way just now.
login-draft-saved = saved { $day }
login-draft-others = also written in by { $names }
login-draft-scheduled = Will be published { $day }
login-acting-for = { $provider } says that you act for { $name }. That gives you no role here by itself.
login-acting-ask = Ask to join
login-acting-asked = You have asked to join. Those who look after the organisation will answer.
login-acting-unknown = The organisation is not in our register yet.
login-acting-over = Nobody says that you act for that organisation any more. Log in again and try once more.
login-register = Update the register

login-waiting = Waiting for you
login-waiting-none = Nothing is waiting for you now.
login-quoted = “{ $title }”
login-waits-review = Look through
login-waits-review-act = Look through the text
login-waits-saved = saved { $day }
login-waits-remarks = { $count ->
    [one] Answer a comment on
   *[other] Answer { $count } comments on
 }
login-waits-remarks-act = Answer the comments
login-waits-remarked = last comment { $day }
login-waits-due = Review
login-waits-due-act = Review the text
login-waits-by = by { $day }
login-waits-overdue = was due by { $day }
login-waits-adoption = Say yes or no
login-waits-adoption-act = Answer
login-waits-adopted = said { $day }
login-follows = { $count ->
    [1] One more thing
    [2] Two more things
    [3] Three more things
   *[other] { $count } more things
 }
login-follows-more = Show { $count } more
login-leaving = What that means
login-letters = Email
login-letters-lead = We write when something is waiting for you, as often as you wish.
login-notices-link = Choose how often
login-languages = Bokmål and Nynorsk: how much is written in each
login-missed = Searches that found nothing
login-works = Your improvement work
login-works-new = Begin something new
login-works-none = You are not part of any improvement work yet.
login-works-all = See all of it
login-waits-number = Enter the number for { $period } in
login-waits-number-since = waiting since { $day }
login-waits-number-act = Enter the number
login-waits-task = Do
login-waits-task-act = See the tasks
login-invited-team = You are invited to take part in “{ $title }” at { $place } as: { $role }
login-invited-team-alone = You are invited to take part in “{ $title }” as: { $role }
login-done-name = The name has been saved.
login-done-yes = You have said yes.
login-done-no = You have said no. Nothing has changed.
login-done-session = You have been logged out there.
login-done-session-none = Nobody was logged out: that browser is no longer logged in.
login-barriers = Reported barriers
login-outbox = Emails that did not come through

login-ask-role = Ask for a role
login-waits-role = Answer whether you will give a role to
login-waits-role-act = Answer
login-waits-role-since = asked { $day }
login-waits-somebody = somebody who has not given their name
login-waits-asked = You are asked to read
login-waits-approved = Approved, and ready to be published:
login-waits-approved-act = See what remains
login-published = Published of what you have begun
login-published-go-on = Comments, versions and a new draft
login-published-on = published { $day }
login-waits-left-behind = The original is no longer among the others, but readers have the translation as before:
login-waits-left-behind-act = See whether it should go
login-waits-left-behind-since = original withdrawn or archived { $day }
login-waits-stale = The original has been changed, so the translation is out of date:
login-waits-stale-act = See what has been changed
login-waits-stale-since = original published { $day }
login-waits-barriers = Look at
login-waits-barriers-count = { $count ->
    [one] 1 report of a barrier
   *[other] { $count } reports of barriers
 }
login-waits-barriers-since = the oldest from { $day }
login-waits-barriers-act = See the reports
login-waits-statements = Look at
login-waits-statements-count = { $count ->
    [one] 1 statement in the register with a number that looks like an identity number
   *[other] { $count } statements in the register with numbers that look like identity numbers
 }
login-waits-statements-since = the oldest from { $day }
login-waits-statements-act = Look at the numbers
login-waits-passed-on = Take over
login-waits-passed-on-since = passed on { $day }
login-waits-passed-on-act = Open the text
login-waits-role-due = Confirm or take away the role of
login-waits-role-confirmed = last confirmed { $day }
login-waits-role-due-act = See the roles
login-draft-passed-on = Passed on to you { $day }
login-no-address = We have no email address of yours, so you get no emails from here.
login-add-address = Add an address
login-lost = What you wrote, and could not save
login-lost-lead = You can no longer open the text that it belongs to. This browser has kept the words. Copy them, keep them as a new draft, or throw them away. If you log out, they go from here.
login-lost-copy = Copy
login-lost-copied = Copied.
login-lost-drop = Throw away
