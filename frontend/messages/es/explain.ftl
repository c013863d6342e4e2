# Qué hace una capa, con sus propios números: una frase, y lo que se sigue de ella.
explain-conv2d = { $n ->
    [one] Un pequeño detector se desliza por la imagen.
    [many] { $n } de pequeños detectores se deslizan por la imagen.
   *[other] { $n } pequeños detectores se deslizan por la imagen.
}
explain-conv2d-more = Cada uno mira { $window } píxeles y se enciende donde encuentra su patrón.
explain-conv1d = { $n ->
    [one] Un pequeño detector se desliza por la secuencia.
    [many] { $n } de pequeños detectores se deslizan por la secuencia.
   *[other] { $n } pequeños detectores se deslizan por la secuencia.
}
explain-conv1d-more = { $n ->
    [one] Cada uno mira { $n } paso cada vez y se enciende donde encuentra su patrón.
    [many] Cada uno mira { $n } de pasos cada vez y se enciende donde encuentra su patrón.
   *[other] Cada uno mira { $n } pasos cada vez y se enciende donde encuentra su patrón.
}
explain-dense = { $n ->
    [one] Una unidad mira todos los números que entran.
    [many] { $n } de unidades; cada una mira todos los números que entran.
   *[other] { $n } unidades; cada una mira todos los números que entran.
}
explain-dense-more = Cada una los pondera todos, los suma y pasa un número adelante.
explain-max-pooling = De cada { $window } píxeles solo queda el más fuerte.
explain-max-pooling-more = La imagen se hace más pequeña; lo encontrado sobrevive, y dónde estaba exactamente importa menos.
explain-average-pooling = Cada { $window } píxeles se convierten en su media.
explain-average-pooling-more = La imagen se hace más pequeña y más suave.
explain-dropout = Durante el entrenamiento, el { $percent } % de los números se apaga al azar.
explain-dropout-more = Ninguna unidad puede apoyarse en una sola vecina; al usar el modelo no se apaga nada.
explain-memory = { $n ->
    [one] Una memoria de { $n } número lee la secuencia paso a paso.
    [many] Una memoria de { $n } de números lee la secuencia paso a paso.
   *[other] Una memoria de { $n } números lee la secuencia paso a paso.
}
explain-lstm-every-step = Después de cada paso transmite lo que piensa.
explain-lstm-end = Al final transmite lo que recuerda.
explain-gru-more = Es una LSTM con menos puertas: más ligera, y a menudo igual de buena.
explain-embedding = { $n ->
    [one] Cada una de las { $words } palabras recibe un lugar de { $n } número.
    [many] Cada una de las { $words } palabras recibe un lugar de { $n } de números.
   *[other] Cada una de las { $words } palabras recibe un lugar de { $n } números.
}
explain-embedding-more = Las palabras que se usan de forma parecida se acercan durante el entrenamiento.
explain-attention = { $n ->
    [one] Una cabeza pregunta: ¿qué lugares debe mirar este lugar?
    [many] { $n } de cabezas preguntan: ¿qué lugares debe mirar este lugar?
   *[other] { $n } cabezas preguntan: ¿qué lugares debe mirar este lugar?
}
explain-attention-more = La consulta pregunta, la clave responde, y el valor es lo que después se transmite.
explain-sum = { $n ->
    [one] { $sum } = { $n } parámetro
    [many] { $sum } = { $n } de parámetros
   *[other] { $sum } = { $n } parámetros
}
