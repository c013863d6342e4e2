# Lo que puede fallar en un grafo. El mensaje dice qué se esperaba, qué hay y el paso siguiente; `title` es una frase corta.
# Los nombres de capas, columnas y parámetros son de la persona o de Keras. Lo que va entre `acentos graves` se muestra como código.

## Un archivo que no se puede abrir

problem-not_json = Un grafo es un texto JSON. La lectura se detuvo: { $evidence }. Exporta el grafo otra vez o mira ese lugar del archivo.
    .title = Esto no es el archivo de un grafo.
json-not-utf8 = el byte { $at } no es UTF-8
json-at = { $what } en la línea { $line }, columna { $column }
json-is-a = { $path } es { $type }
problem-duplicate_key = Cada nombre puede estar una sola vez en un objeto, o no queda claro cuál vale. Recibido: { $key } dos veces. Quita una de las dos.
    .title = Un nombre está dos veces en el archivo.
problem-too_deeply_nested = Un grafo necesita como mucho { $limit } niveles de paréntesis unos dentro de otros. Recibido: más. Este grafo no lo escribió Layerloom.
    .title = El archivo está demasiado anidado.
problem-number_too_long = Los números tienen como mucho { $limit } dígitos. Recibido: uno más largo. Escribe un número más pequeño.
    .title = Un número del archivo es demasiado largo.
problem-not_finite = `{ $place }` necesita un número hasta el que se pueda contar. Recibido: { $evidence }. Escribe ahí un número corriente.
    .title = { $place } no es un número finito.
problem-not_text = `{ $place }` contiene medio carácter (un sustituto suelto), que ningún archivo puede guardar. Escribe el texto otra vez.
    .title = { $place } no es texto legible.
problem-file_too_large = El archivo de un grafo tiene como mucho { $limit } bytes. Recibido: { $size }. ¿De verdad es un grafo?
    .title = El archivo es demasiado grande para un grafo.
problem-too_many_nodes = Un grafo tiene como mucho { $limit } nodos. Recibido: { $n }. Quita algunos o divide el grafo.
    .title = El grafo tiene demasiados nodos.
problem-too_many_edges = Un grafo tiene como mucho { $limit } conexiones. Recibido: { $n }. Quita algunas o divide el grafo.
    .title = El grafo tiene demasiadas conexiones.
problem-made_with_newer_layerloom = Este Layerloom lee grafos hasta la versión { $known }. Recibido: versión { $version }. Actualiza Layerloom y ábrelo otra vez.
    .title = Este grafo se hizo con un Layerloom más nuevo.
problem-bad_field = `{ $place }`: { $expectation }. Recibido: { $evidence }. Corrige ese campo.
    .title = { $place } no encaja en un grafo.
problem-bad_field-empty = `{ $place }`: { $expectation }. Ahí no hay nada. Corrige ese campo.
    .title = { $place } no encaja en un grafo.
field-graph = un grafo es un objeto con nodos y conexiones
field-needed = este campo hace falta
field-unknown = ningún campo tiene este nombre
field-int = hace falta un número entero
field-number = hace falta un número
field-finite = hace falta un número finito
field-text = hace falta un texto
field-bool = hace falta true o false
field-object = hace falta un objeto
field-list = hace falta una lista
field-one-of = hace falta uno de { $known }
field-greater_than = hace falta un número mayor que { $limit }
field-greater_than_equal = hace falta un número de al menos { $limit }
field-less_than = hace falta un número menor que { $limit }
field-less_than_equal = hace falta un número de { $limit } como mucho
field-string_too_short = { $n ->
    [one] hace falta un texto de al menos { $n } carácter
    [many] hace falta un texto de al menos { $n } de caracteres
   *[other] hace falta un texto de al menos { $n } caracteres
}
field-string_too_long = { $n ->
    [one] hace falta un texto de { $n } carácter como mucho
    [many] hace falta un texto de { $n } de caracteres como mucho
   *[other] hace falta un texto de { $n } caracteres como mucho
}

## Nodos y conexiones

problem-newer_keras = Las capas y los valores por defecto pueden diferir. Aquí Keras es { $installed }. Recibido: un grafo hecho con { $made_with }. Actualiza Layerloom, o sigue con este Keras y compara los resultados.
    .title = Este grafo se hizo con un Keras más nuevo.
problem-cycle = Los datos deben ir de las entradas a las salidas, nunca hacia atrás. Recibido: { $path }. Quita la conexión de `{ $last }` a `{ $first }`.
    .title = Estas capas se alimentan en círculo.
problem-block_missing = Un nodo está arriba del todo o en un bloque. Recibido: `{ $name }` en { $block }, que no es un bloque con contenido. Ponlo arriba del todo o quítalo.
    .title = El bloque en el que está { $name } ya no existe.
problem-block_in_itself = Un bloque contiene otros nodos, nunca a sí mismo. Recibido: { $path }. Saca uno de ellos.
    .title = { $name } está dentro de sí mismo.
problem-wire_across_blocks = Lo que entra en un bloque o sale de él pasa por los puertos del bloque. Recibido: una conexión de `{ $source }` a `{ $target }`, que están en bloques distintos. Quítala y conecta con el propio bloque.
    .title = Una conexión atraviesa el borde de un bloque.
problem-block_without_input = Un bloque toma lo que llega a sus entradas. Recibido: ninguna en `{ $name }`. Pon una entrada dentro.
    .title = Nada puede entrar en { $name }.
problem-block_without_output = Un bloque da lo que llega a sus salidas. Recibido: ninguna en `{ $name }`. Pon una salida dentro.
    .title = Nada puede salir de { $name }.
problem-bad_repeat = Un bloque aparece de 1 a { $most } veces. Recibido: { $repeat } veces para `{ $name }`. Elige un número entre ambos.
    .title = { $name } no puede aparecer { $repeat } veces.
problem-repeat_does_not_chain = En un bloque repetido cada repetición alimenta a la siguiente: necesita una entrada y una salida. Recibido: { $repeat } repeticiones de `{ $name }` con { $inputs } { $inputs ->
        [one] entrada
        [many] de entradas
       *[other] entradas
    } y { $outputs } { $outputs ->
        [one] salida
        [many] de salidas
       *[other] salidas
    }. Deja que aparezca una vez o une sus puertos.
    .title = Las repeticiones de { $name } no encajan.
problem-repeat_does_not_chain-model = Un modelo propio se llama como una capa, una sola vez. Recibido: { $repeat } repeticiones de `{ $name }`. Deja que aparezca una vez o haz que sus capas sean del modelo exterior.
    .title = { $name } es un modelo propio y no puede repetirse.
problem-varying_count = Un parámetro que varía tiene un valor para cada repetición. Recibido: { $got } de `{ $param }` en `{ $inner }`, para { $repeat } { $repeat ->
        [one] repetición
        [many] de repeticiones
       *[other] repeticiones
    } de `{ $name }`. Da tantos valores como repeticiones.
    .title = { $param } de { $inner } tiene valores de más o de menos.
problem-varying_unknown = Lo que varía entre repeticiones es un parámetro de una capa de dentro del bloque. Recibido: { $inner }, que no está en `{ $name }`. Quítalo.
    .title = { $name } varía lo que no tiene dentro.
problem-too_many_repeats = Un grafo tiene hasta { $most } nodos con sus bloques desplegados. Recibido: { $total }, la mayoría por `{ $name }`. Repítelo menos veces.
    .title = { $name } aparece demasiadas veces.
problem-dangling_edge = Una conexión une dos nodos. Recibido: una conexión de { $source } a { $target }, y { $missing } no existe. Quita la conexión.
    .title = Una conexión no termina en nada.
problem-no_input = Los datos tienen que entrar por algún sitio. Recibido: ningún nodo de entrada. Añade una entrada y conéctala con la primera capa.
    .title = El grafo no tiene entrada.
problem-no_output = Un modelo debe dar algo que se pueda comparar con el objetivo. Recibido: ningún nodo de salida. Añade una salida y conecta con ella la última capa.
    .title = El grafo no tiene salida.
problem-too_deep = Como mucho { $limit } capas pueden seguirse; más allá Keras falla. Recibido: una cadena de { $depth }. Quita algunas capas.
    .title = Demasiadas capas una tras otra.
problem-not_yet = Este Layerloom admite entradas, capas y operaciones de Keras, y salidas. Recibido: { $kind } como `{ $name }`. Usa en su lugar una capa de Keras.
    .title = { $kind }: aún no se puede usar.
node-block = Un bloque
node-backbone = Una red base
node-custom = Código propio
problem-custom_gone = Llama a una capa o función que estaba en «Tu código». Recibido: `{ $name }`, cuyo código ya no está en este proyecto. Deshaz lo que lo quitó o quita este nodo.
    .title = El código de { $name } ya no está.
problem-custom_unproven = Aquí solo se ejecuta el código que se ha probado aquí. Recibido: `{ $name }`, que llama a `{ $code }`. Abre `{ $code }` en «Tu código» y pulsa Probar.
    .title = { $code } no se ha probado aquí.
problem-custom_name_taken-twice = Todo el código de un proyecto va a un mismo programa, donde un nombre significa una sola cosa. Recibido: `{ $name }`, que { $codes } definen a la vez. Cámbiale el nombre en uno de ellos y pruébalo otra vez.
    .title = Dos códigos definen { $name }.
problem-bad_name = Un nombre tiene de 1 a 100 caracteres visibles, sin barras. Recibido: { $name }: { $reason }. Cámbialo, por ejemplo a `{ $better }`.
    .title = Este nombre no se puede usar.
name-empty = está vacío
name-long = tiene { $n } caracteres
name-slash = contiene una barra
name-dots = son solo puntos
name-control = contiene un carácter de control
name-unseen = no se ve nada de él
problem-hidden_characters = Los nombres que parecen iguales deberían serlo. Recibido: { $which } en { $name }. Cámbialo a `{ $better }` o déjalo.
    .title = Este nombre contiene caracteres que no se ven.
hidden-invisible = caracteres invisibles
hidden-line = un separador de líneas
hidden-paragraph = un separador de párrafos
problem-duplicate_name = Cada nodo necesita un nombre propio; Keras rechaza dos iguales. Recibido: `{ $name }` { $n } veces. Cambia el nombre, por ejemplo a { $better }.
    .title = { $n } nodos se llaman { $name }.

problem-unknown_port-input = `{ $name }` tiene como entradas: { $known }. Recibido: una conexión en `{ $received }`. Conéctala con una que exista.
    .title = { $name } no tiene la entrada { $port }.
problem-unknown_port-output = `{ $name }` tiene como salidas: { $known }. Recibido: una conexión en `{ $received }`. Conéctala con una que exista.
    .title = { $name } no tiene la salida { $port }.
problem-port_taken = `{ $port }` de `{ $name }` admite una conexión. Recibido: { $n }, desde { $sources }. Deja una, o júntalas antes con Concatenate o Add.
    .title = Varias conexiones llegan al mismo sitio de { $name }.
problem-wrong_way_wire-output = De una salida no sale nada. Recibido: una conexión desde `{ $name }`. Quítala o trázala al revés.
    .title = Una conexión va al revés en { $name }.
problem-wrong_way_wire-input = A una entrada no llega nada. Recibido: una conexión hacia `{ $name }`. Quítala o trázala al revés.
    .title = Una conexión va al revés en { $name }.
problem-nothing_to_pass = Una capa puenteada pasa lo que le llega. Recibido: ninguna conexión hacia `{ $name }`. Conecta una capa con ella o quítala.
    .title = Nada puede rodear { $name }.
problem-bypassed_port = Lo que llega a una capa puenteada sale solo por su primera salida. Recibido: una conexión desde `{ $port }` de `{ $name }`. Vuelve a usar la capa o quita la conexión.
    .title = { $name } está puenteada, así que no tiene { $port }.
problem-input_missing = { $what } necesita una conexión en `{ $port }`. Recibido: no le llega nada. Conecta una capa con ella o quita `{ $name }`.
    .title = A { $name } no le llega nada.
problem-input_missing-port = { $what } necesita una conexión en `{ $port }`. Recibido: a `{ $port }` no llega nada. Conecta una capa con ella o quita `{ $name }`.
    .title = { $name } espera { $port }.
an-output = Una salida
problem-too_few_inputs = `{ $name }` junta al menos { $wanted } tensores. Recibido: { $got }. Conecta otra capa con ella o quita `{ $name }`.
    .title = { $layer } no tiene nada que juntar.
problem-too_many_inputs = `{ $name }` admite { $most } conexiones en `{ $port }`. Recibido: { $got }. Quita las demás.
    .title = { $layer } junta como mucho { $most } tensores.

## Capas y parámetros

problem-unknown_layer = Una capa es una de las de Keras. Recibido: { $layer }. { $step }
    .title = Keras no tiene la capa { $layer }.
problem-unknown_op = Una operación es una de `keras.ops`. Recibido: { $op }. { $step }
    .title = Keras no tiene la operación { $op }.
problem-unusable_op = Aquí una operación debe tomar tensores y dar tensores. Recibido: { $op }: { $reason } Elige otra operación, o una capa que haga lo mismo.
    .title = { $op } no se puede dibujar.
problem-unusable_layer = Aquí una capa debe construirse sola a partir de sus parámetros. Recibido: { $layer }: { $reason } Elige otra capa.
    .title = { $layer } no se puede dibujar.
unusable-abstract = Abstracta: una base para capas escritas en Python.
unusable-cell = Una celda calcula un paso de una secuencia: vive dentro de una capa RNN.
unusable-file = Necesita un archivo en la máquina que entrena: `filepath`.
unusable-op-numbers = Hace un tensor con simples números: escribe los números donde hagan falta.
unusable-op-no-tensor = No da ningún tensor.
unusable-op-rows = Solo funciona cuando se conoce el número de filas, y un lote puede tener cualquiera.
unusable-op-length = La longitud de su tensor dependería de los números que llegan.
unusable-op-window = Keras hace una ventana solo a partir de un número escrito, no de lo que fluye por un modelo.
unusable-op-numpy = Da un array de NumPy, y con él terminaría el modelo.
unusable-op-single-rows = Keras solo la calcula para filas sueltas de longitud conocida; el lote de un modelo no es ni lo uno ni lo otro.
unusable-op-axes = Cuántos tensores da depende de cuántos ejes llegan.
unusable-op-rearrange = Keras solo calcula su forma cuando se conoce el número de filas; el lote de un modelo puede tener cualquiera. Usa reshape y transpose.
unusable-op-adaptive = Keras 3.15 guarda el modelo de modo que no se puede volver a cargar. Las capas AdaptiveAveragePooling y AdaptiveMaxPooling hacen lo mismo.
unusable-op-conv-transpose = Keras 3.15 confunde dos de sus ajustes cuando corre dentro de un modelo. Las capas Conv2DTranspose y similares hacen lo mismo.
unusable-python = Necesita código Python: { $what }.
problem-unknown_parameter = Los parámetros llevan los nombres de Keras. Recibido: { $given }={ $value } para { $layer }. { $step }
    .title = { $layer } no tiene el parámetro { $name }.
problem-missing_parameter = `{ $path }` no tiene valor por defecto: necesita { $wants }. Recibido: nada. Dale un valor.
    .title = { $layer } necesita { $path }.
problem-bad_parameter = `{ $path }` necesita { $wants }. Recibido: { $name }={ $value }. Cámbialo.
    .title = { $path } de { $layer } no encaja.
problem-bad_parameter-better = `{ $path }` necesita { $wants }. Recibido: { $name }={ $value }. Cámbialo, por ejemplo a { $better }.
    .title = { $path } de { $layer } no encaja.
problem-unknown_member = `{ $path }` necesita algo de lo que Keras trae como { $kinds }. Recibido: { $name }. { $step }
    .title = En Keras no hay { $kind } { $name }.
problem-shared_owner_missing = `{ $name }` usa la capa de otro nodo. Recibido: { $owner }, que no es una capa de este grafo. Da a `{ $name }` una capa propia.
    .title = La capa que { $name } comparte ya no está.
problem-shared_owner_shares = Una capa compartida tiene un dueño, y el dueño tiene una capa propia. Recibido: `{ $name }` comparte `{ $owner }`, que comparte otra. Comparte la capa del dueño.
    .title = { $name } comparte una capa que a su vez es compartida.
problem-shared_class_differs = Una capa usada dos veces es de una sola clase. Recibido: `{ $name }` es { $layer }, `{ $owner }` es { $owner_layer }. Conviértela en { $owner_layer } o dale una capa propia.
    .title = { $name } y la capa que comparte son de dos clases.

## Columnas, objetivos y formas de los datos

problem-unknown_column = `{ $name }` toma columnas de { $data }: { $known }. Recibido: { $column }. { $step }
    .title = Los datos no tienen la columna { $column }.
problem-column_not_usable = Las entradas son números o categorías. Recibido: `{ $column }` contiene { $holds }. Déjala fuera de `{ $name }`.
    .title = La columna { $column } no puede ser una entrada.
column-holds-text = texto libre, que necesita una capa que lea texto
column-holds-constant = el mismo valor en todas las filas, lo que no enseña nada
column-holds-identifier = un valor distinto en cada fila, como una matrícula, lo que no enseña nada
column-holds-series = una serie de longitud desconocida, que ninguna capa admite
problem-column_twice = Cada columna entra una vez en una entrada. Recibido: `{ $column }` dos veces en `{ $name }`. Quita una.
    .title = La columna { $column } está dos veces en una entrada.
problem-columns_do_not_mix = Números y categorías van juntos en una entrada; una imagen, una serie o un texto necesitan una propia. Recibido: { $columns }. Elige una para `{ $name }` y añade una entrada para las demás.
    .title = { $name } no puede tomar juntas estas columnas.
problem-input_without_columns = Una entrada toma al menos una columna de { $data }. Recibido: toda columna utilizable es un objetivo o de otra entrada. Da a `{ $name }` columnas propias.
    .title = No queda ninguna columna para { $name }.
problem-input_shape_missing = Una entrada toma su forma de los datos, o de ti. Recibido: ninguna de las dos. Elige datos o escribe una forma como (28, 28, 1).
    .title = { $name } aún no tiene forma.
problem-bad_shape = Una forma tiene hasta 6 tamaños, cada uno de al menos 1, o vacío donde no se conoce. Recibido: { $received }: { $reason }. Corrígela.
    .title = La forma de { $name } no tiene sentido.
shape-sizes = { $n } tamaños
shape-below-one = un tamaño menor que 1
problem-shape_disagrees = { $data } da { $found } por cada muestra. Recibido: { $given } para `{ $name }`. Toma la forma de los datos.
    .title = { $name } y los datos tienen formas distintas.
problem-bad_dtype = Los números se guardan como { $known }. Recibido: { $dtype }. Usa { $guess }.
    .title = { $name } tiene un tipo que Keras no conoce.
problem-tensor_too_large = Una muestra de un tensor tiene como mucho { $limit } números. Recibido: { $shape }, es decir { $n }. Hazlo más pequeño.
    .title = { $name } es demasiado grande.
problem-target_missing = Una salida aprende una columna de { $data }: { $known }. Recibido: ninguna. Elige la columna que hay que predecir.
    .title = { $name } no tiene objetivo.
problem-unknown_target = `{ $name }` aprende una columna de { $data }: { $known }. Recibido: { $column }. Elige una de ellas.
    .title = Los datos no tienen la columna { $column }.
problem-target_not_usable = Un objetivo es un número, una imagen o una categoría con al menos dos valores. Recibido: `{ $column }` { $reason }. Elige otra columna.
    .title = La columna { $column } no se puede aprender.
unlearnable-empty = está vacía en todas las filas
unlearnable-constant = tiene el mismo valor en todas las filas
unlearnable-identifier = contiene un número o nombre propio en casi cada fila
unlearnable-text = contiene un texto propio en casi cada fila
unlearnable-series = contiene una serie entera en cada fila
unlearnable-classes = { $n ->
    [one] tiene { $n } clase
    [many] tiene { $n } de clases
   *[other] tiene { $n } clases
}
problem-target_leak = Lo que hay que predecir no debe ser una entrada. Recibido: `{ $column }` es el objetivo y entra por `{ $name }`. Déjala fuera de `{ $name }`.
    .title = Al modelo se le enseña la respuesta.
problem-no_data = Las formas se pueden dibujar sin datos; para entrenar hacen falta. Recibido: ningún conjunto de datos. Elige uno en el panel Datos.
    .title = Aún no hay datos con los que entrenar.

## Formas que no encajan

problem-wrong_rank = { $layer } necesita { $sizes }. Recibido: { $shape } de `{ $source }`, { $sample }. { $step }
    .title = { $layer } quiere { $wants }; le llega { $is }.
problem-shapes_differ = { $layer } trabaja número a número, así que todas sus entradas necesitan una misma forma. Recibido: { $got }. Llévalas a una misma forma, por ejemplo con una capa Dense o Conv, o usa Concatenate.
    .title = { $layer } junta formas iguales; estas difieren.
problem-shapes_do_not_join = Todos los tamaños salvo el que se junta (eje { $axis }) deben ser iguales. Recibido: { $got }. Lleva antes los demás a un mismo tamaño.
    .title = Concatenate no puede poner estas una junto a otra.
problem-shapes_do_not_broadcast = { $op } trabaja número a número: contando desde el último eje, los tamaños deben ser iguales o uno de ellos 1. Recibido: { $got }. Llévalos a tamaños que encajen, por ejemplo con una capa Dense o con reshape.
    .title = { $op } no puede emparejar estos números.
problem-matrices_do_not_fit = { $op } multiplica filas por columnas: el último tamaño del primero ({ $first }) debe ser el penúltimo del segundo ({ $second }). Recibido: { $got }. Gira uno de ellos con transpose, o iguala los tamaños con una capa Dense.
    .title = { $op } no puede multiplicar estas.
problem-rows_lost = Una salida necesita una respuesta por muestra, así que el primer eje debe quedar abierto. Recibido: { $shape } de `{ $source }`: las muestras se han mezclado o cambiado de sitio. Dale a la operación un eje distinto de 0 (como -1), o deja el eje 0 en primer lugar.
    .title = `{ $output }` ha perdido sus muestras.
problem-rows_mixed = Cada muestra debe conservar sus propios números. Recibido: { $got }, { $before } números por muestra; `{ $name }` da { $gives }, { $after } por muestra, así que se juntan números de muestras distintas. Elige tamaños cuyo producto sea { $before }.
    .title = `{ $name }` mezcla las muestras.
problem-kernel_too_large = Su ventana ({ $param }) de { $window } debe caber en lo que entra. Recibido: { $shape } de `{ $source }`. Usa un { $param } más pequeño, padding "same", o haz menos pooling antes.
    .title = { $layer } mira más de lo que hay.
problem-wrong_numbers = { $layer } trabaja con { $wants }. Recibido: { $dtype } de `{ $source }`. Haz que lo anterior dé otra clase de números, o usa aquí otra capa.
    .title = { $layer } trabaja con { $wants }; le llegan { $is }.
problem-wrong_channels = { $layer } trabaja con imágenes de { $wants } canales. Recibido: { $shape } de `{ $source }`. Úsala donde las imágenes aún tengan sus colores, o usa aquí otra capa.
    .title = { $layer } quiere { $wants } canales; le llegan { $n }.
problem-too_small = { $layer } necesita tamaños de al menos { $least } para trabajar. Recibido: { $shape } de `{ $source }`. Reduce menos antes, o cambia sus ajustes.
    .title = { $layer } necesita más que esto.
problem-one_value_each = { $layer } admite un valor por muestra, (None, 1). Recibido: { $shape } de `{ $source }`, { $sample }. Dale una columna.
    .title = { $layer } admite un valor por muestra.
problem-equation_does_not_fit = Las letras antes de la coma son los ejes que entran, primero el del lote: además de él hay { $axes }. Recibido: { $shape } de `{ $source }`, { $n } además del lote. Escribe tantas letras como ejes.
    .title = La ecuación es para otro número de ejes.
problem-reshape_does_not_fit = `target_shape` debe contener tantos números como entran: { $numbers }. Recibido: { $wanted } para { $shape } de `{ $source }`. Elige tamaños cuyo producto sea { $numbers }.
    .title = Reshape debe conservar cada número.
problem-size_unknown = Los pesos se hacen para un número fijo de características. Recibido: { $shape } de `{ $source }`, cuyo último tamaño está abierto. Da a la entrada una forma completa, o pon antes una capa GlobalAveragePooling.
    .title = { $layer } debe saber qué ancho tiene su entrada.
problem-shared_inputs_differ = `{ $name }` usa los pesos de `{ $owner }`, que se hicieron para { $first }. Recibido: { $now }. Lleva ambas a una misma forma, o da a `{ $name }` una capa propia.
    .title = Una capa compartida recibe entradas de dos anchos.
problem-layer_refused = Keras no pudo construir `{ $name }` con sus parámetros y entradas. Recibido: { $got }. Las palabras de Keras están en la evidencia; revisa sus parámetros y lo que le llega.
    .title = { $layer } no puede con esto.
problem-too_many_parameters = Un modelo tiene aquí como mucho { $limit } parámetros. Recibido: { $n } parámetros; límite { $limit }. A `{ $name }` le llega { $got }. Usa menos unidades o filtros, o reduce su entrada.
    .title = { $layer } tendría { $n } parámetros.
problem-too_many_parameters_together = Un modelo tiene aquí como mucho { $limit } parámetros. Recibido: { $n } parámetros; límite { $limit }. Las capas más grandes son { $largest }. Hazlas más pequeñas.
    .title = El modelo tendría { $n } parámetros.

## Salidas, pérdidas y métricas

problem-units_differ_from_classes = Cada clase necesita una unidad propia. Recibido: { $units } de `{ $last }` para { $classes } clases. Pon sus units a { $classes }.
    .title = { $units ->
        [one] { $target } tiene { $classes } clases; la última capa, { $units } unidad.
        [many] { $target } tiene { $classes } clases; la última capa, { $units } de unidades.
       *[other] { $target } tiene { $classes } clases; la última capa, { $units } unidades.
    }
problem-one_unit_for_classes = { $loss } compara un número por cada clase. Recibido: un número de `{ $last }` para las { $classes } clases de `{ $target }`. Keras no se quejaría, y no aprendería nada. Da a la última capa una unidad por cada clase.
    .title = Una unidad no puede elegir entre { $classes } clases.
problem-units_for_one_number = { $what } necesita una unidad. Recibido: { $units } de `{ $last }`. Pon sus units a 1.
    .title = { $target } es un número; la última capa da { $units }.
units-a-number = Un número
problem-softmax_on_one_unit = Softmax reparte 1 entre todas las unidades, y `{ $last }` solo tiene una. Recibido: units=1, activation=softmax. Usa sigmoid, o una unidad por cada clase.
    .title = Softmax sobre una unidad siempre dice 1.
problem-loss_wants_probabilities = Sin from_logits, la pérdida lee números entre 0 y 1. Recibido: números { $activation } de `{ $last }`. Termina con softmax o sigmoid, o activa from_logits.
    .title = { $loss } quiere probabilidades.
problem-logits_already_probabilities = Con from_logits, { $loss } hace ella misma las probabilidades. Recibido: probabilidades de `{ $last }` ({ $activation }). El entrenamiento sería lento y torpe. Desactiva from_logits.
    .title = { $Activation } se aplica dos veces.
problem-loss_wants_classes = Esta pérdida compara probabilidades de clases. Recibido: `{ $target }`, una columna de números. Usa una pérdida para números.
    .title = { $loss } es para clases; { $target } es un número.
problem-loss_wants_classes-picture = Esta pérdida compara probabilidades de clases. Recibido: `{ $target }`, una columna de imágenes. Usa una pérdida para números.
    .title = { $loss } es para clases; { $target } es una imagen.
problem-bounded_for_number = `{ $target }` puede ser cualquier número, y { $activation } se queda entre 0 y 1. Recibido: activation={ $activation } en `{ $last }`. Usa linear en la última capa.
    .title = { $Activation } no alcanza todos los números.
problem-sigmoid_for_classes = Solo una de las { $classes } clases es la correcta, así que sus probabilidades deberían sumar 1. Recibido: activation=sigmoid en `{ $last }`. Usa softmax.
    .title = Sigmoid deja que varias clases acierten a la vez.
problem-output_not_flat = { $wanted ->
    [one] `{ $name }` compara un número por cada muestra. Recibido: { $shape } de `{ $last }`, { $sample }. Pon Flatten o una capa GlobalAveragePooling antes de la última capa.
    [many] `{ $name }` compara { $wanted } de números por cada muestra. Recibido: { $shape } de `{ $last }`, { $sample }. Pon Flatten o una capa GlobalAveragePooling antes de la última capa.
   *[other] `{ $name }` compara { $wanted } números por cada muestra. Recibido: { $shape } de `{ $last }`, { $sample }. Pon Flatten o una capa GlobalAveragePooling antes de la última capa.
}
    .title = { $name } quiere una fila de números; le llega más.
problem-picture_shape_differs = `{ $target }` es una imagen: { $picture }. Recibido: { $shape } de `{ $last }`, { $sample }. Haz que la última capa dé tantas filas, columnas y canales como la imagen.
    .title = { $name } compara imágenes de otra forma.
problem-vocabulary_too_large = Cada palabra de `{ $column }` es un número menor que { $words } y busca la fila con ese número. Recibido: input_dim={ $rows } de `{ $name }`. Pon input_dim a { $words }.
    .title = { $name } no tiene fila para algunas palabras.
problem-unknown_application = Una red base es un modelo de keras.applications. Recibido: { $application }. { $step }
    .title = Keras no tiene esa red base.
problem-learns_from_no_input = { $layer } aprende de los datos antes del entrenamiento, así que los datos deben llegarle directamente. Recibido: `{ $name }` detrás de otra capa. Conéctale una entrada o usa una capa que aprenda durante el entrenamiento.
    .title = { $layer } debe ir justo detrás de una entrada.
problem-vocabulary_empty = { $layer } aprende las palabras de la parte de entrenamiento de su entrada. Recibido: ninguna en { $columns }. Elige para la entrada una columna con palabras o cambia cómo `{ $name }` las separa.
    .title = { $name } no encuentra ninguna palabra que aprender.
problem-metric_cannot_work = { $metric } { $reason }. Recibido: { $metric } para `{ $target }`. Usa { $better }.
    .title = { $metric } no se puede medir aquí.
metric-counts-equal = cuenta números exactamente iguales, y las probabilidades nunca lo son
metric-counts-classes = cuenta clases acertadas, y el objetivo no es una clase
metric-measures-distance = mide una distancia entre números, y el objetivo es una clase
metric-compares-each = compara un número por cada clase, y el objetivo es la posición de la clase
metric-wants-position = quiere la posición de la clase, y esta pérdida necesita un número por cada clase
metric-wants-units = quiere una unidad por cada clase, y hay una
problem-nothing_to_learn = El entrenamiento cambia pesos, así que al menos una capa necesita algunos que puedan cambiar. Recibido: { $frozen } no pueden cambiar. Haz entrenable una capa.
    .title = Nada en este modelo puede aprender.
problem-nothing_to_learn-no_weights = El entrenamiento cambia pesos, así que al menos una capa necesita algunos que puedan cambiar. Recibido: ninguna capa con pesos. Pon una capa Dense antes de la salida.
    .title = Nada en este modelo puede aprender.

## Ajustes del entrenamiento

problem-bad_setting = `{ $field }` necesita { $wants }. Recibido: { $value }. Cámbialo.
    .title = { $field } no encaja.
problem-bad_setting-better = `{ $field }` necesita { $wants }. Recibido: { $value }. Cámbialo, por ejemplo a { $better }.
    .title = { $field } no encaja.
problem-unknown_monitor = `{ $field }` vigila algo que cada época comunica: { $known }. Recibido: { $monitor }. Vigila `val_loss`.
    .title = No se mide nada llamado { $monitor }.
problem-undirected_monitor = `{ $field }` vigila algo de lo que Keras sabe si es mejor más o menos: { $known }. Recibido: { $monitor }, que se comunica, pero es de varias salidas o un simple recuento. Vigila `val_loss`.
    .title = { $name } puede subir o bajar.
problem-nothing_to_unfreeze = Una segunda fase deja aprender capas de una red base que en la primera estaba congelada. Recibido: ninguna red base congelada. Congela una o entrena en una sola fase.
    .title = La segunda fase no tiene nada que despertar.
problem-too_many_to_unfreeze = La segunda fase deja aprender las últimas capas de una red base. Recibido: { $layers } capas de `{ $name }`, que tiene { $n }. Elige { $n } como mucho.
    .title = La red base tiene menos capas.
problem-plateau_with_schedule = Bajar la tasa de aprendizaje al estancarse necesita una tasa que sea un número. Recibido: { $schedule }, un programa que ya la cambia en cada paso. Quédate con uno de los dos.
    .title = La tasa de aprendizaje tendría dos dueños.
problem-bad_weight = El peso de una salida es un número mayor que 0. Recibido: { $weight }. Ponlo a 1 o quita la salida.
    .title = El peso de { $name } no encaja.

## El dispositivo para el que es el modelo

problem-layer_cannot_go_there = Un modelo va a { $target } como { $format }, que no admite `{ $layer }`. Recibido: { $why }. Usa otra capa o elige otro dispositivo.
    .title = { $name } no puede ir a { $target }.
problem-layer_cannot_go_there-others = Un modelo va a { $target } como { $format }, que no admite `{ $layer }`. Recibido: { $why }. Usa otra capa o toma el modelo como { $others }.
    .title = { $name } no puede ir a { $target } como { $format }.
problem-steps_not_written_out = Como { $format }, `{ $layer }` lee secuencias de una sola longitud fija, de { $most } pasos como mucho. Recibido: { $shape }. Da esa longitud a la entrada, o toma el modelo como { $instead }, que lee cualquiera.
    .title = { $name } no puede ir a { $target } como { $format }.
target-server = un servidor
target-browser = un navegador
target-phone = un teléfono
target-raspberry_pi = una Raspberry Pi
