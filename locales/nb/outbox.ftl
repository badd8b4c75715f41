# Brev som ikke kom fram, for dem som driver nettstedet.

outbox-heading = Brev som ikke kom fram
outbox-lead = Hit kunne vi ikke levere brev. Se om adressen er skrevet feil der den står, eller si fra på en annen måte. Det som sto i brevet, er ikke tatt vare på.
outbox-later = Blir et brev avvist først etter at vi har levert det fra oss, får avsenderen beskjed: { $address }
outbox-none = Alle brev er kommet fram, så langt vi vet.
outbox-count = { $count ->
    [one] 1 brev kom ikke fram.
   *[other] { $count } brev kom ikke fram. Det nyeste står først.
 }
outbox-why = Svaret var:
outbox-seen = Merk som sett
outbox-done = Det er merket som sett og slettet herfra.
outbox-late = Prøves igjen
outbox-late-lead = Disse brevene gikk ikke da de ble prøvd. De prøves igjen i omtrent 16 timer.
outbox-attempts = { $count ->
    [one] (prøvd 1 gang)
   *[other] (prøvd { $count } ganger)
 }
