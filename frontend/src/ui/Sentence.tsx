// Text in which `ticked` words are code, as problems and Keras' documentation write them.

export function Sentence({ text }: { text: string }) {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (part.startsWith('`') && part.length > 2 ? <code key={at}>{part.slice(1, -1)}</code> : part))
}
