compare-title = Comparar
compare-canvas = Los dos grafos superpuestos
compare-view = Vista
compare-zoom-in = Acercar
compare-zoom-out = Alejar
compare-fit = Ver todo

compare-before = Antes
compare-after = Después
compare-swap = Intercambiar antes y después
compare-close = Volver al dibujo
compare-restore = Restaurar { $name }

compare-live = Este lienzo
compare-runs = Ejecuciones
compare-saved = Versiones guardadas
compare-projects = Otros proyectos
compare-templates = Plantillas
compare-file = Un archivo
compare-choose-file = Un archivo…
compare-drop = Suelta un grafo (.json) o su imagen para compararlo

compare-added = añadido
compare-removed = quitado
compare-changed = cambiado
compare-added-count = { $n ->
    [one] { $n } añadido
    [many] { $n } de añadidos
   *[other] { $n } añadidos
}
compare-removed-count = { $n ->
    [one] { $n } quitado
    [many] { $n } de quitados
   *[other] { $n } quitados
}
compare-changed-count = { $n ->
    [one] { $n } cambiado
    [many] { $n } de cambiados
   *[other] { $n } cambiados
}
compare-training-count = { $n ->
    [one] { $n } ajuste del entrenamiento
    [many] { $n } de ajustes del entrenamiento
   *[other] { $n } ajustes del entrenamiento
}

compare-loading = Superponiendo los dos…
compare-equal = Sin diferencias
compare-equal-hint = Los dos significan lo mismo. No se compara dónde está cada cosa en el lienzo.
compare-changes = Cambios
compare-step = { $at } de { $all }
compare-next = Cambio siguiente
compare-previous = Cambio anterior
compare-only = Solo lo que difiere
compare-training = Entrenamiento
compare-wire = Conexión de { $from } a { $to }
compare-field = Ajuste
compare-default = { $value } (por defecto)
compare-unset = sin fijar
compare-gone-file = El archivo ya no está aquí. Suéltalo otra vez.

compare-field-batch_size = Tamaño del lote
compare-field-begin = Empieza con
compare-field-bypassed = Puenteada
compare-field-columns = Columnas
compare-field-data = Datos
compare-field-dtype = Tipo
compare-field-early_stopping = Parada temprana
compare-field-epochs = Épocas
compare-field-layer = Capa
compare-field-loss = Pérdida
compare-field-metrics = Métricas
compare-field-name = Nombre
compare-field-op = Operación
compare-field-optimizer = Optimizador
compare-field-order = Lugar entre las entradas
compare-field-reduce_on_plateau = Más lento al estancarse
compare-field-scaling = Escalado
compare-field-seed = Semilla
compare-field-shape = Forma
compare-field-shares = Comparte la capa de
compare-field-split = División
compare-field-target = Objetivo
compare-field-trainable = Entrenable
compare-field-weight = Peso
