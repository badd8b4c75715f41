# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

second-heading = Vel okta lávki
second-again = Logge sisa ođđasit
second-log-in = Logge sisa
second-code = Koda áhpas
second-code-help = Guhtta logu, mat molsašuvvet juohke beallminuhta.
second-recovery = Várrekoda
second-send = Joatkke
second-use-key = Geavat beassančoavdaga
second-other-way = Geavat eará vuogi
second-fault-missing = Čális koda.
second-keys = Beassančoavdagat
second-recovery-codes = Várrekodat
second-key-remove = Sihko

second-or = Dahje čális koda:
second-give-up = Gaskkalduhte sisaloggema
second-manage-heading = Lassi lávki sisaloggemis
second-since = { $day } rájes
second-app = Appa mii ráhkada kodaid
second-app-add = Ráhkat appa
second-app-remove = Váldde appa eret
second-app-heading = Ráhkat appa
second-app-key = Čoavdda teakstan:
second-key-heading = Geavat beassančoavdagat
second-key-add = Ráhkat beassančoavdaga
second-key-name = Beassančoavdaga namma
second-key-make = Ráhkat beassančoavdaga
second-recovery-new = Ráhkat ođđa várrekodaid
second-codes-heading = Du várrekodat
second-codes-void = Boares kodat eai šat doaimma.
second-codes-kept = Mun lean vurken daid
