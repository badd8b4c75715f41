# Brev som ikkje kom fram, for dei som driv nettstaden.

outbox-heading = Brev som ikkje kom fram
outbox-lead = Hit kunne vi ikkje levere brev. Sjå om adressa er skriven feil der ho står, eller sei frå på ein annan måte. Det som stod i brevet, er ikkje teke vare på.
outbox-later = Blir eit brev avvist først etter at vi har levert det frå oss, får avsendaren melding: { $address }
outbox-none = Alle brev er komne fram, så langt vi veit.
outbox-count = { $count ->
    [one] 1 brev kom ikkje fram.
   *[other] { $count } brev kom ikkje fram. Det nyaste står først.
 }
outbox-why = Svaret var:
outbox-seen = Merk som sett
outbox-done = Det er merkt som sett og sletta herifrå.
outbox-late = Blir prøvde igjen
outbox-late-lead = Desse breva gjekk ikkje då dei vart prøvde. Dei blir prøvde igjen i om lag 16 timar.
outbox-attempts = { $count ->
    [one] (prøvd 1 gong)
   *[other] (prøvd { $count } gonger)
 }
