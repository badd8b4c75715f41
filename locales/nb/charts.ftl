# Diagrammer: ord ved linjene, og setningen som sier hva diagrammet viser.

charts-kind-run = Run-diagram
charts-kind-control = Kontrolldiagram
charts-description = { $kind } med { $count } målinger.
charts-notes = Underveis:
charts-note = { $at }: { $text }.
charts-higher-is-better = ↑ høyere er bedre
charts-lower-is-better = ↓ lavere er bedre
charts-baseline = utgangsmåling

## Linjer

charts-centre-median = median
charts-centre-mean = snitt
charts-centre-given = midtlinje (gitt)
charts-the-median = medianen
charts-the-mean = snittet
charts-the-given = midtlinjen som er gitt
charts-target = mål { $value }
charts-limit-upper = vanligvis under { $value }
charts-limit-lower = vanligvis over { $value }
charts-limit-upper-technical = øvre grense { $value }
charts-limit-lower-technical = nedre grense { $value }

## Forklaring under diagrammet

charts-band = vanlig variasjon
charts-band-technical = innenfor kontrollgrensene (3 sigma)
charts-mark-shift = skift: mange på rad på samme side
charts-mark-shift-technical = skift (signal fra serietest)
charts-mark-pattern = mønster som ikke er tilfeldig
charts-mark-pattern-technical = del av et signal
charts-mark-trend = trend: mange på rad i samme retning
charts-mark-trend-technical = trend (signal fra serietest)
charts-mark-crossings = stiplet midtlinje: målingene krysser den uvanlig sjelden
charts-mark-crossings-technical = stiplet midtlinje: færre kryssinger enn ventet (signal fra serietest)
charts-mark-outside = utenfor vanlig variasjon
charts-mark-outside-technical = utenfor kontrollgrensene (3 sigma)
charts-mark-left-out = ikke regnet med
charts-mark-pdsa = PDSA: en liten test
charts-gaps = Linjen er brutt der det mangler målinger.
charts-limits-wait = Grensene for vanlig variasjon vises når nivået har falt til ro.
charts-limits-provisional = Grensene er foreløpige: færre enn 12 målinger.

## Hva diagrammet viser

charts-subject-value = Verdien
charts-subject-share = Andelen
charts-subject-rate = Raten
charts-subject-number = Antallet
charts-subject-mean = Gjennomsnittet
charts-subject-spread = Spredningen
charts-subject-time-between = Tiden mellom hendelsene
charts-subject-number-between = Antallet mellom hendelsene
charts-says-nothing = Det er ingen målinger å vise ennå.
charts-says-withheld = { $count ->
    [one] Diagrammet viser ikke alle tallene: ett er holdt tilbake. Derfor sier det ikke noe om nivå, mål eller endring.
   *[other] Diagrammet viser ikke alle tallene: { $count } er holdt tilbake. Derfor sier det ikke noe om nivå, mål eller endring.
 }
charts-says-few = { $count ->
    [0] For få målinger ligger over eller under midten til å se om noe har endret seg.
    [one] Bare 1 måling ligger over eller under midten: for få til å se om noe har endret seg.
   *[other] Bare { $count } målinger ligger over eller under midten: for få til å se om noe har endret seg.
 }
charts-says-on-line = For mange målinger ligger på { $centre } til å se om noe har endret seg ({ $on } av { $all }). Tell over lengre perioder. Er det noe som skjer sjelden, kan dere vise tiden mellom hver gang (T- eller G-diagram).
charts-says-common = { $subject } varierer rundt { $centre }, ikke mer enn tilfeldig variasjon tilsier.
charts-says-otherwise-common = Ellers ligner variasjonen på tilfeldig variasjon.
charts-says-risen = { $subject } har økt: de siste { $count } målingene ligger alle over { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-fallen = { $subject } har sunket: de siste { $count } målingene ligger alle under { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-risen-off = { $subject } har økt: de siste { $count } målingene som ikke ligger på { $centre }, ligger alle over, flere enn tilfeldig variasjon tilsier.
charts-says-fallen-off = { $subject } har sunket: de siste { $count } målingene som ikke ligger på { $centre }, ligger alle under, flere enn tilfeldig variasjon tilsier.
charts-says-rising = { $subject } øker: { $count } målinger på rad har gått oppover, flere enn tilfeldig variasjon tilsier.
charts-says-falling = { $subject } synker: { $count } målinger på rad har gått nedover, flere enn tilfeldig variasjon tilsier.
charts-says-was-above = { $subject } har ikke ligget i ro: { $count } målinger på rad lå over { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-was-below = { $subject } har ikke ligget i ro: { $count } målinger på rad lå under { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-was-above-off = { $subject } har ikke ligget i ro: utenom dem som ligger på { $centre }, lå { $count } målinger på rad over, flere enn tilfeldig variasjon tilsier.
charts-says-was-below-off = { $subject } har ikke ligget i ro: utenom dem som ligger på { $centre }, lå { $count } målinger på rad under, flere enn tilfeldig variasjon tilsier.
charts-says-was-trend = { $subject } har ikke ligget i ro: { $count } målinger på rad gikk samme vei, flere enn tilfeldig variasjon tilsier.
charts-says-from-to = Det var fra { $from } til { $to }.
charts-says-few-crossings = { $count ->
    [0] { $subject } har flyttet seg underveis: målingene krysser aldri { $centre }, og det skjer sjelden tilfeldig.
    [one] { $subject } har flyttet seg underveis: målingene krysser { $centre } bare én gang, færre enn tilfeldig variasjon tilsier.
   *[other] { $subject } har flyttet seg underveis: målingene krysser { $centre } bare { $count } ganger, færre enn tilfeldig variasjon tilsier.
 }
charts-says-given-all = { $side ->
    [below] Alle de { $count } målingene ligger under midtlinjen som er gitt ({ $value }).
   *[above] Alle de { $count } målingene ligger over midtlinjen som er gitt ({ $value }).
 }
charts-says-given-last = { $side ->
    [below] De siste { $count } målingene ligger alle under midtlinjen som er gitt ({ $value }), flere enn tilfeldig variasjon tilsier.
   *[above] De siste { $count } målingene ligger alle over midtlinjen som er gitt ({ $value }), flere enn tilfeldig variasjon tilsier.
 }
charts-says-given-was = { $side ->
    [below] { $count } målinger på rad lå under midtlinjen som er gitt ({ $value }), flere enn tilfeldig variasjon tilsier.
   *[above] { $count } målinger på rad lå over midtlinjen som er gitt ({ $value }), flere enn tilfeldig variasjon tilsier.
 }
charts-says-given-last-off = { $side ->
    [below] De siste { $count } målingene som ikke ligger på midtlinjen som er gitt ({ $value }), ligger alle under, flere enn tilfeldig variasjon tilsier.
   *[above] De siste { $count } målingene som ikke ligger på midtlinjen som er gitt ({ $value }), ligger alle over, flere enn tilfeldig variasjon tilsier.
}
charts-says-given-was-off = { $side ->
    [below] Utenom dem som ligger på midtlinjen som er gitt ({ $value }), lå { $count } målinger på rad under, flere enn tilfeldig variasjon tilsier.
   *[above] Utenom dem som ligger på midtlinjen som er gitt ({ $value }), lå { $count } målinger på rad over, flere enn tilfeldig variasjon tilsier.
}
charts-says-given-crossings = { $count ->
    [0] Målingene krysser aldri midtlinjen som er gitt.
    [one] Målingene krysser midtlinjen som er gitt bare én gang, færre enn tilfeldig variasjon tilsier.
   *[other] Målingene krysser midtlinjen som er gitt bare { $count } ganger, færre enn tilfeldig variasjon tilsier.
 }
charts-says-equal = Alle målingene er like.
charts-says-no-limits = Grensene for vanlig variasjon kan ikke regnes ut her, så ingen enkeltmåling er vurdert mot dem.
charts-says-names-untested = Et run-diagram kan ikke sammenligne steder eller navn: det ser bare etter endring over tid. Bruk et P-, U- eller I-diagram.
charts-says-pattern = { $subject } følger et mønster som ikke ligner tilfeldig variasjon.
charts-says-names-alike = Ingen skiller seg ut: forskjellene er ikke større enn tilfeldig variasjon tilsier.
charts-says-names = Noen skiller seg ut fra de andre.
charts-says-outside = { $count ->
    [one] 1 måling ligger utenfor vanlig variasjon.
   *[other] { $count } målinger ligger utenfor vanlig variasjon.
 }
charts-says-better = Det er en forbedring.
charts-says-worse = Det går i feil retning.
charts-says-parts-up = Siden forrige del har { $centre } gått opp fra { $from } til { $to }.
charts-says-parts-down = Siden forrige del har { $centre } gått ned fra { $from } til { $to }.
charts-says-parts-same = Siden forrige del er { $centre } uendret.
charts-says-target-met = Nivået når målet på { $target }.
charts-says-target-missed = Nivået når ikke målet på { $target } ennå.
charts-says-target-always = Målet på { $target } nås hver gang så lenge nivået holder seg.
charts-says-target-often = Nivået når målet på { $target }, men ikke hver gang.
charts-says-target-some = Nivået når ikke målet på { $target } ennå, men { $met } av { $all } målinger gjør det.
charts-says-target-never = Målet på { $target } ligger utenfor vanlig variasjon og nås ikke slik det er nå.

## Tallene og metoden

charts-numbers = Tallene
charts-read = Pek på diagrammet eller bruk piltastene for å lese av hvert punkt
charts-table-of = Tallene bak «{ $title }»
charts-column-when = Når
charts-column-value = Verdi
charts-column-lower = Nedre grense
charts-column-upper = Øvre grense
charts-column-remark = Merknad
charts-remark-shift = skift
charts-remark-trend = trend
charts-remark-pattern = mønster som ikke er tilfeldig
charts-pdsa = PDSA
charts-method = Ordene fagfolk bruker
charts-method-limits = Vanlig variasjon heter også tilfeldig variasjon. Båndet ligger mellom kontrollgrensene, tre standardavvik (sigma) fra midten.
charts-method-runs = En serie er målinger på rad på samme side av midten; en kryssing er når linjen skifter side. Et skift er en uvanlig lang serie.
charts-term-part = Del { $part }:
charts-term-baseline = { $count ->
    [one] Linjene bygger på 1 måling.
   *[other] Linjene bygger på { $count } målinger.
 }
charts-term-longest = Lengste serie er { $longest } (inntil { $most } kan være tilfeldig).
charts-term-crossings = Linjen krysser midten { $crossings ->
    [one] 1 gang
   *[other] { $crossings } ganger
 } (minst { $fewest } ventes).
charts-term-outside = Punkter utenfor 3 sigma: { $count }.

## Mange mål på en side

charts-summary = Målingene samlet
charts-column-measure = Måling
charts-column-newest = Siste verdi
charts-column-course = Forløp
charts-column-variation = Endring
charts-column-assurance = Målet
charts-icon-passes = Nås hver gang
charts-icon-met = Nivået når det
charts-icon-often = Nås som regel, ikke hver gang
charts-icon-seldom = Nås av og til
charts-icon-some = Ikke nivået, men { $met } av { $all } målinger
charts-icon-missed = Ikke ennå
charts-icon-fails = Nås ikke

## Med få ord: i en tabell og under et lite diagram

charts-short-nothing = Ingen målinger
charts-short-withheld = { $count ->
    [one] 1 tall er holdt tilbake: sier ikke noe om endring
   *[other] { $count } tall er holdt tilbake: sier ikke noe om endring
 }
charts-short-few = For få målinger til å se endring
charts-short-on-line = For mange målinger ligger på { $centre } til å se endring
charts-short-equal = Alle er like
charts-short-common = Vanlig variasjon
charts-short-risen = Har økt
charts-short-fallen = Har sunket
charts-short-rising = Øker
charts-short-falling = Synker
charts-short-better = bedre
charts-short-worse = verre
charts-short-unsettled = Har ikke ligget i ro
charts-short-crossings = Krysser midten uvanlig sjelden
charts-short-names = Noen skiller seg ut
charts-short-names-alike = Ingen skiller seg ut
charts-short-names-untested = Kan ikke sammenlignes slik
charts-short-no-limits = Grensene kan ikke regnes ut
charts-short-given-above = Ligger over den gitte linjen
charts-short-given-below = Ligger under den gitte linjen
charts-short-wait = Båndet vises når nivået har falt til ro.
charts-short-outside = { $count ->
    [one] 1 måling utenfor det vanlige
   *[other] { $count } målinger utenfor det vanlige
 }

## Kommandoens tabell

charts-text-part = del
charts-text-obs = målt
charts-text-useful = nyttige
charts-text-longest = lengste
charts-text-most = høyst
charts-text-crossings = kryss
charts-text-fewest = minst
charts-text-centre = midt
charts-text-lower = nedre
charts-text-upper = øvre
charts-text-runs = seriesignal
charts-text-sigma = utenfor
charts-text-x = når
charts-text-value = verdi
charts-text-n = n
charts-text-signal = signal
charts-text-yes = ja
charts-text-no = nei
charts-text-out = utelatt
charts-pattern-outside = utenfor
charts-pattern-shift = skift
charts-pattern-few-crossings = få kryssinger
charts-pattern-together = serie og kryssinger
charts-pattern-trend = trend
charts-pattern-zone = sone
charts-pattern-near-limit = nær grensen
charts-pattern-alternating = opp og ned
charts-pattern-hugging = for rolig
charts-pattern-avoiding = unngår midten

## Korte månedsnavn

charts-month-1 = jan
charts-month-2 = feb
charts-month-3 = mars
charts-month-4 = april
charts-month-5 = mai
charts-month-6 = juni
charts-month-7 = juli
charts-month-8 = aug
charts-month-9 = sep
charts-month-10 = okt
charts-month-11 = nov
charts-month-12 = des
