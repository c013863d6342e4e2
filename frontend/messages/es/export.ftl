export-title = Exportar la ejecución { $number }
export-intro = Antes de entregarte un archivo, se ejecuta otra vez en su propio entorno con 32 filas de tus datos. El que difiere de Keras no se entrega.
export-all = Crear y comprobar todo
export-for-server = Para un servidor
export-for-browser = Para un navegador
export-for-phone = Para un teléfono
export-for-raspberry_pi = Para una Raspberry Pi
export-for-others = Para todo lo demás
export-looking = Mirando lo que hay…
export-begin = Crear y comprobar
export-begin-named = Crear y comprobar { $format }
export-again = Intentar otra vez
export-cancel = Cancelar
export-cancel-named = Cancelar { $format }
export-download = Descargar
export-download-named = Descargar { $file }
export-progress = Progreso de { $format }
export-proven = Comprobado
export-written = Escrito, sin ejecutar aquí
export-refused = Rechazado
export-not-here = No disponible aquí

export-stage-waiting = Espera su turno
export-stage-reading = Leyendo datos y modelo
export-stage-converting = Convirtiendo
export-stage-proving = Ejecutándolo otra vez
export-stage-blaming = Buscando la capa responsable

export-what-python = El script que entrena este mismo modelo, con su preprocesamiento. Los pesos entrenados están en el archivo de Keras.
export-what-notebook = El mismo script como cuaderno, una celda por función.
export-what-graph = El propio dibujo. Se abre otra vez aquí y en cualquier otro Layerloom.
export-what-keras = Pesos, capas y optimizador: lo que lee keras.models.load_model.
export-what-saved_model = La carpeta propia de TensorFlow, para TensorFlow Serving y para otros conversores.
export-what-onnx = Para servidores, navegadores y teléfonos con ONNX Runtime, desde muchos lenguajes.
export-what-litert = Para teléfonos, Raspberry Pi y otras máquinas pequeñas; antes se llamaba TensorFlow Lite.
export-what-litert_float16 = La mitad del tamaño; el mejor para la unidad gráfica de un teléfono.
export-what-litert_int8 = Una cuarta parte del tamaño, con números enteros por dentro. Sus rangos se miden en filas de la parte de entrenamiento.
export-what-openvino = Para procesadores y unidades gráficas de Intel.
export-what-serving = Una carpeta con un Dockerfile, un pequeño servidor y el modelo. El servidor acepta las filas tal como están en tu tabla.
export-what-core_ml = Para iPhone, iPad y Mac.
export-what-tensorflow_js = Para navegadores sin ONNX Runtime.

export-deviation = Mayor desviación
export-deviation-doc = Respecto a Keras, como parte del valor mayor de la salida. Se permite { $most } como máximo.
export-agreeing = Misma respuesta
export-agreeing-doc = Parte de las filas cuya clase más probable es la misma que en Keras.
export-size = Tamaño
export-latency = Una fila, p50 / p95
export-latency-doc = La mitad de las llamadas tardó como mucho el primer tiempo, 95 de cada 100 el segundo; en el procesador de esta máquina.
export-smallest = Necesita al menos
export-ms = { $n } milisegundos
export-by = { $rows ->
    [one] Ejecutado otra vez por { $runtime } con { $rows } fila.
    [many] Ejecutado otra vez por { $runtime } con { $rows } de filas.
   *[other] Ejecutado otra vez por { $runtime } con { $rows } filas.
}
export-unproven-apple = Core ML solo funciona en sistemas de Apple, así que este archivo se escribió y no se ejecutó. Pruébalo en un Mac antes de confiar en él.

export-deviates = Sus respuestas difieren de Keras en { $deviation } del valor mayor; se permite { $most } como máximo.
export-deviates-wholly = Sus respuestas no se pueden comparar con Keras: falta un número o la forma es otra.
export-unconvertible = Este modelo no puede ir allí. El conversor o el entorno dice:
export-unfit-open = { $format } no tiene bucles: cada paso de una secuencia se escribe por separado, y aquí nadie sabe cuántos habrá.
export-unfit-long = { $format } no tiene bucles: cada paso de una secuencia se escribe por separado, y { $n } son más que los { $most } que se escriben.
export-unfit-instead = Toma LiteRT, LiteRT float16 u ONNX, que leen cualquier longitud; o da a la entrada una longitud de { $most } como mucho y entrena de nuevo.
export-int8-instead = LiteRT float16 conserva más cifras en la mitad del tamaño: prueba con ese.
export-blame = La responsable es <b>{ $name }</b> ({ $layer }).
export-blame-deviation = Su propia salida difiere en { $deviation }.
export-no-blame = Ninguna capa sola es responsable.
export-show = Mostrarla en el lienzo
export-failed = No llegó al final: { $error }
export-missing = { $n ->
    [one] Falta un paquete donde se entrenan los modelos: { $packages }. Esta orden lo instala:
    [many] Faltan paquetes donde se entrenan los modelos: { $packages }. Esta orden los instala:
   *[other] Faltan paquetes donde se entrenan los modelos: { $packages }. Esta orden los instala:
}
export-elsewhere = El conversor { $converter } { $version } no se puede instalar junto al TensorFlow de hoy: pide una versión de hace años. Toma el SavedModel, descomprímelo y prueba esto en un entorno propio. Aquí no se ha visto que funcione:
export-backend = Este formato solo se escribe desde el backend { $backends }.
