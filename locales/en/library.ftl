# What all kinds of content share: filters, lists, and what stands around a text.

## Filters

library-filters = Narrow the results
library-filters-show = Show results
library-filters-reset = Reset
library-filter-theme = Theme
library-filter-county = County
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

library-sort = Sort by
library-sort-newest = Newest
library-sort-oldest = Oldest
library-sort-title = Title
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

library-ask = Ask the team
library-ask-heading = Do you have a question?
# The role of whoever answers for the content, such as "project manager".
library-ask-goes-to = Your message goes to the { $role }.

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
library-not-yet-first = Read the first version
library-not-yet-now = Go to the page as it is now

## References

library-cite = Cite this page
library-cite-formats = The reference as a file
library-cite-undated = n.d.
library-calendar = Add to your calendar

## Versions

library-versions = Versions
library-versions-all = { $count ->
    [one] See the version
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
library-version-gap = […]
library-field-title = Title
library-field-lead = Introduction
library-field-body = Text
library-field-image = Picture
library-field-source = Source
library-field-themes = Themes
library-field-counties = County
library-field-municipalities = Municipality
library-field-other = Other information
