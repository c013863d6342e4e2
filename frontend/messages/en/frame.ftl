frame-lost = The server does not answer. Go on drawing: your edits are kept here and saved as soon as it is back.

frame-skip = Skip to the drawing
frame-logo = Layerloom, all projects
frame-layers = Layers
frame-inspector = Settings
frame-canvas = Canvas
frame-undo = Undo
frame-redo = Redo
frame-go-to = Go to…
frame-more = More
frame-page = This page
frame-page-settings = Page settings
frame-help = Help
frame-export = Export
frame-light = Light colours
frame-dark = Dark colours
frame-all-projects = All projects
frame-rename-project = Rename the project
frame-project-name = Project name

frame-view = View
frame-view-canvas = Canvas
frame-view-outline = Outline
frame-show-palette = Show layers
frame-hide-palette = Hide layers
frame-show-dock = Show lab bench
frame-hide-dock = Hide lab bench
frame-show-inspector = Show settings
frame-hide-inspector = Hide settings
frame-bench-height = Height of the lab bench

frame-opening = Opening…
frame-saving = Saving…
frame-saved = Saved
frame-offline = Offline
frame-offline-unsaved = { $n ->
    [one] Offline — { $n } unsaved edit
   *[other] Offline — { $n } unsaved edits
}
frame-opening-project = Opening the project
frame-try-again = Try again
frame-replaced = This project was replaced on the server; here is the new one.

frame-parameters = { $n ->
    [one] <b>{ $count }</b> parameter
   *[other] <b>{ $count }</b> parameters
}
frame-can-learn = { $n ->
    [one] { $n } of them can learn
   *[other] { $n } of them can learn
}
frame-weights = <b>{ $bytes }</b> weights
frame-at-batch = <b>{ $bytes }</b> at batch { $batch }
frame-memory-is = Estimate: weights, gradients, optimizer and the values between layers
frame-inspector-starts = The inspector is starting; shapes follow in a moment
frame-inspector-again = The inspector is starting again; your drawing is safe
frame-n-problems = { $n ->
    [one] { $n } problem
   *[other] { $n } problems
}
frame-n-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}

frame-script = Python script
frame-model = Trained model
frame-model-of = Model of run { $number }
frame-after-a-run = after a run
frame-graph = Graph
frame-duplicate = Duplicate project
frame-is-the-copy = This is the copy, “{ $name }”.
frame-no-copy = The copy could not be made.
frame-no-script = The script could not be made.
frame-save-script = Save the Python script
frame-save-graph = Save the graph
frame-save-model = Save the trained model

frame-projects = Projects
frame-problems = Problems
frame-nodes = Nodes
frame-runs = Runs
frame-run = Run { $number }
frame-layers-to-add = Layers to add
frame-input = Input
frame-input-hint = Where the data comes in.
frame-output = Output
frame-output-hint = What the model should answer: its target, loss and metrics.

frame-go-curves = Show the curves
frame-go-summary = Show the summary
frame-go-plot = Show the plot
frame-go-problems = Show the problems
frame-go-runs = Show the runs
frame-go-log = Show the log
frame-go-inspector = Go to the settings
frame-search-layers = Search layers
frame-next-problem = Go to the next problem
frame-next-region = Next part of the page
frame-previous-region = Previous part of the page
frame-leave = Leave: back to the drawing
frame-show-canvas = Show the canvas
frame-show-outline = Show the outline
frame-toggle-palette = Show or hide the layers
frame-toggle-bench = Show or hide the lab bench
frame-toggle-inspector = Show or hide the settings

frame-settings = Page settings
frame-shortcuts = Keyboard shortcuts
frame-switch-colours = Switch between light and dark
frame-switch-contrast = Switch high contrast
frame-switch-motion = Switch motion
frame-looks = Looks
frame-language = Language
frame-colours = Colours
frame-colours-system = As the system
frame-colours-light = Light
frame-colours-dark = Dark
frame-contrast = Contrast
frame-contrast-system = As the system
frame-contrast-normal = Normal
frame-contrast-more = High
frame-motion = Motion
frame-motion-system = As the system
frame-motion-full = Full
frame-motion-less = Less
frame-pointing = Wheel
frame-pointing-doc = What turning the wheel does on the canvas
frame-pointing-mouse = Mouse: zooms
frame-pointing-trackpad = Trackpad: moves
frame-kept-here = Kept in this browser, for every project.

frame-find-shortcut = Search shortcuts
frame-no-shortcut = Nothing answers “{ $query }”.
frame-add-key = Add a key for { $action }
frame-remove-key = { $keys }: take away from { $action }
frame-reset-key = Reset { $action }
frame-reset-keys = Reset all
frame-reset-short = Reset
frame-press-keys = Press keys…
frame-key-taken = { $keys } is { $other }. Press Enter to give it to { $action }, Escape to leave it.
frame-key-moved = { $keys } is now { $action }.
frame-only-canvas = on the canvas
frame-only-outline = in the outline
frame-only-compare = while comparing

frame-says-queued = The run waits for its turn.
frame-says-paused = Training is paused.
frame-says-training = Training has begun.
frame-says-epoch = Epoch { $epoch } of { $epochs }: { $values }.
frame-says-loss = loss { $value }
frame-says-val_loss = validation loss { $value }
frame-says-done = { $epochs ->
    [one] Training is done after { $epochs } epoch: { $values }.
   *[other] Training is done after { $epochs } epochs: { $values }.
}
frame-says-stopped = { $epochs ->
    [one] Training is stopped after { $epochs } epoch, the weights are kept: { $values }.
   *[other] Training is stopped after { $epochs } epochs, the weights are kept: { $values }.
}
frame-says-failed = Training has failed: { $reason }
frame-says-problem = { $n ->
    [one] { $n } problem: { $title }
   *[other] { $n } problems: { $title }
}
frame-says-no-problem = No problems left.
frame-says-selected = { $name } is selected.

# Of pictures, said before the rest of them is fetched.
picture-action = Save a picture or copy a link…
picture-item = Picture or link…
picture-drop = Drop a graph (.json) or a picture of one
frame-paste-code = Paste Python code
frame-size = <b>{ $bytes }</b> as { $format }
frame-size-is = About what the file of the weights will hold as { $format }, without the description of the layers.

inspector = Inspector
inspector-tab-settings = Settings
inspector-tab-about = About
inspector-tab-code = Code
share = Share
share-action = Share this project
share-only-view = View only
share-only-view-doc = You may look at everything here and change nothing. Whoever shares this project can make you a link that lets you edit.
share-only-comment = Comments only
share-only-comment-doc = You may comment here and change nothing. Whoever shares this project can make you a link that lets you edit.
curves-none = <b>No run yet.</b> Press Train: loss and metrics are drawn here, batch by batch, while the network learns.
curves-starting = The run is starting.
curves-to-queue = The graph goes to the queue…
curves-engine-first = First the engine itself has to start…
tour-take = Take the tour
tour-invite = Show me how, in three steps
