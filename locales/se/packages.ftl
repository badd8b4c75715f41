# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

packages-word = Oahpahuspáhkka
packages-heading = Oahpahuspáhkat
