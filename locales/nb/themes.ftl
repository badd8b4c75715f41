# Oversikten over alle tema.

themes-heading = Tema
themes-lead = Begynn med det dere strever med.
themes-count = { $count ->
    [0] Ingenting ennå
    [one] 1 treff
   *[other] { $count } treff
 }

## Siden til ett tema

themes-one-lead = Alt om «{ $theme }»: prosjekter, verktøy, publikasjoner og mer.
themes-worked = { $count ->
    [one] 1 prosjekt har gitt bedre resultat.
   *[other] { $count } prosjekter har gitt bedre resultat.
 }
themes-worked-see = Se for eksempel:
themes-failed = { $count ->
    [one] 1 prosjekt virket ikke slik de håpet.
   *[other] { $count } prosjekter virket ikke slik de håpet.
 }
themes-failed-see = Les dette før du gjør det samme:
themes-begin = Klart til å ta i bruk:
themes-parts = Deler av temaet
themes-pages = Sider
themes-empty = Det er ikke noe om dette temaet ennå.
themes-all = Se alle tema
themes-search = Søk i dette temaet
