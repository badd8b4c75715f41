# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

web-name = Pådriver
web-title = { $page } – Pådriver (davvisámegiella)
web-title-front = Pådriver (davvisámegiella) – { $page }

web-skip-link = Njuike váldosisdollui
web-menu-label = Váldofállu
web-menu-button = Fállu
web-menu-projects = Prošeavttat
web-menu-tools = Reaiddut
web-menu-packages = Oahpahus
web-menu-events = Doalut
web-menu-news = Ođđasat
web-menu-publications = Publikašuvnnat
web-menu-themes = Fáttát
web-menu-centres = Guovddážat
web-search-button = Oza
web-language-label = Giella

web-breadcrumbs-label = Don leat dáppe
web-breadcrumbs-home = Ruoktu
web-pager-previous = Ovddit
web-pager-previous-label = Ovddit siidu
web-pager-next = Boahtte
web-pager-next-label = Boahtte siidu
web-pager-page = Siidu { $page }

web-example-label = Ovdamearka
web-content-in-nb = Dát teaksta lea girjedárogillii.
web-content-in-nn = Dát teaksta lea ođđadárogillii.
web-content-in-se = Dát teaksta lea davvisámegillii.
web-content-in-en = Dát teaksta lea eaŋgalasgillii.

web-log-in = Logge sisa
web-log-out = Logge olggos
web-my-page = Mu siidu
web-my-texts = Maid don čálát
web-guides = Bagadallamat

web-share = Juoge siiddu
web-draft-label = Evttohus
web-draft-text = Davvisámegiel teavsttat leat evttohus maid giellageavaheaddji ii leat vel lohkan. Go teaksta váilu, de lea dat girjedárogillii.
