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
news-publisher = Utgivar
