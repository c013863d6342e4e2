start-title = Dibuja una red. Mírala aprender.
start-lead = Elige un comienzo, cambia lo que quieras, pulsa Entrenar. El código Keras es tuyo.
start-own = Tu propio comienzo
start-choose-file = Elegir un archivo…
start-untitled = Sin título
start-empty-canvas = Lienzo vacío
start-paste-code = Pegar código Python…
start-file = Grafo, imagen de un grafo, modelo de Keras, código Python o tabla
start-drop = O suelta un archivo en cualquier parte de esta página.
start-let-go = Suelta para abrirlo
start-kinds = Una tabla (.csv), un grafo (.json), un modelo de Keras (.keras, .h5, .json), código Python (.py) o una imagen guardada desde Layerloom (.png, .svg)
start-opening = Abriendo { $name }
start-uploading = Subiendo { $name }
start-reading = Leyendo { $name }…
start-unknown-file = Este tipo de archivo no se puede abrir.
start-unknown-file-why = Una tabla (.csv) se convierte en un proyecto con una red que le encaja; un modelo de Keras (.keras, .h5, .json) y el código Python (.py) se convierten en un grafo; un grafo (.json) y una imagen con un grafo dentro (.png, .svg) se abren como estaban. Recibido: { $name }. Guárdalo como uno de estos.
start-templates = Empieza con un ejemplo
start-templates-loading = Cargando los ejemplos
start-learns = { $rows } · unos { $time }
start-from-digits = { $n ->
    [one] { $n } imagen de un dígito
    [many] { $n } de imágenes de dígitos
   *[other] { $n } imágenes de dígitos
}
start-from-iris = { $n ->
    [one] { $n } flor medida
    [many] { $n } de flores medidas
   *[other] { $n } flores medidas
}
start-from-diabetes = { $n ->
    [one] { $n } paciente
    [many] { $n } de pacientes
   *[other] { $n } pacientes
}
start-from-balls = { $n ->
    [one] { $n } imagen de una pelota
    [many] { $n } de imágenes de pelotas
   *[other] { $n } imágenes de pelotas
}
start-from-pairs = { $n ->
    [one] { $n } pareja de dígitos
    [many] { $n } de parejas de dígitos
   *[other] { $n } parejas de dígitos
}
start-from-opinions = { $n ->
    [one] { $n } opinión inventada
    [many] { $n } de opiniones inventadas
   *[other] { $n } opiniones inventadas
}
start-from-visitors = { $n ->
    [one] { $n } día en una piscina
    [many] { $n } de días en una piscina
   *[other] { $n } días en una piscina
}
start-template-digits-cnn = Dígitos, nuestra primera CNN
start-template-digits-cnn-doc = Una pequeña red convolucional lee dígitos escritos a mano.
start-template-iris-mlp = Lirios, tres especies
start-template-iris-mlp-doc = Dos capas Dense distinguen tres especies de lirio por cuatro medidas.
start-template-diabetes-regression = Diabetes, un número
start-template-diabetes-regression-doc = Diez medidas predicen cuánto habrá avanzado una enfermedad un año después.
start-template-balls-two-inputs = Pelotas, dos entradas
start-template-balls-two-inputs-doc = Una imagen y una distancia se juntan en un modelo: ninguna bastaría sola.
start-template-digits-autoencoder = Autocodificador, 8 números de ancho
start-template-digits-autoencoder-doc = Hace pasar una imagen por ocho números y la vuelve a dibujar.
start-template-pairs-siamese = ¿Iguales o distintos?
start-template-pairs-siamese-doc = Dos imágenes comparten una red, que aprende si muestran el mismo dígito.
start-template-opinions-text = Opiniones: contenta o no
start-template-opinions-text-doc = Las palabras se vuelven vectores; los vectores, una respuesta.
start-template-opinions-words = Opiniones, palabra por palabra
start-template-opinions-words-doc = Un modelo que lee frases tal cual y aprende sus palabras de los datos.
start-template-visitors-series = Visitas, el número de mañana
start-template-visitors-series-doc = El mañana a partir de los últimos treinta días: una LSTM lee las visitas de una piscina.
start-projects = Tus proyectos
start-projects-loading = Cargando tus proyectos
start-search = Buscar proyectos
start-order = Orden
start-order-changed = Último cambio
start-order-trained = Último entrenamiento
start-order-name = Nombre
start-found = { $n ->
    [0] Ningún proyecto coincide con «{ $query }».
    [one] { $n } proyecto encontrado
    [many] { $n } de proyectos encontrados
   *[other] { $n } proyectos encontrados
}
start-all = { $n ->
    [one] Ver { $n } proyecto
    [many] Ver los { $n } de proyectos
   *[other] Ver los { $n } proyectos
}
start-fewer = Ver menos
start-none = Aquí estarán tus proyectos
start-none-hint = Elige arriba un ejemplo: se abre enseguida, y lo que cambies se conserva.
start-no-layers = Aún sin capas
start-untrained = Aún sin entrenar
start-best = Mejor { $best }
start-more = Más para { $name }
start-rename = Cambiar nombre
start-duplicate = Duplicar
start-save = Guardar el grafo
start-delete = Eliminar
start-new-name = Nombre nuevo
start-deleted = «{ $name }» se ha eliminado.
start-waiting = { $name } espera: el motor aún está arrancando…
