# Lo que hace Aplicar, junto a un problema. Corto, sin punto final.

fix-use = Usar { $what }
fix-use_here = Usar { $layer } aquí
fix-use_with_keras = Usarlo con Keras { $version }
fix-set = Poner { $what } a { $value }
fix-reset = Usar el valor por defecto de Keras para { $what }
fix-rename = Cambiar el nombre a { $to }
fix-remove = Quitar { $what }
fix-remove_wire = Quitar la conexión
fix-remove_wire_between = Quitar la conexión { $source } → { $target }
fix-keep_wire_from = Dejar solo la conexión de { $name }
fix-keep_first = Dejar los { $n } primeros
fix-wire_to_it = Conectar { $name } con él
fix-insert = Insertar { $layer }
fix-insert_before = Insertar { $layer } antes de { $name }
fix-insert_everywhere = Insertar { $layer } en cada conexión
fix-move_before = Mover { $name } antes de { $before }
fix-return_sequences = Hacer que { $name } devuelva secuencias
fix-switch_on = Volver a usar { $name }
fix-to_the_top = Poner { $name } arriba del todo
fix-add_port = Añadir un puerto a { $name }
fix-own_layer = Usar una capa propia
fix-share_first = Compartir la capa del primero
fix-make_it = Convertirla en { $layer }
fix-make_trainable = Hacerlas entrenables

fix-leave_out = Dejar fuera { $what }
fix-take = Tomar { $what }
fix-take_columns = { $n ->
    [one] Tomar { $n } columna
    [many] Tomar { $n } de columnas
   *[other] Tomar { $n } columnas
}
fix-take_once = Tomarla una vez
fix-shape_of_data = Tomar la forma de los datos
fix-predict = Predecir { $what }

fix-set_units = Poner units de { $name } a { $units }
fix-set_head = Poner units de { $name } a { $units } y activation a { $activation }
fix-set_activation = Poner activation de { $name } a { $activation }
fix-suited_loss = Usar la pérdida adecuada al objetivo
fix-logits_on = Activar from_logits
fix-logits_off = Desactivar from_logits

fix-keep_schedule = Conservar el programa
fix-hold_backbone = Congelar { $what } en la primera fase
fix-one_phase = Entrenar en una sola fase
fix-constant_rate = Usar una tasa de aprendizaje de { $rate }
fix-watch = Vigilar { $what }
fix-weight_one = Poner el peso a 1
fix-pool-in-two = Agrupar { $name } en dos pasos: los mismos números
fix-go-anywhere = No elegir ningún dispositivo
