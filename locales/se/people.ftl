# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

people-role-member = Joavkku lahttu
people-role-team-lead = Joavkojođiheaddji
people-role-editor = Doaimmaheaddji
people-role-reviewer = Čađalohkki
people-role-centre-leader = Guovddášjođiheaddji
people-role-coordinator = Riikkalaš koordináhtor
people-role-administrator = Hálddašeaddji
