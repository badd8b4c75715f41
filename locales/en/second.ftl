# The second step of the log-in: app, passkeys and recovery codes.

second-heading = One more step
second-lead = Your account is protected by one more step. Type the code from the app, or use your passkey.
second-none = There is no step to take in this browser, or more than 10 minutes have passed.
second-again = Log in again
second-log-in = Log in
second-code = Code from the app
second-code-help = Six digits, which change every half minute.
second-first-code-help = Type the six digits that the app shows now, so that we know that it works.
second-recovery = Recovery code
second-recovery-help = One of those that you wrote down. Each can be used once.
second-send = Go on
second-or = Or type a code:
second-give-up = Give up logging in
second-use-key = Use a passkey
second-lost = If you have lost the phone, the key and the recovery codes, an administrator must reset the step for you.
second-other-way = Use another way
second-key-heading = Use your passkey
second-key-lead = Press the button. The browser asks you for the passkey.
second-key-script = Passkeys do not work without script (JavaScript). Switch it on, or use an app or a recovery code.
second-key-failed = It did not work. Try once more, or use another way.

second-fault-missing = Type the code.
second-fault-wrong = The code is not right, or it has been used already. Wait for the next one, and try again.
second-fault-wrong-recovery = The code is not right, or it has been used already. Each recovery code works once: try another of them.
second-fault-first = The code is not right. See whether the clock of the phone is right, and type the code that is shown now.
second-fault-wait = { $max ->
    [one] Wait 1 second before you try again.
   *[other] Wait { $max } seconds before you try again.
 }
second-fault-over = There is no step to take in this browser any more. Log in again.
second-fault-key = The passkey was not accepted. Try once more, or use another way.
second-fault-name = Write what you want to call the passkey.

## On my page

second-manage-heading = The extra step of the log-in
second-manage-lead = With an extra step nobody gets in who has only your email. Roles as reviewer, centre leader, coordinator and administrator count only when you have taken such a step.
second-waits = You have roles that do not count yet. Set up an app or a passkey, and they count at once.
second-not-fresh = It is more than half an hour since you took the extra step. Log out and in again before you change anything here.
second-not-there = It has been done already. Here you see how it is now.
second-since = since { $day }
second-app = An app that makes codes
second-app-about = An authenticator app on your phone, such as the one that comes with the phone or a password app. It works without network and without script.
second-app-add = Set up an app
second-app-remove = Remove the app
second-app-heading = Set up the app
second-app-lead = Open the app, and let the camera read the picture. You can also type the key.
second-app-picture = A picture for the app to read
second-app-key = The key as text:
second-app-here = Open the app on this device
second-app-confirm = Start using the app
second-keys = Passkeys
second-keys-about = A key in your phone, your computer or a stick of its own. Passkeys need script (JavaScript) in the browser.
second-key-add = Make a passkey
second-key-add-lead = Give it a name, so that you know it again. Then the browser asks where to keep it.
second-key-name = Name of the passkey
second-key-name-help = For example “My phone”.
second-key-make = Make the passkey
second-key-remove = Remove
second-recovery-codes = Recovery codes
second-recovery-left = { $count ->
    [one] You have 1 recovery code left.
   *[other] You have { $count } recovery codes left.
 }
second-recovery-new = Make new recovery codes
second-codes-heading = Your recovery codes
second-codes-lead = Write them down, and keep them in a safe place. They are shown only this once. Each code lets you in once if you lose the app or the key.
second-codes-void = The old ones no longer work.
second-codes-kept = I have kept them
