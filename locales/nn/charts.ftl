# Diagram: ord ved linjene, og setninga som seier kva diagrammet viser.

charts-kind-run = Run-diagram
charts-kind-control = Kontrolldiagram
charts-description = { $kind } med { $count } målingar.
charts-notes = Undervegs:
charts-note = { $at }: { $text }.
charts-higher-is-better = ↑ høgare er betre
charts-lower-is-better = ↓ lågare er betre
charts-baseline = utgangsmåling

## Linjer

charts-centre-median = median
charts-centre-mean = snitt
charts-centre-given = midtlinje (gitt)
charts-the-median = medianen
charts-the-mean = snittet
charts-the-given = midtlinja som er gitt
charts-target = mål { $value }
charts-limit-upper = vanlegvis under { $value }
charts-limit-lower = vanlegvis over { $value }
charts-limit-upper-technical = øvre grense { $value }
charts-limit-lower-technical = nedre grense { $value }

## Forklaring under diagrammet

charts-band = vanleg variasjon
charts-band-technical = innanfor kontrollgrensene (3 sigma)
charts-mark-shift = skift: mange på rad på same side
charts-mark-shift-technical = skift (signal frå serietest)
charts-mark-pattern = mønster som ikkje er tilfeldig
charts-mark-pattern-technical = del av eit signal
charts-mark-trend = trend: mange på rad i same retning
charts-mark-trend-technical = trend (signal frå serietest)
charts-mark-crossings = stipla midtlinje: målingane kryssar ho uvanleg sjeldan
charts-mark-crossings-technical = stipla midtlinje: færre kryssingar enn venta (signal frå serietest)
charts-mark-outside = utanfor vanleg variasjon
charts-mark-outside-technical = utanfor kontrollgrensene (3 sigma)
charts-mark-left-out = ikkje rekna med
charts-mark-pdsa = PDSA: ein liten test
charts-gaps = Linja er broten der det manglar målingar.
charts-limits-wait = Grensene for vanleg variasjon blir viste når nivået har falle til ro.
charts-limits-provisional = Grensene er førebelse: færre enn 12 målingar.

## Kva diagrammet viser

charts-subject-value = Verdien
charts-subject-share = Andelen
charts-subject-rate = Raten
charts-subject-number = Talet
charts-subject-mean = Gjennomsnittet
charts-subject-spread = Spreiinga
charts-subject-time-between = Tida mellom hendingane
charts-subject-number-between = Talet mellom hendingane
charts-says-nothing = Det er ingen målingar å vise enno.
charts-says-withheld = { $count ->
    [one] Diagrammet viser ikkje alle tala: eitt er halde tilbake. Difor seier det ikkje noko om nivå, mål eller endring.
   *[other] Diagrammet viser ikkje alle tala: { $count } er haldne tilbake. Difor seier det ikkje noko om nivå, mål eller endring.
 }
charts-says-few = { $count ->
    [0] For få målingar ligg over eller under midten til å sjå om noko har endra seg.
    [one] Berre 1 måling ligg over eller under midten: for få til å sjå om noko har endra seg.
   *[other] Berre { $count } målingar ligg over eller under midten: for få til å sjå om noko har endra seg.
 }
charts-says-on-line = For mange målingar ligg på { $centre } til å sjå om noko har endra seg ({ $on } av { $all }). Tel over lengre periodar. Er det noko som hender sjeldan, kan de vise tida mellom kvar gong (T- eller G-diagram).
charts-says-common = { $subject } varierer rundt { $centre }, ikkje meir enn tilfeldig variasjon tilseier.
charts-says-otherwise-common = Elles liknar variasjonen på tilfeldig variasjon.
charts-says-risen = { $subject } har auka: dei siste { $count } målingane ligg alle over { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-fallen = { $subject } har minka: dei siste { $count } målingane ligg alle under { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-risen-off = { $subject } har auka: dei siste { $count } målingane som ikkje ligg på { $centre }, ligg alle over, fleire enn tilfeldig variasjon tilseier.
charts-says-fallen-off = { $subject } har minka: dei siste { $count } målingane som ikkje ligg på { $centre }, ligg alle under, fleire enn tilfeldig variasjon tilseier.
charts-says-rising = { $subject } aukar: { $count } målingar på rad har gått oppover, fleire enn tilfeldig variasjon tilseier.
charts-says-falling = { $subject } minkar: { $count } målingar på rad har gått nedover, fleire enn tilfeldig variasjon tilseier.
charts-says-was-above = { $subject } har ikkje lege i ro: { $count } målingar på rad låg over { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-was-below = { $subject } har ikkje lege i ro: { $count } målingar på rad låg under { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-was-above-off = { $subject } har ikkje lege i ro: utanom dei som ligg på { $centre }, låg { $count } målingar på rad over, fleire enn tilfeldig variasjon tilseier.
charts-says-was-below-off = { $subject } har ikkje lege i ro: utanom dei som ligg på { $centre }, låg { $count } målingar på rad under, fleire enn tilfeldig variasjon tilseier.
charts-says-was-trend = { $subject } har ikkje lege i ro: { $count } målingar på rad gjekk same veg, fleire enn tilfeldig variasjon tilseier.
charts-says-from-to = Det var frå { $from } til { $to }.
charts-says-few-crossings = { $count ->
    [0] { $subject } har flytta seg undervegs: målingane kryssar aldri { $centre }, og det skjer sjeldan tilfeldig.
    [one] { $subject } har flytta seg undervegs: målingane kryssar { $centre } berre éin gong, færre enn tilfeldig variasjon tilseier.
   *[other] { $subject } har flytta seg undervegs: målingane kryssar { $centre } berre { $count } gonger, færre enn tilfeldig variasjon tilseier.
 }
charts-says-given-all = { $side ->
    [below] Alle dei { $count } målingane ligg under midtlinja som er gitt ({ $value }).
   *[above] Alle dei { $count } målingane ligg over midtlinja som er gitt ({ $value }).
 }
charts-says-given-last = { $side ->
    [below] Dei siste { $count } målingane ligg alle under midtlinja som er gitt ({ $value }), fleire enn tilfeldig variasjon tilseier.
   *[above] Dei siste { $count } målingane ligg alle over midtlinja som er gitt ({ $value }), fleire enn tilfeldig variasjon tilseier.
 }
charts-says-given-was = { $side ->
    [below] { $count } målingar på rad låg under midtlinja som er gitt ({ $value }), fleire enn tilfeldig variasjon tilseier.
   *[above] { $count } målingar på rad låg over midtlinja som er gitt ({ $value }), fleire enn tilfeldig variasjon tilseier.
 }
charts-says-given-last-off = { $side ->
    [below] Dei siste { $count } målingane som ikkje ligg på midtlinja som er gitt ({ $value }), ligg alle under, fleire enn tilfeldig variasjon tilseier.
   *[above] Dei siste { $count } målingane som ikkje ligg på midtlinja som er gitt ({ $value }), ligg alle over, fleire enn tilfeldig variasjon tilseier.
 }
charts-says-given-was-off = { $side ->
    [below] Utanom dei som ligg på midtlinja som er gitt ({ $value }), låg { $count } målingar på rad under, fleire enn tilfeldig variasjon tilseier.
   *[above] Utanom dei som ligg på midtlinja som er gitt ({ $value }), låg { $count } målingar på rad over, fleire enn tilfeldig variasjon tilseier.
 }
charts-says-given-crossings = { $count ->
    [0] Målingane kryssar aldri midtlinja som er gitt.
    [one] Målingane kryssar midtlinja som er gitt berre éin gong, færre enn tilfeldig variasjon tilseier.
   *[other] Målingane kryssar midtlinja som er gitt berre { $count } gonger, færre enn tilfeldig variasjon tilseier.
 }
charts-says-equal = Alle målingane er like.
charts-says-no-limits = Grensene for vanleg variasjon kan ikkje reknast ut her, så inga enkeltmåling er vurdert mot dei.
charts-says-names-untested = Eit run-diagram kan ikkje samanlikne stader eller namn: det ser berre etter endring over tid. Bruk eit P-, U- eller I-diagram.
charts-says-pattern = { $subject } følgjer eit mønster som ikkje liknar tilfeldig variasjon.
charts-says-names-alike = Ingen skil seg ut: skilnadene er ikkje større enn tilfeldig variasjon tilseier.
charts-says-names = Nokre skil seg ut frå dei andre.
charts-says-outside = { $count ->
    [one] 1 måling ligg utanfor vanleg variasjon.
   *[other] { $count } målingar ligg utanfor vanleg variasjon.
 }
charts-says-better = Det er ei forbetring.
charts-says-worse = Det går i feil retning.
charts-says-parts-up = Sidan førre del har { $centre } gått opp frå { $from } til { $to }.
charts-says-parts-down = Sidan førre del har { $centre } gått ned frå { $from } til { $to }.
charts-says-parts-same = Sidan førre del er { $centre } uendra.
charts-says-target-met = Nivået når målet på { $target }.
charts-says-target-missed = Nivået når ikkje målet på { $target } enno.
charts-says-target-always = Målet på { $target } er nådd kvar gong så lenge nivået held seg.
charts-says-target-often = Nivået når målet på { $target }, men ikkje kvar gong.
charts-says-target-some = Nivået når ikkje målet på { $target } enno, men { $met } av { $all } målingar gjer det.
charts-says-target-never = Målet på { $target } ligg utanfor vanleg variasjon og kan ikkje nåast slik det er no.

## Tala og metoden

charts-numbers = Tala
charts-read = Peik på diagrammet eller bruk piltastane for å lese av kvart punkt
charts-table-of = Tala bak «{ $title }»
charts-column-when = Når
charts-column-value = Verdi
charts-column-lower = Nedre grense
charts-column-upper = Øvre grense
charts-column-remark = Merknad
charts-remark-shift = skift
charts-remark-trend = trend
charts-remark-pattern = mønster som ikkje er tilfeldig
charts-pdsa = PDSA
charts-method = Orda fagfolk bruker
charts-method-limits = Vanleg variasjon heiter òg tilfeldig variasjon. Bandet ligg mellom kontrollgrensene, tre standardavvik (sigma) frå midten.
charts-method-runs = Ein serie er målingar på rad på same side av midten; ei kryssing er når linja skiftar side. Eit skift er ein uvanleg lang serie.
charts-term-part = Del { $part }:
charts-term-baseline = { $count ->
    [one] Linjene byggjer på 1 måling.
   *[other] Linjene byggjer på { $count } målingar.
 }
charts-term-longest = Lengste serie er { $longest } (inntil { $most } kan vere tilfeldig).
charts-term-crossings = Linja kryssar midten { $crossings ->
    [one] 1 gong
   *[other] { $crossings } gonger
 } (minst { $fewest } er venta).
charts-term-outside = Punkt utanfor 3 sigma: { $count }.

## Mange mål på ei side

charts-summary = Målingane samla
charts-column-measure = Måling
charts-column-newest = Siste verdi
charts-column-course = Forløp
charts-column-variation = Endring
charts-column-assurance = Målet
charts-icon-passes = Nådd kvar gong
charts-icon-met = Nivået når det
charts-icon-often = Nådd som regel, ikkje kvar gong
charts-icon-seldom = Nådd av og til
charts-icon-some = Ikkje nivået, men { $met } av { $all } målingar
charts-icon-missed = Ikkje enno
charts-icon-fails = Ikkje nådd

## Med få ord: i ein tabell og under eit lite diagram

charts-short-nothing = Ingen målingar
charts-short-withheld = { $count ->
    [one] 1 tal er halde tilbake: seier ikkje noko om endring
   *[other] { $count } tal er haldne tilbake: seier ikkje noko om endring
 }
charts-short-few = For få målingar til å sjå endring
charts-short-on-line = For mange målingar ligg på { $centre } til å sjå endring
charts-short-equal = Alle er like
charts-short-common = Vanleg variasjon
charts-short-risen = Har auka
charts-short-fallen = Har minka
charts-short-rising = Aukar
charts-short-falling = Minkar
charts-short-better = betre
charts-short-worse = verre
charts-short-unsettled = Har ikkje lege i ro
charts-short-crossings = Kryssar midten uvanleg sjeldan
charts-short-names = Nokre skil seg ut
charts-short-names-alike = Ingen skil seg ut
charts-short-names-untested = Kan ikkje samanliknast slik
charts-short-no-limits = Grensene kan ikkje reknast ut
charts-short-given-above = Ligg over den gitte linja
charts-short-given-below = Ligg under den gitte linja
charts-short-wait = Bandet kjem når nivået har falle til ro.
charts-short-outside = { $count ->
    [one] 1 måling utanfor det vanlege
   *[other] { $count } målingar utanfor det vanlege
 }

## Tabellen til kommandoen

charts-text-part = del
charts-text-obs = målt
charts-text-useful = nyttige
charts-text-longest = lengste
charts-text-most = høgst
charts-text-crossings = kryss
charts-text-fewest = minst
charts-text-centre = midt
charts-text-lower = nedre
charts-text-upper = øvre
charts-text-runs = seriesignal
charts-text-sigma = utanfor
charts-text-x = når
charts-text-value = verdi
charts-text-n = n
charts-text-signal = signal
charts-text-yes = ja
charts-text-no = nei
charts-text-out = utelaten
charts-pattern-outside = utanfor
charts-pattern-shift = skift
charts-pattern-few-crossings = få kryssingar
charts-pattern-together = serie og kryssingar
charts-pattern-trend = trend
charts-pattern-zone = sone
charts-pattern-near-limit = nær grensa
charts-pattern-alternating = opp og ned
charts-pattern-hugging = for roleg
charts-pattern-avoiding = unngår midten

## Korte månadsnamn

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
