# What is wrong with statements that do not fit together.

statements-one-at-a-time = The same source says two things of the same for the same time. Say when the one ended, or take it away.
statements-twice = The same source says the same twice for days that overlap.
statements-ring = Then something would come of itself, or be a part of itself.
statements-outside = What this is said of was not there all that time.
statements-host-and-satellite = A municipality can’t be host and satellite of the same centre at once.
statements-seat = The unit is not in the host municipality.
statements-unknown = Something that is named is not known in the register.
statements-not-then = Something that is named was not there when this began.
statements-began-after = What came before can’t have begun after what came of it.
statements-no-kind = It must be said what kind of centre or organisation this is. That statement can be changed, but not removed.
statements-kind-stays = A centre keeps its kind. One of another kind is a new centre.
statements-municipality-part = A municipality is no part of a municipality.
statements-unreadable = The statement can’t be read as it is written.
statements-other = The statement does not fit with something else in the register.
