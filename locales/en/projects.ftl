# Projects: the list, and the page of one project.

projects-heading = Projects
projects-lead = What nursing homes and home care services have tried, and how it went.
projects-count = { $count ->
    [0] No projects
    [one] 1 project
   *[other] { $count } projects
 }

## Filters

projects-filter-outcome = Result
projects-filter-status = Status
projects-filter-organisation = Partner

## How it went

projects-outcome-improved = Better
projects-outcome-no-change = No change
projects-outcome-worse = Worse
projects-outcome-unclear = Unclear
projects-outcome-not-measured = Not measured

## How far the project has come

projects-status-planned = Planned
projects-status-planned-open = Planned when the page was last updated
projects-status-ongoing = Ongoing
projects-status-ongoing-open = Ongoing when the page was last updated
projects-status-completed = Completed
projects-status-stopped = Stopped
projects-status-was-planned = Was planned when the page was written
projects-status-was-ongoing = Was under way when the page was written

## The story

# Read aloud above the result at the top of the page.
projects-says = The result in brief
projects-section-background = Background
projects-section-aims = What we wanted to achieve
projects-section-aims-now = What we want to achieve
projects-section-what-we-do = What we do
projects-section-what-we-will-do = What we will do
projects-section-what-we-did = What we did
projects-section-results = Results
projects-section-lessons = What we have learnt
projects-section-lessons-learnt = What we learnt
projects-section-what-it-took = What it took
projects-section-how-to-start = How to get started
projects-section-how-to-sustain = How to keep it going
projects-partners = Partners
projects-sources = Key sources for the work
projects-materials = Materials

## Facts

projects-fact-status = Status
projects-fact-period = Period
projects-fact-centre = Centre
# One and many alike in English.
projects-fact-responsible = { $count ->
    [one] Responsible
   *[other] Responsible
 }
projects-fact-leaders = { $count ->
    [one] Leader
   *[other] Leaders
 }
projects-fact-funders = Funded by
projects-fact-themes = { $count ->
    [one] Theme
   *[other] Themes
 }
projects-fact-counties = { $count ->
    [one] County
   *[other] Counties
 }
projects-fact-municipalities = { $count ->
    [one] Municipality
   *[other] Municipalities
}
projects-fact-aim = Aim
projects-fact-users = Users and next of kin
projects-fact-anchoring = Leadership commitment

projects-ask-heading = Would you like to do the same?

# What one of the kind is called.
projects-word = Project
# In the list of what a version changed.
projects-field-responsible = Responsible
projects-field-leaders = Leadership

## The form

projects-responsible-help = The municipality, nursing home or unit behind it. One on each line.
projects-leader = Leader
projects-leader-add = Add a leader
projects-leader-role = Role
projects-leader-role-help = For example project leader or practice development nurse.
projects-leader-name = Name
projects-leader-name-help = Only if the person has agreed to be named here.
projects-aim-help = What should become better, by how much, and when.
projects-users-help = How users and next of kin took part.
projects-anchoring-help = Who decided on it, and which plan it belongs to.
projects-outcome-note = The result in one sentence
projects-outcome-note-help = With numbers if you can: “Falls went from 12 to 4 a month.”
projects-story = The story
projects-story-help = Write the parts that you have something to say about. A part can stay empty, but the checklist reminds you of it, and whoever approves is told.
projects-materials-help = Forms, slides and other things that others can use.
