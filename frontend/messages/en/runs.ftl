runs-a-run = Run
runs-run = Run { $number }
runs-none = No run yet.
runs-looking = Looking for runs…

runs-train = Train
runs-train-doc = Trains a snapshot of this graph
runs-starting = Starting…
runs-mend-first = { $n ->
    [one] { $n } problem to mend first
   *[other] { $n } problems to mend first
}
runs-incomplete = The graph is not complete yet
runs-engine-starting = The engine is starting; a press now waits for it
runs-stop = Stop
runs-stop-keep = Stop, keep weights
runs-stopping = Stopping…
runs-is-stopping = stopping…
runs-pause = Pause
runs-pause-doc = Frees the machine for other runs; this one goes on from where it is when you press Continue
runs-pause-run = Pause run { $number }
runs-pausing = Pausing…
runs-is-pausing = pausing…
runs-is-paused = Paused.
runs-resume = Continue
runs-resume-run = Continue run { $number }
runs-pause-action = Pause training
runs-resume-action = Continue the paused run
runs-more-problems = { $n ->
    [one] { $n } more problem: see the tab Problems below.
   *[other] { $n } more problems: see the tab Problems below.
}

runs-waits = The run waits for its turn.
runs-trains = Training.
runs-progress = Epoch { $epoch } of { $epochs } · step { $step } of { $steps }
runs-progress-run = Run: epoch { $epoch } of { $epochs }
runs-progress-epoch = Epoch { $epoch }: step { $step } of { $steps }
runs-left = { $time } left
runs-status = training: epoch <b>{ $epoch }</b> of { $epochs }
runs-stage-waiting = Waiting for its turn
runs-stage-data = Preparing the data
runs-stage-learning = Learning from the data: { $done } of { $of } layers
runs-stage-building = Building the model
runs-stage-compiling = Compiling the first step
runs-epochs = { $n ->
    [one] { $n } epoch
   *[other] { $n } epochs
}
runs-epochs-in = { $n ->
    [one] { $n } epoch in { $time }
   *[other] { $n } epochs in { $time }
}

runs-state-queued = queued
runs-state-running = training
runs-state-succeeded = done
runs-state-failed = failed
runs-state-stopped = stopped
runs-state-paused = paused
runs-log = Log of the run
runs-log-words = { $name } ({ $layer }) learned { $n } entries in { $seconds }, the commonest first: { $shown }
runs-log-bins = { $name } ({ $layer }) learned { $n } bins in { $seconds }, with edges at { $shown }
runs-log-scale = { $name } ({ $layer }) learned the scale of its numbers in { $seconds }, means: { $shown }; variances: { $spread }
runs-log-model = { $steps ->
    [one] { $params } parameters, { $steps } batch an epoch, { $each } at a time; compiled in { $seconds }.
   *[other] { $params } parameters, { $steps } batches an epoch, { $each } at a time; compiled in { $seconds }.
}
runs-not-started = Not started yet

runs-save-version = Save version…
runs-export-action = Export the trained model

compare-action = Compare with an earlier version…
compare-restored = The drawing is { $name } again.
compare-undo = Undo
runs-log-phase = Second phase from epoch { $epoch } on: the last { $layers } layers of the backbone learn too, at a rate of { $rate }; { $params } parameters learn now.
