# The form that tells somebody about a page, and the letter they get.

tips-heading = Tell someone about this page
tips-lead = We send an email with the link to the person you choose.
tips-page = The page you are telling about:
tips-to = The email address of the person you want to tell
tips-to-help = One address at a time.
tips-name = Your name
tips-email = Your email address
tips-email-help = Whoever gets the email sees your name and address, and can answer you.
tips-message = Message
tips-message-help = Up to 500 characters, without links.
tips-bait = Leave this field empty
tips-sample = What the email will say
tips-sample-name = (your name)
tips-sample-email = your email address
tips-sample-message = (your message)
tips-stored = We use the addresses only to send this email. Once it is sent, nothing is stored.
tips-limits = An address can receive up to { $to } such emails a day, and you can send up to { $from }.
tips-send = Send
tips-cancel = Cancel

tips-fault-to-missing = Write the email address of the person you want to tell.
tips-fault-name-missing = Write your name, so that whoever gets the email knows who it is from.
tips-fault-email-missing = Write your email address, so that whoever gets the email can answer.
tips-fault-one = Write only one email address. You can send several emails, one after another.
tips-fault-email-link = What stands before the @ in the email address looks like a link. Use another address.
tips-fault-link = There can be no links or email addresses here. The link to the page is added for you.
tips-fault-too-fast = That was so fast that we have to ask: Is everything right? If so, send once more.
tips-fault-too-old = The form has been open for too long. What you wrote is still here: Send once more.
tips-fault-forged = We could not see that the form came from here. What you wrote is still here: Send once more.
tips-fault-another = You have already sent another email from this form. If you want to send this one too, send once more.
tips-fault-tries = You have tried many times. What you wrote is still here: Wait { $wait }, then send again.
tips-fault-many-to = That address has received as many such emails as it can in a day. What you wrote is still here: Wait { $wait }, or send to somebody else.
tips-fault-many-from = You have sent as many such emails as you can in a day. What you wrote is still here: Wait { $wait }, then send again.
tips-fault-many-network = As many such emails have been sent from your network as can be in a day. What you wrote is still here: Wait { $wait }, then send again.
tips-fault-many-all = Many such emails are being sent right now. What you wrote is still here: Wait { $wait }, then send again.
tips-wait-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
 }
tips-wait-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
 }

tips-sent-heading = Your email is on its way
tips-sent-text = Thank you for sharing. The email is usually sent at once. If the address is misspelt, it will not arrive.
tips-sent-back = Back to

tips-mail-subject = { $name } wants you to see “{ $title }”
tips-mail-subject-plain = { $name } wants you to see a page in Pådriver
tips-mail-about = { $name } ({ $email }) has asked us to send you this link:
tips-mail-says = { $name } writes:
tips-mail-foot = Sent from Pådriver because someone filled in the form “Tell someone about this page”. We have not checked who that is. If you answer this email, the answer goes to the address above. We have not stored your address and will not send you anything else.
