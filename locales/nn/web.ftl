# Ramma rundt kvar side: topp, botn, brødsmular, sideskifte, feilsider, skjema og merkelappar.

web-name = Pådriver
web-tagline = Kunnskap og kvalitet i sjukeheimar og heimetenester. Det nokon har lært, kan andre ta i bruk.
# Tittelen på sida, slik han står i nettlesarfana.
web-title = { $page } – Pådriver (nynorsk)
web-title-front = Pådriver (nynorsk) – { $page }

## Topp

web-skip-link = Hopp til hovudinnhald
web-menu-label = Hovudmeny
web-menu-label-folded = Hovudmeny i menyen
web-menu-button = Meny
web-menu-projects = Prosjekt
web-menu-tools = Verktøy
web-menu-packages = Opplæring
web-menu-events = Arrangement
web-menu-news = Nyheiter
web-menu-publications = Publikasjonar
web-menu-themes = Tema
web-menu-centres = Senter
web-search-label = Søk i biblioteket
web-search-button = Søk
# Knapp der skript er av, og namnet på lista som elles kjem medan nokon skriv.
web-search-suggestions = Forslag
web-language-label = Språk
web-language-label-folded = Språk i menyen
web-language-label-foot = Språk nedst

## Brødsmular og sideskifte

web-breadcrumbs-label = Du er her
web-breadcrumbs-back = Tilbake til { $page }
web-breadcrumbs-home = Framside
web-pager-label = Sider i lista
web-pager-previous = Førre
web-pager-previous-label = Førre side
web-pager-next = Neste
web-pager-next-label = Neste side
web-pager-page = Side { $page }

## Botn

web-footer-label = Om Pådriver
web-footer-content = Innhald
web-footer-about = Om nettverket
web-footer-charts = Slik les du diagramma
web-footer-api = Opne data (API)
web-footer-accessibility = Tilgjengelegheit
web-footer-privacy = Personvern

## Feilsider: kva som har hendt, og ein veg vidare

web-error-404-heading = Vi finn ikkje sida
web-error-404-lead = Sida kan ha fått ny adresse, eller det kan vere ein skrivefeil i adressa. Prøv å søkje, så finn du ho truleg att.
web-error-405-heading = Det går ikkje an her
web-error-405-lead = Sida finst, men ho kan ikkje brukast slik du prøvde. Opne ho på vanleg måte, og gå vidare derifrå.
web-error-405-show = Opne sida
web-error-410-heading = Sida er trekt tilbake
web-error-410-lead = Den som åtte innhaldet, har teke det bort for godt. Kanskje finn du noko liknande om du søkjer.
web-error-403-heading = Du har ikkje tilgang
web-error-403-lead = Kom du hit frå eit skjema, så gå tilbake, last sida på nytt og prøv igjen. Elles er sida berre for nokre av dei som bruker Pådriver.
web-error-422-heading = Vi forstår ikkje adressa
web-error-422-lead = Noko i adressa er ikkje slik vi ventar det, til dømes eit sidetal eller eit filter som ikkje finst. Gå til lista og vel på nytt.
web-form-misread-heading = Vi forstår ikkje skjemaet
web-form-misread-lead = Noko i skjemaet er ikkje slik sida vår lagar det, så ingenting er gjort. Gå tilbake, last sida på nytt og prøv igjen.
web-error-413-heading = Det du sende, var for stort
web-error-413-lead = Skjemaet tek ikkje imot så mykje tekst. Gå tilbake i nettlesaren: Der står det du skreiv. Kort det ned, og send på nytt.
web-error-429-heading = Det gjekk litt fort
web-error-429-lead = Vi har fått uvanleg mange førespurnader frå deg på kort tid. Vent litt, så er det berre å prøve igjen.
web-error-429-seconds = { $count ->
    [one] Du kan prøve igjen om 1 sekund.
   *[other] Du kan prøve igjen om { $count } sekund.
 }
web-error-429-minutes = { $count ->
    [one] Du kan prøve igjen om 1 minutt.
   *[other] Du kan prøve igjen om { $count } minutt.
 }
web-too-slow-heading = Sida tok for lang tid
web-too-slow-lead = Nokre sider er tunge å lage, til dømes lister slik dei var ein dag før. Denne vart ikkje ferdig i tide. Vent eit minutt, og prøv igjen.
web-away-heading = Denne sida kan vi ikkje vise akkurat no
web-away-lead = Vi får ikkje tak i det som skal stå her. Det pleier å gå over på eit halvt minutt. Vent litt, og prøv igjen.
web-no-files-heading = Filene kan ikkje hentast akkurat no
web-no-files-lead = Bilete, vedlegg og papirutgåver ligg ein annan stad enn tekstane, og den staden svarar ikkje. Tekstane kan lesast som før, og ingenting er lagra halvvegs. Vent litt, og prøv igjen.
web-error-500-heading = Noko gjekk gale hos oss
web-error-500-lead = Feilen er vår, ikkje din, og han er skriven ned hos oss. Prøv gjerne igjen om ei lita stund.
web-error-503-heading = Nokon andre lagrar akkurat no
web-error-503-lead = Det du gjorde, er ikkje lagra. Gå tilbake og prøv igjen om nokre sekund.
web-unreadable-heading = Denne teksten kan ikkje visast
web-unreadable-lead = Noko er gale med slik teksten er lagra hos oss. Feilen er vår, ikkje din, og han er skriven ned. Resten av nettstaden verkar som før.
web-error-reference = Tek du kontakt, så oppgi denne referansen:
web-error-way-home = Gå til framsida
web-error-way-projects = Sjå alle prosjekt

## Skjema

# Framfor tittelen i nettlesarfana når eit skjema vart avvist.
web-faults-title = Feil: { $title }
web-faults-whole = Éin ting før du er ferdig
web-faults-heading = { $count ->
    [one] Du må rette 1 feil
   *[other] Du må rette { $count } feil
 }
# Blir lese opp framfor meldinga ved feltet.
web-faults-prefix = Feil:
web-form-required = må fyllast ut

## Merkelappar og opplysningar om sida

web-example-label = Døme
web-example-text = Dette er eit døme som viser korleis Pådriver verkar. Innhaldet er dikta opp.
web-incomplete-label = Noko manglar
web-incomplete-text = Noko av innhaldet på denne sida kan ikkje visast, fordi det ikkje lèt seg lese slik det er lagra. Feilen er vår, og han er skriven ned hos oss.
web-historic-label = Historisk arkiv
web-historic-under = Publisert under { $government }.
web-historic-publisher = Gitt ut av { $publisher }.
web-historic-text = Sida er teken vare på slik ho var, og blir ikkje oppdatert.
web-draft-label = Utkast
web-draft-text = Dei nordsamiske tekstane er eit utkast som enno ikkje er lese av ein språkbrukar. Der ein tekst manglar, står han på bokmål.
web-content-in-nb = Denne teksten er på bokmål.
web-content-in-nn = Denne teksten er på nynorsk.
web-content-in-se = Denne teksten er på nordsamisk.
web-content-in-en = Denne teksten er på engelsk.
web-published = Publisert
web-updated = Oppdatert
# Nedst på papiret, framfor adressa til sida.
web-printed = Utskrift { $day } frå

## Del sida og følg med

web-share = Del sida
web-share-address = Fast adresse:
web-share-tip = Tips nokon om sida
web-share-mail = Send med ditt eige e-postprogram
web-share-follow = Følg det som er nytt her
web-share-calendar = Abonner i kalenderen din
web-share-copy = Kopier adressa
web-share-copied = Adressa er kopiert.
web-share-print = Skriv ut
web-footer-follow = Følg med på det som er nytt
web-footer-feedback = Meld frå om feil på sida
web-footer-report = Meld frå om noko du ikkje får brukt
web-feed-all = Alt som er nytt
web-form-later = må fyllast ut før publisering
web-form-optional = valfritt

## Sida slik ho var ein bestemt dag

web-then-label = Slik var det
web-then-not-label = Dette er sida no
web-then-shown = Du ser sida slik ho var { $date }.
web-then-period = Eit år eller ein månad blir vist slik det var ved slutten.
web-then-paper = Teksten er slik han var { $date }.
web-then-not = Denne sida kan berre visast slik ho er no.
web-then-now = Gå til sida slik ho er no
web-day-malformed-heading = Vi forstår ikkje datoen
web-day-malformed-lead = Datoen i adressa må skrivast med år, månad og dag, slik: 2020-03-01. Då viser vi sida slik ho var den dagen. Berre eit år, slik som 2020, eller ein månad går òg, og blir vist slik det var ved slutten.
web-day-future-heading = Den dagen er ikkje komen enno
web-day-future-lead = Vi kan vise sida slik ho var ein dag som har vore, men ikkje slik ho kjem til å bli. Vel ein tidlegare dato, eller gå til sida slik ho er no.
web-gone-since = Den som åtte innhaldet, trekte det tilbake { $date }. Adressa blir ståande, men teksten blir ikkje vist lenger. Kanskje finn du noko liknande om du søkjer.
web-gone-list = Sjå det som liknar

## Den som er logga inn

web-log-in = Logg inn
web-log-out = Logg ut
web-log-out-unsaved = Noko du har skrive i denne nettlesaren, er ikkje lagra, og kan ikkje sendast no. Loggar du ut, blir det borte. Vil du logge ut likevel?
web-my-page = Mi side
web-waiting = ventar på deg
web-logged-in = Innlogga
web-logged-out = Du er logga ut.
web-my-texts = Det du skriv
web-my-data = Det vi har lagra om deg
web-guides = Rettleiingar

web-unpublished-label = Førehandsvising
web-unpublished = Berre dei som skriv eller les gjennom teksten, ser denne sida. Slik blir ho når ho er publisert.
web-unpublished-back = Skriv vidare
web-unpublished-steps = Frå utkast til publisert

web-barred-logged-in = Denne sida er for dei som er logga inn.
web-barred-own = Dette kan vere nokon sitt eige utkast, eller noko som du ikkje har ei rolle for. Eit utkast er privat til det er sendt til gjennomlesing. Kom du hit frå eit skjema, så gå tilbake, last sida på nytt og prøv igjen.
web-barred-not-ours = Skjemaet kom ikkje frå denne sida, så ingenting er gjort. Opne sida på nytt her, og send skjemaet derifrå.
web-barred-anothers = Skjemaet vart opna medan ein annan var logga inn her, så ingenting er gjort. Den som fylte det ut, må logge inn sjølv og sende det. Er det du som har logga inn på nytt, så last sida med skjemaet på nytt.
web-barred-role = Denne sida er for dei som har ei av desse rollene:
web-barred-role-at = Denne sida er for dei som har ei av desse rollene hos { $place }, eller i heile landet:
web-barred-held = { $role } ({ $count ->
    [0] ingen har ho no
    [one] éin har ho
   *[other] { $count } har ho
 })
web-barred-any = { $role }, hos eit senter eller ein organisasjon
web-barred-given = Rolla blir gjeven av ein administrator. Spør den som driv nettstaden.
web-barred-waits = Du har roller som ikkje gjeld før du har teke eit ekstra steg i innlogginga.
web-barred-waits-link = Set opp det ekstra steget
web-barred-ask = Be om ei rolle
