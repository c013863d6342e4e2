outline-list = Red, de arriba abajo
outline-add = Añadir una capa
outline-empty = Empieza por una entrada.
outline-empty-more = Los datos fluyen de arriba abajo: una entrada, las capas, una salida. Cada fila muestra la forma que da.
outline-add-input = Añadir una entrada
outline-search = Buscar capas
outline-after = después de { $names }
outline-gives = da
outline-parameters = { $n ->
    [one] { $n } parámetro
    [many] { $n } de parámetros
   *[other] { $n } parámetros
}
outline-bypassed = puenteada
outline-is-error = Problema:
outline-is-warning = Aviso:
outline-from = Desde
outline-to = Hacia
outline-unwire = Quitar la conexión de { $source } a { $target }
outline-commands = Qué se puede hacer con él

outline-settings = Ajustes
outline-wire = Conectar con…
outline-earlier = Antes
outline-later = Después
outline-bypass = Puentear
outline-share = Usar otra vez
outline-duplicate = Duplicar
outline-rename = Cambiar nombre
outline-remove = Quitar

outline-add-after = Añadir una capa después de esta
outline-wire-to = Conectar con otro nodo
outline-move-earlier = Mover antes
outline-move-later = Mover después
outline-do-bypass = Puentear o dejar de puentear
outline-do-share = Usar esta capa otra vez, con los mismos pesos
outline-do-duplicate = Duplicar
outline-do-rename = Cambiar nombre
outline-do-remove = Quitar
outline-close = Cerrar la fila
outline-new-name = Nuevo nombre de { $name }
outline-moved-earlier = { $name } está un lugar antes.
outline-moved-later = { $name } está un lugar después.
outline-removed = { $name } se ha quitado.

outline-appears = Se añadiría { $name }: { $line }
outline-changes = { $name } pasaría a ser: { $line }
outline-goes = { $name } desaparecería
outline-wires-change = { $n ->
    [one] { $n } conexión cambiaría
    [many] { $n } de conexiones cambiarían
   *[other] { $n } conexiones cambiarían
}
outline-comment = Comentar
outline-open = Qué hay dentro
outline-group = Agrupar
outline-unpack = Desempaquetar
outline-inside = Dentro de { $name }
