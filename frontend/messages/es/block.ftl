# Bloques: una parte del modelo como un solo nodo. Los nombres son de la propia persona.
block-refused-none = Selecciona las capas que formarán el bloque.
block-refused-ends = Las entradas y salidas no caben en un bloque. Selecciona capas entre ellas.
block-refused-between =
    { $n ->
        [0] { $name } queda en medio: los datos saldrían del bloque y volverían. Selecciónalo también.
        [one] { $name } y otro más quedan en medio: los datos saldrían del bloque y volverían. Selecciónalos también.
        [many] { $name } y { $n } más quedan en medio: los datos saldrían del bloque y volverían. Selecciónalos también.
       *[other] { $name } y { $n } más quedan en medio: los datos saldrían del bloque y volverían. Selecciónalos también.
    }
block-refused-no-block = Solo se puede desempaquetar un bloque.
block-refused-shares = { $name } usa de nuevo las capas de { $owner }. Dale antes las suyas.
block-refused-shared = { $names } usa también { $name }. Dale antes las suyas.

block-repeat = repetir
block-repeat-doc = Cuántas veces aparece el bloque, una tras otra, cada vez con pesos propios. Necesita una entrada y una salida.
block-repeat-wrong = Un bloque aparece un número entero de veces, de 1 a { $most }. Recibido: { $typed }.
block-vary = varía
block-vary-doc = Un parámetro de una capa de dentro que tiene otro valor cada vez que aparece el bloque.
block-vary-choose = elige un parámetro…
block-values-doc = { $n } valores separados por comas, uno por cada vez que aparece el bloque.
block-values-wrong =
    { $n ->
        [one] El bloque aparece una vez y necesita un valor. Recibido: { $given }.
        [many] El bloque aparece { $n } de veces y necesita { $n } valores separados por comas. Recibido: { $given }.
       *[other] El bloque aparece { $n } veces y necesita { $n } valores separados por comas. Recibido: { $given }.
    }
block-same = { $label }: igual cada vez
block-varies = en { $name } × { $n }: { $values }
block-varies-change = Cambiar
block-kind = se construye
block-kind-doc = En su sitio: sus capas son del modelo, como tras llamar a una función de Python. Un modelo: un modelo dentro del modelo, llamado como una capa.
block-kind-inline = en su sitio
block-kind-model = un modelo
block-bypassed = puenteado
block-bypassed-doc = El bloque se queda mientras los datos lo rodean.
block-open = Abrir
block-unpack = Desempaquetar
block-uses = Usa de nuevo las capas de { $name }, con los mismos pesos. Lo que cambie aquí cambia allí.
block-go-there = Mostrarlo
block-port-in = Entra en el bloque: un puerto de su tarjeta, que se llama así.
block-port-out = Sale del bloque: un puerto de su tarjeta, que se llama así.
block-save = Guardar en tus bloques
block-saved = { $name } ya está entre tus bloques. La paleta lo ofrece en cada proyecto.
block-library-empty = Aún no hay nada guardado. Selecciona un bloque en el lienzo y guárdalo.
block-from-file = Desde un archivo…
block-as-file = Guardar { $name } como archivo
block-delete = Eliminar { $name }
block-no-clip = Este archivo no contiene ningún bloque. Elige uno guardado aquí, o un grafo con un bloque.
