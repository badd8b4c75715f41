# The form that writes to those who answer for a project, and the letter they get.

contact-heading = Ask the team
contact-heading-centre = Ask the centre
# Before the title: "About «Safe nights». Your message goes to the project manager, …"
contact-about = About
contact-quote-begins = “
contact-quote-ends = ”
contact-goes-to = Your message goes to the { $role }, who will answer you by email.
contact-goes-to-team = Those who answer for the content get your message and will reply by email.

contact-warning = Do not write about patients
contact-warning-text = Do not write names, national identity numbers or anything else that could point to a patient, a user or their next of kin.

contact-name = Name
contact-email = Email
contact-email-help = Only the person who gets the message sees your address.
contact-message = Message
contact-message-help = Please tell us where you work and how far you have come.
contact-message-help-centre = Please tell us where you work and what you need help with.
# A field that people do not see. Screen readers should not say it either.
contact-bait = Leave this field empty
contact-send = Send message
contact-cancel = Cancel

## What must be corrected

contact-fault-name-missing = Write your name.
contact-fault-email-missing = Write your email address, so that we know where to send the answer.
contact-fault-message-missing = Write what you would like to ask.
contact-fault-too-fast = That was so fast that we have to ask: is everything right? If so, send once more.
contact-fault-too-old = The form has been open for too long. What you wrote is still here: send once more.
contact-fault-forged = We could not see that the form came from here. What you wrote is still here: send once more.
contact-fault-another = You have already sent another message from this form. If you want to send this one too, send once more.
contact-fault-too-many = { $max ->
    [one] Many messages have been sent from here in a short time. What you wrote is still here: wait 1 minute, and send again.
   *[other] Many messages have been sent from here in a short time. What you wrote is still here: wait { $max } minutes, and send again.
 }

## Afterwards

contact-sent-heading = The message is on its way
contact-sent-text = Thank you for asking. We pass it on, usually at once. The answer will come by email.
# Before the title of what was written about.
contact-sent-back = Back to
contact-sent-more = See more projects
contact-sent-more-centres = See all the centres

## The letter

contact-mail-subject = Question about “{ $title }”
contact-mail-subject-centre = Question for { $title }
contact-mail-about = { $name } has a question about “{ $title }”:
contact-mail-about-centre = { $name } has a question for { $title }:
contact-mail-answer = Sent through Pådriver. Reply to this email, and your answer goes to the person who asked.
