# Innlogging med kode på e-post, mi side, og nettlesarane ein er logga inn i.

login-heading = Logg inn
login-lead = Du treng ikkje passord. Skriv e-postadressa di, så sender vi deg ein kode.
login-already = Du er alt logga inn. Loggar du inn med ein annan konto her, blir du logga ut av den du har open.
login-email = E-postadresse
login-email-help = Bruk gjerne adressa du har på jobben.
login-send-code = Send meg ein kode
login-stored = Vi tek vare på adressa for å kjenne deg att, og skriv ned når nokon loggar inn. Nettlesaren din får ein informasjonskapsel medan du loggar inn, ein så lenge du er logga inn, og ein i eit halvt år som gjer at ingen andre kan stengje deg ute. Ingen av dei blir brukte til noko anna.

login-code-heading = Skriv koden
login-code-lead = Koden er på veg til { $address }. Han gjeld i { $minutes } minutt, og berre i denne nettlesaren.
login-code-late = Kjem han ikkje, så sjå etter i søppelposten, og om adressa er rett.
login-code-shared = Det er bede om mange kodar til { $address }, så vi sender færre brev. Det siste gjekk kl. { $at } og har ein kode på tolv siffer. Han verkar òg i denne nettlesaren, til kl. { $until }.
login-code-shared-next = { $max ->
    [one] Finn du ikkje brevet, så sjå i søppelposten. Vi kan sende det neste om 1 minutt.
   *[other] Finn du ikkje brevet, så sjå i søppelposten. Vi kan sende det neste om { $max } minutt.
 }
login-code-gone = Koden som gjekk til { $address }, er brukt eller for gammal. Be om ein ny, så sender vi han med ein gong.
login-code-none = Koden må skrivast i den nettlesaren der du bad om han, og innan 10 minutt.
login-code-again = Be om ein ny kode
login-code = Kode
login-code-help = Seks siffer, frå e-posten vi sende deg. Er det sendt mange, er det tolv.
login-enter = Logg inn
login-by = Logg inn med { $provider }
login-connected = Du kan òg logge inn med { $provider }.
login-connect = Kople til { $provider }

## Det som må rettast

login-fault-email-missing = Skriv e-postadressa di, så vi veit kvar koden skal.
login-fault-busy = { $max ->
    [one] Mange loggar inn frå nettet ditt akkurat no. Vent 1 minutt, og prøv igjen.
   *[other] Mange loggar inn frå nettet ditt akkurat no. Vent { $max } minutt, og prøv igjen.
 }
login-fault-code-missing = Skriv koden frå e-posten.
login-fault-code-form = Koden er på seks siffer, eller på tolv om det står tolv i brevet.
login-fault-wrong = { $max ->
    [one] Koden er ikkje rett. Du kan prøve éin gong til.
   *[other] Koden er ikkje rett. Du kan prøve { $max } gonger til.
 }
login-fault-wait = { $max ->
    [one] Vent 1 sekund før du prøver igjen.
   *[other] Vent { $max } sekund før du prøver igjen.
 }
login-fault-over = Denne koden kan ikkje brukast lenger, eller nokon bad om han i ein annan nettlesar. Be om ein ny kode.
login-fault-not-admitted = Denne adressa kan ikkje brukast her enno. Du må bli invitert først.
login-fault-closed = Kontoen din er stengd. Ta kontakt med dei som driv nettstaden.
login-fault-name-missing = Skriv namnet ditt.

## Mi side

login-name = Namn
login-name-help = Slik dei du arbeider saman med, ser det.
login-save-name = Lagre namnet
login-account = Kontoen din
login-addresses = Du loggar inn med
login-roles = Rollene dine
login-no-roles = Du har ingen roller enno. Du kan be om ei, eller bli invitert av dei som leier eit senter.
login-role-since = sidan { $day }
login-role-until = til og med { $day }
login-everywhere = Heile landet
login-access-at = Sjå kven som har roller her
login-access = Roller og tilgang i heile landet
login-invited-at = Du er invitert til rolla «{ $role }» hos { $place }
login-invited = Du er invitert til rolla «{ $role }»
login-invited-until = Du kan svare til og med { $day }.
login-invited-last = Rolla gjeld til og med { $day }.
login-invited-yes = Ja takk
login-invited-no = Nei takk
login-invitation-over = Invitasjonen gjeld ikkje lenger. Kanskje er det svart på han, eller han er trekt tilbake.

## Nettlesarane

login-in = Innlogga
login-in-since = sidan { $at }
login-kept = Det vi har lagra om deg
login-sessions-link = Sjå kvar du er logga inn
login-steps-link = Ekstra steg i innlogginga
login-waits = Du har roller som ikkje gjeld før du har eit ekstra steg i innlogginga.
login-log-link = Sjå kva som står om deg i loggen
login-privacy-link = Sjå, last ned og slett det vi har lagra om deg
login-sessions-heading = Her er du logga inn
login-sessions-lead = Kjenner du ikkje att ein av desse, så logg han ut.
login-session-unknown = Ukjend nettlesar
login-session-this = denne
login-session-times = Logga inn { $begun }. Sist brukt { $seen }.
login-session-network = Frå nettet { $network }
login-session-end = Logg ut
login-session-end-others = Logg ut alle andre stader

## Brevet med koden

login-mail-subject = Innlogging i Pådriver
login-mail-code = Koden din er:
login-mail-how = Skriv han i nettlesaren der du bad om han. Han gjeld i { $minutes } minutt.
login-mail-how-shared = Det er bede om mange kodar til adressa di. Denne verkar difor i alle nettlesarar der det er bede om ein kode til adressa. Han gjeld i { $minutes } minutt, og éin gong.
login-mail-not-you = Har du ikkje bede om han, treng du ikkje gjere noko. Gje aldri ein kode til andre, heller ikkje til nokon som seier at dei er frå oss.
login-mail-not-admitted = Nokon har bede om ein kode til denne adressa. Ho kan ikkje brukast til å logge inn her enno: Du må bli invitert først. Spør dei som leier senteret ditt.

login-drafts = Det du skriv
login-drafts-new = Ny tekst
login-drafts-all = Utkast, og tekstar som ventar på å bli lesne
login-drafts-none = Du har ingen tekstar som er på veg akkurat no.
login-draft-saved = lagra { $day }
login-draft-others = { $names } har òg skrive her
login-draft-scheduled = Blir publisert { $day }
login-acting-for = { $provider } seier at du handlar for { $name }. Det gir deg inga rolle her av seg sjølv.
login-acting-ask = Be om å bli med
login-acting-asked = Du har bede om å bli med. Dei som ser til organisasjonen, svarer.
login-acting-unknown = Organisasjonen er ikkje i registeret vårt enno.
login-acting-over = Det er ingen som seier at du handlar for den organisasjonen lenger. Logg inn på nytt, og prøv igjen.
login-register = Oppdater registeret

login-waiting = Ventar på deg
login-waiting-none = Ingenting ventar på deg no.
login-quoted = «{ $title }»
login-waits-review = Les gjennom
login-waits-review-act = Les gjennom teksten
login-waits-saved = lagra { $day }
login-waits-remarks = { $count ->
    [one] Svar på ein merknad i
   *[other] Svar på { $count } merknader i
 }
login-waits-remarks-act = Svar på merknadene
login-waits-remarked = siste merknad { $day }
login-waits-due = Sjå over
login-waits-due-act = Sjå over teksten
login-waits-by = innan { $day }
login-waits-overdue = skulle ha vore gjort innan { $day }
login-waits-adoption = Sei ja eller nei
login-waits-adoption-act = Svar
login-waits-adopted = sagt { $day }
login-follows = { $count ->
    [1] Éin ting til
    [2] To ting til
    [3] Tre ting til
   *[other] { $count } ting til
 }
login-follows-more = Vis { $count } til
login-leaving = Kva det tyder
login-letters = E-post
login-letters-lead = Vi skriv når noko ventar på deg, så ofte du sjølv vil.
login-notices-link = Vel kor ofte
login-languages = Bokmål og nynorsk: kor mykje som er skrive på kvart
login-missed = Søk som ikkje fann noko
login-works = Forbetringsarbeida dine
login-works-new = Set i gang noko nytt
login-works-none = Du er ikkje med i noko forbetringsarbeid enno.
login-works-all = Sjå alle arbeida
login-waits-number = Legg inn talet for { $period } i
login-waits-number-since = har venta sidan { $day }
login-waits-number-act = Legg inn talet
login-waits-task = Gjer
login-waits-task-act = Sjå oppgåvene
login-invited-team = Du er invitert til å vere med på «{ $title }» ved { $place } som: { $role }
login-invited-team-alone = Du er invitert til å vere med på «{ $title }» som: { $role }
login-done-name = Namnet er lagra.
login-done-yes = Du har svart ja.
login-done-no = Du har svart nei. Ingenting er endra.
login-done-session = Du er logga ut der.
login-done-session-none = Ingen vart logga ut: Den nettlesaren er ikkje logga inn lenger.
login-barriers = Melde hinder
login-outbox = Brev som ikkje kom fram

login-ask-role = Be om ei rolle
login-waits-role = Svar på om du vil gje ei rolle til
login-waits-role-act = Svar
login-waits-role-since = spurt { $day }
login-waits-somebody = ein som ikkje har skrive namnet sitt
login-waits-asked = Du er beden om å lese
login-waits-approved = Godkjend, og klar til å publiserast:
login-waits-approved-act = Sjå kva som står att
login-published = Publisert av det du har byrja på
login-published-go-on = Merknader, utgåver og nytt utkast
login-published-on = publisert { $day }
login-waits-left-behind = Originalen er ikkje lenger blant dei andre, men lesarane har omsetjinga som før:
login-waits-left-behind-act = Sjå om ho skal bort
login-waits-left-behind-since = originalen teken bort eller arkivert { $day }
login-waits-stale = Originalen er endra, så omsetjinga er ikkje oppdatert:
login-waits-stale-act = Sjå kva som er endra
login-waits-stale-since = originalen publisert { $day }
login-waits-barriers = Sjå på
login-waits-barriers-count = { $count ->
    [one] 1 melding om hinder
   *[other] { $count } meldingar om hinder
 }
login-waits-barriers-since = den eldste frå { $day }
login-waits-barriers-act = Sjå meldingane
login-waits-statements = Sjå på
login-waits-statements-count = { $count ->
    [one] 1 opplysning i registeret med eit tal som liknar eit fødselsnummer
   *[other] { $count } opplysningar i registeret med tal som liknar fødselsnummer
 }
login-waits-statements-since = den eldste frå { $day }
login-waits-statements-act = Sjå på tala
login-waits-passed-on = Ta over
login-waits-passed-on-since = gitt vidare { $day }
login-waits-passed-on-act = Opne teksten
login-waits-role-due = Stadfest eller ta bort rolla til
login-waits-role-confirmed = sist stadfesta { $day }
login-waits-role-due-act = Sjå rollene
login-draft-passed-on = Gitt vidare til deg { $day }
login-no-address = Vi har inga e-postadresse til deg, så du får ingen brev herifrå.
login-add-address = Legg til ei adresse
login-lost = Det du skreiv, og ikkje fekk lagra
login-lost-lead = Teksten det høyrer til, kan du ikkje opne lenger. Denne nettlesaren har teke vare på orda. Kopier dei, behald dei som eit nytt utkast, eller kast dei. Loggar du ut, blir dei borte herifrå.
login-lost-copy = Kopier
login-lost-copied = Kopiert.
login-lost-drop = Kast
