// A note's id ⇄ the id it has among React Flow's nodes, so that the two kinds never meet.

const MARK = 'note:'

export function flowIdOf(note: string): string {
  return MARK + note
}

/** Null for a node. */
export function noteIn(flowId: string): string | null {
  return flowId.startsWith(MARK) ? flowId.slice(MARK.length) : null
}
