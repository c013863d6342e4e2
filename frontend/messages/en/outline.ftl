outline-list = Network, from top to bottom
outline-add = Add a layer
outline-empty = Begin with an input.
outline-empty-more = Data flows from top to bottom: an input, the layers, an output. Each row shows the shape that it gives.
outline-add-input = Add an input
outline-search = Search layers
outline-after = after { $names }
outline-gives = gives
outline-parameters = { $n ->
    [one] { $n } parameter
   *[other] { $n } parameters
}
outline-bypassed = bypassed
outline-is-error = Problem:
outline-is-warning = Warning:
outline-from = From
outline-to = To
outline-unwire = Remove the wire from { $source } to { $target }
outline-commands = What can be done with it

outline-settings = Settings
outline-wire = Wire to…
outline-earlier = Earlier
outline-later = Later
outline-bypass = Bypass
outline-share = Use again
outline-duplicate = Duplicate
outline-comment = Comment
outline-rename = Rename
outline-remove = Remove

outline-add-after = Add a layer after this one
outline-wire-to = Wire to another node
outline-move-earlier = Move earlier
outline-move-later = Move later
outline-do-bypass = Bypass, or bypass no more
outline-do-share = Use this layer again, with the same weights
outline-do-duplicate = Duplicate
outline-do-rename = Rename
outline-do-remove = Remove
outline-close = Close the row
outline-new-name = New name of { $name }
outline-moved-earlier = { $name } is one place earlier.
outline-moved-later = { $name } is one place later.
outline-removed = { $name } is removed.

outline-appears = { $name } would be added: { $line }
outline-changes = { $name } would become: { $line }
outline-goes = { $name } would go
outline-wires-change = { $n ->
    [one] { $n } wire would change
   *[other] { $n } wires would change
}
outline-open = What is inside
outline-group = Group
outline-unpack = Unpack
outline-inside = Inside { $name }
