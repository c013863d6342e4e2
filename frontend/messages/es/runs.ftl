runs-a-run = Ejecución
runs-run = Ejecución { $number }
runs-none = Aún no hay ejecuciones.
runs-none-yet = Aún no hay ejecuciones. Cada vez que pulses Entrenar aparece aquí una, con su modelo y su script.
runs-looking = Buscando ejecuciones…

runs-train = Entrenar
runs-train-doc = Entrena una instantánea de este grafo
runs-starting = Empezando…
runs-mend-first = { $n ->
    [one] Antes hay que arreglar { $n } problema
    [many] Antes hay que arreglar { $n } de problemas
   *[other] Antes hay que arreglar { $n } problemas
}
runs-incomplete = El grafo aún no está completo
runs-engine-starting = El motor está arrancando; si pulsas ahora, se espera por él
runs-stop = Detener
runs-stop-keep = Detener, conservar pesos
runs-stop-run = Detener la ejecución { $number } y conservar sus pesos
runs-stopping = Deteniendo…
runs-is-stopping = deteniéndose…
runs-pause = Pausar
runs-pause-doc = Deja la máquina libre para otras ejecuciones; esta sigue donde estaba cuando pulses Continuar
runs-pause-run = Pausar la ejecución { $number }
runs-pausing = Pausando…
runs-is-pausing = pausando…
runs-is-paused = En pausa.
runs-resume = Continuar
runs-resume-run = Continuar la ejecución { $number }
runs-pause-action = Pausar el entrenamiento
runs-resume-action = Continuar la ejecución en pausa
runs-further = Seguir entrenando
runs-further-run = Seguir entrenando la ejecución { $number }
runs-further-doc = Una ejecución nueva sigue desde la época { $epoch } con estos pesos y el optimizador tal como quedó, durante las épocas indicadas
runs-from = desde la ejecución { $number }
runs-more-problems = { $n ->
    [one] { $n } problema más: mira la pestaña Problemas, abajo.
    [many] { $n } de problemas más: mira la pestaña Problemas, abajo.
   *[other] { $n } problemas más: mira la pestaña Problemas, abajo.
}

runs-waits = La ejecución espera su turno.
runs-trains = Entrenando.
runs-progress = Época { $epoch } de { $epochs } · paso { $step } de { $steps }
runs-progress-run = Ejecución: época { $epoch } de { $epochs }
runs-progress-epoch = Época { $epoch }: paso { $step } de { $steps }
runs-left = faltan { $time }
runs-status = entrenando: época <b>{ $epoch }</b> de { $epochs }
runs-stage-waiting = Esperando su turno
runs-stage-data = Preparando los datos
runs-stage-learning = Aprendiendo de los datos: { $done } de { $of } capas
runs-stage-building = Construyendo el modelo
runs-stage-compiling = Compilando el primer paso
runs-epochs = { $n ->
    [one] { $n } época
    [many] { $n } de épocas
   *[other] { $n } épocas
}
runs-epochs-in = { $n ->
    [one] { $n } época en { $time }
    [many] { $n } de épocas en { $time }
   *[other] { $n } épocas en { $time }
}

runs-state = Estado
runs-state-queued = en cola
runs-state-running = entrenando
runs-state-succeeded = terminada
runs-state-failed = fallida
runs-state-stopped = detenida
runs-state-paused = en pausa
runs-best = Mejor
runs-took = Duró
runs-started = Empezó
runs-files = Archivos
runs-actions = Acciones
runs-place = puesto { $n } en la cola
runs-download = Descargar { $file } de la ejecución { $number }
runs-receipt = recibo

runs-log = Registro de la ejecución
runs-log-words = { $name } ({ $layer }) aprendió { $n } entradas en { $seconds }, las más comunes primero: { $shown }
runs-log-bins = { $name } ({ $layer }) aprendió { $n } intervalos en { $seconds }, con bordes en { $shown }
runs-log-scale = { $name } ({ $layer }) aprendió la escala de sus números en { $seconds }, medias: { $shown }; varianzas: { $spread }
runs-log-model = { $steps ->
    [one] { $params } parámetros, { $steps } lote por época, { $each } cada vez; compilado en { $seconds }.
    [many] { $params } parámetros, { $steps } de lotes por época, { $each } cada vez; compilado en { $seconds }.
   *[other] { $params } parámetros, { $steps } lotes por época, { $each } cada vez; compilado en { $seconds }.
}
runs-not-started = Aún no ha empezado

runs-version = Versión
runs-this-canvas = este lienzo
runs-changes-since = { $n ->
    [one] { $n } cambio desde entonces
    [many] { $n } de cambios desde entonces
   *[other] { $n } cambios desde entonces
}
runs-compare = Comparar
runs-compare-version = Comparar { $name } con este lienzo
runs-restore = Restaurar
runs-restore-version = Restaurar { $name }
runs-delete = Eliminar
runs-delete-version = Eliminar la versión { $name }
runs-saved = guardada
runs-saved-by = por { $name }
runs-save-version = Guardar versión…
runs-save = Guardar
runs-name-of-version = Nombre de la versión
runs-version-name = Versión { $n }
runs-version-saved = «{ $name }» queda guardada. La encuentras en Ejecuciones.
runs-export = Exportar…
runs-export-run = Exportar la ejecución { $number }
runs-export-action = Exportar el modelo entrenado

compare-action = Comparar con una versión anterior…
compare-restored = El dibujo vuelve a ser { $name }.
compare-undo = Deshacer
runs-log-phase = Segunda fase desde la época { $epoch }: aprenden también las últimas { $layers } capas de la red base, con una tasa de { $rate }; ahora aprenden { $params } parámetros.
