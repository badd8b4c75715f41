# Draft: what is missing is said in bokmål.

reading-contents = Sisdoallu
