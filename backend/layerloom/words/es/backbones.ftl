# Modelos de keras.applications: desplegados, y los archivos de sus pesos.

problem-backbone_not_built = Keras hace { $name } solo con aquello para lo que se escribió. Recibido: { $what } Cambia lo que rechaza e inténtalo de nuevo.
    .title = Keras no puede hacer este { $name }.
problem-backbone_not_unfolded = Cada capa de { $name } tiene que ser un nodo con sus propios pesos. Recibido: la capa `{ $layer }`, que no puede serlo. Déjala plegada: se entrena igualmente.
    .title = { $name } no se puede desplegar.
