# Rettleiingane, og hjelpetekstane som leier til dei der spørsmålet oppstår.

guides-heading = Rettleiingar
guides-lead = Korte rettleiingar for deg som skriv, les gjennom, leier eit senter eller ser til nettstaden.
guides-contents = Innhald
guides-all = Alle rettleiingar
guides-picture = Dette er eit bilete av sida. Du kan ikkje skrive eller trykkje i det.

guides-help-log-in = Kjem ikkje koden, eller har du spørsmål om innlogginga?
guides-log-in = Les om å logge inn
guides-help-step = Veit du ikkje kva du skal velje? Passnøkkel er enklast, og ein app verkar overalt.
guides-step = Les om det ekstra steget
guides-help-write = Du treng ikkje bli ferdig i dag. Utkastet ligg der når du kjem tilbake, og ingen lesarar ser det.
guides-write = Les om å skrive
guides-help-edit = Ingen andre enn dei som arbeider med teksten, ser han før han er publisert.
guides-help-steps = Ein annan enn den som har skrive, må seie ja før teksten kan publiserast.
guides-steps = Les om vegen frå utkast til publisert
guides-help-remark = Skriv kva du meiner, og lim inn orda det gjeld. Skriv aldri om enkeltpersonar i ein merknad.
guides-review = Les om å lese gjennom for andre
guides-help-roles = Gje så få roller som mogleg, og ta dei bort når nokon sluttar. Personen svarer sjølv på ein invitasjon.
guides-lead-centre = Les om å leie eit senter
guides-help-country = Det bør alltid vere minst to administratorar.
guides-administer = Les om å sjå til nettstaden
guides-help-mine = Er du ny her, eller har du fått ei ny rolle?
guides-help-register = Sei alltid kven som seier det, og skriv roller, aldri namn på personar.
