# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

guides-heading = Bagadallamat
guides-contents = Sisdoallu
guides-all = Buot bagadallamat
