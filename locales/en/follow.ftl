# The page that tells how to follow what is new.

follow-heading = Follow what is new
follow-lead = Be told when something new is published. You choose what to follow, and need not tell us anything about yourself.
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
follow-how-nothing = We do not know who follows what, and store nothing about you.
