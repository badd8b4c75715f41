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
news-publisher = Utgiver
