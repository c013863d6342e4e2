# Por qué no se puede trazar una conexión. Los nombres son de la propia persona.
wire-dangling = Una conexión necesita un nodo en cada extremo.
wire-crosses = { $source } y { $target } están en bloques distintos. Una conexión no sale de su bloque: se entra y se sale por sus puertos.
wire-self = { $name } no puede alimentarse a sí mismo.
wire-from-output = { $name } termina el modelo: de una salida no sale nada.
wire-into-input = { $name } empieza el modelo: a una entrada no llega nada.
wire-no-output = { $name } no tiene la salida «{ $port }».
wire-no-input = { $name } no tiene la entrada «{ $port }».
wire-twice = { $source } y { $target } ya están conectados.
wire-circle = Eso cerraría un ciclo: { $path }. Los datos fluyen en una sola dirección.
wire-taken = { $name } admite una conexión y la tiene de { $before }. Quita antes esa conexión, o junta las dos con Add o Concatenate.
wire-another-node = otro nodo
wire-this-node = Este nodo
