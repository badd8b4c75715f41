# The frame around every page: header, footer, breadcrumbs, pager, error pages, forms and labels.

web-name = Pådriver
web-tagline = Knowledge and quality in nursing homes and home care services. What some have learnt, others can use.
# The page's title as the browser's tab shows it.
web-title = { $page } – Pådriver (English)
web-title-front = Pådriver (English) – { $page }

## Header

web-skip-link = Skip to main content
web-menu-label = Main menu
web-menu-label-folded = Main menu, folded
web-menu-button = Menu
web-menu-projects = Projects
web-menu-tools = Tools
web-menu-packages = Training
web-menu-events = Events
web-menu-news = News
web-menu-publications = Publications
web-menu-themes = Themes
web-menu-centres = Centres
web-search-label = Search the library
web-search-button = Search
# A button where script is off, and the name of the list that else comes while somebody types.
web-search-suggestions = Suggestions
web-language-label = Language
web-language-label-folded = Language, in the menu
web-language-label-foot = Language, at the foot of the page

## Breadcrumbs and pager

web-breadcrumbs-label = You are here
web-breadcrumbs-back = Back to { $page }
web-breadcrumbs-home = Front page
web-pager-label = Pages of the list
web-pager-previous = Previous
web-pager-previous-label = Previous page
web-pager-next = Next
web-pager-next-label = Next page
web-pager-page = Page { $page }

## Footer

web-footer-label = About Pådriver
web-footer-content = Contents
web-footer-about = About the network
web-footer-charts = How to read the charts
web-footer-api = Open data (API)
web-footer-accessibility = Accessibility
web-footer-privacy = Privacy

## Error pages: what happened, and a way on

web-error-404-heading = We cannot find the page
web-error-404-lead = It may have a new address, or there may be a slip in the address. Try a search: you will probably find it again.
web-error-405-heading = That cannot be done here
web-error-405-lead = The page exists, but it cannot be used in the way you tried. Open it in the usual way, and go on from there.
web-error-405-show = Open the page
web-error-410-heading = The page has been withdrawn
web-error-410-lead = Its owner has taken it away for good. A search may show you something similar.
web-error-403-heading = You do not have access
web-error-403-lead = If you came here from a form, go back, reload the page and try again. Otherwise, the page is only for some of those who use Pådriver.
web-error-422-heading = We do not understand the address
web-error-422-lead = Something in the address is not what we expect, such as a page number or a filter that does not exist. Go to the list and choose again.
web-form-misread-heading = We do not understand the form
web-form-misread-lead = Something in the form is not as our page makes it, so nothing has been done. Go back, load the page again and retry.
web-error-413-heading = What you sent was too large
web-error-413-lead = The form does not take that much text. Go back in your browser: what you wrote is there. Shorten it and send it again.
web-error-429-heading = That was a little fast
web-error-429-lead = We have had unusually many requests from you in a short time. Wait a moment, then please try again.
web-error-429-seconds = { $count ->
    [one] You can try again in 1 second.
   *[other] You can try again in { $count } seconds.
 }
web-error-429-minutes = { $count ->
    [one] You can try again in 1 minute.
   *[other] You can try again in { $count } minutes.
 }
web-too-slow-heading = The page took too long
web-too-slow-lead = Some pages are heavy to make, such as lists as they were on an earlier day. This one was not ready in time. Please wait a minute and try again.
web-away-heading = We cannot show this page right now
web-away-lead = We cannot get hold of what belongs here. It usually passes within half a minute. Please wait a little and try again.
web-no-files-heading = The files cannot be fetched right now
web-no-files-lead = Pictures, attachments and paper editions are kept in another place than the texts, and that place does not answer. The texts can be read as before, and nothing has been half saved. Please wait a little and try again.
web-error-500-heading = Something went wrong on our side
web-error-500-lead = The fault is ours, not yours, and we have a record of it. Please try again in a little while.
web-error-503-heading = Others are saving right now
web-error-503-lead = What you did has not been saved. Go back, and please try again in a few seconds.
web-unreadable-heading = This text cannot be shown
web-unreadable-lead = Something is wrong with how we have stored the text. The fault is ours, not yours, and we have a record of it. The rest of the site works as before.
web-error-reference = If you contact us, please give this reference:
web-error-way-home = Go to the front page
web-error-way-projects = See all projects

## Forms

# Before the title in the browser's tab when a form was refused.
web-faults-title = Error: { $title }
web-faults-whole = One thing before you are done
web-faults-heading = { $count ->
    [one] There is 1 error to correct
   *[other] There are { $count } errors to correct
 }
# Read aloud before the message at the field.
web-faults-prefix = Error:
web-form-required = required

## Labels and facts about the page

web-example-label = Example
web-example-text = This is an example that shows how Pådriver works. What it says is made up.
web-incomplete-label = Something is missing
web-incomplete-text = Some of the content of this page cannot be shown, because it cannot be read as it is stored. The fault is ours, and we have a record of it.
web-historic-label = Historical archive
web-historic-under = Published under { $government }.
web-historic-publisher = Published by { $publisher }.
web-historic-text = The page is kept as it was and is no longer updated.
web-draft-label = Draft
web-draft-text = The Northern Sámi texts are a draft that no speaker of the language has approved yet. Where a text is missing, it is shown in Norwegian bokmål.
web-content-in-nb = This text is in Norwegian (bokmål).
web-content-in-nn = This text is in Norwegian (nynorsk).
web-content-in-se = This text is in Northern Sámi.
web-content-in-en = This text is in English.
web-published = Published
web-updated = Updated
# At the foot of the paper, before the page's address.
web-printed = Printed { $day } from

## Sharing the page and following what is new

web-share = Share this page
web-share-address = Permanent address:
web-share-tip = Tell someone about this page
web-share-mail = Send it with your own email program
web-share-follow = Follow what is new here
web-share-calendar = Subscribe in your calendar
web-share-copy = Copy the address
web-share-copied = The address has been copied.
web-share-print = Print
web-footer-follow = Follow what is new
web-footer-feedback = Report a fault on this page
web-footer-report = Report something you cannot use
web-feed-all = Everything new
web-form-later = required before publishing
web-form-optional = optional

## The page as it was on a day

web-then-label = As it was
web-then-not-label = This is the page now
web-then-shown = You are reading the page as it was on { $date }.
web-then-period = A year or a month is shown as it was when it ended.
web-then-paper = The text is as it was on { $date }.
web-then-not = This page can only be shown as it is now.
web-then-now = Go to the page as it is now
web-day-malformed-heading = We do not understand the date
web-day-malformed-lead = The date in the address must be written with year, month and day, like this: 2020-03-01. Then we show the page as it was on that day. Only a year, such as 2020, or a month will do too, and is shown as it was when it ended.
web-day-future-heading = That day has not come yet
web-day-future-lead = We can show the page as it was on a day in the past, but not as it will be. Choose an earlier date, or go to the page as it is now.
web-gone-since = The owner withdrew this content on { $date }. The address remains, but the text is no longer shown. You may find something similar by searching.
web-gone-list = See similar content

## Who is logged in

web-log-in = Log in
web-log-out = Log out
web-log-out-unsaved = Something that you have written in this browser is not saved, and cannot be sent now. If you log out, it is lost. Do you want to log out all the same?
web-my-page = My page
web-waiting = waiting for you
web-logged-in = Logged in
web-logged-out = You are logged out.
web-my-texts = What you are writing
web-my-data = What we hold about you
web-guides = Guides

web-unpublished-label = Preview
web-unpublished = Only those who write or read through this text see this page. This is how it will be once published.
web-unpublished-back = Go on writing
web-unpublished-steps = From draft to published

web-barred-logged-in = This page is for those who are logged in.
web-barred-own = This may be somebody’s own draft, or something that you have no role for. A draft is private until it is sent for review. If you came here from a form, go back, reload the page and try again.
web-barred-not-ours = The form did not come from this site, so nothing has been done. Open the page here again, and send the form from there.
web-barred-anothers = The form was opened while somebody else was logged in here, so nothing has been done. Whoever filled it in must log in and send it themselves. If it is you who have logged in since, reload the page with the form.
web-barred-role = This page is for those who have one of these roles:
web-barred-role-at = This page is for those who have one of these roles at { $place }, or in the whole country:
web-barred-held = { $role } ({ $count ->
    [0] nobody has it now
    [one] one has it
   *[other] { $count } have it
 })
web-barred-any = { $role }, at a centre or an organisation
web-barred-given = The role is given by an administrator. Ask whoever runs the site.
web-barred-waits = You have roles that do not count until you have taken the extra step in the log-in.
web-barred-waits-link = Set up the extra step
web-barred-ask = Ask for a role
