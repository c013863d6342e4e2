inspector-name = Nombre
inspector-name-empty = Un nombre tiene al menos un carácter visible.
inspector-name-long = Un nombre tiene como mucho { $most } caracteres. Recibido: { $n }.
inspector-name-slash = Un nombre no lleva barra: Keras las usa para nombrar los pesos. Prueba con un guion bajo.
inspector-name-unseen = Un nombre tiene caracteres visibles.
inspector-name-taken = «{ $name }» es el nombre de otro nodo; cada nodo necesita el suyo.

inspector-gives = da
inspector-before = Antes: { $what }
inspector-reset = Restablecer { $label } a su valor por defecto
inspector-reset-keras = Restablecer { $label } al valor por defecto de Keras: { $value }
inspector-reset-to = Restablecer { $label }: { $value }
inspector-f1 = F1 en un campo también muestra esto
inspector-fewer = Menos
inspector-more = { $n } más…
inspector-parameters-more = { $n ->
    [one] { $n } parámetro…
    [many] { $n } de parámetros…
   *[other] { $n } parámetros…
}
inspector-changes-meaning = Cambia el significado o los resultados
inspector-of = { $name }: { $chosen }

# Junto a la opción que Keras usa por defecto.
inspector-is-default = { $name } · por defecto
inspector-keras-own = la de Keras
inspector-none = nada
inspector-choose = elige…
inspector-needed = necesario
inspector-yes = sí
inspector-no = no
inspector-auto = automático
inspector-as-model = como el modelo
inspector-use-again = Usar esta capa otra vez
inspector-block-again = Usar este bloque otra vez
inspector-use-again-why = Añade un nodo que usa los mismos pesos; lo que se ajusta en uno se ajusta en los dos.
inspector-from-wire = llega de { $name }
inspector-custom-code = necesita código propio, aún no

inspector-nothing-known = No se sabe nada de este tipo de nodo.
inspector-about-input = Por donde entran los datos. Toma su forma del conjunto de datos, para que todo lo que sigue sepa cuánto mide una muestra. El escalado se ajusta solo con la parte de entrenamiento y viaja con el script exportado.
inspector-about-output = Donde la respuesta se compara con la verdad. La pérdida dice cuánto se equivoca la red, y el entrenamiento la reduce; las métricas se observan, nunca se entrena con ellas.
inspector-takes = Recibe
inspector-port-many = varias, en orden
inspector-port-optional = opcional
inspector-gives-title = Da
inspector-no-doc = Keras no dice nada más.
inspector-example = Ejemplo
inspector-or = { $front } o { $last }

inspector-data = Datos
inspector-no-data = sin elegir
inspector-columns = Columnas
inspector-columns-doc = Qué columnas de la tabla entran por aquí. Todas: cada columna que nadie aprende y que ninguna otra entrada pide.
inspector-columns-all = todas
inspector-columns-chosen = elegidas
inspector-columns-width = { $columns } → { $numbers } por fila
inspector-column-count = { $n ->
    [one] { $n } columna
    [many] { $n } de columnas
   *[other] { $n } columnas
}
inspector-number-count = { $n ->
    [one] { $n } número
    [many] { $n } de números
   *[other] { $n } números
}
inspector-category-count = { $n ->
    [one] { $n } categoría
    [many] { $n } de categorías
   *[other] { $n } categorías
}
inspector-column-gone = no está en estos datos
inspector-column-learned = la aprende { $name }
inspector-an-output = una salida
inspector-column-number = número
inspector-column-category = categoría
inspector-column-text = texto
inspector-column-picture = imagen
inspector-column-series = serie
inspector-column-constant = siempre igual
inspector-column-identifier = único
inspector-column-holds-text = contiene textos
inspector-column-holds-identifier = distinto en cada fila
inspector-column-holds-series = contiene series
inspector-dtype-doc = El tipo de los números que entran. float32 sirve para casi todo; para un Embedding, números enteros.
inspector-held = fijas
inspector-held-doc = Capas que conservan sus pesos. Con alguna fija, la normalización queda como en inferencia.
inspector-held-none = ninguna
inspector-held-all = todas
inspector-held-some = hasta una capa
inspector-held-last = última capa fija
inspector-preprocess-doc = Entran píxeles de 0 a 255, que el propio modelo prepara
inspector-scaling = Escalado
inspector-scaling-doc = Las redes aprenden mejor con números cercanos a cero. El modo automático lleva las imágenes a 0…1 y estandariza los números; lo que necesita se mide solo en la parte de entrenamiento.
inspector-scaling-auto = automático
inspector-scaling-auto-doc = Imágenes a 0…1, números estandarizados; sin preparar donde las capas siguientes aprenden de los datos
inspector-scaling-standardise = estandarizar
inspector-scaling-standardise-doc = Media 0 y dispersión 1, según la parte de entrenamiento
inspector-scaling-unit = 0…1
inspector-scaling-unit-doc = Del valor más pequeño al más grande
inspector-scaling-none = ninguno
inspector-scaling-none-doc = Tal cual
inspector-scaling-raw = sin preparar
inspector-scaling-raw-doc = Las celdas tal como están en la tabla: textos y categorías como texto, para capas que los buscan
inspector-shape-doc = De una muestra, sin el eje del lote: 8 × 8 × 1 es una pequeña imagen en gris, 4 una lista de cuatro números, ? un eje de cualquier longitud.
inspector-shape-own = propia
inspector-shape-from-data = de los datos
inspector-shape-needed = Sin datos hace falta una forma.
inspector-shape-axes = Una forma tiene como mucho { $most } ejes. Recibido: { $n }.
inspector-shape-small = Cada tamaño es 1 o más; ? vale para cualquiera. Recibido: { $size }.
inspector-the-data = la de los datos

inspector-trainable = Entrenable
inspector-trainable-doc = Una capa congelada conserva sus pesos mientras las demás aprenden. En Keras: layer.trainable = False.
inspector-frozen = congelada
inspector-not-in-catalog = { $layer } de Keras no está en el catálogo de esta versión.
inspector-move-up = Subir { $name }
inspector-remove = Quitar { $name }
inspector-add-layer = Añadir una capa
inspector-add-layer-to = Añadir una capa a { $name }
inspector-shares = Comparte la capa y los pesos de <b>{ $name }</b>. Lo que se cambia aquí se cambia allí.
inspector-independent = Hacer independiente
inspector-sharers = También la usan <b>{ $names }</b>: los mismos pesos, cambian juntas.

inspector-nodes = { $n ->
    [one] { $n } nodo
    [many] { $n } de nodos
   *[other] { $n } nodos
}
inspector-parameters = Parámetros
inspector-weights = Pesos
inspector-some-learn = Algunas aprenden, otras están congeladas.
inspector-selected = Nodos seleccionados
inspector-duplicate = Duplicar
inspector-delete = Eliminar
inspector-delete-n = Eliminar { $n }
inspector-other-node = Este tipo de nodo aún no se puede usar. Pon en su lugar una capa de Keras.

inspector-target = Objetivo
inspector-target-doc = La columna que la red aprende a responder. Nunca entra por una entrada.
inspector-target-own = { $name } · el de los datos
inspector-target-the-own = el de los datos
inspector-target-choose = elige una columna…
inspector-target-gone = { $name } · no está en estos datos
inspector-target-is-number = un número
inspector-target-is-picture = una imagen
inspector-target-is-text = un texto
inspector-target-is-series = una serie
inspector-target-is-constant = siempre igual
inspector-target-is-identifier = distinto en cada fila
inspector-target-classes = { $n ->
    [one] { $n } clase: { $names }
    [many] { $n } de clases: { $names }
   *[other] { $n } clases: { $names }
}
inspector-loss = Pérdida
inspector-loss-doc = Cuánto se equivoca la red, en un solo número: el entrenamiento lo reduce. La sugerida encaja con el objetivo y la última capa.
inspector-loss-of = Pérdida: { $name }
inspector-suggested = sugerida
inspector-suggested-loss = la sugerida
inspector-by-target = según el objetivo
inspector-metrics = Métricas
inspector-metrics-doc = Lo que se observa en cada época y se dibuja como curva. No se entrena con ellas.
inspector-metrics-suggested = sugeridas: { $names }
inspector-suggested-metrics = las sugeridas
inspector-metrics-add = añadir una métrica…
inspector-metrics-none = No se observa nada más que la pérdida.
inspector-metric-of = Métrica: { $name }
inspector-weight-doc = Cuánto cuenta la pérdida de esta salida frente a las demás.
inspector-losses-added = Con varias salidas, las pérdidas se suman, cada una multiplicada por su peso.

inspector-wire = Conexión
inspector-wire-from = Desde
inspector-wire-to = Hasta
inspector-wire-carries = Lleva
inspector-wire-unknown = aún no se sabe
inspector-wire-delete = Eliminar la conexión
inspector-wire-node-gone = un nodo que ya no está

inspector-each-channel = { $n ->
    [one] un número para su { $n } canal
    [many] un número para cada uno de los { $n } de canales
   *[other] un número para cada uno de los { $n } canales
}
inspector-each-open-channel = un número por canal
