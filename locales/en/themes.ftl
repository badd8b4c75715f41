# The overview of all themes.

themes-heading = Themes
themes-lead = Start with what you find hard.
themes-count = { $count ->
    [0] Nothing yet
    [one] 1 item
   *[other] { $count } items
 }

## The page of a theme

themes-one-lead = Everything about “{ $theme }”: projects, tools, publications and more.
themes-worked = { $count ->
    [one] 1 project has led to better results.
   *[other] { $count } projects have led to better results.
 }
themes-worked-see = For example:
themes-failed = { $count ->
    [one] 1 project did not work as they had hoped.
   *[other] { $count } projects did not work as they had hoped.
 }
themes-failed-see = Read this before you do the same:
themes-begin = Ready to use:
themes-parts = Parts of the theme
themes-pages = Pages
themes-empty = There is nothing about this theme yet.
themes-all = See all themes
themes-search = Search within this theme
