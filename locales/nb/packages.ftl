# Opplæringspakker: listen, og siden til én pakke.

packages-word = Opplæringspakke
packages-heading = Opplæringspakker
packages-lead = Ferdige opplegg som dere kan holde på egen arbeidsplass, modul for modul.
packages-count = { $count ->
    [0] Ingen opplæringspakker
    [one] 1 opplæringspakke
   *[other] { $count } opplæringspakker
 }
packages-modules = { $count ->
    [one] 1 modul
   *[other] { $count } moduler
 }
packages-time = Tid i alt

## Fortellingen

packages-section-aim = Mål
packages-section-about = Om pakken
packages-section-modules = Moduler
packages-section-method = Slik prøver dere den ut: metode
packages-section-model = Slik prøver dere den ut: modell
packages-section-experience = Erfaringer så langt
packages-section-how-to-start = Slik kommer dere i gang
packages-section-how-to-sustain = Slik holder dere det ved like
packages-module-materials = Materiell
packages-module-checklist = Sjekkliste
packages-module-questions = Spørsmål å snakke om

## Skjemaet

packages-module = Modul
packages-module-add = Legg til modul
packages-module-title = Tittel
packages-module-text = Innhold
packages-try-out = Utprøving
packages-method-help = Hvordan en arbeidsplass prøver pakken ut, steg for steg.
packages-model-help = Modellen som utprøvingen følger.
