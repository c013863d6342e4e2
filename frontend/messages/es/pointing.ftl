# Se pregunta una vez: cómo se mueve uno.
canvas-pointing = ¿Con qué te mueves?
canvas-pointing-mouse = Con ratón
canvas-pointing-mouse-how = La rueda hace zoom; arrastrar el lienzo vacío lo mueve.
canvas-pointing-trackpad = Con panel táctil
canvas-pointing-trackpad-how = Dos dedos mueven, pellizcar hace zoom, arrastrar selecciona.
canvas-pointing-later = Puedes cambiarlo en los ajustes cuando quieras.
canvas-pointing-close = Dejarlo como está
