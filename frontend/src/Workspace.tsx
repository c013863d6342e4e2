export function Workspace({ project }: { project: string }) {
  return <p>{project}</p>
}
