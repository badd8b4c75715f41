# Innlogging med kode på e-post, min side, og nettleserne man er logget inn i.

login-heading = Logg inn
login-lead = Du trenger ikke passord. Skriv e-postadressen din, så sender vi deg en kode.
login-already = Du er alt logget inn. Logger du inn med en annen konto her, blir du logget ut av den du har åpen.
login-email = E-postadresse
login-email-help = Bruk gjerne adressen du har på jobben.
login-send-code = Send meg en kode
login-stored = Vi tar vare på adressen for å kjenne deg igjen, og skriver ned når det logges inn. Nettleseren din får en informasjonskapsel mens du logger inn, en så lenge du er logget inn, og en i et halvt år som gjør at ingen andre kan stenge deg ute. Ingen av dem brukes til noe annet.

login-code-heading = Skriv koden
login-code-lead = Koden er på vei til { $address }. Den gjelder i { $minutes } minutter, og bare i denne nettleseren.
login-code-late = Kommer den ikke, så se etter i søppelposten, og om adressen er riktig.
login-code-shared = Det er bedt om mange koder til { $address }, så vi sender færre brev. Det siste gikk kl. { $at } og har en kode på tolv sifre. Den virker også i denne nettleseren, til kl. { $until }.
login-code-shared-next = { $max ->
    [one] Finner du ikke brevet, så se i søppelposten. Vi kan sende det neste om 1 minutt.
   *[other] Finner du ikke brevet, så se i søppelposten. Vi kan sende det neste om { $max } minutter.
 }
login-code-gone = Koden som gikk til { $address }, er brukt eller for gammel. Be om en ny, så sender vi den med en gang.
login-code-none = Koden må skrives i den nettleseren der du ba om den, og innen 10 minutter.
login-code-again = Be om en ny kode
login-code = Kode
login-code-help = Seks sifre, fra e-posten vi sendte deg. Er det sendt mange, er det tolv.
login-enter = Logg inn
login-by = Logg inn med { $provider }
login-connected = Du kan også logge inn med { $provider }.
login-connect = Koble til { $provider }

## Det som må rettes

login-fault-email-missing = Skriv e-postadressen din, så vi vet hvor koden skal.
login-fault-busy = { $max ->
    [one] Mange logger inn fra nettet ditt akkurat nå. Vent 1 minutt, og prøv igjen.
   *[other] Mange logger inn fra nettet ditt akkurat nå. Vent { $max } minutter, og prøv igjen.
 }
login-fault-code-missing = Skriv koden fra e-posten.
login-fault-code-form = Koden er på seks sifre, eller på tolv hvis det står tolv i brevet.
login-fault-wrong = { $max ->
    [one] Koden er ikke riktig. Du kan prøve én gang til.
   *[other] Koden er ikke riktig. Du kan prøve { $max } ganger til.
 }
login-fault-wait = { $max ->
    [one] Vent 1 sekund før du prøver igjen.
   *[other] Vent { $max } sekunder før du prøver igjen.
 }
login-fault-over = Denne koden kan ikke brukes lenger, eller den er bedt om i en annen nettleser. Be om en ny kode.
login-fault-not-admitted = Denne adressen kan ikke brukes her ennå. Du må bli invitert først.
login-fault-closed = Kontoen din er stengt. Ta kontakt med dem som driver nettstedet.
login-fault-name-missing = Skriv navnet ditt.

## Min side

login-name = Navn
login-name-help = Slik de du arbeider sammen med, ser det.
login-save-name = Lagre navnet
login-account = Kontoen din
login-addresses = Du logger inn med
login-roles = Rollene dine
login-no-roles = Du har ingen roller ennå. Du kan be om en, eller bli invitert av dem som leder et senter.
login-role-since = siden { $day }
login-role-until = til og med { $day }
login-everywhere = Hele landet
login-access-at = Se hvem som har roller her
login-access = Roller og tilgang i hele landet
login-invited-at = Du er invitert til rollen «{ $role }» hos { $place }
login-invited = Du er invitert til rollen «{ $role }»
login-invited-until = Du kan svare til og med { $day }.
login-invited-last = Rollen gjelder til og med { $day }.
login-invited-yes = Ja takk
login-invited-no = Nei takk
login-invitation-over = Invitasjonen gjelder ikke lenger. Kanskje er den besvart, eller trukket tilbake.

## Nettleserne

login-in = Innlogget
login-in-since = siden { $at }
login-kept = Det vi har lagret om deg
login-sessions-link = Se hvor du er logget inn
login-steps-link = Ekstra trinn i innloggingen
login-waits = Du har roller som ikke gjelder før du har et ekstra trinn i innloggingen.
login-log-link = Se hva som står om deg i loggen
login-privacy-link = Se, last ned og slett det vi har lagret om deg
login-sessions-heading = Her er du logget inn
login-sessions-lead = Kjenner du ikke igjen en av disse, så logg den ut.
login-session-unknown = Ukjent nettleser
login-session-this = denne
login-session-times = Logget inn { $begun }. Sist brukt { $seen }.
login-session-network = Fra nettet { $network }
login-session-end = Logg ut
login-session-end-others = Logg ut alle andre steder

## Brevet med koden

login-mail-subject = Innlogging i Pådriver
login-mail-code = Koden din er:
login-mail-how = Skriv den i nettleseren der du ba om den. Den gjelder i { $minutes } minutter.
login-mail-how-shared = Det er bedt om mange koder til adressen din. Denne virker derfor i alle nettlesere der det er bedt om en kode til adressen. Den gjelder i { $minutes } minutter, og én gang.
login-mail-not-you = Har du ikke bedt om den, trenger du ikke gjøre noe. Gi aldri en kode til andre, heller ikke til noen som sier at de er fra oss.
login-mail-not-admitted = Noen har bedt om en kode til denne adressen. Den kan ikke brukes til å logge inn her ennå: Du må bli invitert først. Spør de som leder senteret ditt.

login-drafts = Det du skriver
login-drafts-new = Ny tekst
login-drafts-all = Utkast, og tekster som venter på å bli lest
login-drafts-none = Du har ingen tekster som er på vei akkurat nå.
login-draft-saved = lagret { $day }
login-draft-others = { $names } har også skrevet her
login-draft-scheduled = Publiseres { $day }
login-acting-for = { $provider } sier at du handler for { $name }. Det gir deg ingen rolle her av seg selv.
login-acting-ask = Be om å bli med
login-acting-asked = Du har bedt om å bli med. De som ser til organisasjonen, svarer.
login-acting-unknown = Organisasjonen er ikke i registeret vårt ennå.
login-acting-over = Det er ingen som sier at du handler for den organisasjonen lenger. Logg inn på nytt, og prøv igjen.
login-register = Oppdater registeret

login-waiting = Venter på deg
login-waiting-none = Ingenting venter på deg nå.
login-quoted = «{ $title }»
login-waits-review = Les gjennom
login-waits-review-act = Les gjennom teksten
login-waits-saved = lagret { $day }
login-waits-remarks = { $count ->
    [one] Svar på en merknad i
   *[other] Svar på { $count } merknader i
 }
login-waits-remarks-act = Svar på merknadene
login-waits-remarked = siste merknad { $day }
login-waits-due = Se over
login-waits-due-act = Se over teksten
login-waits-by = innen { $day }
login-waits-overdue = skulle vært gjort innen { $day }
login-waits-adoption = Si ja eller nei
login-waits-adoption-act = Svar
login-waits-adopted = sagt { $day }
login-follows = { $count ->
    [1] Én ting til
    [2] To ting til
    [3] Tre ting til
   *[other] { $count } ting til
 }
login-follows-more = Vis { $count } til
login-leaving = Hva det betyr
login-letters = E-post
login-letters-lead = Vi skriver når noe venter på deg, så ofte du selv vil.
login-notices-link = Velg hvor ofte
login-languages = Bokmål og nynorsk: hvor mye som er skrevet på hvert
login-missed = Søk som ikke fant noe
login-works = Forbedringsarbeidene dine
login-works-new = Sett i gang noe nytt
login-works-none = Du er ikke med i noe forbedringsarbeid ennå.
login-works-all = Se alle arbeidene
login-waits-number = Legg inn tallet for { $period } i
login-waits-number-since = har ventet siden { $day }
login-waits-number-act = Legg inn tallet
login-waits-task = Gjør
login-waits-task-act = Se oppgavene
login-invited-team = Du er invitert til å være med på «{ $title }» ved { $place } som: { $role }
login-invited-team-alone = Du er invitert til å være med på «{ $title }» som: { $role }
login-done-name = Navnet er lagret.
login-done-yes = Du har svart ja.
login-done-no = Du har svart nei. Ingenting er endret.
login-done-session = Du er logget ut der.
login-done-session-none = Ingen ble logget ut: Den nettleseren er ikke logget inn lenger.
login-barriers = Meldte hindre
login-outbox = Brev som ikke kom fram

login-ask-role = Be om en rolle
login-waits-role = Svar på om du vil gi en rolle til
login-waits-role-act = Svar
login-waits-role-since = spurt { $day }
login-waits-somebody = en som ikke har skrevet navnet sitt
login-waits-asked = Du er bedt om å lese
login-waits-approved = Godkjent, og klar til å publiseres:
login-waits-approved-act = Se hva som gjenstår
login-published = Publisert av det du har begynt på
login-published-go-on = Merknader, utgaver og nytt utkast
login-published-on = publisert { $day }
login-waits-left-behind = Originalen er ikke lenger blant de andre, men leserne har oversettelsen som før:
login-waits-left-behind-act = Se om den skal bort
login-waits-left-behind-since = originalen tatt bort eller arkivert { $day }
login-waits-stale = Originalen er endret, så oversettelsen er ikke oppdatert:
login-waits-stale-act = Se hva som er endret
login-waits-stale-since = originalen publisert { $day }
login-waits-barriers = Se på
login-waits-barriers-count = { $count ->
    [one] 1 melding om hinder
   *[other] { $count } meldinger om hindre
 }
login-waits-barriers-since = den eldste fra { $day }
login-waits-barriers-act = Se meldingene
login-waits-statements = Se på
login-waits-statements-count = { $count ->
    [one] 1 opplysning i registeret med et tall som ligner et fødselsnummer
   *[other] { $count } opplysninger i registeret med tall som ligner fødselsnumre
 }
login-waits-statements-since = den eldste fra { $day }
login-waits-statements-act = Se på tallene
login-waits-passed-on = Ta over
login-waits-passed-on-since = gitt videre { $day }
login-waits-passed-on-act = Åpne teksten
login-waits-role-due = Bekreft eller ta bort rollen til
login-waits-role-confirmed = sist bekreftet { $day }
login-waits-role-due-act = Se rollene
login-draft-passed-on = Gitt videre til deg { $day }
login-no-address = Vi har ingen e-postadresse til deg, så du får ingen brev herfra.
login-add-address = Legg til en adresse
login-lost = Det du skrev, og ikke fikk lagret
login-lost-lead = Teksten det hører til, kan du ikke åpne lenger. Denne nettleseren har tatt vare på ordene. Kopier dem, behold dem som et nytt utkast, eller kast dem. Logger du ut, blir de borte herfra.
login-lost-copy = Kopier
login-lost-copied = Kopiert.
login-lost-drop = Kast
