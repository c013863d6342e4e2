actions-group-go = Go to
actions-group-add = Add
actions-group-edit = Edit
actions-group-move = Move and walk
actions-group-view = View
actions-group-run = Train
actions-group-project = Project
actions-group-share = Together
actions-group-settings = Settings and help

actions-key-ctrl = Ctrl
actions-key-meta = Meta
actions-key-alt = Alt
actions-key-shift = Shift
actions-key-enter = Enter
actions-key-escape = Esc
actions-key-space = Space
actions-key-tab = Tab
actions-key-delete = Delete
actions-key-backspace = Backspace
actions-key-home = Home
actions-key-end = End
actions-key-pageup = Page up
actions-key-pagedown = Page down
actions-key-insert = Insert

actions-anything = Go to anything
actions-anything-hint = Find a node, a layer, a run, a setting, a command…
actions-found = What was found
actions-recent = Recent
actions-nothing = Nothing answers “{ $query }”.
actions-count = { $n ->
    [0] Nothing found
    [one] { $n } found
   *[other] { $n } found
}
