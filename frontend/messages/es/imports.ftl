imports-title = Traer un modelo
imports-code = Código Python
imports-code-hint = El código se ejecuta en un entorno aislado, sin red y sin archivos. Cada modelo de Keras que haya en él se convierte en un grafo; lo que reciben `compile` y `fit` pasa a ser su entrenamiento.
imports-read = Leer los modelos
imports-back = Volver al código
imports-uploading = Subiendo { $name }
imports-reading = Leyendo { $name }…
imports-waiting = { $name } espera: el motor todavía está arrancando…
imports-placeholders = Abrir con marcadores de posición
imports-which = { $n ->
    [one] { $n } modelo
    [many] { $n } de modelos, de los que se abre uno
   *[other] { $n } modelos, de los que se abre uno
}
imports-report = Qué será de él
imports-layers = { $n ->
    [one] { $n } capa ({ $made }).
    [many] { $n } de capas ({ $made }).
   *[other] { $n } capas ({ $made }).
}
imports-weights = { $n ->
    [one] Viene { $n } número entrenado; una ejecución empieza con él.
    [many] Vienen { $n } de números entrenados; una ejecución empieza con ellos.
   *[other] Vienen { $n } números entrenados; una ejecución empieza con ellos.
}
imports-weights-state = { $n ->
    [one] Vienen { $n } número entrenado y el estado del optimizador; una ejecución sigue a partir de ellos.
    [many] Vienen { $n } de números entrenados y el estado del optimizador; una ejecución sigue a partir de ellos.
   *[other] Vienen { $n } números entrenados y el estado del optimizador; una ejecución sigue a partir de ellos.
}
imports-all-mapped = Todo lo que contiene tiene su lugar.
imports-placeholder = { $n ->
    [one] { $n } capa solo ocupa su lugar
    [many] { $n } de capas solo ocupan su lugar
   *[other] { $n } capas solo ocupan su lugar
}
imports-left-out = Omitido
imports-changed = Dicho de otro modo
imports-implicit = Sin dibujar
imports-open = Abrir como proyecto nuevo
imports-nothing-kept = No se guarda nada hasta que lo abras.
