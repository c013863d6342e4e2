# La línea bajo el nombre de un nodo: corta, sin punto final.
line-input = Entrada
line-output = Salida
line-block = Bloque
line-port-in = Entra en el bloque
line-port-out = Sale del bloque
line-layers = { $n ->
    [one] { $n } capa
    [many] { $n } capas
   *[other] { $n } capas
}
line-custom = Propio
line-filters = { $n ->
    [one] { $n } filtro
    [many] { $n } de filtros
   *[other] { $n } filtros
}
line-heads = { $n ->
    [one] { $n } cabeza
    [many] { $n } de cabezas
   *[other] { $n } cabezas
}
line-words = { $n ->
    [one] { $n } palabra
    [many] { $n } de palabras
   *[other] { $n } palabras
}
line-numbers-each = { $n ->
    [one] { $n } número cada una
    [many] { $n } de números cada una
   *[other] { $n } números cada una
}
line-columns = { $n ->
    [one] { $n } columna
    [many] { $n } de columnas
   *[other] { $n } columnas
}
line-stride = zancada { $n }
line-dilation = dilatación { $n }
line-key = clave { $n }
line-masks = oculta ceros
line-sequence = secuencia entera
line-state = con estado
line-no-bias = sin sesgo
line-shared = pesos compartidos
line-frozen = congelada
line-standardised = estandarizado
line-scaled = escalado a 0…1
line-as-it-is = tal cual
line-raw = sin preparar
line-cross-entropy = entropía cruzada
line-sparse-cross-entropy = entropía cruzada dispersa
line-binary-cross-entropy = entropía cruzada binaria
line-mean-squared-error = error cuadrático medio
line-mean-absolute-error = error absoluto medio
line-accuracy = exactitud
