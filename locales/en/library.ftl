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
library-booklet = Make a booklet of these (PDF)
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

library-share = Share
library-share-address = Permanent address:
library-share-copy = Copy the address
library-share-copied = The address has been copied.
library-share-print = Print
library-share-choose = Print, and choose what to include
library-share-pdf = Download as PDF

library-ask = Ask the team
library-ask-heading = Do you have a question?
# The role of whoever answers for the content, such as "project manager".
library-ask-goes-to = Your message goes to the { $role }.
