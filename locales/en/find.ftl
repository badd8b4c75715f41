# The search page: results, filters, and help when nothing is found.

find-heading = Search
# Stands in the browser's tab.
find-title = Search: { $words }
find-count = { $count ->
    [0] No results
    [one] 1 result
   *[other] { $count } results
 }
# Above the list when nobody has searched for anything.
find-newest = Newest in the library
find-cut = What you wrote was long. We have only searched for the first part.
find-then = We search for the words as they stand in the texts now, and show the hits that were published then, with the title and themes of that day.

## Filters

find-filter-kind = Type
find-filter-lang = Language

## No results

find-no-hits = We found nothing about “{ $words }”.
find-nothing-yet = There is nothing to show here.
find-help-filters = Remove some of your choices.
find-help-spelling = Check the spelling.
find-help-fewer = Try fewer words, or another word that means the same.
find-help-language = Most texts are in Norwegian. Try the word in both bokmål and nynorsk.
find-help-archive = Search the historical archive as well
find-help-themes = Look in a theme
find-help-projects = See all projects
