# Roller, og brevet til den som inviteres til en.

people-role-member = Medlem av et team
people-role-team-lead = Teamleder
people-role-editor = Redaktør
people-role-reviewer = Gjennomleser
people-role-centre-leader = Senterleder
people-role-coordinator = Nasjonal koordinator
people-role-administrator = Administrator

people-mail-subject = Du er invitert til Pådriver
people-mail-at = Du er invitert til rollen «{ $role }» hos { $place } i Pådriver.
people-mail-everywhere = Du er invitert til rollen «{ $role }» i Pådriver.
people-mail-by = Det er { $name } som inviterer deg.
people-mail-proof = Den krever et ekstra trinn i innloggingen, en app eller en passnøkkel, som du setter opp når du har sagt ja.
people-mail-how = Logg inn med denne e-postadressen. Da finner du invitasjonen på siden din, og kan svare ja eller nei:
people-mail-until = Du kan svare til og med { $day }. Er det ikke ment for deg, trenger du ikke gjøre noe.
people-mail-step-subject = Innloggingen din er endret
people-mail-step-added = Et ekstra trinn er lagt til i innloggingen din.
people-mail-step-removed = Et ekstra trinn er tatt bort fra innloggingen din.
people-mail-step-reset = Alle ekstra trinn i innloggingen din er nullstilt, og du er logget ut overalt. Sett dem opp igjen neste gang du logger inn.
people-mail-step-not-you = Var det ikke du som gjorde dette eller ba om det, så si fra med en gang til dem som driver nettstedet.

people-mail-leaving-subject = Kontoen din i Pådriver
people-mail-leaving-asked = Det er bedt om at kontoen din slettes. Det skjer { $day }.
people-mail-leaving-undo = Angrer du, så logg inn før den tid og velg «Behold kontoen». Var det ikke du som ba om det, så logg inn med en gang og behold den.
people-mail-leaving-stayed = Kontoen din blir ikke slettet likevel.
people-mail-leaving-not-you = Var det ikke du som gjorde dette, så ta kontakt med dem som driver nettstedet.
people-mail-leaving-gone = Kontoen din er slettet. Navnet, adressene og alt annet som pekte på deg, er borte. Det du har gitt ut, står igjen uten navnet ditt.
people-mail-leaving-thanks = Takk for det du har gitt de andre.
people-mail-address-code = Noen som er logget inn i Pådriver, vil legge til denne adressen. Koden er:
people-mail-address-not-you = Var det ikke deg, så gjør ingenting. Uten koden skjer det ingenting.
people-mail-address-subject = Koden for å legge til adressen
people-mail-address-added = En e-postadresse er lagt til kontoen din.

people-mail-over-subject = Tilgangen din i Pådriver er endret
people-mail-role-taken = Rollen «{ $role }» din i Pådriver er tatt bort, og du er logget ut.
people-mail-role-taken-at = Rollen «{ $role }» din hos { $place } i Pådriver er tatt bort, og du er logget ut.
people-mail-role-taken-more = Du har fortsatt kontoen din. Logg inn på nytt for å se hvilke roller du har. Har du ingen rolle igjen på stedet, er utkastene dine der gitt videre til en kollega eller til enheten. Er dette feil, kan du snakke med den som ser til rollene der, eller be om rollen på «Min side».
people-mail-closed = Kontoen din i Pådriver er stengt av en administrator, og du er logget ut.
people-mail-closed-more = Det du har skrevet, er ikke slettet. Er dette feil, må du kontakte den som driver nettstedet.
people-mail-asks-subject = Noen ber om en rolle hos { $place }
people-mail-asks-by = { $name } ber om en rolle i Pådriver.
people-mail-asks = Det gjelder «{ $role }» hos { $place }.
people-mail-asks-how = Logg inn for å si ja eller nei:
people-mail-asked-subject = Svar på at du ba om en rolle hos { $place }
people-mail-asked-yes = Du har fått rollen «{ $role }» hos { $place } i Pådriver.
people-mail-asked-until = Den gjelder til og med { $day }.
people-mail-asked-no = Du fikk ikke rollen «{ $role }» hos { $place } i Pådriver. Svaret du fikk:
people-ended-elsewhere = Du logget deg ut herfra fra en annen nettleser.
people-ended-role-taken = Du er logget ut fordi en av rollene dine er tatt bort. Logg inn på nytt for å se hva du har nå.
people-ended-closed = Du er logget ut fordi kontoen er stengt av en administrator. Kontakt den som driver nettstedet.
people-ended-step-added = Du er logget ut her fordi du satte opp et ekstra trinn i en annen nettleser.
people-ended-steps-reset = Du er logget ut fordi det ekstra trinnet er nullstilt av en administrator. Logg inn, og sett det opp på nytt.
people-ended-provider = Du er logget ut fordi tjenesten du logget inn med, sa at du har logget ut der.
people-ended-idle = Du er logget ut fordi det har gått en stund siden du brukte siden. Det beskytter deg på maskiner som flere bruker.
people-ended-longest = Du er logget ut fordi en innlogging ikke varer lenger enn dette.
people-unnamed = En som ikke har skrevet navnet sitt
