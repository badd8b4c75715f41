# The overview of all themes.

themes-heading = Themes
themes-lead = Start with what you find hard.
themes-count = { $count ->
    [0] No projects yet
    [one] 1 project
   *[other] { $count } projects
 }
