# Nombres y frases de los conjuntos incluidos; donde falta un mensaje se lee lo que dice el servidor.

dataset-digits = Dígitos
dataset-digits-doc = Dígitos escritos a mano, en imágenes de 8 por 8 píxeles.
dataset-iris = Iris (lirios)
dataset-iris-doc = Tres especies de lirio, que se distinguen por el tamaño de pétalos y sépalos.
dataset-wine = Vino
dataset-wine-doc = Medidas químicas de vinos de tres variedades de uva.
dataset-breast_cancer = Cáncer de mama
dataset-breast_cancer-doc = Medidas de núcleos celulares, y si el tumor era maligno.
dataset-diabetes = Diabetes (progresión)
dataset-diabetes-doc = Diez medidas de pacientes, y cuánto había avanzado la enfermedad un año después.
dataset-moons = Lunas
dataset-moons-doc = Dos medios círculos que se entrelazan.
dataset-circles = Círculos
dataset-circles-doc = Un círculo pequeño dentro de uno grande.
dataset-spirals = Espirales
dataset-spirals-doc = Dos brazos que se enrollan una vez y media el uno en el otro.
dataset-balls = Pelotas
dataset-balls-doc = Una imagen de una pelota y a qué distancia estaba, en metros: una pequeña de cerca parece una grande de lejos.
dataset-pairs = Parejas de dígitos
dataset-pairs-doc = Dos dígitos escritos a mano, y si son el mismo. Se reservan las últimas parejas: casi ninguna de sus imágenes está en parejas anteriores.
dataset-opinions = Opiniones
dataset-opinions-doc = Frases inventadas sobre compras, y si la persona quedó contenta. Las palabras engañan: «nada mal».
dataset-visitors = Piscina
dataset-visitors-doc = Cientos de visitantes durante treinta días seguidos, y el día siguiente. Se reservan los últimos días: lo que viene después no debe saberse antes.

dataset-rows-row = { $n ->
    [one] { $n } fila
    [many] { $n } de filas
   *[other] { $n } filas
}
dataset-rows-picture = { $n ->
    [one] { $n } imagen
    [many] { $n } de imágenes
   *[other] { $n } imágenes
}
dataset-rows-pair = { $n ->
    [one] { $n } pareja
    [many] { $n } de parejas
   *[other] { $n } parejas
}
dataset-rows-sentence = { $n ->
    [one] { $n } frase
    [many] { $n } de frases
   *[other] { $n } frases
}
dataset-rows-day = { $n ->
    [one] { $n } día
    [many] { $n } de días
   *[other] { $n } días
}
