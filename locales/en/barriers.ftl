# The form where anybody can report something they cannot use, and the letter it becomes.

barriers-heading = Report something you cannot use
barriers-lead = Everybody should be able to use Pådriver. Tell us what did not work for you, and we will mend it. You do not have to say who you are.
barriers-warning = Do not write about patients
barriers-warning-text = Do not write names, national identity numbers or anything else that could point to a patient, a user or their next of kin.
barriers-where = Which page is it about?
barriers-where-help = Its address, or what the page is called.
barriers-what = What could you not do?
barriers-what-help = Tell us what you tried to do, and what happened.
barriers-with = What do you use?
barriers-with-help = For example a screen reader, magnification, keyboard only, a phone. You may leave this empty.
barriers-email = Email
barriers-email-help = Only if you would like an answer.
barriers-bait = Leave this field empty
barriers-stored = The report is sent as an email to those who run the site. It is also kept here until it has been dealt with.
barriers-send = Send the message
barriers-authority = The Norwegian Authority for Universal Design of ICT supervises the rules. You can tell them too:
barriers-fault-what-missing = Write what you could not do.
barriers-fault-too-fast = That was so fast that we have to ask: is everything right? If so, send once more.
barriers-fault-too-old = The form has been open for too long. What you wrote is still here: send once more.
barriers-fault-forged = We could not see that the form came from here. What you wrote is still here: send once more.
barriers-fault-another = You have already sent another message from this form. If you want to send this one too, send once more.
barriers-fault-too-many = { $max ->
    [one] Many messages have been sent from here in a short time. What you wrote is still here: wait 1 minute, and send again.
   *[other] Many messages have been sent from here in a short time. What you wrote is still here: wait { $max } minutes, and send again.
 }
barriers-sent-heading = The message has been received
barriers-sent-text = Thank you for telling us. It makes the site better for more people than you.
barriers-sent-back = To the front page
barriers-mail-subject = Somebody cannot use a page in Pådriver
barriers-mail-about = Somebody has reported a barrier on the site:
barriers-mail-answer = Reply to this email, and your answer goes to the person who reported it.
barriers-mail-no-answer = The person who reported it has given no address.
barriers-mail-kept = The report is also here, until somebody has marked it as dealt with: { $address }
barriers-list-heading = Reported barriers
barriers-list-lead = This is what people have told us they cannot use. Answer, put right what is wrong, and mark it as dealt with.
barriers-list-none = No reports are waiting.
barriers-list-count = { $count ->
    [one] 1 report is waiting. The oldest comes first.
   *[other] { $count } reports are waiting. The oldest comes first.
 }
barriers-list-answer = Wants an answer:
barriers-list-mark = Mark as dealt with
barriers-list-sure = The report is then deleted from here, with the address. This cannot be undone.
barriers-list-delete = Yes, it has been dealt with
barriers-list-done = The report has been dealt with and deleted.
