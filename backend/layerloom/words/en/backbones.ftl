# Models of keras.applications: laid open, and the files of their weights.

problem-backbone_not_built = Keras makes { $name } only of what it was written for. Received: { $what } Change what it complains of, and try again.
    .title = Keras cannot make this { $name }.
problem-backbone_not_unfolded = Every layer of { $name } has to become a node with its own weights. Received: layer `{ $layer }`, which cannot. Leave it folded: it trains all the same.
    .title = { $name } cannot be unfolded.
problem-weights_unwanted = A file of weights belongs to a backbone whose weights are "imagenet". Received: { $name } without. Set its weights first.
    .title = This { $name } wants no file.
problem-weights_of_another-hash = { $name } reads its weights from `{ $file }`, whose hash is `{ $hash }`. Received: `{ $given }`, `{ $got }`. Bring that very file, or set the backbone's parameters to those that yours was made for.
    .title = This is not the file that { $name } wants.
problem-weights_of_another-layers = { $name } reads its weights from `{ $file }`; Keras publishes no hash of it, so its layers are compared. Received: `{ $given }`, which differs at layer `{ $got }`. Bring the file of that name, or set the backbone's parameters to those that yours was made for.
    .title = This is not the file that { $name } wants.
problem-weights_no_network = This Layerloom fetches nothing from the network (LAYERLOOM_WEIGHTS_FROM). Put `{ $file }` into `{ $folder }`, or upload it. Keras has it from `{ $origin }`, its hash is `{ $hash }`.
    .title = The network is switched off here.
problem-weights_unreached = Weights come from `{ $origin }`. Received: { $what }. Try again, or fetch `{ $file }` on another machine (hash `{ $hash }`) and put it into `{ $folder }`, or upload it.
    .title = { $file } could not be fetched.
problem-weights_no_room = `{ $file }` needs { $needed } MB. Received: { $free } MB free. Make room on the disk, and try again.
    .title = There is no room for { $file }.
problem-weights_too_large = A file of weights has at most { $most } MB. Received: `{ $file }`, which has more. Look at the address that it comes from.
    .title = { $file } is too large.
