# Lime inn tal frå eit rekneark: det som blir spurt om, og kva kvar rad vart.

improvement-paste-title = Lim inn tal frå eit rekneark
improvement-paste-lead = Merk cellene i Excel, kopier og lim inn her. Ta med overskriftene. Ingenting blir lagra før du har sett korleis det vart forstått.
improvement-paste-text = Tabellen
improvement-paste-text-help = Ein kolonne som seier når, og ein eller fleire med tal. «januar 2025», «1.2.2025», «veke 5» og «1. kvartal 2025» går an.
improvement-paste-file = Eller vel ei fil
improvement-paste-file-help = Excel (.xlsx) eller CSV, høgst 12 MB.
improvement-paste-look = Sjå korleis det blir forstått
improvement-paste-chart = Sjå diagrammet
improvement-paste-before = Siste tabell
improvement-paste-last = { $count ->
    [one] Eitt tal vart lagt inn { $day }.
   *[other] { $count } tal vart lagde inn { $day }.
}
improvement-paste-undo = Angre heile tabellen
improvement-paste-undo-reason = Tabellen som talet kom med, vart angra
improvement-paste-kept = Tala er lagra.
improvement-paste-all-same = Alle tala stod der frå før. Ingenting er endra.
improvement-paste-undone = Tabellen er angra. Det som stod der før, gjeld igjen.
improvement-paste-check = Stemmer dette?
improvement-paste-check-lead = Ingenting er lagra enno. Svar på spørsmåla, sjå over radene, og lagre.
improvement-paste-again = Vis på nytt med svara
improvement-paste-other = Begynn på nytt
improvement-paste-lines = Rad for rad
improvement-paste-line = Rad
improvement-paste-read-as = Forstått som
improvement-paste-more = { $count ->
    [one] Og éi rad til.
   *[other] Og { $count } rader til.
}
improvement-paste-summary = Nye tal: { $new }. Står der frå før: { $same }. Anna tal frå før: { $other }.
improvement-paste-new = { $period }: { $number }
improvement-paste-same = { $period }: { $number }, står der frå før
improvement-paste-changed = { $period }: { $number }, frå før står det { $old }
improvement-paste-quarter = { $number }. kvartal { $year }
improvement-paste-tertial = { $number }. tertial { $year }
improvement-paste-yes = Ja
improvement-paste-no = Nei
improvement-paste-leave = La dei stå tomme
improvement-paste-sheet = Kva ark?
improvement-paste-sheet-named = { $name }
improvement-paste-sheet-hidden = { $name } (skjult i reknearket)
improvement-paste-column = Kolonne { $letter }
improvement-paste-differs = { $count ->
    [one] For éi tid står det eit anna tal frå før. Kva gjeld?
   *[other] For { $count } tider står det andre tal frå før. Kva gjeld?
}
improvement-paste-differs-keep = Behald det som står der
improvement-paste-differs-replace = Rett til det som står i tabellen
improvement-paste-ask-hidden = { $count ->
    [one] Éi rad er skjult i reknearket, kanskje av eit filter. Skal ho vere med?
   *[other] { $count } rader er skjulte i reknearket, kanskje av eit filter. Skal dei vere med?
}
improvement-paste-ask-hidden-columns = { $count ->
    [one] Éi kolonne er skjult i reknearket. Skal ho vere med?
   *[other] { $count } kolonner er skjulte i reknearket. Skal dei vere med?
}
improvement-paste-ask-spilled = { $count ->
    [one] Éi rad har fleire celler enn overskrifta: «{ $sample }». Er det desimalar?
   *[other] { $count } rader har fleire celler enn overskrifta, til dømes «{ $sample }». Er det desimalar?
}
improvement-paste-ask-beside = { $count ->
    [one] Éi rad har tal òg der det ikkje er noka overskrift: «{ $sample }». Skal dei vere med?
   *[other] { $count } rader har tal òg der det ikkje er noka overskrift, til dømes «{ $sample }». Skal dei vere med?
}
improvement-paste-spilled-decimals = Ja, det første talet er { $number }
improvement-paste-spilled-without = Nei, bruk berre cellene som har ei overskrift
improvement-paste-hidden-no = Nei, berre det som blir vist
improvement-paste-hidden-yes = Ja, alle
improvement-paste-ask-when = Kva kolonne seier når?
improvement-paste-ask-column = Kva kolonne er «{ $name }»?
improvement-paste-ask-order = Kva kjem først i «{ $sample }»?
improvement-paste-order-day = Dagen: { $day }
improvement-paste-order-month = Månaden: { $day }
improvement-paste-no-such-day = det er ingen slik dag
improvement-paste-ask-year = Kva år er «{ $sample }» frå? Dei neste radene følgjer etter.
improvement-paste-ask-serial = «{ $sample }» kan vere Excel sitt nummer på ein dag. Er det det?
improvement-paste-serial-yes = Ja, { $sample } er { $day }
improvement-paste-serial-mac = Ja, frå ein gammal Mac: { $sample } er { $day }
improvement-paste-ask-tertial = Eit tertial er fire månader: januar–april, mai–august og september–desember. Er det slik de meiner det?
improvement-paste-ask-decimal = Kva tyder «{ $sample }»?
improvement-paste-ask-torn = Nokre tal har komma og andre punktum: «{ $sample }». Kva skil desimalane?
improvement-paste-torn-comma = Komma. Dei andre blir merkte som feil
improvement-paste-torn-point = Punktum. Dei andre blir merkte som feil
improvement-paste-torn-both = Begge delar, kvart tal slik det står
improvement-paste-decimal-comma = Komma skil desimalane: { $sample } er { $number }
improvement-paste-decimal-point = Punktum skil desimalane: { $sample } er { $number }
improvement-paste-ask-percent = { $count ->
    [one] Eitt tal frå 0 til 1 står utan prosentteikn. Kva tyder «{ $sample }»?
   *[other] { $count } tal frå 0 til 1 står utan prosentteikn. Kva tyder «{ $sample }»?
}
improvement-paste-percent-part = Ein del av éin: { $sample } er { $number } %
improvement-paste-percent-whole = Prosent, slik det står: { $sample } er { $number } %
improvement-paste-ask-notes = { $count ->
    [one] Eitt tal har noko ved sida av seg: «{ $sample }». Skal talet brukast utan det?
   *[other] { $count } tal har noko ved sida av seg, til dømes «{ $sample }». Skal tala brukast utan det?
}
improvement-paste-notes-use = Ja, det første er { $number }
improvement-paste-ask-over = { $count ->
    [one] «{ $sample }» er ikkje mellom 0 og 100 %. Stemmer det?
   *[other] { $count } tal er ikkje mellom 0 og 100 %, til dømes «{ $sample }». Stemmer det?
}
improvement-paste-over-use = Ja, her kan talet vere utanfor 0 til 100 %
improvement-paste-ask-nought = { $count ->
    [one] I éi celle står «{ $sample }». Tyder det 0, eller at ingen har talt?
   *[other] I { $count } celler står «{ $sample }» eller liknande. Tyder det 0, eller at ingen har talt?
}
improvement-paste-nought-use = Det tyder 0
improvement-paste-ask-swapped = { $count ->
    [one] I «{ $sample }» er det fleire enn alle. Har dei to bytt plass?
   *[other] I { $count } rader er det fleire enn alle, til dømes «{ $sample }». Har dei to bytt plass?
}
improvement-paste-swapped-turn = Ja, byt dei
improvement-paste-ask-future = { $count ->
    [one] «{ $sample }» har ikkje byrja enno. Kva gjeld talet?
   *[other] { $count } rader er for tider som ikkje har byrja, frå «{ $sample }». Kva gjeld tala?
}
improvement-paste-future-before = Året før, så det første er for { $period }
improvement-paste-finer-whole = Talet gjeld heile tida de tel for
improvement-paste-ask-bounded = { $count ->
    [one] «{ $sample }» er ikkje eit tal, berre ei grense. Kva gjer vi med det?
   *[other] { $count } celler seier berre ei grense, til dømes «{ $sample }». Kva gjer vi med dei?
}
improvement-paste-ask-twice = { $count ->
    [one] «{ $sample }» står fleire gonger med ulike tal. Kva gjeld?
   *[other] { $count } rader er for same tid, til dømes «{ $sample }», og har ulike tal. Kva gjeld?
}
improvement-paste-ask-finer = { $count ->
    [one] «{ $sample }» er kortare enn det de tel for. Kva gjer vi?
   *[other] { $count } rader, frå «{ $sample }», er for kortare tid enn de tel for. Kva gjer vi?
}
improvement-paste-twice-sum = Legg dei saman
improvement-paste-twice-first = Bruk den første
improvement-paste-twice-last = Bruk den siste
improvement-paste-ask-wrong = { $count ->
    [one] Éi rad kan ikkje brukast. Ho er merkt under. Skal resten lagrast utan ho?
   *[other] { $count } rader kan ikkje brukast. Dei er merkte under. Skal resten lagrast utan dei?
}
improvement-paste-wrong-leave = Ja, lagre resten utan
improvement-paste-out-hidden = Skjult, ikkje med
improvement-paste-out-total = Ein sum eller eit mål, ikkje med
improvement-paste-out-note = Ord om tabellen, ikkje med
improvement-paste-out-missing = Utan tal, står tomt
improvement-paste-out-same = Det same står i ei anna rad
improvement-paste-out-summed = Lagt saman med ei anna rad
improvement-paste-out-chosen = Står tomt, som du har svart
improvement-paste-asked = Ventar på eit svar over
improvement-paste-asked-number = Kva talet tyder, blir det spurt om over
improvement-paste-asked-twice = Same tid som ei anna rad, sjå spørsmålet over
improvement-paste-wrong-period = Tidspunktet vart ikkje forstått
improvement-paste-wrong-rough = For lang tid, eller ei veke der de tel noko anna
improvement-paste-wrong-order = Det er ingen slik dag når dag og månad blir lesne slik
improvement-paste-wrong-number = Talet vart ikkje forstått
improvement-paste-wrong-dated = Ser ut som ein dato. Har reknearket gjort talet om til ein?
improvement-paste-wrong-failed = Reknearket har ikkje noko svar her
improvement-paste-wrong-percent = Prosent, men målinga er ikkje i prosent
improvement-paste-wrong-unit = Ei anna eining enn målinga er i
improvement-paste-trouble-periods = Ingen kolonne seier når. Ta med kolonnen med dato, veke eller månad.
improvement-paste-trouble-numbers = Ingen kolonne har tal. Ta med kolonnen med tala.
improvement-paste-trouble-denominator = Målinga er «nokon av alle», og treng to kolonnar: kor mange, og av kor mange.
improvement-paste-remark-letters = Det er ikkje sikkert at æ, ø og å er lesne rett i denne fila. Sjå over overskriftene. Tala er ikkje rørte.
improvement-paste-remark-columns = Nokre kolonner er skjulte i reknearket.
improvement-paste-remark-merged = Nokre celler var slått saman. Det som stod der, er sett inn i kvar rad.
improvement-paste-remark-cut = Tabellen er lengre enn det som blir lese på éin gong. Resten er ikkje med.
improvement-paste-remark-turned = Tidene stod bortover, så kolonnane er lesne som rader.
improvement-paste-fault-both = Send anten det du limte inn eller fila, ikkje begge.
improvement-paste-fault-none = Lim inn ein tabell, eller vel ei fil.
improvement-paste-fault-kind = Dette er ikkje ein tabell vi kan lese. Lagre han som .xlsx eller CSV, og prøv igjen.
improvement-paste-fault-empty = Tabellen er tom.
improvement-paste-fault-large = Fila er for stor. Kopier berre det som skal inn.
improvement-paste-fault-locked = Fila er låst med passord. Kopier tala i staden.
improvement-paste-fault-broken = Fila kan ikkje opnast. Kopier tala og lim dei inn i staden.
improvement-paste-fault-number = Her var det noko som liknar eit fødselsnummer. Ingenting av tabellen er teke vare på. Ta bort alt som peikar på personar, og lim inn berre tidene og tala.
improvement-paste-fault-name = Dette liknar ei liste over personar. Ingenting av ho er teke vare på. Lim inn berre tidene og tala.
improvement-paste-fault-sheet = Eit ark i fila, kanskje eit som er skjult, har noko som liknar ei liste over personar eller eit fødselsnummer. Ingenting av fila er teke vare på. Kopier berre tidene og tala, og lim dei inn.
improvement-paste-fault-nothing = Inga rad kan lagrast. Sjå kva som står ved kvar av dei.
improvement-paste-fault-changed = Nokon har endra eit av tala imens. Slik er det no.
