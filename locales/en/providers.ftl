# Logging in by others, when it came to nothing.

providers-over-heading = The log-in was not completed
providers-log-in = Log in
providers-over-again = Try again, or log in another way
providers-over-own = Back to your page
providers-over-cancelled = You cancelled the log-in.
providers-over-away = The service that you wanted to log in with is not answering right now.
providers-over-wrong = We could not trust the answer that we got. Try once more.
providers-over-level = You must log in at a higher level of security.
providers-over-late = It took too long, or the log-in was begun in another browser.
providers-over-address = There is an account with your email address already. Log in by a code in an email, and connect this log-in on your page.
providers-over-other = Another account is already connected to this log-in.
providers-over-closed = Your account is closed. Get in touch with those who run the site.
providers-over-not-admitted = You must be invited before you can log in like this.
