training-heading = Entrenamiento
training-optimizer = Optimizador
training-more = { $n ->
    [one] { $n } parámetro más…
    [many] { $n } de parámetros más…
   *[other] { $n } parámetros más…
}
training-fewer = Menos
training-schedule = programa
training-schedule-doc = Mantiene la tasa de aprendizaje o la cambia a medida que se entrena.
training-constant = constante
training-epochs = Cuántas veces se ve cada fila.
training-batch-size = Filas por paso.
training-seed = semilla
training-seed-doc = De los primeros pesos, de Dropout y del orden de las filas: la misma semilla da la misma ejecución.
training-seed-is = semilla { $seed }

training-held-out = Reservado para validación
training-share = porción
training-share-doc = Parte de las filas de la que la red nunca aprende.
training-stratified = estratificada
training-stratified-doc = Cada clase tiene la misma proporción en ambas partes.
training-stratified-split = División estratificada
training-split-seed = semilla de división
training-split-seed-doc = La misma semilla reserva las mismas filas.

training-judged = Pérdida y métricas
training-judged-change = Cambiar la pérdida y las métricas de { $name }
training-no-output = La pérdida y las métricas son de una salida: añade una después de la última capa.
training-loss-fitted = pérdida acorde con el objetivo
training-metrics-fitted = métricas acordes
training-no-metric = sin métricas

training-while = Mientras entrena
training-early = Parada temprana
training-early-hint = Se detiene cuando ya nada mejora.
training-early-patience = Épocas sin progreso antes de detenerse.
training-early-min-delta = Menos que esto no cuenta como progreso.
training-weights = Pesos
training-weights-doc = Qué pesos se conservan al final.
training-weights-kept = Pesos conservados
training-best-epoch = mejor época
training-last-epoch = última época
training-plateau = Reducir al estancarse
training-plateau-hint = Pasos más pequeños cuando el progreso se estanca.
training-plateau-patience = Épocas sin progreso antes de bajar la tasa de aprendizaje.
training-plateau-factor = La tasa de aprendizaje se multiplica por esto.
training-plateau-lowest = tasa mínima
training-plateau-lowest-doc = La tasa de aprendizaje nunca baja de aquí.
training-monitor-doc = El número que se vigila.
training-begin = Empieza con
training-begin-doc = Una ejecución empieza con los pesos que vinieron con el modelo importado, en las capas que están como vinieron, y sigue con el estado del optimizador si todas lo están.
training-begin-anew = Pesos importados: sacar otros nuevos

training-target = Para qué es
training-device = dispositivo
training-device-doc = Las capas que no pueden ir allí se marcan en el lienzo. No cambia nada del entrenamiento.
training-device-any = cualquiera
training-device-server = servidor
training-device-browser = navegador
training-device-phone = teléfono
training-device-raspberry_pi = Raspberry Pi
training-sizes = Aproximadamente: { $sizes }.
training-tuning = Segunda fase
training-tuning-hint = Cuando la cabeza ha aprendido, aprenden también, despacio, las últimas capas de la red base.
training-tuning-layers = últimas capas
training-tuning-layers-doc = Cuántas capas de la red base, contadas desde el final, aprenden en la segunda fase. Su BatchNormalization sigue como en inferencia.
training-tuning-epochs = épocas de más
training-tuning-epochs-doc = Épocas de la segunda fase; siguen a las de la primera, en la que solo aprende la cabeza.
training-tuning-rate = tasa más baja
training-tuning-rate-doc = El optimizador empieza de nuevo con esta tasa de aprendizaje, para que no se pierda lo que sabe la red base.
