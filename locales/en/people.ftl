# Roles, and the letter to whoever is invited to one.

people-role-member = Member of a team
people-role-team-lead = Team lead
people-role-editor = Editor
people-role-reviewer = Reviewer
people-role-centre-leader = Centre leader
people-role-coordinator = National coordinator
people-role-administrator = Administrator

people-mail-subject = You are invited to Pådriver
people-mail-at = You are invited to the role “{ $role }” at { $place } in Pådriver.
people-mail-everywhere = You are invited to the role “{ $role }” in Pådriver.
people-mail-by = { $name } invites you.
people-mail-proof = It takes an extra step of the log-in, an app or a passkey, which you set up when you have said yes.
people-mail-how = Log in with this email address. Then you will find the invitation on your page, and can answer yes or no:
people-mail-until = You can answer until { $day }, that day included. If it is not meant for you, you need not do anything.
people-mail-step-subject = Your log-in has been changed
people-mail-step-added = An extra step has been added to your log-in.
people-mail-step-removed = An extra step has been removed from your log-in.
people-mail-step-reset = All extra steps of your log-in have been reset, and you are logged out everywhere. Set them up again when you next log in.
people-mail-step-not-you = If it was not you who did this or asked for it, tell those who run the site at once.

people-mail-leaving-subject = Your account in Pådriver
people-mail-leaving-asked = Somebody has asked for your account to be erased. That will happen on { $day }.
people-mail-leaving-undo = If you change your mind, log in before then and choose “Keep the account”. If it was not you who asked, log in at once and keep it.
people-mail-leaving-stayed = Your account will not be erased after all.
people-mail-leaving-not-you = If it was not you who did this, contact those who run the site.
people-mail-leaving-gone = Your account has been erased. Your name, your addresses and everything else that pointed to you are gone. What you have published stays, without your name.
people-mail-leaving-thanks = Thank you for what you have given the others.
people-mail-address-code = Somebody who is logged in to Pådriver wants to add this address. The code is:
people-mail-address-not-you = If it was not you, do nothing. Without the code nothing happens.
people-mail-address-subject = The code to add the address
people-mail-address-added = An email address has been added to your account.

people-mail-over-subject = Your access in Pådriver has changed
people-mail-role-taken = Your role “{ $role }” in Pådriver has been taken away, and you are logged out.
people-mail-role-taken-at = Your role “{ $role }” at { $place } in Pådriver has been taken away, and you are logged out.
people-mail-role-taken-more = You still have your account. Log in again to see which roles you have. If you have no role left at the place, your drafts there have passed to a colleague or to the unit. If this is wrong, speak with whoever looks after the roles there, or ask for the role on “My page”.
people-mail-closed = Your account in Pådriver has been closed by an administrator, and you are logged out.
people-mail-closed-more = What you have written is not deleted. If this is wrong, contact whoever runs the site.
people-mail-asks-subject = Somebody asks for a role at { $place }
people-mail-asks-by = { $name } asks for a role in Pådriver.
people-mail-asks = It is “{ $role }” at { $place }.
people-mail-asks-how = Log in to say yes or no:
people-mail-asked-subject = An answer to your asking for a role at { $place }
people-mail-asked-yes = You have been given the role “{ $role }” at { $place } in Pådriver.
people-mail-asked-until = It holds up to and including { $day }.
people-mail-asked-no = You were not given the role “{ $role }” at { $place } in Pådriver. The answer was:
people-ended-elsewhere = You logged yourself out here from another browser.
people-ended-role-taken = You are logged out because one of your roles was taken away. Log in again to see what you have now.
people-ended-closed = You are logged out because the account was closed by an administrator. Contact whoever runs the site.
people-ended-step-added = You are logged out here because you set up a second step in another browser.
people-ended-steps-reset = You are logged out because an administrator has reset your second step. Log in and set it up again.
people-ended-provider = You are logged out because the service that you logged in with said that you have logged out there.
people-ended-idle = You are logged out because the page was not used for a while. It protects you on machines that several use.
people-ended-longest = You are logged out because no log-in lasts longer than this.
people-unnamed = Somebody who has not said their name
