# Training packages: the list, and the page of one package.

packages-word = Training package
packages-heading = Training packages
packages-lead = Ready-made training to hold at your own workplace, module by module.
packages-count = { $count ->
    [0] No training packages
    [one] 1 training package
   *[other] { $count } training packages
 }
packages-modules = { $count ->
    [one] 1 module
   *[other] { $count } modules
 }
packages-time = Time in all

## The story

packages-section-aim = Aim
packages-section-about = About the package
packages-section-modules = Modules
packages-section-method = How to try it out: method
packages-section-model = How to try it out: model
packages-section-experience = Experience so far
packages-section-how-to-start = How to get started
packages-section-how-to-sustain = How to keep it going
packages-module-materials = Material
packages-module-checklist = Checklist
packages-module-questions = Questions to talk about

## The form

packages-module = Module
packages-module-add = Add a module
packages-module-title = Title
packages-module-text = Content
packages-try-out = Trying it out
packages-method-help = How a workplace tries the package out, step by step.
packages-model-help = The model that the trying out goes by.
