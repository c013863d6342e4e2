// What a person can take along from here: the script, the trained model, the drawing itself.

import { useDocument } from '../document/hooks'
import { useLabState } from '../panels/LabProvider'
import { nameOf, saveText } from '../panels/save'
import { urls } from '../server/api'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Menu } from '../ui/Menu'
import { navigate } from '../ui/route'
import { say } from '../ui/toast'

export function ExportMenu() {
  const { project, graph } = useDocument()
  const { api } = useServer()
  const { runs } = useLabState()
  const trained = runs.find((run) => run.files.includes('model.keras'))

  const duplicate = async () => {
    try {
      const copy = await api.duplicateProject(project)
      navigate({ project: copy.id })
      say(`This is the copy, “${copy.name}”.`)
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? 'The copy could not be made.', { tone: 'bad' })
    }
  }
  const script = async () => {
    try {
      const { source, problems } = await api.source(project)
      if (!source) return say(problems[0]?.title ?? 'There is no script yet.', { tone: 'bad' })
      saveText(source, nameOf(graph.getState().meta.name, 'py'), 'text/x-python')
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? 'The script could not be made.', { tone: 'bad' })
    }
  }
  return (
    <Menu
      label="Export"
      name="Export"
      items={[
        { label: 'Python script', hint: '.py', onChoose: () => void script() },
        trained
          ? {
              label: `Model of run ${trained.number}`,
              hint: '.keras',
              href: urls.runFile(trained.id, 'model.keras'),
            }
          : { label: 'Trained model', hint: 'after a run', disabled: true },
        { label: 'Graph', hint: '.json', href: urls.projectExport(project) },
        { label: 'Duplicate project', onChoose: () => void duplicate() },
      ]}
    />
  )
}
