# Backbones: laid open, and the files of their weights.
backbones-unfold = Unfold
backbones-unfold-doc = Its layers take its place as a block, frozen and prepared as they are here, with its weights where it has any. Undo folds it up again.
backbones-unfold-title = Unfold { $name }
backbones-waiting = { $name } waits: the engine is still starting…
backbones-unfolding = Keras lays { $name } open…
backbones-arranging = Arranging the layers of { $name }…
backbones-unfolded = { $name } is a block now.
backbones-no-shape = Its layers depend on what flows in. Wire it to a picture first: (height, width, 3).
backbones-changed = It was changed meanwhile. Unfold it as it is now.
backbones-again = Try again
backbones-close = Close
backbones-cancel = Cancel
