# What all kinds of content share: filters, lists, and what stands around a text.

## Filters

library-field-pictures = Pictures within the text
library-filters = Narrow the results
library-filters-show = Show results
library-filters-reset = Reset
library-filter-theme = Theme
library-filter-county = County
library-filter-municipality = Municipality
library-filter-centre = Centre
library-filter-year = Year
# Beside the name of a filter.
library-filter-chosen = { $count } chosen
# Read aloud after the number at each choice: "12 found". One and many alike.
library-filter-hits = found

library-chips-label = Your choices
# Read aloud before the name of the choice: "Remove Nutrition".
library-chip-remove = Remove
library-chips-remove-all = Remove all

## The list

library-picture-gone = A picture that stood here has been removed.
library-sort = Sort by
library-sort-newest = Newest
library-sort-oldest = Oldest
library-sort-title = Title
library-sort-adopted = Most adopted
library-booklet = Make a booklet of these (PDF)
library-data = The list as data:
library-data-help = To open the list in a spreadsheet, choose Excel. The others are for programs.
library-empty = There is nothing here yet.
library-empty-search = Search the whole library
library-no-hits = Nothing matches all your choices.
library-no-hits-help = Remove one of the choices above, and something may turn up.

## Around a text

library-contents = Contents
library-facts = Facts
library-also-in = Also available in:
# Read aloud as the name of each table, with a number after it: "Table 1".
library-table = Table
library-image-credit = Image: { $name }
library-source = Where the information comes from

library-share-choose = Print, and choose what to include
library-share-pdf = Download as PDF

library-ask = Ask the team
library-ask-others = Ask those behind it
library-near-ask = Get in touch
library-near-print = Print
library-near-cite = Cite
library-ask-heading = Do you have a question?
# The role of whoever answers for the content, such as "project manager".
library-ask-goes-to = Your message goes to the { $role }.

# Det som kan lastes ned: skjemaer, lysbilder, plakater.
library-files = Files

## Det som finner sted

# Leses opp foran de to neste.
library-times = When
library-times-coming = Coming
library-times-past = Past

## For whom, and for how long

library-filter-audience = Target group
library-audience-staff = Staff
library-audience-leaders = Leaders
library-audience-developers = Practice developers
library-audience-students = Pupils, apprentices and students
library-audience-users = Users and patients
library-audience-next-of-kin = Next of kin
library-audience-volunteers = Volunteers
library-audience-partners = Partners
library-filter-time = Time it takes
library-time-quarter = Up to 15 minutes
library-time-hour = Up to an hour
library-time-half-day = Up to half a day
library-time-day = Up to a day
library-time-longer = More than a day
library-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
 }
library-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
 }
library-hours-and-minutes = { $hours } and { $minutes }

library-fact-centre = Centre
library-fact-owner = Belongs to
library-fact-licence = Licence
library-fact-publisher = Publisher
library-fact-version = Version
library-fact-revised = Revised

## What is used in what

library-uses = Used here
library-used-in = Used in
library-and-more = and { $count } more
# Above what else is in the library about the same, at the foot of the page.
library-alike = More like this

## Start a project like this

library-start = How to get going
library-begin = Get going
library-begin-heading = Do it yourselves
library-begin-text = Aim, drivers, measures and plan come along as a model. Change whatever you like.
library-start-heading = Start a project like this
library-start-heading-use = Start using it
library-start-text-use = How it is used, what it takes, and whom you can ask.
library-start-text = How they began, what it took, and whom you can ask.
library-adopted-heading = In use elsewhere
library-adopted-count = { $count ->
    [0] Nobody has said yet that they have adopted it
    [one] Adopted in one place. See where, and how it went
   *[other] Adopted in { $count } places. See where, and how it went
}
library-adopted-say = We are adopting this
library-start-title-use = Start using “{ $title }”
library-start-title = Start a project like “{ $title }”
library-start-model = With this as your model:
library-start-how = How they began
library-start-how-tool = How you use it
library-start-took = What it took
library-start-sustain = How to keep it going
library-start-steps = Step by step
library-start-untold = Those who did this have not written down how they began. These steps fit most work.
library-start-step-prepare = Prepare.
library-start-step-prepare-text = Agree on what should get better, and for whom, and get your leader on board. Ask those it concerns.
library-start-step-plan = Plan.
library-start-step-plan-text = Find out how things are today, set an aim that can be measured, and choose something small to try first.
library-start-step-carry-out = Try it on a small scale.
library-start-step-carry-out-text = One unit, one shift, one week. Write down what happens.
library-start-step-evaluate = Look at the numbers.
library-start-step-evaluate-text = Did it get better? Change what did not work, and try again.
library-start-step-follow-up = Make it a habit.
library-start-step-follow-up-text = Put it into your routines, keep measuring for a while, and tell others what you learnt.
library-start-materials = Material
library-start-ask = Whom you can ask
library-start-centre = The centre behind it:
library-start-centres = Find the development centre in your county
library-start-more = See also
library-start-tools = Tools for improvement work
library-start-packages = Training packages
## The historical archive

library-archive = Include the historical archive
library-archive-with = { $count ->
    [one] Include 1 from the historical archive
   *[other] Include { $count } from the historical archive
 }
library-archive-without = Show only what is kept up to date

## Before the page was there

library-not-yet-heading = The page had not been published yet
library-not-yet-lead = You asked for the page as it was on { $asked }. It was published on { $since }.
library-not-yet-all = You asked for the page as it was on { $asked }. The first of what is here was published on { $since }.
library-not-yet-first = Read the first version
library-not-yet-now = Go to the page as it is now

## References

library-cite = Cite this page
library-cite-formats = The reference as a file
library-cite-undated = n.d.
library-cite-circa = c. { $year }
library-cite-unsure = { $year }?
library-cite-styles = APA and Vancouver
library-cite-internet = Internet
library-cite-seen = cited { $date }
library-cite-from = Available from: { $address }
# In a reference: “[Guideline, IS-2285, version 5]”.
library-cite-version = version { $version }
library-cite-part = part: { $part }
# Before the work that the text is a summary of.
library-cite-summary = Summary of: { $of }
library-calendar = Add to your calendar

## Versions

library-versions = Versions
library-versions-all = { $count ->
    [one] See the version
    [2] See both versions and what was changed
   *[other] See all { $count } versions and what was changed
 }
library-versions-lead = { $count ->
    [one] The page has been published in 1 version.
   *[other] The page has been published in { $count } versions. The newest comes first.
 }
library-versions-back = Back to all versions
library-version-number = Version { $number }
library-version-current = current
library-version-changed = Changed:
library-version-read = Read
library-version-see = See the changes
library-version-which = version { $number }
library-version-in = in version { $number }
library-version-day = Read the page as it was on
library-version-go = Show the page
library-version-changes = What version { $number } changed
library-version-same = The text is the same as before. Only information around it has changed.
library-version-key = The changes are marked like this:
library-version-key-added = added
library-version-key-taken = removed
library-version-marks = Only links or layout have changed.
library-version-added = Added:
library-version-taken = Removed:
library-version-end = End of change.
library-version-gap = Show what is unchanged here
library-field-title = Title
library-field-lead = Introduction
library-field-body = Text
library-field-image = Picture
library-field-source = Source
library-field-themes = Themes
library-field-counties = County
library-field-municipalities = Municipality
library-field-other = Other information
library-field-work = The work: aim, drivers, measures and tests
library-field-yes = Yes

## Fields that several kinds have in their forms

library-link = Link
library-link-add = Add a link
library-link-text = Text
library-link-url = Web address
library-minutes-label = Minutes
library-minutes-help = How long it takes, in minutes. A working day is 450.
library-licence-help = What others may do with it, for example CC BY 4.0.
library-licence-url = Web address of the licence

# What the law wanted gone: the gap in the text, the gap among the files, the log among the versions
library-struck-gap = [struck out]
library-struck-files = { $count ->
    [one] One file has been struck from this page.
   *[other] { $count } files have been struck from this page.
}
library-struck = Something has been struck from all versions:
library-struck-passage = a passage
library-struck-file = a file
library-struck-written-over = An import wrote over it on { $day }, so it may be here again.

library-overdue-label = May be out of date
library-overdue = This text was due to be looked through again by { $day }. That has not been done yet.
library-edit = Edit this text

library-original-archived-label = The original is in the archive
library-original-archived = This text is a translation, and its original has been moved to the archive since. Some of it may be out of date.
library-original-withdrawn-label = The original has been withdrawn
library-original-withdrawn = This text is a translation, and those who own the original have withdrawn it since. Some of it may be wrong.
library-stale-label = The original has been changed
library-stale = This text is a translation, and its original has been changed since. Something here may be out of date.
library-stale-see = See the versions of the original
library-translate = This text in other languages
library-unreviewed-label = Not reviewed
library-unreviewed-machine = This text was translated by a program. Nobody who knows the language has reviewed it yet.
library-unreviewed-person = This translation has not been reviewed yet by anybody else who knows the language.
