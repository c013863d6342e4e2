// The page: the start page, or one project's frame with its slots.
//
// What fills the slots (none takes props; each finds what it needs through the hooks below):
//   ./start/StartPage        StartPage        the shelf of templates and projects
//   ./panels/LabProvider     LabProvider      wraps a project: its runs and the one on the bench ({project, children})
//   ./panels/Dock            Dock             curves, summary, plot, problems, runs: the whole strip, tabs included
//   ./panels/data/DataPanel  DataPanel        right side, nothing selected, upper part
//   ./panels/training/TrainingPanel  TrainingPanel   right side, nothing selected, lower part
//   ./panels/code/CodePanel  CodePanel        right side, tab Code
//   ./panels/runs/RunButtons RunButtons       header: Train, Stop
//   ./panels/runs/RunStatus  RunStatus        status bar: a few words on the run going on, or nothing
//
// What they may use:
//   useServer()                          server/ServerContext   api and wire
//   useCatalog()                         catalog/context        members by kind and name
//   useDocument()                        document/hooks         .project, .edit.setTraining("epochs", 20), .edit.setField(node, "target", "species"), .undo(), …
//   useGraph((graph) => graph.training)  document/hooks         nodes, edges, training, layout, meta: frozen, structurally shared
//   useInference((it) => it.problems)    document/hooks         state, nodes, problems, totals, plan_ok (as InferencePatch has them)
//   useSelection((it) => it.nodes)       document/selection     selected node ids
//   useRoute(), navigate({project, run}) ui/route               the page's address
//   controls, tokens, format             ui/                    Button, Select, Segmented, Tabs, Field, Pill, Progress, …

import { StartPage } from './start/StartPage'
import { useRoute } from './ui/route'
import { Workspace } from './Workspace'

export function App() {
  const { project } = useRoute()
  return project ? <Workspace key={project} project={project} /> : <StartPage />
}
