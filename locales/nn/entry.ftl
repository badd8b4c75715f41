# Å leggje inn tal: alt som manglar på éin skjerm, også utan nett.

entry-heading = Legg inn tal
entry-as = Du legg inn som { $name }.
entry-older = Eldre som manglar ({ $count })
entry-older-paste = Dei eldste har ikkje eigne felt her. Har de tala i ein tabell, går det raskast å lime dei inn.
entry-complete = Her manglar ingenting.
entry-other = Eit anna tidspunkt, eller rett eit tal
entry-tally = Tel medan det skjer, { $period }. Kvart trykk er éin, og blir lagra med ein gong.
entry-tally-all = Skriv det éin gong for perioden. Då er det nok å trykkje for kvar gong det skjer.
entry-more = Éin til
entry-fewer = Éin mindre
entry-just-heading = Det du nettopp la inn
entry-just = { $name }, { $period }: { $number }
entry-undo = Angre
entry-undone = Angra
entry-saved = Lagra.
entry-saved-count =
    { $count ->
        [one] Eitt tal er lagra.
       *[other] { $count } tal er lagra.
    }
entry-offline = Utan nett
entry-offline-text = Tala du legg inn, blir lagra på telefonen og sende når du er på nett igjen.
entry-over = Arbeidet er ikkje i gang lenger, så de blir ikkje spurde om fleire tal. Vil de rette eller leggje til eit tal, vel tidspunktet under målinga.
entry-kept = Lagra på telefonen. Blir sendt når du er på nett igjen.
entry-out = Du er logga ut. Logg inn, så blir tala som ventar, sende.
entry-waiting = Dette må du sjå på
entry-waits = Ventar på å bli sende: { $count }
entry-met = Her står det eit anna tal frå før. Kva for eit er rett?
entry-there = For { $period } står det { $number } frå før.
entry-mine = Mitt er rett
entry-theirs = Behald det som står
entry-stuck = Eitt tal er ikkje teke imot som det er. Sjå på det under.
entry-refused = Ikkje teke imot
entry-early = Tidspunktet har ikkje byrja enno. Talet blir sendt når det har det.
entry-clock = Her er det { $today }, og klokka på telefonen viser noko anna. Kva gjeld dette?
entry-belongs = Det gjeld { $period }
entry-clock-off = Klokka på denne telefonen går feil. Dagane her er dei rette, så du kan leggje inn tal som vanleg.
entry-too-late = Nokon har skrive eit nytt tal sidan. Ingenting er angra.
entry-gone = Målinga finst ikkje lenger, eller talet er ikkje ditt.
entry-unread = Skriv eit tal.
entry-drop = Kast
entry-ask = Er du { $name }?
entry-ask-nobody = Er denne telefonen din?
entry-ask-text = Det er ei stund sidan denne sida vart henta. Det du legg inn, blir sendt i namnet til den som var logga inn.
entry-ask-yes = Ja, det er meg
entry-ask-no = Nei
entry-ask-gone = Sida er teken bort frå denne telefonen. Det som venta, er gøymt til den som skreiv det. Logg inn når du er på nett.
entry-device = Sida kan opnast utan nett på denne telefonen. Det som ikkje er sendt, ligg her i inntil 30 dagar og er skjult for andre som loggar inn.
entry-double = Dette kan vere to tal. Skriv «1234» eller «1,234», så vi veit kva for eit.
entry-once-more = Er det rett, så lagre ein gong til.
