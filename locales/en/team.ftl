# The team of an improvement work: who is in it, who sees it, who in the leadership stands behind it, and the display on the ward.

team-heading = The team
team-lead = Everybody in the team sees all of the work. Team lead, data lead and team members write in it.
team-to-sharing = Who sees the work?
team-to-team = Who is in the team?
team-members = Who is in it
team-nobody = Nobody with an account is in the team now.
team-no-name = Somebody who has not written their name yet
team-give-name = Write your name, so that the others see who you are
team-role-only = In the team by role, without an account
team-me = you
team-since = since { $day }
team-as = Role in the team
team-as-help = The team lead says who is in the team and who sees it. The data lead enters the numbers and is reminded of them.
team-set-role = Give the role
team-pass-lead = Pass on the lead
team-end = Take out of the team
team-leave = Leave the team
team-leave-lead = If you leave, you no longer see the work. It stays with the others.
team-leave-last = The work is over, and nobody else in the team has an account. If you leave, only those who look after the network can open it.
team-leave-pass = You lead the team. Pass the lead on to one of the others before you leave.
team-leave-alone = You are the only one in the team with an account. If you left, none of you could open the work. Bring somebody in and pass the lead on, or end the work first.
team-leave-end = End the work
team-leave-sure = Yes, leave the team
team-not-there = What you wanted to change is no longer so. Below you see how it is now.
team-asked = Invited
team-asked-until = Can answer up to and including { $day }
team-withdraw = Take the invitation back
team-invite = Bring in one more
team-invite-lead = Whoever you invite gets an email, and answers after logging in. They need no account beforehand.
team-invite-send = Invite
team-email = Email
team-email-help = Leave it empty for somebody who takes part without an account, such as a relative. Then the team shows the role alone, never the name.
team-fault-role-missing = Choose which role it is.
team-fault-person = Write the role, not a name, an email address or a telephone number.
team-fault-email-missing = Whoever leads, or looks after the numbers, must be able to log in. Write an email address.
team-fault-in-team = They are in the team already. You change the role in the list above.
team-fault-too-many = { $max ->
    [one] You have invited many in a short time. Try again in one minute.
   *[other] You have invited many in a short time. Try again in { $max } minutes.
 }
team-mail-subject = You are invited to an improvement team
team-mail-asked = Hello. You are invited to take part in “{ $title }” at { $place }. Your role will be: { $role }.
team-mail-asked-alone = Hello. You are invited to take part in “{ $title }”. Your role will be: { $role }.
team-mail-about = In Pådriver the team sees its aim, its numbers and what it tries, and nobody else does until the team wants it.
team-mail-how = Log in with this email address, and answer on your page:
team-mail-until = You can answer up to and including { $day }. If you do not want to take part, you need do nothing.

team-sharing = Who sees the work
team-sees = Who can see what
team-sees-members = Team lead, data lead and team members see everything, and write.
team-sees-readers = Sponsors, and representatives of users and next of kin, see everything but do not write.
team-sees-advisers = The advisers of a centre see everything and can put marks on the chart, when the team has chosen the centre.
team-sees-link = Whoever has the link to the display sees the aim, the charts and the last test. No names stand there.
team-sees-public = Everybody else sees nothing. What is to be public, the team chooses when the project is published.
team-sees-published = Everybody else sees only what is published.
team-advisers = Advisers who may read
team-centre = Which development centre advises you?
team-centre-help = Choose the empty line if only the team is to see the work.
team-board = The display
team-board-lead = One page for the screen on the ward, or for a sheet of A4: the aim, the charts and the last test. It fetches new numbers by itself.
team-board-open = Open the display
team-board-few = Whoever has the link does not see these numbers. They could point at one person:
team-board-link = The link:
team-board-link-help = Everybody who has the link can open the display without logging in. Share it only with those who are to see it.
team-board-renew = Make a new link, so that the old one stops working
team-board-take-back = Take the link back
team-board-no-link = If a screen is to show the display without anybody logging in, it needs a link of its own. You can take it back whenever you want.
team-board-make = Make a link to the display
team-board-by = by { $day }
team-board-test = The last thing we tried
team-board-marks = The marks in the charts
team-board-left-out = The chart is not shown here: the numbers are of so few that they could point at one person.
team-board-more = { $count ->
    [one] There is no room for one more measure here.
   *[other] There is no room for { $count } more measures here.
}
team-board-drawn = Fetched { $at }.
team-board-renews = The page fetches new numbers every ten minutes.
team-board-stop = Let it stand still
team-board-go-on = Fetch new numbers by itself
team-board-back = Back to the work
team-rules = How we use the numbers
team-rule-ranking = They are for getting better, not for ranking people or wards.
team-rule-patients = Nothing about individuals: write how many, never names, room numbers or anything else that can be recognised.
team-rule-private = The work is the team's own until the team shares it.
team-rule-few = Numbers of fewer than five can point at one person. They are never published.
team-rule-rare = Rare events are told month by month outside the team, never by the day.

team-anchor = Support from the leadership
team-anchor-lead = Work that the leadership stands behind lasts longer. Write down who said yes, when, and to what.
team-anchored = Who has said yes
team-anchored-none = Nobody is written down yet.
team-anchored-on = Said yes { $day }
team-anchor-drop = Remove
team-anchor-new = Write down a yes
team-anchor-role = Who said yes?
team-anchor-role-help = The role, such as “head of unit” or “director of health and care”. Do not write names.
team-anchor-day = When?
team-anchor-words = What did they say yes to?
team-anchor-words-help = For example “two hours a week for the team until the end of the year”.

team-changed-invited = Somebody was invited, or an invitation was taken back
team-changed-anchored = The support from the leadership was changed
team-changed-display = The link to the display was made or taken back
