# Diagram: ord ved linjene, og setninga som seier kva diagrammet viser.

charts-kind-run = Run-diagram
charts-kind-control = Kontrolldiagram
charts-description = { $kind } med { $count } målingar.
charts-note = { $at }: { $text }.
charts-higher-is-better = ↑ høgare er betre
charts-lower-is-better = ↓ lågare er betre
charts-baseline = utgangsmåling

## Linjer

charts-centre-median = median
charts-centre-mean = snitt
charts-the-median = medianen
charts-the-mean = snittet
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
charts-mark-outside = utanfor vanleg variasjon
charts-mark-outside-technical = utanfor kontrollgrensene (3 sigma)
charts-mark-left-out = ikkje rekna med
charts-mark-pdsa = PDSA: ein liten test
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
charts-says-few = { $count ->
    [0] For få målingar ligg over eller under midten til å sjå om noko har endra seg.
    [one] Berre 1 måling ligg over eller under midten: for få til å sjå om noko har endra seg.
   *[other] Berre { $count } målingar ligg over eller under midten: for få til å sjå om noko har endra seg.
 }
charts-says-common = { $subject } varierer rundt { $centre }, ikkje meir enn tilfeldig variasjon tilseier.
charts-says-otherwise-common = Elles liknar variasjonen på tilfeldig variasjon.
charts-says-risen = { $subject } har auka: dei siste { $count } målingane ligg alle over { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-fallen = { $subject } har minka: dei siste { $count } målingane ligg alle under { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-rising = { $subject } aukar: { $count } målingar på rad har gått oppover, fleire enn tilfeldig variasjon tilseier.
charts-says-falling = { $subject } minkar: { $count } målingar på rad har gått nedover, fleire enn tilfeldig variasjon tilseier.
charts-says-was-above = { $subject } har ikkje lege i ro: { $count } målingar på rad låg over { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-was-below = { $subject } har ikkje lege i ro: { $count } målingar på rad låg under { $centre }, fleire enn tilfeldig variasjon tilseier.
charts-says-was-trend = { $subject } har ikkje lege i ro: { $count } målingar på rad gjekk same veg, fleire enn tilfeldig variasjon tilseier.
charts-says-from-to = Det var frå { $from } til { $to }.
charts-says-few-crossings = { $subject } har flytta seg undervegs: { $count ->
    [0] linja kryssar aldri
    [one] linja kryssar berre 1 gong
   *[other] linja kryssar berre { $count } gonger
 } { $centre }, færre enn tilfeldig variasjon tilseier.
charts-says-pattern = { $subject } følgjer eit mønster som ikkje liknar tilfeldig variasjon.
charts-says-names-alike = Ingen skil seg ut: skilnadene er ikkje større enn tilfeldig variasjon tilseier.
charts-says-names = Nokre skil seg ut frå dei andre.
charts-says-outside = { $count ->
    [one] 1 måling ligg utanfor vanleg variasjon.
   *[other] { $count } målingar ligg utanfor vanleg variasjon.
 }
charts-says-better = Det er ei forbetring.
charts-says-worse = Det går i feil retning.
charts-says-parts = Frå førre til siste del gjekk { $centre } frå { $from } til { $to }.
charts-says-target-met = Nivået når målet på { $target }.
charts-says-target-missed = Nivået når ikkje målet på { $target } enno.

## Tala og metoden

charts-numbers = Tala
charts-table-of = Tala bak «{ $title }»
charts-column-when = Når
charts-column-value = Verdi
charts-column-lower = Nedre grense
charts-column-upper = Øvre grense
charts-column-remark = Merknad
charts-pdsa = PDSA
charts-method = Orda fagfolk bruker
charts-method-says = Vanleg variasjon heiter òg tilfeldig variasjon. Bandet ligg mellom kontrollgrensene, tre standardavvik (sigma) frå midten. Ein serie er målingar på rad på same side av midten; ei kryssing er når linja skiftar side. Eit skift er ein uvanleg lang serie.
charts-term-part = Del { $part }:
charts-term-baseline = Linjene byggjer på { $count } målingar.
charts-term-longest = Lengste serie er { $longest } (inntil { $most } kan vere tilfeldig).
charts-term-crossings = Linja kryssar midten { $crossings } gonger (minst { $fewest } er venta).
charts-term-outside = Punkt utanfor 3 sigma: { $count }.

## Mange mål på ei side

charts-summary = Måla samla
charts-column-measure = Måling
charts-column-newest = Siste verdi
charts-column-target = Mål
charts-column-course = Forløp
charts-column-variation = Endring
charts-column-assurance = Målet
charts-icon-none = Ingen målingar
charts-icon-common = Vanleg variasjon
charts-icon-improving = Betre
charts-icon-concerning = Verre
charts-icon-changed = Endra
charts-icon-passes = Blir nådd kvar gong
charts-icon-hit-or-miss = Blir nådd av og til
charts-icon-fails = Blir ikkje nådd

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
