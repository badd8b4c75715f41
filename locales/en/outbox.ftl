# Letters that did not come through, for those who run the site.

outbox-heading = Emails that did not come through
outbox-lead = We could not deliver emails to these. See whether the address is misspelt where it is written, or tell them in another way. What the email said has not been kept.
outbox-later = If an email is refused only after it has left us, the sender is told: { $address }
outbox-none = All emails have come through, as far as we know.
outbox-count = { $count ->
    [one] 1 email did not come through.
   *[other] { $count } emails did not come through. The newest comes first.
 }
outbox-why = The answer was:
outbox-seen = Mark as seen
outbox-done = It has been marked as seen and deleted from here.
outbox-late = Tried again
outbox-late-lead = These emails did not go when they were tried. They are tried again for some 16 hours.
outbox-attempts = { $count ->
    [one] (tried once)
   *[other] (tried { $count } times)
 }
