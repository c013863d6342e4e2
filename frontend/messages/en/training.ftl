training-heading = Training
training-optimizer = Optimizer
training-more = { $n ->
    [one] { $n } more parameter…
   *[other] { $n } more parameters…
}
training-fewer = Fewer
training-schedule = schedule
training-schedule-doc = Keeps the learning rate, or changes it as training goes on.
training-constant = constant
training-epochs = How often every row is seen.
training-batch-size = Rows per step.
training-seed = seed
training-seed-doc = Of the first weights, of dropout and of the order of rows: the same seed gives the same run.
training-seed-is = seed { $seed }

training-held-out = Held out for validation
training-share = share
training-share-doc = Part of the rows the network never learns from.
training-stratified = stratified
training-stratified-doc = Every class gets the same share in both parts.
training-stratified-split = Stratified split
training-split-seed = split seed
training-split-seed-doc = The same seed holds out the same rows.

training-judged = Loss and metrics
training-judged-change = Change loss and metrics of { $name }
training-no-output = Loss and metrics belong to an Output: add one after the last layer.
training-loss-fitted = loss fitted to the target
training-metrics-fitted = fitted metrics
training-no-metric = no metric

training-while = While it trains
training-early = Early stopping
training-early-hint = Stops when nothing gets better any more.
training-early-patience = Epochs without progress before it stops.
training-early-min-delta = Less than this counts as no progress.
training-weights = Weights
training-weights-doc = Which weights are kept at the end.
training-weights-kept = Weights kept
training-best-epoch = best epoch
training-last-epoch = last epoch
training-plateau = Reduce on plateau
training-plateau-hint = Smaller steps when progress stalls.
training-plateau-patience = Epochs without progress before the learning rate falls.
training-plateau-factor = The learning rate is multiplied by this.
training-plateau-lowest = lowest rate
training-plateau-lowest-doc = The learning rate never falls below this.
training-monitor-doc = The number that is watched.
training-begin = Begins from
training-begin-doc = A run begins from the weights that came with the imported model, as far as layers are as they came, and goes on with the optimizer's state where all of them are.
training-begin-anew = Imported weights: draw new ones instead

training-target = What it is for
training-device = device
training-device-doc = Layers that cannot go there are marked on the canvas. It changes nothing about the training.
training-device-any = any
training-device-server = server
training-device-browser = browser
training-device-phone = phone
training-device-raspberry_pi = Raspberry Pi
training-sizes = About: { $sizes }.
training-tuning = Second phase
training-tuning-hint = When the head has learned, the backbone's last layers learn too, slowly.
training-tuning-layers = last layers
training-tuning-layers-doc = How many layers of the backbone learn in the second phase, from its end. Its BatchNormalization stays as in inference.
training-tuning-epochs = more epochs
training-tuning-epochs-doc = Epochs of the second phase; they follow those of the first, in which the head learns alone.
training-tuning-rate = lower rate
training-tuning-rate-doc = The optimizer begins anew at this learning rate, so that what the backbone knows is not lost.
