# Entering numbers: all that is missing on one screen, without a network too.

entry-heading = Enter numbers
entry-as = You are entering as { $name }.
entry-older = Older ones missing ({ $count })
entry-older-paste = The oldest have no fields of their own here. If you have the numbers in a table, pasting is quickest.
entry-complete = Nothing is missing here.
entry-other = Another time, or correct a number
entry-tally = Count while it happens, { $period }. Each tap is one, and is saved at once.
entry-tally-all = Write it once for the period. Then one tap each time it happens is enough.
entry-more = One more
entry-fewer = One fewer
entry-just-heading = What you just entered
entry-just = { $name }, { $period }: { $number }
entry-undo = Undo
entry-undone = Undone
entry-saved = Saved.
entry-saved-count =
    { $count ->
        [one] One number is saved.
       *[other] { $count } numbers are saved.
    }
entry-offline = No network
entry-offline-text = The numbers you enter are saved on the phone and sent when you are online again.
entry-over = The work is not going on any more, so no more numbers are asked for. To correct or add a number, choose its time below the measure.
entry-kept = Saved on the phone. Sent when you are online again.
entry-out = You are logged out. Log in, and the numbers that wait are sent.
entry-waiting = These need a look
entry-waits = Waiting to be sent: { $count }
entry-met = Another number stands here already. Which one is right?
entry-there = For { $period } there is { $number } already.
entry-mine = Mine is right
entry-theirs = Keep the one that stands
entry-stuck = One number was not accepted as it is. Have a look at it below.
entry-refused = Not accepted
entry-early = That time has not begun yet. The number is sent when it has.
entry-clock = Here it is { $today }, and the clock of the phone shows something else. What is this for?
entry-belongs = It is for { $period }
entry-clock-off = The clock of this phone is wrong. The days here are the right ones, so you can enter numbers as usual.
entry-too-late = Somebody has written a new number since. Nothing is undone.
entry-gone = The measure is no longer there, or the number is not yours.
entry-unread = Write a number.
entry-drop = Throw away
entry-ask = Are you { $name }?
entry-ask-nobody = Is this your phone?
entry-ask-text = It is some time since this page was fetched. What you enter is sent in the name of whoever was logged in.
entry-ask-yes = Yes, that is me
entry-ask-no = No
entry-ask-gone = The page is taken away from this phone. What waited is hidden for whoever wrote it. Log in when you are online.
entry-device = This page opens without a network on this phone. What is not sent stays here for up to 30 days and is hidden from others who log in.
entry-double = This may be two numbers. Write “1234” or “1,234”, so that we know which.
entry-once-more = If it is right, save once more.
