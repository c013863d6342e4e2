runs-a-run = Ejecución
runs-run = Ejecución { $number }
runs-none = Aún no hay ejecuciones.
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

runs-state-queued = en cola
runs-state-running = entrenando
runs-state-succeeded = terminada
runs-state-failed = fallida
runs-state-stopped = detenida
runs-state-paused = en pausa
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

runs-save-version = Guardar versión…
runs-export-action = Exportar el modelo entrenado

compare-action = Comparar con una versión anterior…
compare-restored = El dibujo vuelve a ser { $name }.
compare-undo = Deshacer
runs-log-phase = Segunda fase desde la época { $epoch }: aprenden también las últimas { $layers } capas de la red base, con una tasa de { $rate }; ahora aprenden { $params } parámetros.
