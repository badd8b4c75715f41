# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

news-heading = Ođđasat
news-count = { $count ->
    [0] Ii oktage ođas
    [one] 1 ođas
   *[other] { $count } ođđasa
 }

news-byline = Teaksta
news-image-credit = Govva
news-publisher = Almmuheaddji

# What one of the kind is called.
news-word = Ođas
