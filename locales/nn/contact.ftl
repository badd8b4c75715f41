# Skjemaet som skriv til dei som svarer for eit prosjekt, og brevet dei får.

contact-heading = Spør teamet
contact-heading-centre = Spør senteret
# Framfor tittelen: «Om «Trygge netter». Meldinga går til prosjektleiar, …»
contact-about = Om
contact-quote-begins = «
contact-quote-ends = »
contact-goes-to = Meldinga går til { $role }, som svarer deg på e-post.
contact-goes-to-team = Dei som svarer for innhaldet, får meldinga og svarer deg på e-post.

contact-warning = Ikkje skriv om pasientar
contact-warning-text = Skriv ikkje namn, fødselsnummer eller anna som kan peike på ein pasient, brukar eller pårørande.

contact-name = Namn
contact-email = E-post
contact-email-help = Berre den som får meldinga, ser adressa di.
contact-message = Melding
contact-message-help = Fortel gjerne kvar du arbeider, og kor langt de er komne.
contact-message-help-centre = Fortel gjerne kvar du arbeider, og kva de treng hjelp til.
# Eit felt som folk ikkje ser. Skjermlesarar skal heller ikkje seie det.
contact-bait = La dette feltet stå tomt
contact-send = Send melding
contact-cancel = Avbryt

## Det som må rettast

contact-fault-name-missing = Skriv namnet ditt.
contact-fault-email-missing = Skriv e-postadressa di, så vi veit kvar svaret skal.
contact-fault-message-missing = Skriv kva du lurer på.
contact-fault-too-fast = Det gjekk så fort at vi må spørje: Er alt rett? Send i så fall éin gong til.
contact-fault-too-old = Skjemaet har stått ope for lenge. Det du skreiv, er her enno: Send éin gong til.
contact-fault-forged = Vi kunne ikkje sjå at skjemaet kom herifrå. Det du skreiv, er her enno: Send éin gong til.
contact-fault-another = Du har alt sendt ei anna melding frå dette skjemaet. Vil du sende denne også, så send éin gong til.
contact-fault-too-many = { $max ->
    [one] Herifrå er det sendt mange meldingar på kort tid. Det du skreiv, er her enno: Vent 1 minutt, og send på nytt.
   *[other] Herifrå er det sendt mange meldingar på kort tid. Det du skreiv, er her enno: Vent { $max } minutt, og send på nytt.
 }

## Etterpå

contact-sent-heading = Meldinga er på veg
contact-sent-text = Takk for at du spør. Vi sender ho vidare, som regel med ein gong. Svaret kjem på e-post.
# Framfor tittelen på det det vart skrive om.
contact-sent-back = Tilbake til
contact-sent-more = Sjå fleire prosjekt
contact-sent-more-centres = Sjå alle sentera

## Brevet

contact-mail-subject = Spørsmål om «{ $title }»
contact-mail-subject-centre = Spørsmål til { $title }
contact-mail-about = { $name } har eit spørsmål om «{ $title }»:
contact-mail-about-centre = { $name } har eit spørsmål til { $title }:
contact-mail-answer = Sendt gjennom Pådriver. Svar på denne e-posten, så går svaret til den som spurde.
