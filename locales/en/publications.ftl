# Publications: the list, and the facts about a publication.

publications-heading = Publications
publications-lead = Guidelines, guidance and reports, from first to last.
publications-count = { $count ->
    [0] No publications
    [one] 1 publication
   *[other] { $count } publications
 }

## Facts about the publication

publications-type = Type
publications-summary = This page
publications-summary-text = A summary, not the publication itself. The facts are about the publication.
publications-title-en = English title
publications-version = Version
publications-status = Status
publications-series-number = Number in the series
publications-isbn = ISBN
publications-doi = DOI
publications-published = Published
publications-revised = Revised
publications-next-revision = Next revision
publications-expires = Valid until
publications-publishers = { $count ->
    [one] Publisher
   *[other] Publishers
 }
publications-editors = { $count ->
    [one] Editor
   *[other] Editors
 }

# What one of the kind is called.
publications-word = Publication

publications-facts = About the publication
publications-title-nb = Norwegian title
publications-part = Part of the publication
publications-issn = ISSN
publications-left-empty = Not given
publications-type-guideline = Guideline
publications-type-guide = Guide
publications-type-report = Report
publications-type-strategy = Strategy
publications-type-mandate = Mandate
publications-type-handbook = Handbook
publications-type-other = Other

## Chapters

# Chapter and publication, in the tab of the browser.
publications-chapter-title = { $chapter } – { $title }
publications-paper-elsewhere = The chapters are too many to be printed from here. The whole publication is at:
publications-whole = Read the whole publication on one page
publications-back = About the publication
publications-turn = Previous and next chapter
publications-previous = Previous:
publications-next = Next:

# In the list of what a version changed.
publications-field-publishers = Publishers
publications-field-editors = Editors

## The form

publications-is-summary = The text is a summary of the publication
publications-is-summary-help = Tick this when others than the publisher have written the text.
publications-type-help = Choose the nearest, or write the word that the publication itself uses.
publications-title-help = Only when the publication is called something else than this page.
publications-part-help = The chapter or part that this page is.
publications-status-help = For example in force, out for consultation or replaced.
publications-doi-help = Written 10.1000/182.
publications-left-empty-help = Tick what the publication itself lists without saying anything.
publications-fault-left-empty = Something is ticked as “not given”, but is filled in.
publications-fault-doi = Write the DOI like this: 10.1000/182
