# Datoar og periodar, og kva som kan vere gale med dei i eit skjema.

dates-circa = ca. { $date }
dates-unsure = { $date } (usikkert)
dates-season-21 = våren { $year }
dates-season-22 = sommaren { $year }
dates-season-23 = hausten { $year }
dates-from = frå { $date }
dates-until = til { $date }

dates-malformed = Skriv datoen som 2019, juni 2019 eller 14.6.2019.
dates-doubtful = Skriv ein dato som er sikker, utan ~ eller ?.
dates-no-such-day = Denne datoen finst ikkje i kalenderen.
dates-far-off = Året må vere mellom 1800 og 2199.
dates-reversed = Perioden sluttar før han byrjar. Har datoane bytt plass?

## Klokkeslett

dates-at = { $day } kl. { $time }
dates-no-time = Skriv tida som 2026-03-12 eller 2026-03-12T09:00.
dates-no-such-time = Den natta blir klokka stilt fram, så dette tidspunktet finst ikkje. Vel eit tidspunkt før klokka 02.00 eller frå klokka 03.00.
