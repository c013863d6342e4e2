curves-run-starting = Run { $number } is starting.
curves-fetching = Fetching the curves of run { $number }…
curves-no-epoch = The first epoch has not ended yet.
curves-every-epoch = Metrics of every epoch

# A chart. $name is a metric's name, as Keras has it.
curves-log-x = { $name }: log x, logarithmic batches
curves-log-y = { $name }: log y, logarithmic values
curves-log-x-short = log x
curves-log-y-short = log y
curves-save-png = Save { $name } as PNG
curves-axis-epoch = epoch { $n }
curves-epoch = epoch { $n }
curves-at = epoch { $epoch }, step { $step }
curves-key-raw = batch
curves-key-batch = smoothed
curves-key-train = train
curves-key-validation = validation
curves-picture-batches = batches, smoothed
curves-flag = not finite from epoch { $epoch }, step { $step }
curves-flag-doc = Gaps in the line: there the value was infinite or not a number.
curves-not-finite = not finite
curves-spoken-nothing = { $name }: no epoch has ended yet.
curves-spoken = { $name } after epoch { $epoch }: training { $train }.
curves-spoken-both = { $name } after epoch { $epoch }: training { $train }, validation { $validation }.

curves-column-epoch = epoch
curves-column-learning-rate = learning rate
curves-column-seconds = seconds
curves-validation-of = validation { $name }

curves-smoothing = Smoothing
curves-chart = Chart
curves-table = Table
curves-csv = CSV:
curves-epochs = epochs
curves-batches = batches
curves-save-epochs = Save a row per epoch as CSV: epochs
curves-save-batches = Save a row per batch as CSV: batches

curves-facts = Facts of the run
curves-samples = Samples / s
curves-learning-rate = Learning rate
curves-device = Device
curves-isolation = Isolation: { $jail }
curves-memory = Memory
curves-best = Best
curves-gap = Gap
curves-gap-small = small
curves-gap-small-why = What was learned holds for rows the network has not seen.
curves-gap-growing = growing
curves-gap-growing-why = Training still improves while validation gets worse: the network begins to learn the rows by heart.
curves-gap-large = large
curves-gap-large-why = Validation is far behind training. More data, Dropout or a smaller network can bring them together.
curves-queue = Queue
curves-next = next
curves-place = place { $n }

curves-failed = The run failed.
curves-close = Close and show the curves
curves-received = What was received
curves-phase = phase { $n }
curves-phase-spoken = Phase { $n } from epoch { $epoch } on.
