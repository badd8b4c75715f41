# The frame around every page: header, footer, breadcrumbs, pager, error pages, forms and labels.

web-name = Pådriver
web-tagline = Knowledge and quality in nursing homes and home care services. What some have learnt, others can use.
# The page's title as the browser's tab shows it.
web-title = { $page } – Pådriver

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
web-footer-accessibility = Accessibility
web-footer-privacy = Privacy

## Error pages: what happened, and a way on

web-error-404-heading = We cannot find the page
web-error-404-lead = It may have a new address, or there may be a slip in the address. Try a search: you will probably find it again.
web-error-410-heading = The page has been withdrawn
web-error-410-lead = Its owner has taken it away for good. A search may show you something similar.
web-error-403-heading = You do not have access
web-error-403-lead = If you came here from a form, go back, reload the page and try again. Otherwise, the page is only for some of those who use Pådriver.
web-error-422-heading = We do not understand the address
web-error-422-lead = Something in the address is not what we expect, such as a page number or a filter that does not exist. Go to the list and choose again.
web-error-429-heading = That was a little fast
web-error-429-lead = We have had unusually many requests from you in a short time. Wait a moment, then please try again.
web-error-500-heading = Something went wrong on our side
web-error-500-lead = The fault is ours, not yours, and we have a record of it. Please try again in a little while.
web-error-reference = If you contact us, please give this reference:
web-error-way-home = Go to the front page
web-error-way-projects = See all projects

## Forms

# Before the title in the browser's tab when a form was refused.
web-faults-title = Error: { $title }
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
