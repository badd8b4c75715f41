# Roller, og brevet til den som blir invitert til ei.

people-role-member = Medlem av eit team
people-role-team-lead = Teamleiar
people-role-editor = Redaktør
people-role-reviewer = Gjennomlesar
people-role-centre-leader = Senterleiar
people-role-coordinator = Nasjonal koordinator
people-role-administrator = Administrator

people-mail-subject = Du er invitert til Pådriver
people-mail-at = Du er invitert til rolla «{ $role }» hos { $place } i Pådriver.
people-mail-everywhere = Du er invitert til rolla «{ $role }» i Pådriver.
people-mail-by = Det er { $name } som inviterer deg.
people-mail-proof = Ho krev eit ekstra steg i innlogginga, ein app eller ein passnøkkel, som du set opp når du har sagt ja.
people-mail-how = Logg inn med denne e-postadressa. Då finn du invitasjonen på sida di, og kan svare ja eller nei:
people-mail-until = Du kan svare til og med { $day }. Er det ikkje meint for deg, treng du ikkje gjere noko.
people-mail-step-subject = Innlogginga di er endra
people-mail-step-added = Eit ekstra steg er lagt til i innlogginga di.
people-mail-step-removed = Eit ekstra steg er teke bort frå innlogginga di.
people-mail-step-reset = Alle ekstra steg i innlogginga di er nullstilte, og du er logga ut overalt. Set dei opp igjen neste gong du loggar inn.
people-mail-step-not-you = Var det ikkje du som gjorde dette eller bad om det, så sei frå med ein gong til dei som driv nettstaden.

people-mail-leaving-subject = Kontoen din i Pådriver
people-mail-leaving-asked = Det er bede om at kontoen din blir sletta. Det skjer { $day }.
people-mail-leaving-undo = Angrar du, så logg inn før den tid og vel «Behald kontoen». Var det ikkje du som bad om det, så logg inn med ein gong og behald han.
people-mail-leaving-stayed = Kontoen din blir ikkje sletta likevel.
people-mail-leaving-not-you = Var det ikkje du som gjorde dette, så ta kontakt med dei som driv nettstaden.
people-mail-leaving-gone = Kontoen din er sletta. Namnet, adressene og alt anna som peika på deg, er borte. Det du har gitt ut, står att utan namnet ditt.
people-mail-leaving-thanks = Takk for det du har gitt dei andre.
people-mail-address-code = Nokon som er logga inn i Pådriver, vil leggje til denne adressa. Koden er:
people-mail-address-not-you = Var det ikkje deg, så gjer ingenting. Utan koden skjer det ingenting.
people-mail-address-subject = Koden for å leggje til adressa
people-mail-address-added = Ei e-postadresse er lagd til kontoen din.

people-mail-over-subject = Tilgangen din i Pådriver er endra
people-mail-role-taken = Rolla «{ $role }» di i Pådriver er teken bort, og du er logga ut.
people-mail-role-taken-at = Rolla «{ $role }» di hos { $place } i Pådriver er teken bort, og du er logga ut.
people-mail-role-taken-more = Du har framleis kontoen din. Logg inn på nytt for å sjå kva roller du har. Har du inga rolle att på staden, er utkasta dine der gjevne vidare til ein kollega eller til eininga. Er dette feil, kan du snakke med den som ser til rollene der, eller be om rolla på «Mi side».
people-mail-closed = Kontoen din i Pådriver er stengd av ein administrator, og du er logga ut.
people-mail-closed-more = Det du har skrive, er ikkje sletta. Er dette feil, må du kontakte den som driv nettstaden.
people-mail-asks-subject = Nokon ber om ei rolle hos { $place }
people-mail-asks-by = { $name } ber om ei rolle i Pådriver.
people-mail-asks = Det gjeld «{ $role }» hos { $place }.
people-mail-asks-how = Logg inn for å seie ja eller nei:
people-mail-asked-subject = Svar på at du bad om ei rolle hos { $place }
people-mail-asked-yes = Du har fått rolla «{ $role }» hos { $place } i Pådriver.
people-mail-asked-until = Ho gjeld til og med { $day }.
people-mail-asked-no = Du fekk ikkje rolla «{ $role }» hos { $place } i Pådriver. Svaret du fekk:
people-ended-elsewhere = Du logga deg ut herfrå frå ein annan nettlesar.
people-ended-role-taken = Du er logga ut fordi ei av rollene dine er teken bort. Logg inn på nytt for å sjå kva du har no.
people-ended-closed = Du er logga ut fordi kontoen er stengd av ein administrator. Kontakt den som driv nettstaden.
people-ended-step-added = Du er logga ut her fordi du sette opp eit ekstra trinn i ein annan nettlesar.
people-ended-steps-reset = Du er logga ut fordi det ekstra steget er nullstilt av ein administrator. Logg inn, og set det opp på nytt.
people-ended-provider = Du er logga ut fordi tenesta du logga inn med, sa at du har logga ut der.
people-ended-idle = Du er logga ut fordi det har gått ei stund sidan du brukte sida. Det vernar deg på maskiner som fleire bruker.
people-ended-longest = Du er logga ut fordi ei innlogging ikkje varer lenger enn dette.
people-unnamed = Ein som ikkje har skrive namnet sitt
