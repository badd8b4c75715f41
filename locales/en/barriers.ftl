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
barriers-stored = The message is sent as an email to those who run the site, and is not stored here.
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
barriers-sent-heading = The message has been sent
barriers-sent-text = Thank you for telling us. It makes the site better for more people than you.
barriers-sent-back = To the front page
barriers-mail-subject = Somebody cannot use a page in Pådriver
barriers-mail-about = Somebody has reported a barrier on the site:
barriers-mail-answer = Reply to this email, and your answer goes to the person who reported it.
barriers-mail-no-answer = The person who reported it has given no address.
