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

login-connect = Čatna oktii: { $provider }
login-in = Loggejuvvon sisa
login-access-at = Geahča geain leat rollat dáppe
login-ask-role = Bivdde rolla
login-invited-last = Rolla lea fámus gitta { $day }.
login-kept = Maid mii leat vurken du birra
login-steps-link = Lassi lávki sisaloggemis
login-log-link = Geahča mii loggas čuožžu du birra
login-session-network = Neahtas { $network }
login-session-times = Logge sisa { $begun }. Maŋemus geavahuvvon { $seen }.
login-drafts-all = Evttohusat, ja teavsttat mat vurdet lohkama
login-drafts-none = Dus eai leat teavsttat jođus dál.
login-draft-saved = vurkejuvvon { $day }
login-draft-scheduled = Almmustahttojuvvo { $day }
login-add-address = Lasit čujuhusa
login-waiting = Vuordá du
login-waiting-none = Mihkkege ii vuordde du dál.
login-waits-review = Loga čađa
login-waits-review-act = Loga teavstta čađa
login-waits-saved = vurkejuvvon { $day }
login-waits-remarks-act = Vástit mearkkašumiide
login-waits-remarked = maŋemus mearkkašupmi { $day }
login-waits-asked = Don leat bivdojuvvon lohkat
login-waits-approved = Dohkkehuvvon, ja gárvvis almmustahttot:
login-waits-adoption = Vástit juo dahje ii
login-waits-adoption-act = Vástit
login-waits-role-act = Vástit
login-waits-role-since = jerron { $day }
login-waits-stale-act = Geahča mii lea rievdan
login-waits-passed-on-act = Raba teavstta
login-waits-somebody = muhtun gii ii leat čállán namas
login-works = Du buoridanbarggut
login-works-new = Álggat juoga ođđa
login-works-all = Geahča buot bargguid
login-register = Ođasmahte registara
login-done-name = Namma lea vurkejuvvon.
login-done-yes = Don leat vástidan juo.
login-done-no = Don leat vástidan ii. Mihkkege ii leat rievdan.
login-done-session = Don leat loggen olggos doppe.
login-lost = Dat maid don čállet, muhto it ožžon vurkejuvvot
login-lost-lead = Teavstta masa dat gullá, it sáhte šat rahpat. Dát neahttalohkki lea vurken sániid. Máŋge daid, doalat daid ođđa evttohussan, dahje bálkes daid. Jus čálihat olggos, de dat jávket dás.
login-lost-copy = Máŋge
login-lost-copied = Máŋgejuvvon.
login-lost-drop = Bálkes
login-waits-statements = Geahča
login-waits-statements-count = { $count ->
    [one] 1 diehtu registaris loguin mii lea dego riegádannummir
   *[other] { $count } dieđu registaris loguiguin mat leat dego riegádannummirat
 }
login-waits-statements-since = boarráseamos { $day }
login-waits-statements-act = Geahča loguid
