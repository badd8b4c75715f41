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
themes-parts = Delar av temaet
themes-pages = Sider
themes-empty = Det er ikkje noko om dette temaet enno.
themes-all = Sjå alle tema
themes-search = Søk i dette temaet
