# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

editing-heading = Maid don čálát
editing-new = Ođđa teaksta
editing-begin = Álggat čállit
editing-kind = Makkár teaksta dat lea?
editing-go-on = Joatkke čállima
editing-mine = Teavsttat mat leat jođus
editing-mine-none = Dus eai leat teavsttat jođus.
editing-waiting = Vuordá ahte don logat

## Čállit

editing-save = Vurke
editing-saved = Vurkejuvvon { $at }
editing-saved-not = Ii leat vel vurkejuvvon
editing-not-saved = Ii leat vel vurkejuvvon: { $why }
editing-save-by-itself = Dat maid čálát, vurkejuvvo iešalddis.
editing-save-by-hand = Dat maid čálát, ii vurkejuvvo ovdal go deaddilat «Vurke».
editing-save-next = Vurke ja joatkke
editing-writing = Čállá …
editing-others = Čállá dáppe dál: { $names }
editing-preview = Ovdačájeheapmi
editing-empty = Guoros
editing-words = { $count } sáni
editing-lead-words = { $count } sáni. Eanemusat { $most }.
editing-facts = Duođalašvuođat
editing-contact = Oktavuohta
editing-contact-role = Rolla
editing-contact-email = E-poastačujuhus
editing-note = Maid don rievdadit
editing-centre = Geasa teaksta gullá
editing-lang = Giella masa teaksta lea čállojuvvon
editing-languages = Gielat
editing-languages-all = Teaksta buot gielaide
editing-tabs = Teavstta gielat
editing-tab-none = Ii leat čállojuvvon
editing-chapter-place = Fáddá ja báiki
editing-chapter-around = Oktavuohta, gáldu ja giella
editing-chapter-uses = Liŋkkat eará sisdollui
editing-seek-button = Oza
editing-found-none = Ii gávdnon mihkkege. Geahččal eará sáni.
editing-warning = Ale čális ovttaskas olbmuid birra
editing-yours = Maid don čállet
editing-theirs = Dat mii lea vurkejuvvon

## Neavvut teavstta bajábealde

editing-tools = Hábmen
editing-tool-heading = Gaskabajilčála
editing-tool-bold = Buoiddes
editing-tool-list = Listu
editing-tool-link = Liŋka
editing-tool-table = Tabealla
editing-tool-picture = Govva
editing-tool-picture-name = Govva
editing-tool-picture-heading = Bija gova
editing-link-heading = Bija liŋkka
editing-link-insert = Bija čujuhusa
editing-link-none = Ii gávdnon mihkkege
editing-link-close = Gidde
editing-table-row = rádju
editing-table-column = čuolda

## Evttohusas almmustahttimii

editing-steps = Evttohusas almmustahttimii
editing-next = Mii dáhpáhuvvá dál?
editing-before = Ovdal go sáddet čađalohkamii
editing-checklist = Ovdal go teaksta almmustahttojuvvo
editing-check-met = Gárvvis
editing-check-lacking = Váilu
editing-check-demanded = Galgá njulgejuvvot ovdal go teavstta sáhttá almmustahttit
editing-check-theme = Uhcimusat okta fáddá
editing-check-place = Báiki
editing-check-period = Áigodat
editing-check-missing = «{ $field }» galgá devdojuvvot
editing-hints = Rávvagat giela birra
editing-hint-see = Mana gieddái
editing-hand-in = Sádde čađalohkamii
editing-hand-in-first = Teaksta vurkejuvvo. De oainnát dárkkistanlisttu ja maid don sáddet, ovdal go sáddet.
editing-hand-in-help = Nubbi lohká teavstta ovdal go dat almmustahttojuvvo. Don sáhtát sáddet dan vaikko juoga váilu.
editing-handing = Dán don sáddet
editing-handing-what = Mii:
editing-handing-see = Geahča dan nu mo lohkkit oidnet dan
editing-handing-seen = Sii oidnet teavstta govaiguin ja fiillaiguin, mearkkašumiid, ovddit veršuvnnaid ja dárkkistanlisttu dán siiddus.
editing-done-to-hand-in = Teaksta lea vurkejuvvon, muhto ii leat vel sáddejuvvon. Geahča dan dáppe, ja sádde dan siiddu vuolimusas.
editing-done-handed-in = Teaksta lea sáddejuvvon čađalohkamii.
editing-done-saved = Evttohus lea vurkejuvvon.
editing-done-published = Teaksta lea almmustahttojuvvon. Buohkat sáhttet dál lohkat dan.
editing-done-taken-back = Teaksta lea fas evttohus.
editing-done-gone = Teaksta lea sihkkojuvvon.
editing-reader = Gii galgá lohkat?
editing-reader-first = Dat geas vuos lea áigi
editing-approve = Dohkket dán veršuvnna
editing-approved-by = { $name } lea dohkkehan { $at }.
editing-approved-mine = Don leat dohkkehan dán veršuvnna.
editing-publish = Almmustahte dál
editing-publish-at = Almmustahte dán áigái
editing-when = Áigi
editing-take-back = Daga fas evttohussan
editing-unschedule = Šluhtte áiggi
editing-discard = Bálkes evttohusa
editing-discard-ask = Hálidatgo bálkestit dán evttohusa?
editing-discard-not = In, doalat evttohusa
editing-archive = Sirdde vuorkái
editing-withdraw = Váldde eret lohkkiin
editing-retire-why = Manne?
editing-retire-not = Gaskkalduhte
editing-stage-draft = Evttohus
editing-stage-review = Čađalohkamis
editing-stage-scheduled = Vuordá almmustahttima
editing-stage-published = Almmustahttojuvvon
editing-stage-archived = Vuorkkás
editing-stage-withdrawn = Gessojuvvon ruovttoluotta
editing-somebody = muhtun gii ii leat čállán namas

## Mearkkašumit ja veršuvnnat

editing-remarks = Mearkkašumit
editing-remarks-none = Ii oktage leat čállán mearkkašumi.
editing-remark-new = Ođđa mearkkašupmi
editing-remark-words = Mearkkašupmi
editing-remark-passage = Báiki teavsttas
editing-remark-text = Teaksta
editing-remark-send = Lasit mearkkašumi
editing-remark-answer-open = Vástit
editing-remark-answer = Du vástádus
editing-remark-answer-send = Sádde vástádusa
editing-remark-resolve = Merke čovdojuvvon
editing-remark-by = { $name }, { $at }
editing-versions = Buot veršuvnnat
editing-version = Veršuvdna { $number }, { $at }, { $name }
editing-version-short = Veršuvdna { $number }, { $at }
editing-version-public = Almmustahttojuvvon { $day }
editing-compare = Buohtastahte
editing-differences = Dát lea rievdaduvvon

## Govat ja fiillat

editing-uploads = Govat ja fiillat
editing-upload-new = Lasit gova dahje fiilla
editing-upload-file = Vállje fiilla
editing-upload-send = Sádde
editing-upload-delete = Sihko
editing-picture-alt = Maid govva čájeha
editing-picture-caption = Govvateaksta
editing-picture-credit = Gii gova lea dahkan

## Gielat

editing-original = Originála
editing-translate = Jorgal vel ovtta gillii
editing-translate-begin = Álggat jorgaleami
editing-translate-title = Namahus ođđa gillii
editing-address-will = Teaksta oažžu čujuhusa
editing-address-change = Rievdat čujuhusa
editing-address-moves = Go dát teaksta almmuhuvvo, de sirdojuvvo siidu čujuhussii vuolábealde. Boares čujuhus doalvu dohko.
editing-fault-slug = Čujuhusas leat dušše smávva bustávat a rájes z rádjai, logut ja ovttaskas sárgát, eanemusat 80 mearkka, iige oktage lohku mii sulastahttá riegádannummara.
editing-slug = Čujuhus
editing-slug-help = Maŋimuš oassi čujuhusas maid lohkkit ožžot. Jus guođát gietti guorusin, de dahkko dat bajilčállagis ja čuovvu dan dassážiigo teaksta almmuhuvvo vuosttaš geardde. Jus rievdadat dan maŋŋil, de boares doalvu deike.
editing-gone = Ii vurkejuvvon: teaksta ii gávdno šat. Muhtun lea bálkestan dan. Dat maid don leat čállán, lea dás nu guhká go gilkor lea rabas. Máŋge dan, dahje deaddil «Vurke»: de sáhtát doalahit dan iežat evttohussan.
editing-lost-shut-said = Ii vurkejuvvon: dus ii leat šat beassan tekstii. Dat maid don leat čállán, lea dás nu guhká go gilkor lea rabas. Máŋge dan, dahje deaddil «Vurke»: de sáhtát doalahit dan iežat evttohussan.
editing-lost-shut-heading = Dus ii leat šat beassan tekstii
editing-lost-shut = Dat maid don sáddejit dál, ii leat vurkejuvvon dohko. Du rolla sáhttá leat nohkan, dahje teaksta sáhttá leat ožžon eará báikki dan botta go don čállet.
editing-lost-gone-heading = Teaksta ii gávdno šat
editing-lost-gone = Muhtun lea bálkestan dan dan botta go don čállet. Dat maid don sáddejit dál, ii leat vurkejuvvon dohko.
editing-lost-unsaved-heading = Dat ii leat vel vurkejuvvon
editing-lost-unsaved = Mii eat sáhte vurket justte dál. Vuordde veaháš ja geahččal ođđasit.
editing-lost-copy = Buot maid don čállet skovvái, lea dás. Máŋge dan maid háliidat doalahit, ovdal go manat viidáseappot.
editing-lost-keep = Doalat ođđa evttohussan
editing-lost-keep-help = Ođđa evttohus lea du iežat, ja dušše don oainnát dan. Govat ja fiillat eai čuovo.
editing-lost-title = Bajilčállaga haga
editing-lost-words = Teaksta
