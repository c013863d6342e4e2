runs-none-yet = Aún no hay ejecuciones. Cada vez que pulses Entrenar aparece aquí una, con su modelo y su script.
runs-stop-run = Detener la ejecución { $number } y conservar sus pesos
runs-further = Seguir entrenando
runs-further-run = Seguir entrenando la ejecución { $number }
runs-further-doc = Una ejecución nueva sigue desde la época { $epoch } con estos pesos y el optimizador tal como quedó, durante las épocas indicadas
runs-from = desde la ejecución { $number }
runs-state = Estado
runs-best = Mejor
runs-took = Duró
runs-started = Empezó
runs-files = Archivos
runs-actions = Acciones
runs-place = puesto { $n } en la cola
runs-download = Descargar { $file } de la ejecución { $number }
runs-receipt = recibo

runs-version = Versión
runs-this-canvas = este lienzo
runs-changes-since = { $n ->
    [one] { $n } cambio desde entonces
    [many] { $n } de cambios desde entonces
   *[other] { $n } cambios desde entonces
}
runs-compare = Comparar
runs-compare-version = Comparar { $name } con este lienzo
runs-restore = Restaurar
runs-restore-version = Restaurar { $name }
runs-delete = Eliminar
runs-delete-version = Eliminar la versión { $name }
runs-saved = guardada
runs-saved-by = por { $name }
runs-save = Guardar
runs-name-of-version = Nombre de la versión
runs-version-name = Versión { $n }
runs-version-saved = «{ $name }» queda guardada. La encuentras en Ejecuciones.
runs-export = Exportar…
runs-export-run = Exportar la ejecución { $number }
