# What ends a run against its will.

## Training

problem-loss_not_finite = A loss must stay a finite number. Received: loss={ $value } in batch { $batch } of epoch { $epoch }. The usual cause is a learning rate that is too high: { $now } Numbers that were not standardised, or a last activation that does not fit the loss, do it too. The checkpoints from before are kept.
    .title = The loss was no longer a number in epoch { $epoch }, batch { $batch }.
problem-out_of_memory = The model, its gradients and a batch must fit into memory together. Received: a batch of { $batch } that did not fit. Try a batch of { $less }, fewer units or filters, or smaller pictures.
    .title = The run needed more memory than it may have: try a smaller batch than { $batch }.
problem-model_too_large = A checkpoint holds the weights and what the optimizer remembers of them, in one file. It grew past the largest file that a run may write. Use fewer units or filters, or an optimizer that remembers less, such as SGD.
    .title = The model is too large to be saved.
problem-other_layers = A run goes on from a checkpoint of the same layers. Received: { $error }. Take the version back that was trained, or train from the beginning.
    .title = The checkpoint to go on from has other layers.
problem-disk_full = A checkpoint needs room on the disk. The one before is kept whole. Free some space and train again.
    .title = The disk is full: the last checkpoint could not be written.
problem-training_failed = The model was built, but training it failed. What Keras said is below, and the whole story is in the log. Look at the outputs first: does each loss fit its target and its last layer?
    .title = Keras could not train this model.
problem-weights_missing = A backbone with the weights of ImageNet reads them from a file. Received: no { $file } in { $folder }. Put that file there ({ $origin }, hash { $hash }), or train it without weights.
    .title = The backbone's weights are not here.
problem-weights_damaged = The file { $file } in { $folder } should have the hash { $hash }. Received: { $got }. Fetch it again from { $origin }.
    .title = The backbone's weights are damaged.
problem-no_checkpoint = A run goes on from a checkpoint of an earlier one. That file is missing or damaged. Train from the beginning.
    .title = The checkpoint to go on from is gone.
rate-now = It is { $rate } now.
rate-tenth = Try a tenth of it.

## Why a run ended, paused or went back into the queue: sentences that stand one after the other

reason-all-epochs = { $n ->
    [one] { $n } epoch is done.
   *[other] All { $n } epochs are done.
}
reason-done = All epochs are done.
reason-stopped-early = { $patience ->
    [one] Stopped early after epoch { $epoch } of { $epochs }: { $monitor } had not improved for { $patience } epoch.
   *[other] Stopped early after epoch { $epoch } of { $epochs }: { $monitor } had not improved for { $patience } epochs.
}
reason-best-kept = The weights of epoch { $epoch }, the best one, are kept.
reason-stopped-in = Stopped by you in epoch { $epoch } of { $epochs }.
reason-stopped-before = Stopped by you before it started.
reason-stopped-while-paused = Stopped by you while it was paused.
reason-stopped-kept = Stopped by you. What it had learned is kept.
reason-stopped-stubborn = Stopped by you. It did not end by itself in time.
reason-paused = Paused by you.
reason-paused-in = Paused by you in epoch { $epoch } of { $epochs }.
reason-taken-up = Taken up again by you.
reason-closed = Layerloom was closed while it trained; it goes on from its last checkpoint.

# The first half of the sentences below.
why-worker-lost = Its worker was lost
why-forks-lost = The process that forks runs was lost
why-outside = It was ended from outside
reason-stopped-meanwhile = Stopped by you. { $why } before it could end by itself.
reason-paused-meanwhile = Paused by you. { $why } meanwhile.
reason-goes-on = { $why }; it goes on from its last checkpoint.
reason-lost-often = { $why }, { $times } times in a row. Look at the worker's log before you start it again.
reason-ended-often = { $why }, { $times } times in a row, which nearly always means that the computer ran out of memory.

reason-try-smaller = Try a smaller batch, fewer units or filters, or smaller pictures.
reason-memory = It ran out of memory.
reason-memory-limit = It ran out of memory: it held { $held } GB and may have { $limit } GB.
reason-silent = It went silent: nothing was heard of it for { $seconds } seconds, so it was ended. Its log says where it stood.
reason-error = It ended with an error: { $error }: { $message }
reason-crashed = It crashed: { $what }. Most often that is too little memory.
reason-see-log = The end of its log may say more.
reason-no-word = It ended without a word (code { $code }).
reason-disk-full = The disk is full. Free some space in the folder of Layerloom's home, then train again.
reason-files = Layerloom could not keep this run's files: { $error }. Look at the worker's log.
reason-rescued-best = Its best checkpoint, after epoch { $epoch }, is kept as model.keras.
reason-rescued-last = Its last checkpoint, after epoch { $epoch }, is kept as model.keras.
fault-instruction = an illegal instruction
fault-abort = an abort inside a library
fault-memory = a memory fault
fault-arithmetic = an arithmetic fault
fault-signal = signal { $n }

## How far a run's child is locked in

jail-all = files, network, processes and signals locked (Landlock { $version }, seccomp)
jail-no-files = network, processes and signals locked (seccomp); files not: this kernel has no Landlock
jail-no-network = files locked (Landlock { $version }); network not: no seccomp filter for this machine
jail-none = not locked in: this kernel has neither Landlock nor a seccomp filter for this machine
jail-elsewhere = not locked in: { $system } has no Landlock; its own process and limits only
jail-own-user = { $level }; own user
