data-heading = Datos
data-set = Conjunto de datos
data-no-data = Aún no hay datos
data-none = Elige un conjunto, o suelta aquí un archivo CSV o un zip de imágenes. Las entradas toman de él su forma.
data-from-csv = Tus archivos
data-from-builtin = Incluidos
data-from-generated = Generados
data-lost = <b>{ $name } no está aquí.</b> El grafo se dibujó con él. Sube el archivo otra vez o elige otro conjunto.

data-upload = Subir un archivo…
data-csv-file = Archivo CSV, o zip con una carpeta de imágenes por clase
data-uploading = Subiendo { $name }
data-reading = Leyendo { $name }…
data-upload-of = Subida de { $name }
data-too-large = Este archivo es demasiado grande.
data-too-large-why = Una tabla puede tener { $most }. Recibido: { $name } con { $size }. Sube una parte de sus filas.
data-too-large-zip = Un zip puede tener { $most }. Recibido: { $name } con { $size }. Comprime una parte de las imágenes, o hazlas más pequeñas.

data-picture-height = altura
data-picture-width = anchura
data-picture-side-doc = Píxeles a los que se lleva cada imagen antes de que la vea la red.
data-colours = colores
data-colours-doc = El color tiene tres canales; el gris, uno.
data-colours-rgb = color
data-colours-grayscale = gris
data-fit = proporciones
data-fit-doc = Conservarlas y recortar lo que sobra, o estirar la imagen entera.
data-fit-crop = conservar
data-fit-stretch = estirar
data-class-counts = { $n ->
    [one] { $n } clase
    [many] { $n } de clases
   *[other] { $n } clases
}

data-rows = filas
data-noise = ruido
data-seed = semilla
data-seed-doc = De las filas que se generan.
data-empty-cells = Celdas vacías
data-fill = rellenar
data-fill-doc = Un número recibe la mediana de la parte de entrenamiento; una categoría, ninguna de las conocidas
data-drop = quitar fila
data-drop-doc = Se dejan fuera las filas con una celda vacía

data-size = { $rows }, { $columns }
data-columns = { $n ->
    [one] { $n } columna
    [many] { $n } de columnas
   *[other] { $n } columnas
}
data-split = <b>{ $train }</b> filas para aprender, <b>{ $validation }</b> reservadas, semilla { $seed }
data-split-stratified = <b>{ $train }</b> filas para aprender, <b>{ $validation }</b> reservadas, estratificado, semilla { $seed }

data-split-last = <b>{ $train }</b> filas para aprender, las <b>{ $validation }</b> últimas reservadas, porque las filas siguen un orden

data-report = Qué se hizo con el archivo
data-first-rows = Primeras filas
data-first-rows-of = Primeras filas del archivo
data-empty = vacía
data-missing = { $n } vacías
data-steps = { $n ->
    [one] { $n } paso
    [many] { $n } de pasos
   *[other] { $n } pasos
}
data-words = { $n ->
    [one] { $n } palabra
    [many] { $n } de palabras
   *[other] { $n } palabras
}
data-is-target = objetivo
data-kind-number = número
data-kind-category = categoría
data-kind-text = texto, no se usa
data-kind-words = texto
data-kind-picture = imagen
data-kind-series = serie
data-kind-constant = siempre igual
data-kind-identifier = único, no se usa

data-target = Objetivo
data-target-doc = La columna que la red aprende a predecir.
data-target-lost = Estos datos no tienen la columna «{ $target }» que aprender. Elige una.
data-choose-column = Elige una columna
data-no-output = Añade una salida al dibujo para elegir qué predice.
data-classes = { $n ->
    [one] { $name } ({ $n } clase)
    [many] { $name } ({ $n } de clases)
   *[other] { $name } ({ $n } clases)
}
data-head = { $n ->
    [one] Dense con { $n } unidad
    [many] Dense con { $n } de unidades
   *[other] Dense con { $n } unidades
}
data-in-use = en uso
