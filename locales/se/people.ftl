# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

people-role-member = Joavkku lahttu
people-role-team-lead = Joavkojođiheaddji
people-role-editor = Doaimmaheaddji
people-role-reviewer = Čađalohkki
people-role-centre-leader = Guovddášjođiheaddji
people-role-coordinator = Riikkalaš koordináhtor
people-role-administrator = Hálddašeaddji

people-unnamed = Muhtun gii ii leat čállán namas
people-means-member = Don leat mielde buoridanbarggus doppe, ja sáhtát čállit evttohusaid báikki nammii.
people-means-team-lead = Don jođihat buoridanbarggu doppe.
people-means-editor = Don čálát ja divodat dan mii almmustahttojuvvo doppe.
people-means-reviewer = Don logat maid earát leat čállán doppe, ovdal go dat almmustahttojuvvo.
people-means-centre-leader = Don fuolahat guovddáža, teavsttaid ja rollaid doppe.
people-means-coordinator = Don fuolahat fierpmádaga olles riikkas.
people-means-administrator = Don fuolahat neahttabáikki ja gii oažžu dahkat maid.

people-mail-subject = Don leat bovdejuvvon Pådriverii
people-mail-at = Don leat bovdejuvvon rollii «{ $role }», báiki: { $place }, Pådriveris.
people-mail-everywhere = Don leat bovdejuvvon rollii «{ $role }» Pådriveris.
people-mail-by = { $name } bovde du.
people-mail-what = Pådriver lea buhcciidruovttuid ja ruovttubálvalusaid ovddidanguovddážiid bargosadji ja máhttovuođđu. Dáppe sii čállet das maid leat geahččalan, ja joavkkut gielddain barget buoridemiin.
people-mail-proof = Dat gáibida lassi lávkki sisaloggemis, appa dahje beassančoavdaga, man ráhkadat go leat vástidan juo.
people-mail-how = Logge sisa dáinna e-poastačujuhusain. De gávnnat bovdehusa iežat siiddus, ja sáhtát vástidit juo dahje ii:
people-mail-until = Don sáhtát vástidit gitta { $day }. Jus dát ii leat dutnje oaivvilduvvon, de it dárbbaš dahkat maidige.
