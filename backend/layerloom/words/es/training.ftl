# Lo que termina una ejecución contra su voluntad.

## Entrenamiento

problem-loss_not_finite = Una pérdida debe seguir siendo un número finito. Recibido: loss={ $value } en el lote { $batch } de la época { $epoch }. La causa habitual es una tasa de aprendizaje demasiado alta: { $now } También ocurre con números sin estandarizar o con una última activación que no encaja con la pérdida. Los puntos de control anteriores se conservan.
    .title = La pérdida dejó de ser un número en la época { $epoch }, lote { $batch }.
problem-out_of_memory = El modelo, sus gradientes y un lote deben caber juntos en la memoria. Recibido: un lote de { $batch } que no cabía. Prueba con un lote de { $less }, menos unidades o filtros, o imágenes más pequeñas.
    .title = La ejecución necesitaba más memoria de la permitida: prueba con un lote menor que { $batch }.
problem-model_too_large = Un punto de control guarda los pesos y lo que el optimizador recuerda de ellos, en un archivo. Superó el mayor archivo que una ejecución puede escribir. Usa menos unidades o filtros, o un optimizador que recuerde menos, como SGD.
    .title = El modelo es demasiado grande para guardarlo.
problem-other_layers = Una ejecución continúa desde un punto de control con las mismas capas. Recibido: { $error }. Recupera la versión que se entrenó o entrena desde el principio.
    .title = El punto de control del que continuar tiene otras capas.
problem-disk_full = Un punto de control necesita sitio en el disco. El anterior se conserva entero. Libera espacio y vuelve a entrenar.
    .title = El disco está lleno: no se pudo escribir el último punto de control.
problem-training_failed = El modelo se construyó, pero su entrenamiento falló. Abajo está lo que dijo Keras, y la historia completa en el registro. Mira primero las salidas: ¿encaja cada pérdida con su objetivo y su última capa?
    .title = Keras no pudo entrenar este modelo.
problem-weights_missing = Una red base con los pesos de ImageNet los lee de un archivo. Recibido: no hay { $file } en { $folder }. Pon ese archivo allí ({ $origin }, hash { $hash }) o entrénala sin pesos.
    .title = Los pesos de la red base no están aquí.
problem-weights_damaged = El archivo { $file } de { $folder } debería tener el hash { $hash }. Recibido: { $got }. Descárgalo otra vez de { $origin }.
    .title = Los pesos de la red base están dañados.
problem-no_checkpoint = Una ejecución continúa desde un punto de control de otra anterior. Ese archivo falta o está dañado. Entrena desde el principio.
    .title = El punto de control del que continuar ya no está.
rate-now = Ahora es { $rate }.
rate-tenth = Prueba con la décima parte.

## Por qué una ejecución terminó, se pausó o volvió a la cola: frases que van una tras otra

reason-all-epochs = { $n ->
    [one] { $n } época completada.
    [many] { $n } de épocas completadas.
   *[other] Las { $n } épocas están completadas.
}
reason-done = Todas las épocas están completadas.
reason-stopped-early = { $patience ->
    [one] Parada temprana tras la época { $epoch } de { $epochs }: { $monitor } no había mejorado en { $patience } época.
    [many] Parada temprana tras la época { $epoch } de { $epochs }: { $monitor } no había mejorado en { $patience } de épocas.
   *[other] Parada temprana tras la época { $epoch } de { $epochs }: { $monitor } no había mejorado en { $patience } épocas.
}
reason-best-kept = Se conservan los pesos de la época { $epoch }, la mejor.
reason-stopped-in = La detuviste en la época { $epoch } de { $epochs }.
reason-stopped-before = La detuviste antes de que empezara.
reason-stopped-while-paused = La detuviste mientras estaba en pausa.
reason-stopped-kept = La detuviste. Lo aprendido se conserva.
reason-stopped-stubborn = La detuviste. No terminó por sí sola a tiempo.
reason-paused = La pusiste en pausa.
reason-paused-in = La pusiste en pausa en la época { $epoch } de { $epochs }.
reason-taken-up = La has reanudado.
reason-closed = Layerloom se cerró mientras entrenaba; continúa desde su último punto de control.

# La primera mitad de las frases siguientes.
why-worker-lost = Se perdió su proceso de trabajo
why-forks-lost = Se perdió el proceso que lanza las ejecuciones
why-outside = La terminaron desde fuera
reason-stopped-meanwhile = La detuviste. { $why } antes de que terminara por sí sola.
reason-paused-meanwhile = La pusiste en pausa. { $why } entretanto.
reason-goes-on = { $why }; continúa desde su último punto de control.
reason-lost-often = { $why }, { $times } veces seguidas. Mira el registro del proceso de trabajo antes de volver a empezarla.
reason-ended-often = { $why }, { $times } veces seguidas, lo que casi siempre significa que el ordenador se quedó sin memoria.

reason-try-smaller = Prueba con un lote más pequeño, menos unidades o filtros, o imágenes más pequeñas.
reason-memory = Se quedó sin memoria.
reason-memory-limit = Se quedó sin memoria: ocupaba { $held } GB y puede tener { $limit } GB.
reason-silent = Dejó de dar señales: no se supo nada de ella durante { $seconds } segundos, así que se terminó. Su registro dice dónde estaba.
reason-error = Terminó con un error: { $error }: { $message }
reason-crashed = Se cayó: { $what }. Lo más habitual es que falte memoria.
reason-see-log = El final de su registro puede decir más.
reason-no-word = Terminó sin decir nada (código { $code }).
reason-disk-full = El disco está lleno. Libera espacio en la carpeta de Layerloom y vuelve a entrenar.
reason-files = Layerloom no pudo guardar los archivos de esta ejecución: { $error }. Mira el registro del proceso de trabajo.
reason-rescued-best = Su mejor punto de control, tras la época { $epoch }, se conserva como model.keras.
reason-rescued-last = Su último punto de control, tras la época { $epoch }, se conserva como model.keras.
fault-instruction = una instrucción no válida
fault-abort = una biblioteca se interrumpió
fault-memory = un fallo de memoria
fault-arithmetic = un fallo aritmético
fault-signal = la señal { $n }

## How far a run's child is locked in

jail-all = archivos, red, procesos y señales aislados (Landlock { $version }, seccomp)
jail-no-files = red, procesos y señales aislados (seccomp); archivos no: este núcleo no tiene Landlock
jail-no-network = archivos aislados (Landlock { $version }); red no: esta máquina no tiene filtro seccomp
jail-none = sin aislar: este núcleo no tiene Landlock ni filtro seccomp para esta máquina
jail-elsewhere = sin aislar: { $system } no tiene Landlock; solo proceso y límites propios
jail-own-user = { $level }; usuario propio
