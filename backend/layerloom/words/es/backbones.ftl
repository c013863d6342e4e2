# Modelos de keras.applications: desplegados, y los archivos de sus pesos.

problem-backbone_not_built = Keras hace { $name } solo con aquello para lo que se escribió. Recibido: { $what } Cambia lo que rechaza e inténtalo de nuevo.
    .title = Keras no puede hacer este { $name }.
problem-backbone_not_unfolded = Cada capa de { $name } tiene que ser un nodo con sus propios pesos. Recibido: la capa `{ $layer }`, que no puede serlo. Déjala plegada: se entrena igualmente.
    .title = { $name } no se puede desplegar.
problem-weights_unwanted = Un archivo de pesos pertenece a una red base cuyos pesos son "imagenet". Recibido: { $name } sin ellos. Elige primero sus pesos.
    .title = Este { $name } no necesita ningún archivo.
problem-weights_of_another-hash = { $name } lee sus pesos de `{ $file }`, cuyo hash es `{ $hash }`. Recibido: `{ $given }`, `{ $got }`. Trae exactamente ese archivo, o pon en la red base los parámetros para los que se hizo el tuyo.
    .title = Este no es el archivo que { $name } necesita.
problem-weights_of_another-layers = { $name } lee sus pesos de `{ $file }`; Keras no publica su hash, así que se comparan sus capas. Recibido: `{ $given }`, que difiere en la capa `{ $got }`. Trae el archivo de ese nombre, o pon en la red base los parámetros para los que se hizo el tuyo.
    .title = Este no es el archivo que { $name } necesita.
problem-weights_no_network = Este Layerloom no descarga nada de la red (LAYERLOOM_WEIGHTS_FROM). Pon `{ $file }` en `{ $folder }`, o súbelo. Keras lo toma de `{ $origin }`, su hash es `{ $hash }`.
    .title = Aquí la red está desactivada.
problem-weights_unreached = Los pesos vienen de `{ $origin }`. Recibido: { $what }. Inténtalo de nuevo, o descarga `{ $file }` en otro equipo (hash `{ $hash }`) y ponlo en `{ $folder }`, o súbelo.
    .title = No se pudo descargar { $file }.
problem-weights_no_room = `{ $file }` necesita { $needed } MB. Recibido: { $free } MB libres. Haz sitio en el disco e inténtalo de nuevo.
    .title = No hay sitio para { $file }.
problem-weights_too_large = Un archivo de pesos tiene como máximo { $most } MB. Recibido: `{ $file }`, que tiene más. Revisa la dirección de la que viene.
    .title = { $file } es demasiado grande.
