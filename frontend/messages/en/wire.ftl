# Why a wire may not be drawn. Names are the person's own.
wire-dangling = A wire needs a node at both ends.
wire-crosses = { $source } and { $target } stand in different blocks. A wire stays in one; a block's ports lead in and out.
wire-self = { $name } cannot feed itself.
wire-from-output = { $name } ends the model: nothing leaves an output.
wire-into-input = { $name } begins the model: nothing arrives at an input.
wire-no-output = { $name } has no output “{ $port }”.
wire-no-input = { $name } has no input “{ $port }”.
wire-twice = { $source } and { $target } are wired already.
wire-circle = That would close a circle: { $path }. Data flows one way.
wire-taken = { $name } takes one wire and has it from { $before }. Remove that wire first, or join both with Add or Concatenate.
wire-another-node = another node
wire-this-node = This node
