# Letters about what waits for somebody with an account.

notices-heading = Emails about what is waiting for you
notices-lead = You get one email in the morning when something is waiting for you, and none when nothing is.
notices-to = The emails go to { $address }.
notices-often = How often do you want emails?
notices-often-day = Every day
notices-often-week = Every Monday
notices-often-never = Never
notices-save = Save
notices-leave-lead = Do you want to stop getting emails about what is waiting for you?
notices-leave = Yes, send no more
notices-left = You will get no more emails about what is waiting for you.
notices-change = Choose how often you want emails
notices-mail-subject = Waiting for you in Pådriver
notices-mail-lead = Hello. This is waiting for you in Pådriver.
notices-reviews = Texts to look through before they are published:
notices-remarks = Comments on texts that you are writing:
notices-remarks-on = { $count ->
    [one] { $title }: 1 comment
   *[other] { $title }: { $count } comments
 }
notices-numbers = Numbers that are missing:
notices-tasks = Tasks that are due:
notices-task-late = { $title }, should have been done by { $day }
notices-due = Published texts to be looked through again:
notices-due-by = { $title }, by { $day }
notices-more = { $count ->
    [one] … and 1 more
   *[other] … and { $count } more
 }
notices-mail-all = All of it is on your page:
notices-mail-leave = You get this email because you have an account in Pådriver. If you want no more, open this address:
notices-done = Saved. You will get emails as often as you have chosen here.
notices-asked = Texts that you are asked to look through:
notices-approved = Texts of yours that have been looked through and approved:
notices-left-behind = Translations whose original has been archived or withdrawn:
notices-stale = Translations whose original has been changed:
notices-invited = Invitations that you have not answered:
notices-invited-on = invited { $day }
notices-adoptions = Others say that you have adopted something, and are waiting for your yes or no:
notices-roles-asked = Somebody is asking for a role, and you can answer:
notices-barriers = Reports of barriers on the site:
notices-statements = Statements in the register in which you are to look at a number before readers see them:
notices-passed-on = Texts that were passed on to you or your place:
notices-roles-due = Roles to be confirmed once a year. See whether they are still right, and confirm or remove them:
