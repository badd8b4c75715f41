# The page that tells how to follow what is new.

follow-heading = Follow what is new
follow-lead = Be told when something new is published. You choose what to follow. With a news reader or a calendar you need not tell us anything about yourself.
follow-address = Copy this address into your news reader:
follow-copy-feed = Copy the address for the news reader
follow-calendar = To have all of this in your calendar, subscribe to this address there:
follow-copy-calendar = Copy the address for the calendar
follow-search = Search: { $words }
follow-choose = Choose what to follow
follow-kind = What
follow-words = Words to search for
follow-any = All
follow-show = Show the address
follow-how = How to do it
follow-how-reader = Use a news reader. Outlook, Thunderbird, Feedly and many others can read such feeds (Atom).
follow-how-paste = Copy the address and paste it where the news reader asks for a feed or RSS.
follow-how-done = From now on the news reader tells you whenever there is something new.
follow-how-nothing = We do not know who follows what in this way, and store nothing about you.

follow-email-heading = Get what is new by email
follow-email-offer = You can also get one email a day or a week when there is something new. You need no account.
follow-email-begin = Get this by email
follow-email-lead = We write to you when there is something new here: { $title }.
follow-email = Your email address
follow-email-help = We send a code there, so that nobody signs up anybody but themselves.
follow-often = How often?
follow-often-day = Every morning when there is something new
follow-often-week = Every Monday, when there is something new
follow-email-send = Send me a code
follow-email-stored = We store your address, what you follow and how often, and use it for nothing else. When you unsubscribe, we delete it.
follow-code-heading = Type the code
follow-code-lead = We have sent a code to { $address }. It can be used for { $minutes } minutes.
follow-code-late = Has it not come? Look among the junk mail, and wait a little.
follow-code-again = Ask for a new code
follow-code-none = This page is no longer waiting for a code.
follow-code = The code
follow-code-help = Six digits, from the email that we sent.
follow-code-send = Start following
follow-fault-email-missing = Type your email address.
follow-fault-many = { $max ->
    [one] Many codes have been sent. Wait 1 minute, and try again.
   *[other] Many codes have been sent. Wait { $max } minutes, and try again.
 }
follow-fault-code-missing = Type the code from the email.
follow-fault-code-form = The code is six digits. Look in the email, and type it again.
follow-fault-wrong = { $max ->
    [one] The code is wrong. You can try once more.
   *[other] The code is wrong. You can try { $max } more times.
 }
follow-fault-full = This address follows { $max } things already. Unsubscribe from some of them first, by the address at the end of the emails.
follow-fault-over = The code can no longer be used. Ask for a new one.
follow-done-heading = Now you are following
follow-done-lead = We write to you when there is something new here: { $title }. Each email says how to unsubscribe.
follow-leave-heading = Unsubscribe
follow-leave-lead = Do you want to stop getting emails about this? { $title }
follow-leave = Yes, send no more
follow-left-heading = You have unsubscribed
follow-left-lead = You will get no more such emails, and your address has been deleted here.
follow-see = See what is new
follow-mail-code-subject = Your code from Pådriver
follow-mail-code = Somebody wants to follow this in Pådriver with this address: { $title }. If it is you, type this code on the page:
follow-mail-how = It can be used for { $minutes } minutes.
follow-mail-not-you = If it is not you, you need not do anything: without the code you get no emails.
follow-mail-subject = New in Pådriver: { $title }
follow-mail-news = { $count ->
    [one] Hello. 1 new text has been published on what you follow: { $title }.
   *[other] Hello. { $count } new texts have been published on what you follow: { $title }.
 }
follow-mail-more = { $count ->
    [one] … and 1 more. All of it:
   *[other] … and { $count } more. All of it:
 }
follow-mail-leave = You get this email because you have asked for it. If you want no more, open this address:
follow-mail-published = published { $day }
