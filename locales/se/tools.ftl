# Reaiddut.

tools-word = Reaidu
tools-heading = Reaiddut
tools-type-film = Filbma
