# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

login-heading = Logge sisa
login-lead = Don it dárbbaš beassansáni. Čális e-poastačujuhusat, de sáddet mii dutnje koda.
login-email = E-poastačujuhus
login-email-help = Geavat mielas čujuhusa mii dus lea barggus.
login-send-code = Sádde munnje koda

login-code-heading = Čális koda
login-code-lead = Koda lea jođus čujuhussii { $address }. Dat lea fámus { $minutes } minuhta, ja dušše dán neahttalohkkis.
login-code-late = Jus ii boađe, de geahča ruskapoastta, ja leago čujuhus riekta.
login-code-again = Bivdde ođđa koda
login-code = Koda
login-code-help = Guhtta logu, e-poasttas maid mii sáddiimet dutnje.
login-enter = Logge sisa
login-by = Logge sisa: { $provider }

## Maid galgá njulget

login-fault-email-missing = Čális e-poastačujuhusat, vai diehtit gosa koda galgá.
login-fault-code-missing = Čális koda e-poasttas.
login-fault-code-form = Kodas leat guhtta logu.
login-fault-over = Dán koda ii sáhte šat geavahit, dahje dat lea bivdojuvvon eará neahttalohkkis. Bivdde ođđa koda.
login-fault-closed = Du konto lea giddejuvvon. Váldde oktavuođa singuin geat doibmet neahttabáikki.
login-fault-name-missing = Čális namat.

## Mu siidu

login-name = Namma
login-name-help = Nu mo sii geaiguin barggat, oidnet dan.
login-save-name = Vurke nama
login-account = Du konto
login-addresses = Don loggejat sisa čujuhusain
login-roles = Du rollat
login-no-roles = Dus eai leat vel rollat. Sii geat jođihit guovddáža, sáhttet bovdet du.
login-role-since = { $day } rájes
login-role-until = gitta { $day }
login-everywhere = Olles riika
login-invited-at = Don leat bovdejuvvon rollii «{ $role }», báiki: { $place }
login-invited = Don leat bovdejuvvon rollii «{ $role }»
login-invited-until = Don sáhtát vástidit gitta { $day }.
login-invited-yes = Juo, giitu
login-invited-no = In, giitu
login-drafts = Maid don čálát
login-drafts-new = Ođđa teaksta
login-letters = E-poasta

## Neahttalohkkit

login-in-since = { $at } rájes
login-sessions-link = Geahča gos don leat loggen sisa
login-sessions-heading = Dáppe don leat loggen sisa
login-session-unknown = Amas neahttalohkki
login-session-this = dát
login-session-end = Logge olggos
login-session-end-others = Logge olggos buot eará báikkiin

## Reive koda

login-mail-subject = Sisaloggen Pådriver-neahttabáikái
login-mail-code = Du koda lea:
login-mail-how = Čális dan neahttalohkkis gos bivdet dan. Dat lea fámus { $minutes } minuhta.
