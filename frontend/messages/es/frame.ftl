frame-lost = El servidor no responde. Sigue dibujando: tus cambios se guardan aquí y se enviarán en cuanto vuelva.

frame-skip = Saltar al dibujo
frame-logo = Layerloom, todos los proyectos
frame-layers = Capas
frame-inspector = Ajustes
frame-canvas = Lienzo
frame-undo = Deshacer
frame-redo = Rehacer
frame-go-to = Ir a…
frame-more = Más
frame-page = Esta página
frame-page-settings = Ajustes de la página
frame-export = Exportar
frame-light = Colores claros
frame-dark = Colores oscuros
frame-all-projects = Todos los proyectos
frame-rename-project = Cambiar el nombre del proyecto
frame-project-name = Nombre del proyecto

frame-view = Vista
frame-view-canvas = Lienzo
frame-view-outline = Esquema
frame-show-palette = Mostrar las capas
frame-hide-palette = Ocultar las capas
frame-show-dock = Mostrar el banco de pruebas
frame-hide-dock = Ocultar el banco de pruebas
frame-show-inspector = Mostrar los ajustes
frame-hide-inspector = Ocultar los ajustes
frame-bench-height = Altura del banco de pruebas

frame-opening = Abriendo…
frame-saving = Guardando…
frame-saved = Guardado
frame-offline = Sin conexión
frame-offline-unsaved = { $n ->
    [one] Sin conexión: { $n } cambio sin guardar
    [many] Sin conexión: { $n } de cambios sin guardar
   *[other] Sin conexión: { $n } cambios sin guardar
}
frame-opening-project = Abriendo el proyecto
frame-try-again = Reintentar
frame-replaced = Este proyecto se sustituyó en el servidor; aquí está el nuevo.

frame-parameters = { $n ->
    [one] <b>{ $count }</b> parámetro
    [many] <b>{ $count }</b> de parámetros
   *[other] <b>{ $count }</b> parámetros
}
frame-can-learn = { $n ->
    [one] { $n } de ellos puede aprender
    [many] { $n } de ellos pueden aprender
   *[other] { $n } de ellos pueden aprender
}
frame-weights = <b>{ $bytes }</b> de pesos
frame-at-batch = <b>{ $bytes }</b> con lote { $batch }
frame-memory-is = Estimación: pesos, gradientes, optimizador y los valores entre capas
frame-inspector-starts = El inspector está arrancando; las formas llegan enseguida
frame-inspector-again = El inspector arranca de nuevo; tu dibujo está a salvo
frame-n-problems = { $n ->
    [one] { $n } problema
    [many] { $n } de problemas
   *[other] { $n } problemas
}
frame-n-warnings = { $n ->
    [one] { $n } aviso
    [many] { $n } de avisos
   *[other] { $n } avisos
}

frame-script = Script de Python
frame-model = Modelo entrenado
frame-model-of = Modelo de la ejecución { $number }
frame-after-a-run = tras una ejecución
frame-graph = Grafo
frame-duplicate = Duplicar el proyecto
frame-is-the-copy = Esta es la copia, «{ $name }».
frame-no-copy = No se pudo hacer la copia.
frame-no-script = No se pudo crear el script.
frame-save-script = Guardar el script de Python
frame-save-graph = Guardar el grafo
frame-save-model = Guardar el modelo entrenado

frame-projects = Proyectos
frame-problems = Problemas
frame-nodes = Nodos
frame-runs = Ejecuciones
frame-run = Ejecución { $number }
frame-layers-to-add = Capas para añadir
frame-input = Entrada
frame-input-hint = Por donde entran los datos.
frame-output = Salida
frame-output-hint = Lo que el modelo debe responder: su objetivo, pérdida y métricas.

frame-go-curves = Ver las curvas
frame-go-summary = Ver el resumen
frame-go-plot = Ver el diagrama
frame-go-problems = Ver los problemas
frame-go-runs = Ver las ejecuciones
frame-go-log = Ver el registro
frame-go-inspector = Ir a los ajustes
frame-search-layers = Buscar capas
frame-next-problem = Ir al problema siguiente
frame-next-region = Parte siguiente de la página
frame-previous-region = Parte anterior de la página
frame-leave = Salir: volver al dibujo
frame-show-canvas = Ver el lienzo
frame-show-outline = Ver el esquema
frame-toggle-palette = Mostrar u ocultar las capas
frame-toggle-bench = Mostrar u ocultar el banco de pruebas
frame-toggle-inspector = Mostrar u ocultar los ajustes

frame-settings = Ajustes de la página
frame-shortcuts = Atajos de teclado
frame-switch-colours = Cambiar entre claro y oscuro
frame-switch-contrast = Cambiar el alto contraste
frame-switch-motion = Cambiar el movimiento
frame-looks = Aspecto
frame-language = Idioma
frame-colours = Colores
frame-colours-system = Como el sistema
frame-colours-light = Claros
frame-colours-dark = Oscuros
frame-contrast = Contraste
frame-contrast-system = Como el sistema
frame-contrast-normal = Habitual
frame-contrast-more = Alto
frame-motion = Movimiento
frame-motion-system = Como el sistema
frame-motion-full = Completo
frame-motion-less = Menos
frame-pointing = Rueda
frame-pointing-doc = Qué hace la rueda sobre el lienzo
frame-pointing-mouse = Ratón: zoom
frame-pointing-trackpad = Panel táctil: mueve
frame-kept-here = Se guarda en este navegador, para todos los proyectos.

frame-find-shortcut = Buscar atajos
frame-no-shortcut = Nada coincide con «{ $query }».
frame-add-key = Añadir una tecla para { $action }
frame-remove-key = { $keys }: quitar de { $action }
frame-reset-key = Restablecer { $action }
frame-reset-keys = Restablecer todo
frame-reset-short = Restablecer
frame-press-keys = Pulsa las teclas…
frame-key-taken = { $keys } es { $other }. Pulsa Intro para darla a { $action }, Esc para dejarla.
frame-key-moved = { $keys } es ahora { $action }.
frame-only-canvas = en el lienzo
frame-only-outline = en el esquema
frame-only-compare = al comparar

frame-says-queued = La ejecución espera su turno.
frame-says-paused = El entrenamiento está en pausa.
frame-says-training = El entrenamiento ha empezado.
frame-says-epoch = Época { $epoch } de { $epochs }: { $values }.
frame-says-loss = pérdida { $value }
frame-says-val_loss = pérdida de validación { $value }
frame-says-done = { $epochs ->
    [one] El entrenamiento ha terminado tras { $epochs } época: { $values }.
    [many] El entrenamiento ha terminado tras { $epochs } de épocas: { $values }.
   *[other] El entrenamiento ha terminado tras { $epochs } épocas: { $values }.
}
frame-says-stopped = { $epochs ->
    [one] El entrenamiento se ha detenido tras { $epochs } época, los pesos se conservan: { $values }.
    [many] El entrenamiento se ha detenido tras { $epochs } de épocas, los pesos se conservan: { $values }.
   *[other] El entrenamiento se ha detenido tras { $epochs } épocas, los pesos se conservan: { $values }.
}
frame-says-failed = El entrenamiento ha fallado: { $reason }
frame-says-problem = { $n ->
    [one] { $n } problema: { $title }
    [many] { $n } de problemas: { $title }
   *[other] { $n } problemas: { $title }
}
frame-says-no-problem = No quedan problemas.
frame-says-selected = { $name } está seleccionado.
frame-help = Ayuda
picture-action = Guardar una imagen o copiar un enlace…
picture-item = Imagen o enlace…
picture-drop = Suelta un grafo (.json) o su imagen
frame-paste-code = Pegar código Python
frame-size = <b>{ $bytes }</b> como { $format }
frame-size-is = Aproximadamente lo que ocuparán los pesos en el archivo como { $format }, sin la descripción de las capas.

inspector = Panel de ajustes
inspector-tab-settings = Ajustes
inspector-tab-about = Acerca de
inspector-tab-code = Código
share = Compartir
share-action = Compartir este proyecto
share-only-view = Solo mirar
share-only-view-doc = Aquí puedes mirarlo todo y no cambiar nada. Quien comparte este proyecto puede darte un enlace que te deje editar.
share-only-comment = Solo comentar
share-only-comment-doc = Aquí puedes comentar y no cambiar nada. Quien comparte este proyecto puede darte un enlace que te deje editar.
curves-none = <b>Aún no hay ejecuciones.</b> Pulsa Entrenar: la pérdida y las métricas se dibujan aquí, lote a lote, mientras la red aprende.
curves-starting = La ejecución está empezando.
curves-to-queue = El grafo entra en la cola…
curves-engine-first = Primero tiene que arrancar el motor…
tour-take = Hacer el recorrido
tour-invite = Enséñame cómo, en tres pasos
