picture-title = Imagen y enlace
picture-preview = El modelo como imagen
picture-colours = Colores de la imagen
picture-light = Claros
picture-dark = Oscuros
picture-transparent = Fondo transparente
picture-save-svg = Guardar como SVG
picture-save-png = Guardar como PNG
picture-copy = Copiar la imagen
picture-copied = La imagen está en el portapapeles.
picture-inside = El grafo va dentro de la imagen guardada: si la sueltas en un lienzo o en la página de inicio, vuelve a ser el modelo.
picture-none = Este navegador no hace imágenes de este tamaño. Guárdala como SVG.
picture-no-clipboard = Este navegador no da aquí el portapapeles. Guarda la imagen en su lugar.
picture-link = Un enlace que contiene el modelo
picture-link-hint = Quien lo abra verá el modelo y podrá hacer con él un proyecto. No se guarda nada en otro sitio; el enlace ocupa { $size }.
picture-copy-link = Copiar el enlace
picture-link-copied = El enlace está en el portapapeles.

picture-reading = Leyendo { $name }…
picture-found = { $n ->
    [one] { $n } nodo en { $name }.
    [many] { $n } de nodos en { $name }.
   *[other] { $n } nodos en { $name }.
}
picture-open-project = Abrir como proyecto nuevo
picture-paste = Pegar en este proyecto
picture-compare = Comparar con este lienzo
picture-pasted = { $n ->
    [one] { $n } nodo pegado a la derecha de los demás.
    [many] { $n } de nodos pegados a la derecha de los demás.
   *[other] { $n } nodos pegados a la derecha de los demás.
}

picture-shared = Alguien comparte un modelo contigo
picture-shared-hint = { $n ->
    [one] { $n } nodo. Está solo en el enlace; al abrirlo se crea un proyecto tuyo.
    [many] { $n } de nodos. Están solo en el enlace; al abrirlo se crea un proyecto tuyo.
   *[other] { $n } nodos. Están solo en el enlace; al abrirlo se crea un proyecto tuyo.
}
picture-opening = Abriendo el modelo…
picture-open-shared = Abrir como proyecto
picture-all-projects = Todos los proyectos

picture-graph-damaged = El grafo de este archivo está dañado.
picture-graph-damaged-why = El archivo se cambió o se cortó por el camino. Guárdalo otra vez desde Layerloom o pídelo de nuevo.
picture-picture-without-graph = Esta imagen no contiene ningún grafo.
picture-picture-without-graph-why = «{ $name }» es una imagen como otra cualquiera. Las imágenes guardadas desde el menú Exportar de Layerloom llevan su grafo; una captura de pantalla, o una imagen que otro programa volvió a guardar, no.
picture-unknown-file = Este tipo de archivo no se puede abrir.
picture-unknown-file-why = Aquí se puede abrir un grafo (.json), un modelo de Keras (.keras, .h5, .json), código Python (.py) o una imagen guardada por Layerloom (.svg, .png). Recibido: { $name }.
picture-graph-too-large = Este archivo es demasiado grande.
picture-graph-too-large-why = El archivo de un grafo ocupa como mucho { $most }. Recibido: { $size }.
picture-link-too-long = Este modelo es demasiado grande para un enlace.
picture-link-too-long-why = En un enlace caben { $most }; este modelo necesita { $size }. Guarda la imagen o el grafo (.json) y envía eso.
picture-link-damaged = Este enlace no está entero.
picture-link-damaged-why = Falta una parte de la dirección o se cambió por el camino. Pide el enlace otra vez, o la imagen del modelo.
