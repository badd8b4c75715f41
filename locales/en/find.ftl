# The search page: results, filters, and help when nothing is found.

find-heading = Search
# Stands in the browser's tab.
find-title = Search: { $words }
find-count = { $count ->
    [0] No results
    [one] 1 result
   *[other] { $count } results
 }
find-none-whole = No text has all that you searched for
# Above texts that have some of the words but not all; can be unfolded.
find-below = Contains some of this ({ $count })
find-below-more = Show more that contain some of this
# Above the list when nobody has searched for anything.
find-newest = Newest in the library
find-cut = What you wrote was long. We have only searched for the first part.
find-how = Put words in “quotes” when they are to stand together, and a minus before a word that is not to be there: "safe nights" -alarm
find-api-contents = Contents
find-sort-best = Best match
find-sort-newest = Newest first
find-masked = Something in the search looked like an identity number. It is masked, and has not been searched for or saved.
find-then = We search for the words as they stand in the texts now, and show the hits that were published then, with the title and themes of that day.
find-building = Search is being built right now, so not everything can be found yet. Try again in a while. Lists and pages are here as usual.

## Filters

find-filter-kind = Type
find-filter-lang = Language
# Projects without change or with worse results, as one choice.
find-did-not-work = Did not work

## When a word is nowhere in the library

# Before the word that the results are for, as a link.
find-meant-shown = We did not find “{ $words }” as it is written. These are results for
find-meant-instead = Search exactly as you wrote
# Before the word that may have been meant, as a link; a question mark follows.
find-meant = Did you mean
find-as-typed = We have searched for exactly what you wrote.

## No results

find-no-hits = We found nothing about “{ $words }”.
find-nothing-yet = There is nothing to show here.
find-help-unfiltered = { $count ->
    [one] Search without filters: 1 result
   *[other] Search without filters: { $count } results
 }
find-help-archive = { $count ->
    [one] Search the historical archive as well: 1 result
   *[other] Search the historical archive as well: { $count } results
 }
find-help-plain = { $count ->
    [one] Search for the words one by one: 1 result
   *[other] Search for the words one by one: { $count } results
 }
find-help-words = Words in the library that begin alike
find-help-tips = This may help
find-help-filters = Remove some of your choices.
find-help-spelling = Check the spelling.
find-help-fewer = Try fewer words, or another word that means the same.
find-help-language = Most texts are in Norwegian. Try the word in both bokmål and nynorsk.
find-help-themes = Look in a theme
find-help-projects = See all projects
find-help-ask-heading = Ask someone who may know
find-help-ask-text = The development centres know of work that is not told here yet.
find-help-ask = Find your centre
find-help-ask-county = Find the centre in { $county }

## Suggestions while somebody types

find-suggestions = Suggestions
find-suggestions-lead = Write the beginning of a word to see themes, titles and places that begin with it.
find-suggestions-titles = Titles
find-suggestions-places = Places
find-suggestions-words = Search for
find-suggestions-organisations = Organisations
find-suggestions-county = County
find-suggestions-municipality = Municipality in { $county }
find-suggestions-organisation = Organisation
find-suggestions-centre = Centre
# Read out to those who hear the page.
find-suggestions-count = { $count ->
    [0] No suggestions
    [one] 1 suggestion. Use the arrow keys to choose.
   *[other] { $count } suggestions. Use the arrow keys to choose.
 }
find-suggestions-none = We have no suggestions for “{ $words }”.
find-suggestions-search = Search for it anyway

## Attachments

# A result that stands in an attachment, under the name the page gives it.
find-filed = Filed under:
find-also = Also in:
find-in-file = In the attachment “{ $name }” ({ $type })
find-in-file-page = In the attachment “{ $name }” ({ $type }), page { $number }
find-in-file-sheet = In the attachment “{ $name }” ({ $type }), sheet { $number }
find-in-file-slide = In the attachment “{ $name }” ({ $type }), slide { $number }

## What the question names

# Above links to the place, centre or theme whose name the words are.
find-named = You may be looking for
find-named-municipality-was = Municipality until { $year }
# now: the municipality or municipalities it became a part of.
find-named-municipality-became = Municipality until { $year }, now { $now }
find-named-county-was = County until { $year }
find-named-centre-was = Centre until { $year }

## Searches that found nothing, for those who look after the words

find-missed = Searches that found nothing
find-missed-lead = Here you see what people have searched for without finding it, and what the search has corrected for them. Give the words synonyms, and the next one will find the way.
find-missed-rule = A search is shown when it has been made at least { $least } times in { $days } days. Nothing says who searched. Searches that could be about a person are not counted.
find-missed-nothing = No text had all of it
find-missed-set-right = Corrected to another word
find-missed-none = No search has been made often enough.
find-missed-words = Search
find-missed-meant = Corrected to
find-missed-language = Language of the page
find-missed-times = Times
find-missed-days = Days
find-missed-last = Last
find-missed-synonym = Synonym
find-missed-make = Add a synonym
