# Paper: printing a text, the same as PDF, and booklets of several texts.

print-heading = Print and PDF
# The title in the browser's tab.
print-title = Print: { $title }
print-choose = Choose what to include
print-choose-help = Tick what you want and see the result below. Only what you have chosen goes on paper.
print-chapters = Chapters
print-facts = Details
print-picture = Picture
print-picture-tick = Include the picture
# What stands before the first heading of the text.
print-opening = Introduction
print-nothing = Tick at least one thing to get something on paper.
print-show = Show what I have chosen
print-pdf = Download as PDF
print-how = Print with your browser's own print command (Ctrl+P or ⌘P). This form is not printed.
print-back = Back to the text

## In the PDF

print-made = Made { $day }
# “Page 2 of 9”.
print-page = Page
print-of = of
print-fact-centre = Centre
print-fact-themes = { $count ->
    [one] Theme
   *[other] Themes
 }
print-fact-counties = { $count ->
    [one] County
   *[other] Counties
 }
print-fact-municipalities = { $count ->
    [one] Municipality
   *[other] Municipalities
 }

## Booklet

print-booklet = Booklet
print-booklet-note = { $count ->
    [one] 1 text, collected { $day }
   *[other] { $count } texts, collected { $day }
 }
# After the line above, when the booklet is of texts of an earlier day.
print-booklet-then = The texts as they were on { $day }
print-booklet-heading = Make a booklet
print-booklet-lead = Collect texts in one PDF with contents and page numbers. A booklet can have at most { $max } texts. A large one takes a little while to make.
print-booklet-ways = First choose what the booklet is about. On the next page you tick the texts.
print-booklet-ways-kinds = All of one kind
print-booklet-ways-themes = A theme
print-booklet-ways-search = Something you search for
print-booklet-of-search = Search: { $words }
print-booklet-title = Title of the booklet
print-booklet-title-help = It is on the first page. The booklet is deleted after a day, and we do not store who made it.
print-booklet-texts = Texts to include
print-booklet-cut = There are more than { $max } texts. These are the first. Narrow the list to get others.
print-booklet-all = Tick all
print-booklet-none = Untick all
print-booklet-read = Read
print-booklet-order = Make the booklet
print-booklet-cancel = Cancel
print-booklet-empty = There are no texts to make a booklet of here.
# On a form that came here without anything to tick.
print-booklet-choose = Choose what the booklet is about

print-booklet-carried = { $count ->
    [one] The one text that you chose is still included.
   *[other] The { $count } texts that you chose are still included.
 }
print-fault-none = Tick at least one text.
print-fault-too-many = You have ticked more than { $max } texts.
print-fault-gone = { $count ->
    [one] One of the texts that you ticked is no longer here. The others are still ticked. Look them over, and make the booklet again.
   *[other] { $count } of the texts that you ticked are no longer here. The others are still ticked. Look them over, and make the booklet again.
 }
print-fault-all-gone = None of the texts that you ticked is here any more. Tick at least one other.
print-fault-title-missing = Write a title for the booklet.
print-fault-title-long = The title can have at most { $max } characters.
print-fault-title-identity = The title seems to contain a national identity number. Please remove it.
print-fault-title-control = The title has a character that we cannot use. Please write it again.
print-fault-too-often = { $max ->
    [one] Many PDFs have been made from here in a short time. What you chose is still here: Wait 1 minute, then try again.
   *[other] Many PDFs have been made from here in a short time. What you chose is still here: Wait { $max } minutes, then try again.
 }

## While the booklet is being made

print-stage-waiting = The booklet is in the queue.
print-stage-gathering = Fetching texts and pictures: { $done } of { $total }.
print-stage-setting = { $count ->
    [one] Setting the pages of 1 text.
   *[other] Setting the pages of { $count } texts.
 }
print-stage-done = The booklet is ready.
print-stage-failed = The booklet could not be made.
print-failed-help = The fault is ours, and we have made a note of it. Please try with fewer texts.
print-progress-label = How far the booklet has come
print-wait = Wait until the booklet is ready
print-leave = You can also leave and come back to this address later today.
print-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
 }
print-open-pdf = Open the booklet (PDF)
print-kept-until = The booklet stays here until { $day }. Download it if you want to keep it.
print-wall-aim = The aim
print-wall-did = What we did
print-wall-learned = What we learned
print-wall-numbers = How it went
print-wall-marks = The marks in the charts
print-wall-more = { $count ->
    [one] One more measure is on the page about the work.
   *[other] { $count } more measures are on the page about the work.
}
