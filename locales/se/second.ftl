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
