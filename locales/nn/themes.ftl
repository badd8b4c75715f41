# Oversikta over alle tema.

themes-heading = Tema
themes-lead = Start med det de strevar med.
themes-count = { $count ->
    [0] Ingenting enno
    [one] 1 treff
   *[other] { $count } treff
 }

## Sida til eitt tema

themes-one-lead = Alt om «{ $theme }»: prosjekt, verktøy, publikasjonar og meir.
themes-worked = { $count ->
    [one] 1 prosjekt har gitt betre resultat.
   *[other] { $count } prosjekt har gitt betre resultat.
 }
themes-worked-see = Sjå til dømes:
themes-failed = { $count ->
    [one] 1 prosjekt verka ikkje slik dei håpa.
   *[other] { $count } prosjekt verka ikkje slik dei håpa.
 }
themes-failed-see = Les dette før du gjer det same:
themes-begin = Klart til å ta i bruk:
themes-parts = Delar av temaet
themes-pages = Sider
themes-empty = Det er ikkje noko om dette temaet enno.
themes-all = Sjå alle tema
themes-search = Søk i dette temaet
