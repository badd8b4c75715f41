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
themes-parts = Parts of the theme
themes-pages = Pages
themes-empty = There is nothing about this theme yet.
themes-all = See all themes
themes-search = Search within this theme
