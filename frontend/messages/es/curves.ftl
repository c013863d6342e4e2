curves-run-starting = La ejecución { $number } está empezando.
curves-fetching = Trayendo las curvas de la ejecución { $number }…
curves-no-epoch = La primera época aún no ha terminado.
curves-every-epoch = Métricas de cada época

# Una gráfica. $name es el nombre de una métrica en Keras.
curves-log-x = { $name }: lotes en escala logarítmica
curves-log-y = { $name }: valores en escala logarítmica
curves-log-x-short = x log
curves-log-y-short = y log
curves-save-png = Guardar { $name } como PNG
curves-axis-epoch = época { $n }
curves-epoch = época { $n }
curves-at = época { $epoch }, paso { $step }
curves-key-raw = lote
curves-key-batch = suavizada
curves-key-train = entrenamiento
curves-key-validation = validación
curves-picture-batches = lotes, suavizados
curves-flag = no finito desde la época { $epoch }, paso { $step }
curves-flag-doc = Huecos en la línea: ahí el valor era infinito o no era un número.
curves-not-finite = no finito
curves-spoken-nothing = { $name }: aún no ha terminado ninguna época.
curves-spoken = { $name } tras la época { $epoch }: entrenamiento { $train }.
curves-spoken-both = { $name } tras la época { $epoch }: entrenamiento { $train }, validación { $validation }.

curves-column-epoch = época
curves-column-learning-rate = tasa de aprendizaje
curves-column-seconds = segundos
curves-validation-of = { $name } de validación

curves-smoothing = Suavizado
curves-chart = Gráfica
curves-table = Tabla
curves-csv = CSV:
curves-epochs = épocas
curves-batches = lotes
curves-save-epochs = Guardar una fila por época como CSV
curves-save-batches = Guardar una fila por lote como CSV

curves-facts = Datos de la ejecución
curves-samples = Muestras / s
curves-learning-rate = Tasa de aprendizaje
curves-device = Dispositivo
curves-isolation = Aislamiento: { $jail }
curves-memory = Memoria
curves-best = Mejor
curves-gap = Brecha
curves-gap-small = pequeña
curves-gap-small-why = Lo aprendido vale también para filas que la red no ha visto.
curves-gap-growing = creciente
curves-gap-growing-why = El entrenamiento aún mejora mientras la validación empeora: la red empieza a aprenderse las filas de memoria.
curves-gap-large = grande
curves-gap-large-why = La validación queda muy por detrás del entrenamiento. Más datos, Dropout o una red más pequeña pueden acercarlas.
curves-queue = Cola
curves-next = siguiente
curves-place = puesto { $n }

curves-failed = La ejecución ha fallado.
curves-close = Cerrar y ver las curvas
curves-received = Lo que se recibió
curves-phase = fase { $n }
curves-phase-spoken = Fase { $n } desde la época { $epoch }.
