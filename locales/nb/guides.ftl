# Veiledningene, og hjelpetekstene som leder til dem der spørsmålet oppstår.

guides-heading = Veiledninger
guides-lead = Korte veiledninger for deg som skriver, leser gjennom, leder et senter eller ser til nettstedet.
guides-contents = Innhold
guides-all = Alle veiledninger
guides-picture = Dette er et bilde av siden. Du kan ikke skrive eller trykke i det.

guides-help-log-in = Kommer ikke koden, eller har du spørsmål om innloggingen?
guides-log-in = Les om å logge inn
guides-help-step = Vet du ikke hva du skal velge? Passnøkkel er enklest, og en app virker overalt.
guides-step = Les om det ekstra trinnet
guides-help-write = Du trenger ikke bli ferdig i dag. Utkastet ligger der når du kommer tilbake, og ingen lesere ser det.
guides-write = Les om å skrive
guides-help-edit = Ingen andre enn de som arbeider med teksten, ser den før den er publisert.
guides-help-steps = En annen enn den som har skrevet, må si ja før teksten kan publiseres.
guides-steps = Les om veien fra utkast til publisert
guides-help-remark = Skriv hva du mener, og lim inn ordene det gjelder. Skriv aldri om enkeltpersoner i en merknad.
guides-review = Les om å lese gjennom for andre
guides-help-roles = Gi så få roller som mulig, og ta dem bort når noen slutter. Personen svarer selv på en invitasjon.
guides-lead-centre = Les om å lede et senter
guides-help-country = Det bør alltid være minst to administratorer.
guides-administer = Les om å se til nettstedet
guides-help-mine = Er du ny her, eller har du fått en ny rolle?
guides-help-register = Si alltid hvem som sier det, og skriv roller, aldri navn på personer.
