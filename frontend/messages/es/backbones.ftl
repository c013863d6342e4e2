# Redes base: desplegadas, y los archivos de sus pesos.
backbones-unfold = Desplegar
backbones-unfold-doc = Sus capas ocupan su lugar como un bloque, congeladas y preparadas como aquí, con sus pesos si los tiene. Deshacer la vuelve a plegar.
backbones-unfold-title = Desplegar { $name }
backbones-waiting = { $name } espera: el motor aún está arrancando…
backbones-unfolding = Keras despliega { $name }…
backbones-arranging = Colocando las capas de { $name }…
backbones-unfolded = { $name } ahora es un bloque.
backbones-no-shape = Sus capas dependen de lo que entra. Conéctala primero a una imagen: (alto, ancho, 3).
backbones-changed = Ha cambiado mientras tanto. Despliégala tal como está ahora.
backbones-again = Intentar de nuevo
backbones-close = Cerrar
backbones-cancel = Cancelar
