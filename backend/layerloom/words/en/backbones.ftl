# Models of keras.applications: laid open, and the files of their weights.

problem-backbone_not_built = Keras makes { $name } only of what it was written for. Received: { $what } Change what it complains of, and try again.
    .title = Keras cannot make this { $name }.
problem-backbone_not_unfolded = Every layer of { $name } has to become a node with its own weights. Received: layer `{ $layer }`, which cannot. Leave it folded: it trains all the same.
    .title = { $name } cannot be unfolded.
