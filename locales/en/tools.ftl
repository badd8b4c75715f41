# Tools: the list, the filters, and the page of one tool.

tools-word = Tool
tools-heading = Tools
tools-lead = Checklists, forms and methods that have been tried, ready for you to use as they are.
tools-count = { $count ->
    [0] No tools
    [one] 1 tool
   *[other] { $count } tools
 }

## Filters and facts

tools-filter-type = Type of tool
tools-type-checklist = Checklist
tools-type-form = Form
tools-type-method = Method
tools-type-guide = Guide
tools-type-template = Template
tools-type-e-learning = E-learning
tools-type-film = Film
tools-filter-phase = When in the work
tools-phase-prepare = Prepare
tools-phase-plan = Plan
tools-phase-carry-out = Carry out
tools-phase-evaluate = Evaluate
tools-phase-follow-up = Follow up
tools-time = Time it takes

## The story

tools-section-about = About the tool
tools-section-how-to-use = How to use it
tools-section-how-to-start = How to get started
tools-section-how-to-sustain = How to keep it going
tools-section-links = Links

## The form

tools-time-note = About the time
tools-time-note-help = What the minutes are for, for example “per room”.
