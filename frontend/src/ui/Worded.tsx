// A message in which <b>what counts</b> is bold, wherever a language puts it.

export function Worded({ text }: { text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, at) => (at % 2 ? <b key={at}>{part}</b> : part))
}
