# Words of the method: how far a step has come, and what shows it.

work-method-changed = Method chosen
work-method-changed-step = Step described
work-method-begun = Begun
work-method-done = Done
work-method-skipped = Not for us
work-method-sign-team = { $count } in the team
work-method-sign-sponsor = A leader stands behind it
work-method-sign-users = Users or next of kin take part
work-method-sign-aim = The aim is written
work-method-sign-whole-aim = The aim says how much and by when
work-method-sign-drivers = Drivers: { $count }
work-method-sign-ideas = Change ideas: { $count }
work-method-sign-measures = Measures: { $count }
work-method-sign-goals = Measures with a target: { $count }
work-method-sign-numbers = Numbers entered: { $count }
work-method-sign-cycles = Tests of change: { $count }
work-method-sign-studied = Tests that you have learned from: { $count }
work-method-sign-decided = Tests that you have decided on: { $count }
work-method-sign-adopted = Changes adopted: { $count }
work-method-sign-finished = The work is finished
