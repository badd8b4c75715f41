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
publications-whole = Read the whole publication on one page
publications-back = About the publication
publications-turn = Previous and next chapter
publications-previous = Previous:
publications-next = Next:

# In the list of what a version changed.
publications-field-publishers = Publishers
publications-field-editors = Editors
publications-fault-left-empty = Something is ticked as “not given”, but is filled in.
publications-fault-doi = Write the DOI like this: 10.1000/182
