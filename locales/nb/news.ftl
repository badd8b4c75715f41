# Nyheter: listen, og det som står over en nyhet.

news-heading = Nyheter
news-lead = Det som skjer i nettverket, og det som har skjedd.
news-count = { $count ->
    [0] Ingen nyheter
    [one] 1 nyhet
   *[other] { $count } nyheter
 }

# Foran navnet, med kolon: «Tekst: Redaksjonen».
news-byline = Tekst
news-image-credit = Bilde
# Regjeringen eller perioden en gammel nyhet hører til.
news-published-under = Publisert under
news-image-missing = Bildet viste
news-publisher = Utgiver

# Hva ett av slaget heter.
news-word = Nyhet

## Skjemaet

news-byline-help = Hvem som har skrevet saken.
news-image-credit-help = Hvem som har tatt bildet.
news-image-missing-help = Bare for en gammel sak der bildet er borte.
