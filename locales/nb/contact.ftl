# Skjemaet som skriver til dem som svarer for et prosjekt, og brevet de får.

contact-heading = Spør teamet
contact-heading-centre = Spør senteret
# Foran tittelen: «Om «Trygge netter». Meldingen går til prosjektleder, …»
contact-about = Om
# Rundt tittelen.
contact-quote-begins = «
contact-quote-ends = »
contact-goes-to = Meldingen går til { $role }, som svarer deg på e-post.
contact-goes-to-team = De som svarer for innholdet, får meldingen og svarer deg på e-post.

contact-warning = Ikke skriv om pasienter
contact-warning-text = Skriv ikke navn, fødselsnummer eller annet som kan peke på en pasient, bruker eller pårørende.

contact-name = Navn
contact-email = E-post
contact-email-help = Bare den som får meldingen, ser adressen din.
contact-message = Melding
contact-message-help = Fortell gjerne hvor du arbeider, og hvor langt dere er kommet.
contact-message-help-centre = Fortell gjerne hvor du arbeider, og hva dere trenger hjelp til.
# Et felt som folk ikke ser. Skjermlesere skal heller ikke si det.
contact-bait = La dette feltet stå tomt
contact-send = Send melding
contact-cancel = Avbryt

## Det som må rettes

contact-fault-name-missing = Skriv navnet ditt.
contact-fault-email-missing = Skriv e-postadressen din, så vi vet hvor svaret skal.
contact-fault-message-missing = Skriv hva du lurer på.
contact-fault-too-fast = Det gikk så fort at vi må spørre: Er alt riktig? Send i så fall én gang til.
contact-fault-too-old = Skjemaet har stått åpent for lenge. Det du skrev, er her ennå: Send én gang til.
contact-fault-forged = Vi kunne ikke se at skjemaet kom herfra. Det du skrev, er her ennå: Send én gang til.
contact-fault-another = Du har alt sendt en annen melding fra dette skjemaet. Vil du sende denne også, så send én gang til.
contact-fault-too-many = { $max ->
    [one] Herfra er det sendt mange meldinger på kort tid. Det du skrev, er her ennå: Vent 1 minutt, og send på nytt.
   *[other] Herfra er det sendt mange meldinger på kort tid. Det du skrev, er her ennå: Vent { $max } minutter, og send på nytt.
 }

## Etterpå

contact-sent-heading = Meldingen er på vei
contact-sent-text = Takk for at du spør. Vi sender den videre, som regel med en gang. Svaret kommer på e-post.
# Foran tittelen på det som ble skrevet om.
contact-sent-back = Tilbake til
contact-sent-more = Se flere prosjekter
contact-sent-more-centres = Se alle sentrene

## Brevet

contact-mail-subject = Spørsmål om «{ $title }»
contact-mail-subject-centre = Spørsmål til { $title }
contact-mail-about = { $name } har et spørsmål om «{ $title }»:
contact-mail-about-centre = { $name } har et spørsmål til { $title }:
contact-mail-answer = Sendt gjennom Pådriver. Svar på denne e-posten, så går svaret til den som spurte.
