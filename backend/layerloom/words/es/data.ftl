# Lo que puede fallar con los datos: una tabla subida, un conjunto de datos, las filas de una ejecución.

## Una tabla subida

problem-csv_empty = Una tabla necesita una línea con nombres de columnas y al menos una fila debajo. Recibido: un archivo sin ningún texto. Guarda la tabla otra vez como CSV y sube ese archivo.
    .title = El archivo está vacío.
problem-csv_no_rows = Una tabla necesita al menos una fila debajo de sus nombres de columnas. Recibido: { $n } nombres de columnas y nada más. Añade las filas o sube otro archivo.
    .title = Hay nombres de columnas, pero no filas.
problem-csv_not_text = Un archivo CSV es texto sin formato, con una fila por línea. Recibido: { $what }. Abre el archivo en el programa que lo hizo y guárdalo como CSV (UTF-8).
    .title = Esto no es un archivo CSV.
problem-csv_encoding = Todas las letras de un archivo CSV siguen una misma codificación. Recibido: un archivo que empieza como { $encoding }, algo que el byte { $position } rompe. Guárdalo otra vez como CSV con la codificación UTF-8, o como Windows-1252 o UTF-16 si es lo que ofrece tu programa.
    .title = No se pueden leer las letras del archivo.
problem-csv_nul = Un archivo CSV es texto sin formato. Recibido: un carácter NUL en la línea { $line }, que ningún texto contiene; puede que el archivo esté dañado. Guarda la tabla otra vez como CSV y sube ese archivo.
    .title = El archivo contiene caracteres NUL.
problem-csv_too_many_columns = Una tabla puede tener { $most } columnas. Recibido: { $n }. Deja fuera algunas; si filas y columnas están cambiadas, traspón la tabla.
    .title = La tabla tiene demasiadas columnas.
problem-csv_too_many_rows = Una tabla puede tener { $most } filas. Recibido: más que eso. Sube una muestra de las filas.
    .title = La tabla tiene demasiadas filas.
problem-csv_cell_too_long = Una celda puede tener { $most } caracteres. Recibido: una más larga en la línea { $line }. Acórtala o deja fuera esa columna; un salto de línea que falta tiene el mismo efecto.
    .title = Una celda es demasiado larga.
problem-csv_unclosed_quote = Una celda que empieza con " debe terminar con ". Recibido: la fila que empieza en la línea { $line } abre una y el archivo termina, o sigue mucho más, antes de que se cierre. Ciérrala, o escribe dos veces las comillas dentro de una celda.
    .title = Unas comillas no se cierran.
problem-csv_bad_quotes = Después de una celda entre comillas viene la celda siguiente o el final de la línea. Recibido: otra cosa en la línea { $line }. Escribe dos veces las comillas dentro de una celda.
    .title = Unas comillas están donde no deben.
problem-csv_ragged = Cada fila necesita { $n } celdas, una por cada nombre de columna. Recibido: { $received }. Corrige esas líneas; una celda que contiene el separador debe ir entre comillas.
    .title = Algunas filas tienen celdas de más o de menos.

## Un zip de imágenes subido

problem-zip_damaged = Las imágenes vienen en un archivo zip entero. Recibido: uno que no se puede leer ({ $error }). Comprímelo o descárgalo otra vez.
    .title = El zip está dañado.
problem-zip_without_pictures = Un zip de imágenes tiene una carpeta por clase, con archivos PNG, JPEG, GIF, BMP o WebP. Recibido: { $n } archivos, ninguno de ellos una imagen así. Comprime las carpetas que contienen las imágenes.
    .title = No hay imágenes en el zip.
problem-zip_without_folders = Las imágenes están en una carpeta por clase, porque la carpeta es lo que hay que aprender. Recibido: `{ $name }`, y ninguna carpeta. Ordena las imágenes en carpetas y comprímelas.
    .title = Las imágenes no están en carpetas.
problem-zip_one_class = Para distinguir imágenes hacen falta al menos dos clases, cada una en su carpeta. Recibido: imágenes solo en «{ $name }». Añade una carpeta con otras imágenes.
    .title = Solo hay una clase de imágenes.
problem-zip_unreadable = Las imágenes son archivos PNG, JPEG, GIF, BMP o WebP. Recibido: archivos que se llaman así y contienen otra cosa, el primero `{ $name }`. Guárdalos otra vez como imágenes.
    .title = No se puede leer ninguna imagen del zip.
problem-zip_too_many = Un zip puede tener { $limit } archivos. Recibido: { $n }. Comprime una muestra de las imágenes.
    .title = El zip tiene demasiados archivos.
problem-zip_too_many_classes = Cada carpeta es una clase, y puede haber { $limit }. Recibido: { $n } carpetas. Pon las imágenes de una clase en una sola carpeta.
    .title = Hay demasiadas clases.
problem-zip_class_name = El nombre de la carpeta es la clase, y puede tener { $limit } caracteres. Recibido: «{ $name }». Acórtalo.
    .title = El nombre de una carpeta es demasiado largo.
problem-zip_bomb = Las imágenes ya están comprimidas, así que su zip apenas crece. Recibido: uno que crece de { $packed } a { $size } MB. No se ha descomprimido nada.
    .title = El zip se descomprime en mucho más de lo que contiene.
problem-zip_outside = Los archivos de un zip se quedan dentro. Recibido: `{ $name }`, una ruta que lleva fuera. No se ha descomprimido nada.
    .title = El zip sale de sí mismo.
problem-zip_link = Un zip de imágenes contiene archivos corrientes. Recibido: `{ $name }`, un enlace a otro archivo. Comprime los archivos mismos; no se ha descomprimido nada.
    .title = El zip contiene un enlace.
problem-zip_encrypted = Un zip de imágenes no lleva contraseña. Recibido: `{ $name }` con una. Comprímelo sin ella.
    .title = El zip tiene contraseña.
problem-zip_nested = Un zip de imágenes contiene carpetas, no otros archivos comprimidos. Recibido: `{ $name }`. Descomprímelo y comprime sus imágenes.
    .title = Hay un archivo comprimido dentro del zip.
problem-zip_twice = Cada archivo está una sola vez en un zip, o no se sabe cuál cuenta. Recibido: `{ $name }` dos veces. Comprímelo otra vez.
    .title = El zip contiene dos veces el mismo archivo.
problem-zip_overlaps = Los archivos de un zip están uno tras otro. Recibido: `{ $name }`, que comparte sus bytes con otro. No se ha descomprimido nada.
    .title = El zip usa dos veces los mismos bytes.
problem-picture_size = Las imágenes pueden llevarse a entre 1 y { $most } píxeles. Recibido: { $side } { $pixels }. Lo habitual es 96 o 224.
    .title = Esto no es un tamaño de imagen.
picture-height = altura
picture-width = anchura
problem-pictures_too_large = Todas las imágenes juntas pueden ocupar { $most } GB en el tamaño al que se llevan. Recibido: { $n } imágenes, { $size } GB. Caben { $fits } por { $fits } píxeles, o un zip con menos.
    .title = Las imágenes son demasiado grandes en conjunto.
zip-unreadable = { $n ->
    [one] { $n } imagen no se puede leer y queda fuera: { $names }.
    [many] { $n } de imágenes no se pueden leer y quedan fuera: { $names }.
   *[other] { $n } imágenes no se pueden leer y quedan fuera: { $names }.
}
zip-loose = { $n ->
    [one] { $n } imagen no está en ninguna carpeta y queda fuera: { $names }.
    [many] { $n } de imágenes no están en ninguna carpeta y quedan fuera: { $names }.
   *[other] { $n } imágenes no están en ninguna carpeta y quedan fuera: { $names }.
}
zip-others = { $n ->
    [one] { $n } archivo no es una imagen y queda fuera: { $names }.
    [many] { $n } de archivos no son imágenes y quedan fuera: { $names }.
   *[other] { $n } archivos no son imágenes y quedan fuera: { $names }.
}
zip-parts = Las carpetas { $names } se han juntado: lo reservado se sortea aquí, con la semilla del reparto.
zip-was-cmyk = { $n ->
    [one] { $n } imagen está hecha para imprimir (CMYK) y se lleva a RGB.
    [many] { $n } de imágenes están hechas para imprimir (CMYK) y se llevan a RGB.
   *[other] { $n } imágenes están hechas para imprimir (CMYK) y se llevan a RGB.
}
zip-was-deep = { $n ->
    [one] { $n } imagen tiene 16 bits por píxel; se toman los 8 superiores.
    [many] { $n } de imágenes tienen 16 bits por píxel; se toman los 8 superiores.
   *[other] { $n } imágenes tienen 16 bits por píxel; se toman los 8 superiores.
}
zip-was-moving = { $n ->
    [one] { $n } imagen se mueve; se toma su primer fotograma.
    [many] { $n } de imágenes se mueven; se toman sus primeros fotogramas.
   *[other] { $n } imágenes se mueven; se toman sus primeros fotogramas.
}
zip-was-transparent = { $n ->
    [one] { $n } imagen es en parte transparente y se pone sobre blanco.
    [many] { $n } de imágenes son en parte transparentes y se ponen sobre blanco.
   *[other] { $n } imágenes son en parte transparentes y se ponen sobre blanco.
}
zip-was-turned = { $n ->
    [one] { $n } imagen se tomó con la cámara girada, y se endereza.
    [many] { $n } de imágenes se tomaron con la cámara girada, y se enderezan.
   *[other] { $n } imágenes se tomaron con la cámara girada, y se enderezan.
}

## Un conjunto de datos

# Los que vienen incluidos pueden tener, según $id, un nombre en cada idioma.
dataset = { $title }

problem-data_rows = Este conjunto se puede generar con 10 a { $most } filas. Recibido: rows={ $rows }. Elige un número entre ambos.
    .title = No se puede generar esa cantidad de filas.
problem-data_noise = El ruido es una dispersión entre 0 y 10. Recibido: noise={ $noise }. Prueba con 0,1.
    .title = No se puede generar ese ruido.
problem-unknown_dataset = El grafo pide el conjunto de datos «{ $name }», que no está en esta instalación. Elige otro o sube el archivo otra vez.
    .title = Este conjunto de datos no está aquí.
problem-upload_too_large = Una subida puede tener { $most } MB. Recibido: más que eso. Sube una muestra de las filas.
    .title = El archivo es demasiado grande.
problem-unknown_dataset-upload = El archivo que pides no está en esta instalación. Súbelo otra vez.
    .title = Este conjunto de datos no está aquí.
problem-unknown_dataset-yours = No tienes ningún conjunto de datos «{ $name }». Elige otro o sube el archivo otra vez.
    .title = Este conjunto de datos no está aquí.
problem-bad_rows = Pide de 1 a { $most } filas. Recibido: { $received }.
    .title = Esto no es un número de filas.
problem-dataset_in_use = Una ejecución que espera o entrena usa este archivo. Detén la ejecución o deja que termine, y luego elimina el archivo.
    .title = Una ejecución necesita este conjunto de datos.

## Las filas de una ejecución

problem-no_rows_left = Para entrenar hacen falta filas con el objetivo conocido. Recibido: { $rows } filas, { $complete } de ellas completas. Elige otro objetivo, o rellena los valores que faltan en lugar de quitar sus filas.
    .title = No quedan filas con las que entrenar.
problem-no_rows_left-split = La división reserva todas las filas. Recibido: validation={ $share }. Reserva menos: lo habitual es 0,2.
    .title = No quedan filas con las que entrenar.
problem-no_rows_held_out = La división reserva al menos una fila. Recibido: una porción de { $share } de { $complete } filas, que es ninguna. Reserva más: lo habitual es 0,2.
    .title = No quedan filas con las que validar.
problem-single_class_target = Un objetivo necesita al menos dos clases. Recibido: «{ $column }» es «{ $value }» en todas las filas. Elige otra columna objetivo o un archivo con más de una clase.
    .title = Solo hay una clase que aprender.

## Qué se hace con una tabla subida, como frases de un informe

file-zip = un archivo zip o un libro de Excel
file-office = un documento antiguo de Excel o Word
file-pdf = un documento PDF
file-png = una imagen PNG
file-jpeg = una imagen JPEG
file-gif = una imagen GIF
file-gzip = un archivo gzip
file-sqlite = una base de datos SQLite
file-parquet = un archivo Parquet
file-hdf5 = un archivo HDF5
file-numpy = un array de NumPy
file-program = un programa
file-bytes = bytes que no son texto
csv-line-has = la línea { $line } tiene { $n }
csv-read-as = El archivo no es UTF-8; se leyó como { $encoding }. Si las letras se ven mal, guárdalo como UTF-8 y súbelo otra vez.
csv-no-header = La primera línea contiene números, no nombres: las columnas se llaman column_1, column_2, ….
csv-unnamed = La columna { $place } no tenía nombre y se llama «{ $name }».
csv-renamed = La columna { $place } tenía el mismo nombre que otra y se llama «{ $name }».
csv-cleaned = El nombre de la columna { $place } se ha limpiado; se llama «{ $name }».
column-note = «{ $name }»: { $note }
column-gaps = { $n ->
    [one] «{ $name }»: { $n } celda está vacía.
    [many] «{ $name }»: { $n } de celdas están vacías.
   *[other] «{ $name }»: { $n } celdas están vacías.
}
column-empty = Todas las celdas están vacías.
column-infinite = { $n ->
    [one] { $n } valor es infinito o demasiado grande ({ $cell } en la línea { $line }) y cuenta como ausente.
    [many] { $n } de valores son infinitos o demasiado grandes ({ $cell } en la línea { $line }) y cuentan como ausentes.
   *[other] { $n } valores son infinitos o demasiado grandes ({ $cell } en la línea { $line }) y cuentan como ausentes.
}
column-decimal-comma = Sus números llevan coma decimal.
column-unclear-commas = Sus comas pueden separar miles o decimales, así que no se leyó como números.
column-as-classes = Sus { $n } números enteros se toman como clases.
column-text = Contiene texto con más de { $most } valores distintos, o casi ninguno repetido, y no alimenta ninguna entrada.
column-over-budget = Las columnas anteriores ya tienen { $most } categorías; esta no se lee como categoría.

## Qué se hace con las filas de una ejecución

rows-left-out = { $n } de { $rows } filas quedan fuera: falta el objetivo.
rows-left-out-any = { $n } de { $rows } filas quedan fuera: falta el objetivo u otro valor.
gaps-median = { $name }: faltan { $n }, rellenados con la mediana { $fill }.
gaps-no-category = { $name }: faltan { $n }, rellenados sin categoría.
split = { $train } filas para entrenar, { $validation } reservadas para validar ({ $share }).
split-stratified = la misma proporción de cada clase, semilla de división { $seed }
split-random = elegidas al azar, semilla de división { $seed }
split-last = las últimas, porque las filas siguen un orden
