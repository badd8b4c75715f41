# Nyheiter: lista, og det som står over ei nyheit.

news-heading = Nyheiter
news-lead = Det som skjer i nettverket, og det som har skjedd.
news-count = { $count ->
    [0] Ingen nyheiter
    [one] 1 nyheit
   *[other] { $count } nyheiter
 }

# Framfor namnet, med kolon: «Tekst: Redaksjonen».
news-byline = Tekst
news-image-credit = Bilete
# Regjeringa eller perioden ei gammal nyheit høyrer til.
news-published-under = Publisert under
news-image-missing = Biletet viste
news-publisher = Utgjevar

# Kva eitt av slaget heiter.
news-word = Nyheit

## Skjemaet

news-byline-help = Kven som har skrive saka.
news-image-credit-help = Kven som har teke biletet.
news-image-missing-help = Berre for ei gammal sak der biletet er borte.
