# Modelos que vienen de otro sitio: por qué un archivo no se puede abrir y qué fue de sus capas.

## Una configuración que no se puede leer

problem-model_malformed = Un modelo guardado nombra sus capas y qué alimenta a cada una. Recibido: uno dañado. En `{ $place }`: { $expectation }. Guarda el modelo otra vez con Keras e importa ese archivo.
    .title = Este modelo guardado está dañado.
problem-model_without_layers = Un archivo contiene las capas de modelos Functional y Sequential. Recibido: un modelo de la clase `{ $name }`, cuyas capas están solo en código Python. Pega ese código, o rehazlo como modelo funcional.
    .title = El archivo no dice qué capas tiene el modelo.
problem-model_holds_code = Lo que se abre aquí se lee y nunca se ejecuta. Recibido: la capa `{ $name }`, { $why }. Abre el modelo con marcadores de posición: la capa ocupa entonces su lugar, sin su código.
    .title = La capa { $name } contiene código Python.
saved-wants-model = hace falta un objeto con `class_name` y `config`
saved-wants-layers = hace falta una lista de capas
saved-wants-layer = hace falta una capa con `class_name` y `config`
saved-wants-calls = hace falta una lista de llamadas
saved-wants-tensor = un tensor es el nombre de una capa, el número de una llamada y el de una salida
saved-name-twice = dos capas se llaman «{ $name }»
saved-fed-by-nothing = la alimenta «{ $name }», que no está en el archivo
saved-circle = se alimenta a sí misma
saved-inputs-differ = tiene { $n } entradas y llegan { $received } tensores

## El informe: una frase para cada cosa

saved-placeholder = `{ $name }` ({ $what }) solo ocupa su lugar: { $why }.
saved-at = `{ $name }`: { $what }.
saved-own-class = `{ $name }` es una clase propia, escrita en Python
saved-gone-class = Keras ya no tiene `{ $name }`
saved-not-alone = `{ $name }` no puede estar en un grafo: { $reason }
saved-lambda = un Lambda es código Python, que nunca se decodifica
saved-code-in = hay código Python en `{ $name }`
saved-function-in = `{ $name }` es una función de Python
saved-own-function = `{ $name }` es una función propia, escrita en Python
saved-path-in = `{ $name }` nombra un archivo que habría que leer: { $value }
saved-odd-value = `{ $name }` contiene algo que ningún catálogo conoce: { $value }
saved-bad-value = `{ $name }` no admite { $value }
saved-model-inside = `{ $name }` es un modelo dentro de otra capa
saved-layer-as-activation = su activación es una capa, `{ $name }`
saved-operation = `{ $name }` no es una operación que se pueda dibujar
saved-op-argument = `{ $name }` se llamó con un `{ $argument }` que no se puede dibujar
saved-more-arguments = { $layer } admite menos tensores de los que llegan
saved-no-port = { $layer } no admite ningún tensor llamado `{ $name }`
saved-several-at-once = varios tensores llegan juntos a `{ $name }` de { $layer }
saved-unknown-argument = { $layer } ya no admite `{ $name }`; se omitió { $value }
saved-bad-argument = `{ $name }` de { $layer } no admite { $value }, que se omitió
saved-stateful = { $layer } guardaba su estado de un lote al siguiente (`stateful`), y eso se omitió
saved-inner-frozen = la { $name } de dentro estaba congelada y ya no lo está
saved-hard-sigmoid = usa hard_sigmoid, que Keras 3 calcula de otro modo que Keras 1 y 2: x / 6 + 0.5 en vez de 0.2 x + 0.5
saved-same = `{ $was }`, que Keras guarda para sí, se dice con { $layer }: las mismas sumas, los mismos pesos
saved-words-too-many = su vocabulario de { $n } palabras supera las { $most } que cabe en un grafo, y se omitió
saved-renamed = Una capa llamada «{ $was }» se llama aquí `{ $name }`.
saved-own-model = El modelo es de una clase propia, `{ $name }`; sus capas están aquí, y lo que su código Python hacía al entrenar se omitió.
saved-training-argument = `{ $name }` se llamó con `training=True`, que Keras no tiene en cuenta en un modelo entero; se omitió.
saved-other-options = `{ $name }` se llamó con otras opciones que `{ $owner }`, cuya capa comparte; las suyas se omitieron.
saved-nested = El modelo `{ $name }` de dentro se extendió en plano: { $n } capas, con nombres que empiezan por el suyo.
saved-implicit-masks = { $n ->
    [one] { $n } operación hace una máscara que Keras hace por sí mismo; no se dibuja.
    [many] { $n } de operaciones hacen máscaras que Keras hace por sí mismo; no se dibujan.
   *[other] { $n } operaciones hacen máscaras que Keras hace por sí mismo; no se dibujan.
}
saved-no-shape = Entrada `{ $name }`: el archivo no dice su forma. Elige unos datos o dale una.
saved-fixed-batch = La entrada `{ $name }` solo admitía lotes de { $n }; aquí un lote puede tener cualquier tamaño.
saved-input-sparse = La entrada `{ $name }` era dispersa; aquí es densa.
saved-input-ragged = La entrada `{ $name }` era irregular; aquí sus filas se rellenan hasta una misma longitud.
saved-input-optional = La entrada `{ $name }` se podía omitir; aquí hace falta.
saved-weighted-metrics = Las métricas ponderadas se omitieron.
saved-loss-scale = El optimizador escalaba la pérdida para float16 por sí mismo (LossScaleOptimizer); eso se omitió.
saved-lost-loss = su pérdida se omitió: { $why }
saved-lost-metric = una métrica se omitió: { $why }
saved-lost-optimizer = El optimizador se omitió: { $why }.
saved-not-finite = { $n ->
    [one] { $n } matriz de pesos (`{ $name }`) contiene números no finitos.
    [many] { $n } de matrices de pesos, `{ $name }` la primera, contienen números no finitos.
   *[other] { $n } matrices de pesos, `{ $name }` la primera, contienen números no finitos.
}

## Un archivo que no se puede abrir

problem-file_unreadable-model = Un modelo se lee de un archivo de esta máquina. Recibido: { $name }: { $error }. Comprueba su ruta.
    .title = Este archivo no se puede leer.
problem-model_file_too_large = El archivo de un modelo puede tener { $most } MB. Recibido: más que eso. Guárdalo sin el optimizador o importa su `model.to_json()`.
    .title = El archivo es demasiado grande.
problem-model_takes_memory = Leer necesita menos memoria de la que tiene una ejecución. Recibido: un archivo que necesita más. Guarda el modelo sin el optimizador o importa su `model.to_json()`.
    .title = El archivo necesita demasiada memoria.
problem-model_file_unknown = Un modelo viene como `.keras`, como `.h5`, como el JSON de `model.to_json()` o como código Python. Recibido: «{ $name }», { $what }. Guarda el modelo con `model.save("model.keras")` e importa ese archivo.
    .title = Este archivo no es un modelo que se pueda leer.
problem-model_is_code = El código Python se ejecuta en un entorno aislado, y solo donde Keras está listo. Recibido: un archivo de Python. Pégalo, o impórtalo cuando Keras haya arrancado.
    .title = El código Python no se lee, se ejecuta.
file-empty = un archivo vacío
file-pickle = un pickle de Python, que es un programa; nunca se abre
file-tflite = un modelo LiteRT, cuyas capas ya no están
file-savedmodel = un SavedModel de TensorFlow, que es un programa; nunca se abre
file-onnx = un modelo ONNX
file-text = un texto sin ningún modelo
problem-not_json-model = `{ $file }` de un modelo es un texto JSON. La lectura se detuvo: { $evidence }. Guarda el modelo otra vez.
    .title = La configuración del modelo no se puede leer.
problem-duplicate_key-model = Cada nombre puede estar una sola vez en un objeto, o no queda claro cuál vale. Recibido: { $key } dos veces en `{ $file }`. Guarda el modelo otra vez con Keras.
    .title = Un nombre está dos veces en la configuración del modelo.
problem-too_deeply_nested-model = `{ $file }` de un modelo necesita como mucho { $limit } niveles de paréntesis unos dentro de otros. Recibido: más. Esta configuración no la escribió Keras.
    .title = La configuración del modelo está demasiado anidada.
problem-number_too_long-model = Los números tienen como mucho { $limit } dígitos. Recibido: uno más largo en `{ $file }`. Esta configuración no la escribió Keras.
    .title = Un número de la configuración del modelo es demasiado largo.
problem-not_finite-model = `{ $place }` de `{ $file }` necesita un número hasta el que se pueda contar. Recibido: { $evidence }. Guarda el modelo con un número corriente ahí.
    .title = La configuración del modelo contiene un número no finito.
problem-not_text-model = `{ $place }` de `{ $file }` es un texto que cualquier archivo puede guardar. Recibido: medio carácter (un sustituto suelto). Dale otro nombre y guarda el modelo otra vez.
    .title = Un texto de la configuración del modelo no es legible.
problem-file_too_large-model = `{ $file }` de un modelo puede tener { $limit } bytes. Recibido: { $size }. Quizá una capa contenga una lista larga, como un vocabulario; quítala.
    .title = La configuración del modelo es demasiado grande.
problem-config_too_large = Una configuración puede contener { $limit } valores. Recibido: { $n }. Divide el modelo o quita las listas largas.
    .title = La configuración del modelo es demasiado grande.

## Un archivo .keras, que es un archivo zip

problem-archive_damaged = Un archivo `.keras` es un archivo zip entero. Recibido: uno que no se puede leer ({ $evidence }). Cópialo o descárgalo otra vez.
    .title = El archivo está dañado.
problem-archive_without_config = Un archivo `.keras` contiene `config.json`. Recibido: un archivo zip sin él. Guarda el modelo con `model.save("model.keras")`.
    .title = El archivo zip no contiene ningún modelo de Keras.
problem-archive_too_many = Un archivo `.keras` contiene unas pocas partes, como mucho { $limit }. Recibido: { $n }. Este archivo no lo escribió Keras.
    .title = El archivo zip contiene demasiados archivos.
problem-archive_of_another = Un archivo `.keras` contiene `config.json` y `model.weights.h5`. Recibido: `{ $name }`. Guarda el modelo con `model.save("model.keras")`.
    .title = El archivo zip contiene otra clase de modelo.
problem-archive_of_another-savedmodel = Un SavedModel de TensorFlow es un programa y nunca se abre. Recibido: `{ $name }`. Guarda el modelo con `model.save("model.keras")`.
    .title = Esto es un SavedModel.
problem-archive_of_another-torch = Un punto de control de PyTorch es un pickle de Python y nunca se abre. Recibido: `{ $name }`. Solo se leen modelos de Keras.
    .title = Esto es un punto de control de PyTorch.
problem-archive_of_another-npz = Los pesos en NPZ son un pickle de Python y nunca se abren. Recibido: `{ $name }`. Guarda el modelo con `model.save("model.keras")`.
    .title = Estos pesos son un pickle.
problem-archive_of_another-sharded = Los pesos repartidos en varios archivos no se leen. Recibido: `{ $name }`. Guarda el modelo como un solo archivo, con `model.save("model.keras")`.
    .title = Los pesos están repartidos en varios archivos.
problem-archive_of_another-office = Un archivo `.keras` contiene `config.json`. Recibido: un documento de un programa de oficina. Guarda el modelo con `model.save("model.keras")`.
    .title = Esto es un documento de oficina.
problem-member_twice = Cada parte de un archivo zip puede estar una sola vez, o no queda claro cuál vale. Recibido: `{ $name }` dos veces. Guarda el modelo otra vez con Keras.
    .title = El archivo zip contiene dos veces lo mismo.
problem-member_outside = Las partes de un archivo zip se quedan dentro. Recibido: `{ $name }`, una ruta que lleva fuera. Este archivo no lo escribió Keras; no se extrajo nada.
    .title = El archivo zip sale de sí mismo.
problem-member_link = Las partes de un archivo zip son archivos corrientes. Recibido: `{ $name }`, un enlace a otro archivo. Este archivo no lo escribió Keras; no se extrajo nada.
    .title = El archivo zip contiene un enlace.
problem-member_encrypted = Un archivo `.keras` no está cifrado. Recibido: `{ $name }` con contraseña. Extráelo y guarda el modelo otra vez.
    .title = El archivo zip tiene contraseña.
problem-member_unknown = Un archivo `.keras` contiene `metadata.json`, `config.json`, `model.weights.h5` y vocabularios. Recibido: `{ $name }`. Este archivo no lo escribió solo Keras; quítalo.
    .title = El archivo zip contiene algo que ningún modelo tiene.
problem-member_too_large = `{ $name }` puede tener { $limit } bytes. Recibido: más que eso. Guarda el modelo sin el optimizador o importa su `model.to_json()`.
    .title = Una parte del modelo es demasiado grande.
problem-member_bomb = Keras apenas comprime sus archivos. Recibido: `{ $name }`, que crece de { $packed } a { $size } bytes. Este archivo no lo escribió Keras; no se extrajo nada.
    .title = El archivo zip se expande a mucho más de lo que contiene.
problem-member_overlaps = Las partes de un archivo zip están una tras otra. Recibido: `{ $name }`, que comparte sus bytes con otra. Este archivo no lo escribió Keras; no se extrajo nada.
    .title = El archivo zip usa dos veces los mismos bytes.

## Un archivo HDF5: .h5, y los pesos dentro de un archivo .keras

problem-hdf5_damaged = Los pesos son un archivo HDF5. Recibido: uno que no se puede leer ({ $evidence }). Copia o descarga el archivo otra vez.
    .title = Los pesos están dañados.
problem-hdf5_link = Lo que hay en un archivo HDF5 está una vez, y en ese archivo. Recibido: `{ $name }`, un enlace. Este archivo no lo escribió Keras; no se siguió nada.
    .title = Los pesos contienen un enlace a otro sitio.
problem-hdf5_link-again = Lo que hay en un archivo HDF5 está una vez. Recibido: `{ $name }`, que es el mismo objeto que otro. Este archivo no lo escribió Keras.
    .title = Los pesos contienen dos veces el mismo objeto.
problem-hdf5_elsewhere = Los números están en el propio archivo. Recibido: `{ $name }`, cuyos números habría que leer de otro archivo. Este archivo no lo escribió Keras; no se abrió ningún otro.
    .title = Los pesos están en otro archivo.
problem-hdf5_elsewhere-virtual = Los números están en el propio archivo. Recibido: `{ $name }`, un conjunto virtual, compuesto de otros. Este archivo no lo escribió Keras; no se abrió ningún otro.
    .title = Los pesos se componen de otros archivos.
problem-hdf5_filter = Keras guarda los números tal como son. Recibido: `{ $name }`, que necesita un filtro para leerse. Guarda el modelo otra vez con Keras.
    .title = Los pesos están comprimidos con un filtro.
problem-hdf5_not_numbers = Los pesos son números. Recibido: `{ $name }`, que contiene otra cosa. Guarda el modelo otra vez con Keras.
    .title = Los pesos contienen algo que no es un número.
problem-hdf5_bomb = Una matriz ocupa los bytes que su forma necesita. Recibido: `{ $name }`, que dice tener { $size } bytes y contiene { $stored }. Este archivo no lo escribió Keras; no se reservó memoria.
    .title = Los pesos dicen tener más de lo que contiene el archivo.
problem-hdf5_too_much = El archivo HDF5 de un modelo contiene como mucho { $limit } de estos. Recibido: más, en `{ $name }`. Este archivo no lo escribió Keras.
    .title = Los pesos tienen demasiadas partes.
problem-h5_without_config = El archivo `.h5` de un modelo entero contiene `model_config`. Recibido: uno sin él, solo con pesos. Guarda el modelo con `model.save("model.keras")`.
    .title = El archivo contiene pesos, pero ningún modelo.

## Código Python

problem-code_too_long = El código pegado puede tener { $limit } caracteres. Recibido: { $n }. Pega la parte que hace el modelo.
    .title = Hay demasiado código.
problem-code_not_python = El código pegado es Python. La línea { $line } no lo es. Recibido: { $what }. Corrige esa línea.
    .title = La línea { $line } no es Python.
problem-code_failed = El código se ejecuta en un entorno aislado, sin red y sin archivos. La línea { $line } falló. Recibido: { $what }. Corrígela o quita lo que el modelo no necesita.
    .title = La línea { $line } falló.
problem-code_without_model = El código hace un modelo de Keras y lo guarda en una variable. Recibido: código que llegó al final sin ninguno. Llama a la función que lo hace: `model = build_model()`.
    .title = No hay ningún modelo en el código.
problem-code_model_unread = Un modelo Functional o Sequential dice qué capas tiene. Recibido: { $what } Rehazlo como modelo funcional.
    .title = El modelo del código no se puede leer.
problem-code_not_python-at = El código editado sigue siendo Python. La línea { $line } no lo es. Recibido: { $what }. Corrige esa línea; no se cambió nada.
    .title = La línea { $line } no es Python.
problem-code_across_blocks = Una conexión une nodos de un mismo bloque. Recibido: código que lleva de `{ $source }` a `{ $target }`, que están en bloques distintos. Traza esa conexión en el lienzo o deshaz el bloque.
    .title = El código lleva de un bloque a otro.
problem-code_in_repeat = Todas las vueltas de un bloque repetido o compartido son iguales, salvo los parámetros que varían. Recibido: código que cambia `{ $name }` solo en una de ellas. Cámbialo en la función del bloque o deshaz el bloque.
    .title = Una vuelta de un bloque sería distinta de las demás.
recode-untold = Línea { $line }: se editó `{ $name }`. Cómo se cargan y se dividen los datos se fija en el panel Datos; aquí queda como está.
problem-sandbox_missing = El código que alguien trae solo se ejecuta donde se puede encerrar. Recibido: { $level }. Ejecuta Layerloom en un Linux con Landlock (5.13 o posterior) o importa un modelo guardado.
    .title = Esta máquina no puede encerrar código.
code-time = se acabaron sus { $seconds } segundos
code-memory = se acabó su memoria
code-network = pidió la red, que el código no tiene aquí
code-processes = inició otro proceso o quiso alcanzarlo, lo que el código no puede hacer aquí
code-file = abrió `{ $name }`, y el código no ve aquí más archivos que los que crea él mismo
code-file-size = escribió un archivo demasiado grande
code-line = La línea { $line } no llegó a su fin: { $what }
code-fit = `fit` no se ejecutó; lo que pedía pasó a los ajustes: { $epochs } épocas, lotes de { $batch_size }.
code-model-unread = `{ $name }`: { $why }
problem-code_not_utf8 = El código Python es un texto en UTF-8. Recibido: un archivo cuyo byte { $position } no lo es. Guárdalo como UTF-8.
    .title = Las letras del código no se pueden leer.
problem-code_switched_off = Quien dirige este Layerloom no deja ejecutar código pegado (`LAYERLOOM_CODE=off`). Recibido: código Python. Importa en su lugar un modelo guardado.
    .title = El código pegado está desactivado aquí.
problem-unknown_import = Una ejecución empieza con los números que vinieron con un modelo. Recibido: un nombre del que aquí no se guarda nada. Importa el modelo otra vez o empieza con pesos nuevos.
    .title = Los pesos importados no están aquí.
problem-layers_begin_anew = { $n ->
    [one] Los pesos importados encajan en una capa que está como vino. Recibido: { $names }, que cambió o es nueva. Empieza con pesos nuevos; las demás conservan los suyos.
    [many] Los pesos importados encajan en capas que están como vinieron. Recibido: { $names }, que cambiaron o son nuevas. Empiezan con pesos nuevos; las demás conservan los suyos.
   *[other] Los pesos importados encajan en capas que están como vinieron. Recibido: { $names }, que cambiaron o son nuevas. Empiezan con pesos nuevos; las demás conservan los suyos.
}
    .title = No todas las capas conservan sus pesos importados.
problem-unknown_model = El código contiene estos modelos: { $known }. Recibido: { $name }. Elige uno de ellos.
    .title = No hay tal modelo en el código.
problem-no_weights_inside = Un archivo `.keras` o `.h5` puede contener pesos. Recibido: uno sin ellos. Omite --weights.
    .title = No vinieron pesos.

## Código propio

problem-custom_nothing = El código propio es una capa, pérdida, métrica o inicializador de Keras (una clase), o una función de tensores. Recibido: ninguno de ellos. Empieza con `class Twice(keras.layers.Layer):`.
    .title = No hay ninguna capa ni función en el código.
problem-custom_needs_value = Se prueba antes de ofrecerlo, y para eso cada argumento de `__init__` necesita un valor. Recibido: `{ $name }` sin valor. Dale uno por defecto: `{ $name }=…`.
    .title = `{ $name }` necesita un valor para probarlo.
problem-custom_not_kept = Para guardarse debe saber con qué se hizo. Recibido: un `__init__` (línea { $line }) que no conserva `{ $name }`. Añade `self.{ $name } = { $name }`.
    .title = `__init__` no conserva `{ $name }`.
problem-custom_failed = Se prueba antes de ofrecerlo: { $step }. La línea { $line } falló. Recibido: { $what }. Corrige esa línea.
    .title = La línea { $line } falló.
problem-custom_other_shape = Lo que sale tiene la forma anunciada: { $announced }. Recibido: { $came }. Corrige `compute_output_shape` o quítalo.
    .title = Da otra forma que la que anuncia.
problem-custom_unequal = Guardado y cargado de nuevo, da los mismos números para la misma entrada. Recibido: `{ $name }`, que da otros. Haz que `get_config` diga cada argumento y genera los números aleatorios con una semilla.
    .title = Cargado de nuevo, no es el mismo.
problem-code_switched_off-drawn = Quien dirige este Layerloom no deja que se ejecute código propio (`LAYERLOOM_CODE=off`). Recibido: `{ $name }`. Usa una capa de Keras en su lugar.
    .title = El código propio está desactivado aquí.
problem-custom_name_taken = Un nombre del programa o de Keras conserva su significado. La línea { $line } le da otro. Recibido: `{ $name }`. Elige otro nombre.
    .title = El nombre { $name } ya está en uso.
problem-custom_makes_layers = Una función de tensores no crea capas: serían nuevas en cada llamada y no aprenderían nada. Recibido: `{ $name }`, que crea una { $layer }. Escribe una clase: `class Mia(keras.layers.Layer):`.
    .title = { $name } crea una capa.
problem-custom_not_drawn = En «Tu código» hay capas y funciones de tensores. Recibido: `{ $name }`, { $kind }. Empieza con `class Mia(keras.layers.Layer):` o con `def mia(x):`.
    .title = { $name } no es una capa ni una función.
problem-custom_kept_already = Cada código de un proyecto tiene su propio nombre. Recibido: `{ $name }`, que ya existe. Edita ese o elige otro nombre.
    .title = Ya hay un { $name }.
problem-custom_too_much = Un proyecto guarda { $most } códigos como mucho. Recibido: uno más. Borra uno que nada use.
    .title = Hay demasiado código en este proyecto.
problem-custom_not_edited = El programa de un dibujo se edita aquí cuando todas las capas son de Keras. Recibido: uno que llama a `{ $name }`, código propio. Edítalo en «Tu código» y el dibujo en el lienzo.
    .title = Este programa llama a código propio.
problem-custom_here = El código de un archivo de grafo se ejecuta en este proceso, con todo lo que tú puedes hacer. Recibido: un grafo que llama a `{ $name }`. Lee su código; si te fías de él, ábrelo con `layerloom.load(path, code=True)`.
    .title = Este grafo trae código.
custom-kind-loss = una pérdida
custom-kind-metric = una métrica
custom-kind-initializer = un inicializador
custom-runs = se ejecutan sus líneas
custom-builds = se crea y se llama con un tensor
custom-computes = se ejecuta con números
custom-saves = se guarda
custom-loads = se carga de nuevo
