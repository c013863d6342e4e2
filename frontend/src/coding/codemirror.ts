// Python in CodeMirror, in the page's own colours. It lives in a shadow root: there its styles are sheets, which the page's policy allows.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Problem } from '../contract'
import { placeOf } from './draft'

const COLOURS = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: 'var(--g-conv)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className], color: 'var(--accent)' },
])

const LOOKS = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sunken)', fontSize: 'var(--text-12)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--muted)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)' },
  '&.cm-focused': { outlineColor: 'var(--accent)', outlineStyle: 'solid', outlineWidth: '2px', outlineOffset: '-2px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent) !important',
  },
  '.cm-tooltip': { backgroundColor: 'var(--panel)', color: 'var(--ink)', borderColor: 'var(--line-strong)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--panel)' },
  '.cm-wrong': { backgroundColor: 'var(--bad-bg)' },
})

export interface Writing {
  label: string
  source: string
  at: number
  complete: CompletionSource
  onChange: (source: string) => void
  /** Ctrl or Cmd with Enter. */
  onDone: () => void
}

export function editorIn(host: HTMLElement, { label, source, at, complete, onChange, onDone }: Writing): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const extensions: Extension = [
    keymap.of([{ key: 'Mod-Enter', run: () => (onDone(), true) }]),
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentUnit.of('    '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [complete] }),
    highlightActiveLine(),
    lintGutter(),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    python(),
    syntaxHighlighting(COLOURS),
    LOOKS,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
    EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
  ]
  const anchor = Math.min(at, source.length)
  const view = new EditorView({ state: EditorState.create({ doc: source, selection: { anchor }, extensions }), parent: root, root })
  view.dispatch({ effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
  return view
}

/** Underlines what the problems name, with their words beside the line; the first is brought into sight. */
export function mark(view: EditorView, problems: readonly Problem[]): void {
  const { doc } = view.state
  const found = problems.flatMap((problem) => {
    const place = placeOf(problem.place)
    if (!place) return []
    const line = doc.line(Math.min(Math.max(1, place.line), doc.lines))
    const indented = line.from + (line.text.length - line.text.trimStart().length)
    const from = Math.min(place.column > 1 ? line.from + place.column - 1 : indented, line.to)
    return [{ from, to: line.to, severity: 'error' as const, message: problem.message }]
  })
  view.dispatch(setDiagnostics(view.state, found))
  const [first] = found
  if (!first) return
  view.dispatch({ selection: { anchor: first.from }, effects: EditorView.scrollIntoView(first.from, { y: 'center' }) })
  view.focus()
}
