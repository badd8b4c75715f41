# How much of what is published is written in each language.

languages-heading = Bokmål and Nynorsk
languages-lead = State bodies are to write at least { $least } per cent in each of the two over time. This is how it is, counted in words.
languages-from = From the year
languages-to = To the year
languages-show = Show
languages-file = Download as a table (CSV)
languages-total = All
languages-by-year = Year by year
languages-by-kind = By kind
languages-by-centre = By centre
languages-year = Published
languages-kind = Kind
languages-centre = Centre
languages-no-centre = Without a centre
languages-texts = Texts
languages-words-nb = Words in Bokmål
languages-words-nn = Words in Nynorsk
languages-words-se = Words in Northern Sámi
languages-words-en = Words in English
languages-share = Share
languages-shares = { $nb }% Bokmål, { $nn }% Nynorsk
languages-uneven = Below { $least }% of one
languages-how = Texts count in the year that they were first published, with the words that they have now. Examples and drafts are left out.
