# Lime inn tall fra et regneark: det som spørres om, og hva hver rad ble.

improvement-paste-title = Lim inn tall fra et regneark
improvement-paste-lead = Merk cellene i Excel, kopier og lim inn her. Ta med overskriftene. Ingenting lagres før du har sett hvordan det ble forstått.
improvement-paste-text = Tabellen
improvement-paste-text-help = En kolonne som sier når, og en eller flere med tall. «januar 2025», «1.2.2025», «uke 5» og «1. kvartal 2025» går an.
improvement-paste-file = Eller velg en fil
improvement-paste-file-help = Excel (.xlsx) eller CSV, høyst 12 MB.
improvement-paste-look = Se hvordan det forstås
improvement-paste-chart = Se diagrammet
improvement-paste-before = Siste tabell
improvement-paste-last = { $count ->
    [one] Ett tall ble lagt inn { $day }.
   *[other] { $count } tall ble lagt inn { $day }.
}
improvement-paste-undo = Angre hele tabellen
improvement-paste-undo-reason = Tabellen som tallet kom med, ble angret
improvement-paste-kept = Tallene er lagret.
improvement-paste-all-same = Alle tallene stod der fra før. Ingenting er endret.
improvement-paste-undone = Tabellen er angret. Det som stod der før, gjelder igjen.
improvement-paste-check = Stemmer dette?
improvement-paste-check-lead = Ingenting er lagret ennå. Svar på spørsmålene, se over radene, og lagre.
improvement-paste-again = Vis på nytt med svarene
improvement-paste-other = Begynn på nytt
improvement-paste-lines = Rad for rad
improvement-paste-line = Rad
improvement-paste-read-as = Forstått som
improvement-paste-more = { $count ->
    [one] Og én rad til.
   *[other] Og { $count } rader til.
}
improvement-paste-summary = Nye tall: { $new }. Står der fra før: { $same }. Annet tall fra før: { $other }.
improvement-paste-new = { $period }: { $number }
improvement-paste-same = { $period }: { $number }, står der fra før
improvement-paste-changed = { $period }: { $number }, fra før står det { $old }
improvement-paste-quarter = { $number }. kvartal { $year }
improvement-paste-tertial = { $number }. tertial { $year }
improvement-paste-yes = Ja
improvement-paste-no = Nei
improvement-paste-leave = La dem stå tomme
improvement-paste-sheet = Hvilket ark?
improvement-paste-sheet-named = { $name }
improvement-paste-sheet-hidden = { $name } (skjult i regnearket)
improvement-paste-column = Kolonne { $letter }
improvement-paste-differs = { $count ->
    [one] For én tid står det et annet tall fra før. Hva gjelder?
   *[other] For { $count } tider står det andre tall fra før. Hva gjelder?
}
improvement-paste-differs-keep = Behold det som står der
improvement-paste-differs-replace = Rett til det som står i tabellen
improvement-paste-ask-hidden = { $count ->
    [one] Én rad er skjult i regnearket, kanskje av et filter. Skal den være med?
   *[other] { $count } rader er skjult i regnearket, kanskje av et filter. Skal de være med?
}
improvement-paste-ask-hidden-columns = { $count ->
    [one] Én kolonne er skjult i regnearket. Skal den være med?
   *[other] { $count } kolonner er skjult i regnearket. Skal de være med?
}
improvement-paste-ask-spilled = { $count ->
    [one] Én rad har flere celler enn overskriften: «{ $sample }». Er det desimaler?
   *[other] { $count } rader har flere celler enn overskriften, for eksempel «{ $sample }». Er det desimaler?
}
improvement-paste-ask-beside = { $count ->
    [one] Én rad har tall også der det ikke er noen overskrift: «{ $sample }». Skal de være med?
   *[other] { $count } rader har tall også der det ikke er noen overskrift, for eksempel «{ $sample }». Skal de være med?
}
improvement-paste-spilled-decimals = Ja, det første tallet er { $number }
improvement-paste-spilled-without = Nei, bruk bare cellene som har en overskrift
improvement-paste-hidden-no = Nei, bare det som vises
improvement-paste-hidden-yes = Ja, alle
improvement-paste-ask-when = Hvilken kolonne sier når?
improvement-paste-ask-column = Hvilken kolonne er «{ $name }»?
improvement-paste-ask-order = Hva kommer først i «{ $sample }»?
improvement-paste-order-day = Dagen: { $day }
improvement-paste-order-month = Måneden: { $day }
improvement-paste-no-such-day = det er ingen slik dag
improvement-paste-ask-year = Hvilket år er «{ $sample }» fra? De neste radene følger etter.
improvement-paste-ask-serial = «{ $sample }» kan være Excels nummer på en dag. Er det det?
improvement-paste-serial-yes = Ja, { $sample } er { $day }
improvement-paste-serial-mac = Ja, fra en gammel Mac: { $sample } er { $day }
improvement-paste-ask-tertial = Et tertial er fire måneder: januar–april, mai–august og september–desember. Er det slik dere mener det?
improvement-paste-ask-decimal = Hva betyr «{ $sample }»?
improvement-paste-ask-torn = Noen tall har komma og andre punktum: «{ $sample }». Hva skiller desimalene?
improvement-paste-torn-comma = Komma. De andre merkes som feil
improvement-paste-torn-point = Punktum. De andre merkes som feil
improvement-paste-torn-both = Begge deler, hvert tall slik det står
improvement-paste-decimal-comma = Komma skiller desimalene: { $sample } er { $number }
improvement-paste-decimal-point = Punktum skiller desimalene: { $sample } er { $number }
improvement-paste-ask-percent = { $count ->
    [one] Ett tall fra 0 til 1 står uten prosenttegn. Hva betyr «{ $sample }»?
   *[other] { $count } tall fra 0 til 1 står uten prosenttegn. Hva betyr «{ $sample }»?
}
improvement-paste-percent-part = En del av én: { $sample } er { $number } %
improvement-paste-percent-whole = Prosent, slik det står: { $sample } er { $number } %
improvement-paste-ask-notes = { $count ->
    [one] Ett tall har noe ved siden av seg: «{ $sample }». Skal tallet brukes uten det?
   *[other] { $count } tall har noe ved siden av seg, for eksempel «{ $sample }». Skal tallene brukes uten det?
}
improvement-paste-notes-use = Ja, det første er { $number }
improvement-paste-ask-over = { $count ->
    [one] «{ $sample }» er ikke mellom 0 og 100 %. Stemmer det?
   *[other] { $count } tall er ikke mellom 0 og 100 %, for eksempel «{ $sample }». Stemmer det?
}
improvement-paste-over-use = Ja, her kan tallet være utenfor 0 til 100 %
improvement-paste-ask-nought = { $count ->
    [one] I én celle står «{ $sample }». Betyr det 0, eller at ingen har talt?
   *[other] I { $count } celler står «{ $sample }» eller lignende. Betyr det 0, eller at ingen har talt?
}
improvement-paste-nought-use = Det betyr 0
improvement-paste-ask-swapped = { $count ->
    [one] I «{ $sample }» er det flere enn alle. Har de to byttet plass?
   *[other] I { $count } rader er det flere enn alle, for eksempel «{ $sample }». Har de to byttet plass?
}
improvement-paste-swapped-turn = Ja, bytt dem
improvement-paste-ask-future = { $count ->
    [one] «{ $sample }» har ikke begynt ennå. Hva gjelder tallet?
   *[other] { $count } rader er for tider som ikke har begynt, fra «{ $sample }». Hva gjelder tallene?
}
improvement-paste-future-before = Året før, så det første er for { $period }
improvement-paste-finer-whole = Tallet gjelder hele tiden dere teller for
improvement-paste-ask-bounded = { $count ->
    [one] «{ $sample }» er ikke et tall, bare en grense. Hva gjør vi med det?
   *[other] { $count } celler sier bare en grense, for eksempel «{ $sample }». Hva gjør vi med dem?
}
improvement-paste-ask-twice = { $count ->
    [one] «{ $sample }» står flere ganger med ulike tall. Hva gjelder?
   *[other] { $count } rader er for samme tid, for eksempel «{ $sample }», og har ulike tall. Hva gjelder?
}
improvement-paste-ask-finer = { $count ->
    [one] «{ $sample }» er kortere enn det dere teller for. Hva gjør vi?
   *[other] { $count } rader, fra «{ $sample }», er for kortere tid enn dere teller for. Hva gjør vi?
}
improvement-paste-twice-sum = Legg dem sammen
improvement-paste-twice-first = Bruk den første
improvement-paste-twice-last = Bruk den siste
improvement-paste-ask-wrong = { $count ->
    [one] Én rad kan ikke brukes. Den er merket under. Skal resten lagres uten den?
   *[other] { $count } rader kan ikke brukes. De er merket under. Skal resten lagres uten dem?
}
improvement-paste-wrong-leave = Ja, lagre resten uten
improvement-paste-out-hidden = Skjult, ikke med
improvement-paste-out-total = En sum eller et mål, ikke med
improvement-paste-out-note = Ord om tabellen, ikke med
improvement-paste-out-missing = Uten tall, står tomt
improvement-paste-out-same = Det samme står i en annen rad
improvement-paste-out-summed = Lagt sammen med en annen rad
improvement-paste-out-chosen = Står tomt, som du har svart
improvement-paste-asked = Venter på et svar over
improvement-paste-asked-number = Hva tallet betyr, spørres det om over
improvement-paste-asked-twice = Samme tid som en annen rad, se spørsmålet over
improvement-paste-wrong-period = Tidspunktet ble ikke forstått
improvement-paste-wrong-rough = For lang tid, eller en uke der dere teller noe annet
improvement-paste-wrong-order = Det er ingen slik dag når dag og måned leses slik
improvement-paste-wrong-number = Tallet ble ikke forstått
improvement-paste-wrong-dated = Ser ut som en dato. Har regnearket gjort tallet om til en?
improvement-paste-wrong-failed = Regnearket har ikke noe svar her
improvement-paste-wrong-percent = Prosent, men målingen er ikke i prosent
improvement-paste-wrong-unit = En annen enhet enn målingen er i
improvement-paste-trouble-periods = Ingen kolonne sier når. Ta med kolonnen med dato, uke eller måned.
improvement-paste-trouble-numbers = Ingen kolonne har tall. Ta med kolonnen med tallene.
improvement-paste-trouble-denominator = Målingen er «noen av alle», og trenger to kolonner: hvor mange, og av hvor mange.
improvement-paste-remark-letters = Det er ikke sikkert at æ, ø og å er lest riktig i denne fila. Se over overskriftene. Tallene er ikke berørt.
improvement-paste-remark-columns = Noen kolonner er skjult i regnearket.
improvement-paste-remark-merged = Noen celler var slått sammen. Det som stod der, er satt inn i hver rad.
improvement-paste-remark-cut = Tabellen er lengre enn det som leses på én gang. Resten er ikke med.
improvement-paste-remark-turned = Tidene stod bortover, så kolonnene er lest som rader.
improvement-paste-fault-both = Send enten det du limte inn eller fila, ikke begge.
improvement-paste-fault-none = Lim inn en tabell, eller velg en fil.
improvement-paste-fault-kind = Dette er ikke en tabell vi kan lese. Lagre den som .xlsx eller CSV, og prøv igjen.
improvement-paste-fault-empty = Tabellen er tom.
improvement-paste-fault-large = Fila er for stor. Kopier bare det som skal inn.
improvement-paste-fault-locked = Fila er låst med passord. Kopier tallene i stedet.
improvement-paste-fault-broken = Fila kan ikke åpnes. Kopier tallene og lim dem inn i stedet.
improvement-paste-fault-number = Her var det noe som ligner et fødselsnummer. Ingenting av tabellen er tatt vare på. Ta bort alt som peker på personer, og lim inn bare tidene og tallene.
improvement-paste-fault-name = Dette ligner en liste over personer. Ingenting av den er tatt vare på. Lim inn bare tidene og tallene.
improvement-paste-fault-sheet = Et ark i fila, kanskje et som er skjult, har noe som ligner en liste over personer eller et fødselsnummer. Ingenting av fila er tatt vare på. Kopier bare tidene og tallene, og lim dem inn.
improvement-paste-fault-nothing = Ingen rad kan lagres. Se hva som står ved hver av dem.
improvement-paste-fault-changed = Noen har endret et av tallene imens. Slik er det nå.
