# Kva som er gale med opplysningar som ikkje passar saman.

statements-one-at-a-time = Den same kjelda seier to ting om det same i same tid. Set ein dato for når det eine slutta å gjelde, eller ta det bort.
statements-twice = Den same kjelda seier det same to gonger for dagar som overlappar.
statements-ring = Då ville noko kome av seg sjølv, eller vere ein del av seg sjølv.
statements-outside = Det det er sagt noko om, var ikkje til i heile den tida.
statements-host-and-satellite = Ein kommune kan ikkje vere vert og satellitt for det same senteret samtidig.
statements-seat = Eininga ligg ikkje i vertskommunen.
statements-unknown = Noko som er nemnt, er ikkje kjent i registeret.
statements-not-then = Noko som er nemnt, var ikkje til då dette tok til å gjelde.
statements-began-after = Det som kom før, kan ikkje ha byrja etter det som kom av det.
statements-no-kind = Det må stå kva slags senter eller organisasjon dette er. Den opplysninga kan endrast, men ikkje takast bort.
statements-kind-stays = Eit senter er av same slag heile tida. Eit senter av eit anna slag er eit nytt senter.
statements-municipality-part = Ein kommune er ikkje ein del av ein kommune.
statements-unreadable = Opplysninga kan ikkje lesast slik ho er skriven.
statements-other = Opplysninga passar ikkje saman med noko anna i registeret.
