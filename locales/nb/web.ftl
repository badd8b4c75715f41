# Rammen rundt hver side: topp, bunn, brødsmuler, sideskift, feilsider, skjema og merkelapper.

web-name = Pådriver
web-tagline = Kunnskap og kvalitet i sykehjem og hjemmetjenester. Det noen har lært, kan andre ta i bruk.
# Sidens tittel, slik den står i nettleserfanen. På andre språk enn bokmål sier den også hvilket: mange sider heter det
# samme på flere.
web-title = { $page } – Pådriver
web-title-front = Pådriver – { $page }

## Topp

web-skip-link = Hopp til hovedinnhold
web-menu-label = Hovedmeny
web-menu-label-folded = Hovedmeny i menyen
web-menu-button = Meny
web-menu-projects = Prosjekter
web-menu-tools = Verktøy
web-menu-packages = Opplæring
web-menu-events = Arrangementer
web-menu-news = Nyheter
web-menu-publications = Publikasjoner
web-menu-themes = Tema
web-menu-centres = Sentre
web-search-label = Søk i biblioteket
web-search-button = Søk
# Knapp der skript er av, og navnet på listen som ellers kommer mens noen skriver.
web-search-suggestions = Forslag
web-language-label = Språk
web-language-label-folded = Språk i menyen
web-language-label-foot = Språk nederst

## Brødsmuler og sideskift

web-breadcrumbs-label = Du er her
web-breadcrumbs-back = Tilbake til { $page }
web-breadcrumbs-home = Forside
web-pager-label = Sider i listen
web-pager-previous = Forrige
web-pager-previous-label = Forrige side
web-pager-next = Neste
web-pager-next-label = Neste side
web-pager-page = Side { $page }

## Bunn

web-footer-label = Om Pådriver
web-footer-content = Innhold
web-footer-about = Om nettverket
web-footer-charts = Slik leser du diagrammene
web-footer-api = Åpne data (API)
web-footer-accessibility = Tilgjengelighet
web-footer-privacy = Personvern

## Feilsider: hva som er hendt, og en vei videre

web-error-404-heading = Vi finner ikke siden
web-error-404-lead = Siden kan ha fått ny adresse, eller det kan være en skrivefeil i adressen. Prøv å søke, så finner du den trolig igjen.
web-error-405-heading = Det går ikke an her
web-error-405-lead = Siden finnes, men den kan ikke brukes slik du prøvde. Åpne den på vanlig måte, og gå videre derfra.
web-error-405-show = Åpne siden
web-error-410-heading = Siden er trukket tilbake
web-error-410-lead = Den som eide innholdet, har tatt det bort for godt. Kanskje finner du noe lignende om du søker.
web-error-403-heading = Du har ikke tilgang
web-error-403-lead = Kom du hit fra et skjema, så gå tilbake, last siden på nytt og prøv igjen. Ellers er siden bare for noen av dem som bruker Pådriver.
web-error-422-heading = Vi forstår ikke adressen
web-error-422-lead = Noe i adressen er ikke slik vi venter det, for eksempel et sidetall eller et filter som ikke finnes. Gå til listen og velg på nytt.
web-form-misread-heading = Vi forstår ikke skjemaet
web-form-misread-lead = Noe i skjemaet er ikke slik siden vår lager det, så ingenting er gjort. Gå tilbake, last siden på nytt og prøv igjen.
web-error-413-heading = Det du sendte, var for stort
web-error-413-lead = Skjemaet tar ikke imot så mye tekst. Gå tilbake i nettleseren: Der står det du skrev. Kort det ned, og send på nytt.
web-error-429-heading = Det gikk litt fort
web-error-429-lead = Vi har fått uvanlig mange forespørsler fra deg på kort tid. Vent litt, så er det bare å prøve igjen.
web-error-429-seconds = { $count ->
    [one] Du kan prøve igjen om 1 sekund.
   *[other] Du kan prøve igjen om { $count } sekunder.
 }
web-error-429-minutes = { $count ->
    [one] Du kan prøve igjen om 1 minutt.
   *[other] Du kan prøve igjen om { $count } minutter.
 }
web-too-slow-heading = Siden tok for lang tid
web-too-slow-lead = Noen sider er tunge å lage, for eksempel lister slik de var en dag før. Denne ble ikke ferdig i tide. Vent et minutt, og prøv igjen.
web-away-heading = Denne siden kan vi ikke vise akkurat nå
web-away-lead = Vi får ikke tak i det som skal stå her. Det pleier å gå over på et halvt minutt. Vent litt, og prøv igjen.
web-no-files-heading = Filene kan ikke hentes akkurat nå
web-no-files-lead = Bilder, vedlegg og papirutgaver ligger et annet sted enn tekstene, og det stedet svarer ikke. Tekstene kan leses som før, og ingenting er lagret halvveis. Vent litt, og prøv igjen.
web-error-500-heading = Noe gikk galt hos oss
web-error-500-lead = Feilen er vår, ikke din, og den er skrevet ned hos oss. Prøv gjerne igjen om en liten stund.
web-error-503-heading = Noen andre lagrer akkurat nå
web-error-503-lead = Det du gjorde, er ikke lagret. Gå tilbake og prøv igjen om noen sekunder.
web-unreadable-heading = Denne teksten kan ikke vises
web-unreadable-lead = Noe er galt med slik teksten er lagret hos oss. Feilen er vår, ikke din, og den er skrevet ned. Resten av nettstedet virker som før.
web-error-reference = Tar du kontakt, så oppgi denne referansen:
web-error-way-home = Gå til forsiden
web-error-way-projects = Se alle prosjekter

## Skjema

# Foran tittelen i nettleserfanen når et skjema ble avvist.
web-faults-title = Feil: { $title }
web-faults-whole = Én ting før du er ferdig
web-faults-heading = { $count ->
    [one] Du må rette 1 feil
   *[other] Du må rette { $count } feil
 }
# Leses opp foran meldingen ved feltet.
web-faults-prefix = Feil:
web-form-required = må fylles ut

## Merkelapper og opplysninger om siden

web-example-label = Eksempel
web-example-text = Dette er et eksempel som viser hvordan Pådriver virker. Innholdet er diktet opp.
web-incomplete-label = Noe mangler
web-incomplete-text = Noe av innholdet på denne siden kan ikke vises, fordi det ikke lar seg lese slik det er lagret. Feilen er vår, og den er skrevet ned hos oss.
web-historic-label = Historisk arkiv
web-historic-under = Publisert under { $government }.
web-historic-publisher = Utgitt av { $publisher }.
web-historic-text = Siden er tatt vare på slik den var, og blir ikke oppdatert.
web-draft-label = Utkast
web-draft-text = De nordsamiske tekstene er et utkast som ennå ikke er lest av en språkbruker. Der en tekst mangler, står den på bokmål.
web-content-in-nb = Denne teksten er på bokmål.
web-content-in-nn = Denne teksten er på nynorsk.
web-content-in-se = Denne teksten er på nordsamisk.
web-content-in-en = Denne teksten er på engelsk.
web-published = Publisert
web-updated = Oppdatert
# Nederst på papiret, foran adressen til siden.
web-printed = Utskrift { $day } fra

## Del siden og følg med

web-share = Del siden
web-share-address = Fast adresse:
web-share-tip = Tips noen om siden
web-share-mail = Send med ditt eget e-postprogram
web-share-follow = Følg det som er nytt her
web-share-calendar = Abonner i kalenderen din
web-share-copy = Kopier adressen
web-share-copied = Adressen er kopiert.
web-share-print = Skriv ut
web-footer-follow = Følg med på det som er nytt
web-footer-feedback = Meld fra om feil på siden
web-footer-report = Meld fra om noe du ikke får brukt
# Navnet på strømmen med alt det nye.
web-feed-all = Alt som er nytt
web-form-later = må fylles ut før publisering
web-form-optional = valgfritt

## Siden slik den var en bestemt dag

web-then-label = Slik var det
web-then-not-label = Dette er siden nå
web-then-shown = Du ser siden slik den var { $date }.
web-then-period = Et år eller en måned vises slik det var ved slutten.
web-then-paper = Teksten er slik den var { $date }.
web-then-not = Denne siden kan bare vises slik den er nå.
web-then-now = Gå til siden slik den er nå
web-day-malformed-heading = Vi forstår ikke datoen
web-day-malformed-lead = Datoen i adressen må skrives med år, måned og dag, slik: 2020-03-01. Da viser vi siden slik den var den dagen. Bare et år, slik som 2020, eller en måned går også, og vises slik det var ved slutten.
web-day-future-heading = Den dagen er ikke kommet ennå
web-day-future-lead = Vi kan vise siden slik den var en dag som har vært, men ikke slik den kommer til å bli. Velg en tidligere dato, eller gå til siden slik den er nå.
web-gone-since = Den som eide innholdet, trakk det tilbake { $date }. Adressen blir stående, men teksten vises ikke lenger. Kanskje finner du noe lignende om du søker.
web-gone-list = Se det som ligner

## Den som er logget inn

web-log-in = Logg inn
web-log-out = Logg ut
web-log-out-unsaved = Noe du har skrevet i denne nettleseren, er ikke lagret, og kan ikke sendes nå. Logger du ut, blir det borte. Vil du logge ut likevel?
web-my-page = Min side
web-waiting = venter på deg
web-logged-in = Innlogget
web-logged-out = Du er logget ut.
web-my-texts = Det du skriver
web-my-data = Det vi har lagret om deg
web-guides = Veiledninger

web-unpublished-label = Forhåndsvisning
web-unpublished = Bare de som skriver eller leser gjennom teksten, ser denne siden. Slik blir den når den er publisert.
web-unpublished-back = Skriv videre
web-unpublished-steps = Fra utkast til publisert

web-barred-logged-in = Denne siden er for dem som er logget inn.
web-barred-own = Dette kan være noens eget utkast, eller noe som du ikke har en rolle for. Et utkast er privat til det er sendt til gjennomlesing. Kom du hit fra et skjema, så gå tilbake, last siden på nytt og prøv igjen.
web-barred-not-ours = Skjemaet kom ikke fra denne siden, så ingenting er gjort. Åpne siden på nytt her, og send skjemaet derfra.
web-barred-anothers = Skjemaet ble åpnet mens en annen var logget inn her, så ingenting er gjort. Den som fylte det ut, må logge inn selv og sende det. Er det du som har logget inn på nytt, så last siden med skjemaet på nytt.
web-barred-role = Denne siden er for dem som har en av disse rollene:
web-barred-role-at = Denne siden er for dem som har en av disse rollene hos { $place }, eller i hele landet:
web-barred-held = { $role } ({ $count ->
    [0] ingen har den nå
    [one] én har den
   *[other] { $count } har den
 })
web-barred-any = { $role }, hos et senter eller en organisasjon
web-barred-given = Rollen gis av en administrator. Spør den som driver nettstedet.
web-barred-waits = Du har roller som ikke gjelder før du har tatt et ekstra trinn i innloggingen.
web-barred-waits-link = Sett opp det ekstra trinnet
web-barred-ask = Be om en rolle
