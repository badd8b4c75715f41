# Diagrammer: ord ved linjene, og setningen som sier hva diagrammet viser.

charts-kind-run = Run-diagram
charts-kind-control = Kontrolldiagram
charts-description = { $kind } med { $count } målinger.
charts-note = { $at }: { $text }.
charts-higher-is-better = ↑ høyere er bedre
charts-lower-is-better = ↓ lavere er bedre
charts-baseline = utgangsmåling

## Linjer

charts-centre-median = median
charts-centre-mean = snitt
charts-the-median = medianen
charts-the-mean = snittet
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
charts-mark-outside = utenfor vanlig variasjon
charts-mark-outside-technical = utenfor kontrollgrensene (3 sigma)
charts-mark-left-out = ikke regnet med
charts-mark-pdsa = PDSA: en liten test
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
charts-says-few = { $count ->
    [0] For få målinger ligger over eller under midten til å se om noe har endret seg.
    [one] Bare 1 måling ligger over eller under midten: for få til å se om noe har endret seg.
   *[other] Bare { $count } målinger ligger over eller under midten: for få til å se om noe har endret seg.
 }
charts-says-common = { $subject } varierer rundt { $centre }, ikke mer enn tilfeldig variasjon tilsier.
charts-says-otherwise-common = Ellers ligner variasjonen på tilfeldig variasjon.
charts-says-risen = { $subject } har økt: de siste { $count } målingene ligger alle over { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-fallen = { $subject } har sunket: de siste { $count } målingene ligger alle under { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-rising = { $subject } øker: { $count } målinger på rad har gått oppover, flere enn tilfeldig variasjon tilsier.
charts-says-falling = { $subject } synker: { $count } målinger på rad har gått nedover, flere enn tilfeldig variasjon tilsier.
charts-says-was-above = { $subject } har ikke ligget i ro: { $count } målinger på rad lå over { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-was-below = { $subject } har ikke ligget i ro: { $count } målinger på rad lå under { $centre }, flere enn tilfeldig variasjon tilsier.
charts-says-was-trend = { $subject } har ikke ligget i ro: { $count } målinger på rad gikk samme vei, flere enn tilfeldig variasjon tilsier.
charts-says-from-to = Det var fra { $from } til { $to }.
charts-says-few-crossings = { $subject } har flyttet seg underveis: { $count ->
    [0] linjen krysser aldri
    [one] linjen krysser bare 1 gang
   *[other] linjen krysser bare { $count } ganger
 } { $centre }, færre enn tilfeldig variasjon tilsier.
charts-says-pattern = { $subject } følger et mønster som ikke ligner tilfeldig variasjon.
charts-says-names-alike = Ingen skiller seg ut: forskjellene er ikke større enn tilfeldig variasjon tilsier.
charts-says-names = Noen skiller seg ut fra de andre.
charts-says-outside = { $count ->
    [one] 1 måling ligger utenfor vanlig variasjon.
   *[other] { $count } målinger ligger utenfor vanlig variasjon.
 }
charts-says-better = Det er en forbedring.
charts-says-worse = Det går i feil retning.
charts-says-parts = Fra forrige til siste del gikk { $centre } fra { $from } til { $to }.
charts-says-target-met = Nivået når målet på { $target }.
charts-says-target-missed = Nivået når ikke målet på { $target } ennå.

## Tallene og metoden

charts-numbers = Tallene
charts-table-of = Tallene bak «{ $title }»
charts-column-when = Når
charts-column-value = Verdi
charts-column-lower = Nedre grense
charts-column-upper = Øvre grense
charts-column-remark = Merknad
charts-pdsa = PDSA
charts-method = Ordene fagfolk bruker
charts-method-says = Vanlig variasjon heter også tilfeldig variasjon. Båndet ligger mellom kontrollgrensene, tre standardavvik (sigma) fra midten. En serie er målinger på rad på samme side av midten; en kryssing er når linjen skifter side. Et skift er en uvanlig lang serie.
charts-term-part = Del { $part }:
charts-term-baseline = Linjene bygger på { $count } målinger.
charts-term-longest = Lengste serie er { $longest } (inntil { $most } kan være tilfeldig).
charts-term-crossings = Linjen krysser midten { $crossings } ganger (minst { $fewest } ventes).
charts-term-outside = Punkter utenfor 3 sigma: { $count }.

## Mange mål på en side

charts-summary = Målene samlet
charts-column-measure = Måling
charts-column-newest = Siste verdi
charts-column-target = Mål
charts-column-course = Forløp
charts-column-variation = Endring
charts-column-assurance = Målet
charts-icon-none = Ingen målinger
charts-icon-common = Vanlig variasjon
charts-icon-improving = Bedre
charts-icon-concerning = Verre
charts-icon-changed = Endret
charts-icon-passes = Nås hver gang
charts-icon-hit-or-miss = Nås av og til
charts-icon-fails = Nås ikke

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
