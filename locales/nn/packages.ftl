# Opplæringspakkar: lista, og sida til éi pakke.

packages-word = Opplæringspakke
packages-heading = Opplæringspakkar
packages-lead = Ferdige opplegg som de kan halde på eigen arbeidsplass, modul for modul.
packages-count = { $count ->
    [0] Ingen opplæringspakkar
    [one] 1 opplæringspakke
   *[other] { $count } opplæringspakkar
 }
packages-modules = { $count ->
    [one] 1 modul
   *[other] { $count } modular
 }
packages-time = Tid i alt

## Forteljinga

packages-section-aim = Mål
packages-section-about = Om pakka
packages-section-modules = Modular
packages-section-method = Slik prøver de ho ut: metode
packages-section-model = Slik prøver de ho ut: modell
packages-section-experience = Erfaringar så langt
packages-section-how-to-start = Slik kjem de i gang
packages-section-how-to-sustain = Slik held de det ved like
packages-module-materials = Materiell
packages-module-checklist = Sjekkliste
packages-module-questions = Spørsmål å snakke om

## Skjemaet

packages-module = Modul
packages-module-add = Legg til modul
packages-module-title = Tittel
packages-module-text = Innhald
packages-try-out = Utprøving
packages-method-help = Korleis ein arbeidsplass prøver ut pakka, steg for steg.
packages-model-help = Modellen som utprøvinga følgjer.
