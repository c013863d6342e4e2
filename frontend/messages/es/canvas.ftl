canvas-note-empty = Nota vacía
canvas-note-says = Nota: { $text }

canvas-undo = Deshacer
canvas-replace = Sustituir
canvas-wire-removed = La conexión se ha quitado.
canvas-wire-into = { $name } · { $port }
canvas-wire-choose = Suelta para elegir una capa
canvas-wire-let-go = Suelta para quitar la conexión
canvas-two-ends = Una conexión va de una salida, debajo de un nodo, a una entrada, encima de otro.

canvas-refused-dangling_edge = sin nodo
canvas-refused-wire_across_blocks = en otro bloque
canvas-refused-self_loop = se alimenta a sí mismo
canvas-refused-wrong_way_wire = al revés
canvas-refused-unknown_port = no existe ese puerto
canvas-refused-duplicate_edge = ya conectado
canvas-refused-port_taken = ocupado
canvas-refused-cycle = formaría un ciclo

canvas-note-hint = Doble clic para escribir
canvas-note-text = Texto de la nota
canvas-note-placeholder = Escribe aquí. **Negrita**, *cursiva*, - listas, # títulos.
canvas-note-color = Color de la nota
canvas-note-yellow = Amarillo
canvas-note-green = Verde
canvas-note-blue = Azul
canvas-note-pink = Rosa
canvas-note-grey = Gris
canvas-note-remove = Quitar la nota

canvas-remove = Eliminar
canvas-duplicate = Duplicar
canvas-share = Compartir pesos o usar esta capa otra vez
canvas-bypass = Puentear o volver a usar
canvas-connect = Conectar con…
canvas-copy = Copiar
canvas-cut = Cortar
canvas-paste = Pegar
canvas-paste-with-wires = Pegar con las conexiones de entrada
canvas-copied = { $n ->
    [one] { $n } elemento copiado como texto. Pégalo donde quieras.
    [many] { $n } de elementos copiados como texto. Pégalos donde quieras.
   *[other] { $n } elementos copiados como texto. Pégalos donde quieras.
}
canvas-nothing-to-paste = En el portapapeles no hay ninguna parte de un grafo.
canvas-write = Escribir en la nota
canvas-choose = Seleccionar lo que tiene el foco
canvas-select-all = Seleccionar todo
canvas-select-upstream = Seleccionar todo lo anterior
canvas-select-downstream = Seleccionar todo lo posterior
canvas-select-path = Seleccionar el camino entre ambos
canvas-no-path = Ninguna conexión lleva de uno a otro.
canvas-deselect = No seleccionar nada

canvas-search = Añadir una capa aquí
canvas-add-note = Añadir una nota
canvas-fit = Ver todo
canvas-fit-selection = Ver lo seleccionado
canvas-full-size = Tamaño real, 100 %
canvas-zoom-in = Acercar
canvas-zoom-out = Alejar
canvas-tidy = Ordenar
canvas-map = Mostrar u ocultar el mapa
canvas-hand = Mano: arrastrar mueve el lienzo
canvas-select = Flecha: arrastrar selecciona

canvas-move-left = Mover a la izquierda
canvas-move-right = Mover a la derecha
canvas-move-up = Mover arriba
canvas-move-down = Mover abajo
canvas-far-left = Mover muy a la izquierda
canvas-far-right = Mover muy a la derecha
canvas-far-up = Mover muy arriba
canvas-far-down = Mover muy abajo
canvas-walk-left = Ir al nodo de la izquierda
canvas-walk-right = Ir al nodo de la derecha
canvas-walk-up = Subir por la conexión
canvas-walk-down = Bajar por la conexión

canvas-menu = Qué se puede hacer aquí
canvas-insert = Insertar una capa en la conexión
canvas-tools-view = Vista
canvas-tools-draw = Dibujo
canvas-percent = { $zoom } %
canvas-zoom-now = Zoom { $zoom } %, volver al tamaño real
canvas-drag-selects = Arrastrar selecciona
canvas-map-label = Mapa de la red


canvas-bypassed = puenteada
canvas-bypassed-why = Puenteada: los datos pasan de largo. Pulsa Ctrl+B para volver a usarla.
canvas-unused = sin usar
canvas-unused-why = No llega a ninguna salida: queda fuera del modelo.
canvas-changed = Cambiado desde la última ejecución
canvas-target = objetivo
canvas-no-target = sin objetivo
canvas-no-data = sin datos
canvas-shared = compartida
canvas-shared-with = Usa los pesos de { $name }
canvas-shared-by = También la usan { $names }
canvas-shared-why = Usa los pesos de otro nodo
canvas-unknown-why = Su forma aún no se conoce
canvas-params = { $n ->
    [one] { $params } parámetro
    [many] { $params } de parámetros
   *[other] { $params } parámetros
}
canvas-params-gives = { $n ->
    [one] { $params } parámetro, da { $shape }
    [many] { $params } de parámetros, da { $shape }
   *[other] { $params } parámetros, da { $shape }
}
canvas-params-why = { $n ->
    [one] { $params } parámetro, de los que { $trainable } pueden aprender
    [many] { $params } de parámetros, de los que { $trainable } pueden aprender
   *[other] { $params } parámetros, de los que { $trainable } pueden aprender
}
canvas-input = Entrada
canvas-output = Salida
canvas-input-named = Entrada { $name }
canvas-output-named = Salida { $name }
canvas-port-many = { $name } (admite varias conexiones)
canvas-port-optional = { $name } (opcional)

canvas-is-node = nodo
canvas-is-wire = conexión
canvas-is-note = nota
canvas-network = Red
canvas-wire-label = Conexión de { $from } a { $to }
canvas-shape-why = { $dtype }, una muestra: { $shape }
canvas-shape-is = { $shape } es { $kind }
canvas-insert-after = Insertar una capa en la conexión que sale de { $name }
canvas-insert-here = Insertar una capa aquí

canvas-empty = Empieza por una entrada.
canvas-empty-how = Los datos fluyen de arriba abajo: una entrada, las capas, una salida. Cada conexión muestra la forma que pasa por ella.
canvas-empty-no-data = Los datos fluyen de arriba abajo: una entrada, las capas, una salida. Cada conexión muestra la forma que pasa por ella; elige los datos a la derecha y las formas serán reales.
canvas-empty-input = Añadir una entrada
canvas-empty-search = Buscar capas
canvas-double-click = doble clic
canvas-empty-yet = Aquí aún no hay nada dibujado.
canvas-tidy-failed = No se pudo ordenar la red: una parte de la página aún no ha llegado y el servidor no responde.
canvas-explain = Explicar esta capa

canvas-group = Agrupar en un bloque
canvas-unpack = Desempaquetar el bloque
canvas-unfold = Desplegar la red base
canvas-enter-block = Abrir el bloque
canvas-leave-block = Salir del bloque
canvas-select-too = Seleccionar también
canvas-where = Dónde estás
canvas-model = Modelo
canvas-times = × { $n }
canvas-at-top = El modelo entero
canvas-inside = { $n ->
    [one] Dentro de { $name }, { $n } nodo
    [many] Dentro de { $name }, { $n } nodos
   *[other] Dentro de { $name }, { $n } nodos
}
canvas-see-inside = Mostrar qué hay dentro de { $name }
canvas-show-inside = Mostrar qué hay dentro
canvas-inside-of = Dentro de { $name }: { $names }
canvas-empty-block = En este bloque aún no hay nada.
canvas-empty-block-how = Lo que entra es una entrada, lo que sale es una salida; las capas van entre ellas.
