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
publications-publishers = Publisher
publications-editors = Editor
