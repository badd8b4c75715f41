# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

publications-heading = Publikašuvnnat
publications-count = { $count ->
    [0] Ii oktage publikašuvdna
    [one] 1 publikašuvdna
   *[other] { $count } publikašuvnna
 }

publications-version = Veršuvdna
publications-isbn = ISBN
publications-doi = DOI
publications-published = Almmuhuvvon
publications-publishers = { $count ->
    [one] Almmuheaddji
   *[other] Almmuheaddjit
 }
publications-editors = { $count ->
    [one] Doaimmaheaddji
   *[other] Doaimmaheaddjit
 }

# What one of the kind is called.
publications-word = Publikašuvdna
