# Partes de frases que comparten varios mensajes.

list-comma = { $front }, { $last }
list-and = { $front } y { $last }
list-or = { $front } o { $last }
list-space = { $front } { $last }
as-it-is = { $text }
list-more = { $n } más
none-at-all = ninguno
value-very-long = un número muy largo

## Qué es un tensor. El número cuenta sus ejes, incluido el del lote.

kind-1 = un número
kind-2 = una lista
kind-3 = una secuencia
kind-4 = una imagen
kind-5 = un volumen
kind-6 = una película de volúmenes
numbers-float = números con decimales
numbers-int = números enteros
numbers-string = textos

kind-axes = { $n } ejes
kind-at-least = al menos { $kind }
kind-ConvLSTM1D = una secuencia de filas
kind-ConvLSTM2D = una secuencia de imágenes
kind-ConvLSTM3D = una secuencia de volúmenes

sizes-2 = (None, características)
sizes-3 = (None, pasos, características)
sizes-4 = (None, alto, ancho, canales)
sizes-5 = (None, fondo, alto, ancho, canales)
sizes-6 = (None, pasos, fondo, alto, ancho, canales)

## Una muestra de un tensor, en palabras.

size-any = cualquiera
sample-numbers = { $n ->
    [one] un número por muestra
    [many] { $n } de números por muestra
   *[other] { $n } números por muestra
}
sample-any-numbers = una cantidad cualquiera de números por muestra
sample-steps = { $steps } pasos de { $width } números por muestra
sample-positions = { $channels ->
    [one] { $height } × { $width } posiciones con { $channels } canal por muestra
    [many] { $height } × { $width } posiciones con { $channels } de canales por muestra
   *[other] { $height } × { $width } posiciones con { $channels } canales por muestra
}
sample-more = { $sizes } números por muestra

got-nothing = nada
got-from = { $shape } de `{ $name }`

## El paso siguiente, como última frase de un mensaje.

step-did-you-mean = ¿Querías decir { $guess }?
step-from-palette = Elige una en el panel de capas.
step-from-list = Elige uno de la lista.
step-remove-it = Quítalo.
step-among-columns = Elige entre las columnas de los datos.
step-change-before = Cambia lo que viene antes.
step-mend-or-change = { $mend }, o cambia lo que viene antes.

## Qué admite un parámetro o un ajuste. Va detrás de «necesita».

wants-or-nothing = { $what }, o nada
wants-digits = { $what }, de 18 dígitos como mucho
wants-finite = { $what } que sea finito
wants-int = un número entero
wants-int-least = un número entero, { $low } o más
wants-int-between = un número entero de { $low } a { $high }
wants-float = un número
wants-float-least = un número, { $low } o más
wants-float-between = un número de { $low } a { $high }
wants-number-from = un número desde { $low }
wants-above = un número mayor que { $low }
wants-share = un número entre 0 y 1, como { $example }
wants-schedule = un número o un programa de tasa de aprendizaje
wants-schedule-least = un número, { $low } o más, o un programa de tasa de aprendizaje
wants-schedule-between = un número de { $low } a { $high } o un programa de tasa de aprendizaje
wants-int_tuple = un número entero o varios
wants-int_tuple-least = un número entero o varios, cada uno { $low } o más
wants-int_tuple-between = un número entero o varios, cada uno de { $low } a { $high }
wants-int_tuple-of = un número entero o { $rank } de ellos
wants-int_tuple-of-least = un número entero o { $rank } de ellos, cada uno { $low } o más
wants-int_tuple-of-between = un número entero o { $rank } de ellos, cada uno de { $low } a { $high }
wants-bool = true o false
wants-str = un texto
wants-choice = uno de { $choices }
wants-shape = una lista de números enteros, como [8, 16]
wants-axis = un número entero o una lista de ellos
wants-int_list = una lista de números enteros
wants-float_list = una lista de números
wants-str_list = una lista de textos
wants-dtype = un tipo de número como float32
wants-activation = el nombre de una activación, como relu
wants-initializer = un inicializador
wants-regularizer = un regularizador
wants-constraint = una restricción
wants-layer = una capa, como { "{" }"name": "LSTM", "params": { "{" }…{ "}" }{ "}" }
wants-layers = una lista de capas
wants-function = código Python, que aún no se puede usar
wants-tensor = un número, o listas de números de igual longitud, como [0.5, 1]
wants-slice = posiciones entre corchetes como en Python, por ejemplo :, 0 o ..., 1:3
wants-any = un número, un texto, una lista de ellos, o números con nombre
wants-any-digits = un número de 18 dígitos como mucho
wants-metric-name = un nombre corto como accuracy
wants-weights = null o "imagenet"
wants-stateless = false: las filas se barajan, así que ningún estado puede durar más que un lote

## Lo que Keras ofrece por su nombre: uno de un tipo, y todos.

member-loss = pérdida
members-loss = pérdidas
member-metric = métrica
members-metric = métricas
member-optimizer = optimizador
members-optimizer = optimizadores
member-schedule = programa
members-schedule = programas
member-initializer = inicializador
members-initializer = inicializadores
member-regularizer = regularizador
members-regularizer = regularizadores
member-constraint = restricción
members-constraint = restricciones
member-activation = activación
members-activation = activaciones
member-layer = capa
members-layer = capas
