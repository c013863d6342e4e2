# What Apply does, beside a problem. Short, in the imperative, without a full stop.

fix-use = Use { $what }
fix-use_here = Use { $layer } here
fix-use_with_keras = Use it with Keras { $version }
fix-set = Set { $what } to { $value }
fix-reset = Use Keras' default for { $what }
fix-rename = Rename to { $to }
fix-remove = Remove { $what }
fix-remove_wire = Remove the wire
fix-remove_wire_between = Remove the wire { $source } → { $target }
fix-keep_wire_from = Keep only the wire from { $name }
fix-keep_first = Keep the first { $n }
fix-wire_to_it = Wire { $name } to it
fix-insert = Insert { $layer }
fix-insert_before = Insert { $layer } before { $name }
fix-insert_everywhere = Insert { $layer } on every wire
fix-move_before = Move { $name } before { $before }
fix-return_sequences = Let { $name } return sequences
fix-switch_on = Switch { $name } on again
fix-to_the_top = Put { $name } at the top
fix-add_port = Add a port to { $name }
fix-own_layer = Use a layer of its own
fix-share_first = Share the first one's layer
fix-make_it = Make it { $layer }
fix-make_trainable = Make them trainable

fix-leave_out = Leave out { $what }
fix-take = Take { $what }
fix-take_columns = { $n ->
    [one] Take { $n } column
   *[other] Take { $n } columns
}
fix-take_once = Take it once
fix-shape_of_data = Take the shape of the data
fix-predict = Predict { $what }

fix-set_units = Set units of { $name } to { $units }
fix-set_head = Set units of { $name } to { $units }, activation to { $activation }
fix-set_activation = Set activation of { $name } to { $activation }
fix-suited_loss = Use the loss that suits the target
fix-logits_on = Switch from_logits on
fix-logits_off = Switch from_logits off

fix-keep_schedule = Keep the schedule
fix-hold_backbone = Hold { $what } still in the first phase
fix-one_phase = Train in one phase
fix-constant_rate = Use a learning rate of { $rate }
fix-watch = Watch { $what }
fix-weight_one = Set the weight to 1
fix-pool-in-two = Pool { $name } in two steps: the same numbers
fix-go-anywhere = Choose no device
