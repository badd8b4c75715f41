# Datoer og perioder, og hva som kan være galt med dem i et skjema.

dates-circa = ca. { $date }
dates-unsure = { $date } (usikkert)
dates-season-21 = våren { $year }
dates-season-22 = sommeren { $year }
dates-season-23 = høsten { $year }
dates-from = fra { $date }
dates-until = til { $date }

dates-malformed = Skriv datoen som 2019, juni 2019 eller 14.6.2019.
dates-doubtful = Skriv en dato som er sikker, uten ~ eller ?.
dates-no-such-day = Denne datoen finnes ikke i kalenderen.
dates-far-off = Året må være mellom 1800 og 2199.
dates-reversed = Perioden slutter før den begynner. Har datoene byttet plass?

## Klokkeslett

dates-at = { $day } kl. { $time }
dates-no-time = Skriv tiden som 2026-03-12 eller 2026-03-12T09:00.
dates-no-such-time = Den natta blir klokka stilt fram, så dette tidspunktet finnes ikke. Velg et tidspunkt før klokka 02.00 eller fra klokka 03.00.
