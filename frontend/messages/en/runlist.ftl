runs-none-yet = No run yet. Each press of Train adds one here, with its model and its script.
runs-stop-run = Stop run { $number }, keep its weights
runs-further = Train further
runs-further-run = Train run { $number } further
runs-further-doc = A new run goes on from epoch { $epoch } with these weights and the optimizer as it had become, for as many epochs as are set
runs-from = from run { $number }
runs-state = State
runs-best = Best
runs-took = Took
runs-started = Started
runs-files = Files
runs-actions = Actions
runs-place = place { $n } in the queue
runs-download = Download { $file } of run { $number }
runs-receipt = receipt

runs-version = Version
runs-this-canvas = this canvas
runs-changes-since = { $n ->
    [one] { $n } change since
   *[other] { $n } changes since
}
runs-compare = Compare
runs-compare-version = Compare { $name } with this canvas
runs-restore = Restore
runs-restore-version = Restore { $name }
runs-delete = Delete
runs-delete-version = Delete version { $name }
runs-saved = saved
runs-saved-by = by { $name }
runs-save = Save
runs-name-of-version = Name of the version
runs-version-name = Version { $n }
runs-version-saved = “{ $name }” is kept. Find it under Runs.
runs-export = Export…
runs-export-run = Export run { $number }
