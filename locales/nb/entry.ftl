# Å legge inn tall: alt som mangler på én skjerm, også uten nett.

entry-heading = Legg inn tall
entry-as = Du legger inn som { $name }.
entry-older = Eldre som mangler ({ $count })
entry-older-paste = De eldste har ikke egne felt her. Har dere tallene i en tabell, er det raskest å lime dem inn.
entry-complete = Her mangler ingenting.
entry-other = Et annet tidspunkt, eller rett et tall
entry-tally = Tell mens det skjer, { $period }. Hvert trykk er én, og lagres med en gang.
entry-tally-all = Skriv det én gang for perioden. Da er det nok å trykke for hver gang det skjer.
entry-more = Én til
entry-fewer = Én mindre
entry-just-heading = Det du nettopp la inn
entry-just = { $name }, { $period }: { $number }
entry-undo = Angre
entry-undone = Angret
entry-saved = Lagret.
entry-saved-count =
    { $count ->
        [one] Ett tall er lagret.
       *[other] { $count } tall er lagret.
    }
entry-offline = Uten nett
entry-offline-text = Tallene du legger inn, lagres på telefonen og sendes når du er på nett igjen.
entry-over = Arbeidet er ikke i gang lenger, så dere blir ikke spurt om flere tall. Vil dere rette eller legge til et tall, velg tidspunktet under målingen.
entry-kept = Lagret på telefonen. Sendes når du er på nett igjen.
entry-out = Du er logget ut. Logg inn, så sendes tallene som venter.
entry-waiting = Dette må du se på
entry-waits = Venter på å bli sendt: { $count }
entry-met = Her står det et annet tall fra før. Hvilket er riktig?
entry-there = For { $period } står det { $number } fra før.
entry-mine = Mitt er riktig
entry-theirs = Behold det som står
entry-stuck = Ett tall er ikke tatt imot som det er. Se på det under.
entry-refused = Ikke tatt imot
entry-early = Tidspunktet har ikke begynt ennå. Tallet sendes når det har det.
entry-clock = Her er det { $today }, og klokka på telefonen viser noe annet. Hva gjelder dette?
entry-belongs = Det gjelder { $period }
entry-clock-off = Klokka på denne telefonen går feil. Dagene her er de riktige, så du kan legge inn tall som vanlig.
entry-too-late = Noen har skrevet et nytt tall siden. Ingenting er angret.
entry-gone = Målingen finnes ikke lenger, eller tallet er ikke ditt.
entry-unread = Skriv et tall.
entry-drop = Kast
entry-ask = Er du { $name }?
entry-ask-nobody = Er denne telefonen din?
entry-ask-text = Det er en stund siden denne siden ble hentet. Det du legger inn, sendes i navnet til den som var logget inn.
entry-ask-yes = Ja, det er meg
entry-ask-no = Nei
entry-ask-gone = Siden er tatt bort fra denne telefonen. Det som ventet, er gjemt til den som skrev det. Logg inn når du er på nett.
entry-device = Siden kan åpnes uten nett på denne telefonen. Det som ikke er sendt, ligger her i inntil 30 dager og er skjult for andre som logger inn.
entry-double = Dette kan være to tall. Skriv «1234» eller «1,234», så vi vet hvilket.
entry-once-more = Er det riktig, så lagre en gang til.
