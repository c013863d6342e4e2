// One family of line drawings, 18 × 18 with strokes of 1.6: a member's by the catalog's icon id, a group's as fallback.

import type { SVGProps } from 'react'

const PATHS: Record<string, string> = {
  input: 'M9 2v9M5 7.5 9 11.5l4-4M3 15.5h12',
  output: 'M9 16V7M5 10.5 9 6.5l4 4M3 2.5h12',
  dense:
    'M2.2 4.5a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0zM2.2 13.5a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0zM13.2 4.5a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0zM13.2 13.5a1.3 1.3 0 1 0 2.6 0 1.3 1.3 0 1 0-2.6 0zM5.6 4.5h6.8M5.6 13.5h6.8M5.4 5.7l7.2 6.6M5.4 12.3l7.2-6.6',
  identity: 'M2 9h14M11.5 5 16 9l-4.5 4',
  lambda: 'M4 3h2.5L14 15M8.3 8 4 15',
  mask: 'M2 5.5h14v7H2zM6.7 5.5v7M11.3 5.5v7M11.3 12.5l4.7-7',
  activation: 'M2 13h5.5L15.5 4M2 15.8h14',
  conv1d: 'M2 9h14M4.5 6h6v6h-6z',
  conv2d: 'M4 2h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM4.8 4.8h5v5h-5z',
  conv3d: 'M2 6 9 2.5 16 6v6.5L9 16l-7-3.5zM2 6l7 3.5L16 6M9 9.5V16',
  depthwise: 'M2 4h9v9H2zM5 13v2.5h10.5V7H11M5 7h3v3H5z',
  transpose: 'M2 9h5v7H2zM9 2h7v14H9M7 12.5h2M4 6l2-2.5L8 6',
  pool: 'M2 3h14l-5 12H7z',
  gpool: 'M2 3h14L9 13zM9 13v3',
  dropout:
    'M7 5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM15 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM12 3.3l2 .1M15 4.6v1.6M11.2 5.6l1 1.2M4 11.3l2 .1M7 12.6v1.6M3.2 13.6l1 1.2',
  noise: 'M2 10l2-4 2 7 2-9 2 10 2-6 2 4 2-3',
  penalty: 'M9 2.5v13M3 6h12M3 6l-1 5h4zM15 6l-3 5h5z',
  norm: 'M2 14c3 0 4-10 7-10s4 10 7 10',
  flatten: 'M2 4.5h5.5v9H2zM11 3v12M15 3v12M7.5 9H9',
  reshape: 'M2 3h6v6H2zM7 12h9v3.5H7zM11 3.5c3 0 4 2 4 5M13 6.8l2 2 2-2',
  permute: 'M3 5h10M10 2l3 3-3 3M15 13H5M8 10l-3 3 3 3',
  repeat: 'M3 3h4v12H3zM9 3h3M9 15h3M9 9h3M14.5 3h1M14.5 15h1M14.5 9h1',
  crop: 'M5 1.5V13h11.5M1.5 5H13v11.5',
  pad: 'M2 2h14v14H2zM6 6h6v6H6zM2 2l4 4M16 2l-4 4M2 16l4-4M16 16l-4-4',
  upsample: 'M2 11h5v5H2zM7 7h9M16 7V2M11 2h5M7 2h1M16 16v-1M16 11.5V10M2 7V2h2M11.5 16H13',
  add: 'M9 3v12M3 9h12',
  subtract: 'M3 9h12',
  multiply: 'M4 4l10 10M14 4 4 14',
  dot: 'M9 9h.01M9 2.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  concat: 'M2 3.5h5v11H2zM11 3.5h5v11h-5zM7 9h4',
  attention: 'M9 3.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 9 3.2zM9 1v4M9 13v4M1 9h4M13 9h4',
  rnn: 'M3 12h7a4 4 0 1 0-4-4v4M3.5 9.5 6 12.2l2.5-2.7',
  lstm: 'M3 9a3 3 0 1 1 6 0 3 3 0 1 0 6 0M1.5 4h15M1.5 14h15',
  gru: 'M3 9a3 3 0 1 1 6 0 3 3 0 1 0 6 0',
  cell: 'M3.5 3.5h11v11h-11zM1 9h2.5M14.5 9H17M7 9a2 2 0 1 1 4 0',
  embedding: 'M2 3h3v3H2zM2 7.8h3v3H2zM2 12.5h3v3H2zM8 4.5h8M8 9.3h8M8 14h8M11 3v3M14 7.8v3M12 12.5v3',
  scale: 'M2 15.5 16 2.5M2 9v6.5h6.5M16 9V2.5H9.5',
  text: 'M3 3.5h12M9 3.5V15M6.5 15h5',
  lookup: 'M2 3h6v12H2zM10 6h6M10 9h6M10 12h4M4 6h2M4 9h2M4 12h2',
  image: 'M2 3h14v12H2zM2 12.5l4-4 4 4 2.5-2.5L16 13.5M12 6.7h.01',
  audio: 'M2.5 7v4M5.8 4v10M9 6v6M12.2 2.5v13M15.5 7v4',
  wrapper: 'M2 2.5h14v13H2zM6 6.5h6v5H6z',
  block: 'M3 9h12v6.5H3zM4.8 6h8.4M6.4 3h5.2',
  op: 'M2.5 5.5h5M5 3v5M10.5 5.5h5M2.8 10.3l4.4 4.4M7.2 10.3l-4.4 4.4M10.5 11h5M10.5 14h5',
  'op-arithmetic': 'M9 2.5v8M5 6.5h8M4 14.5h10',
  'op-compare': 'M12.5 3 5 7l7.5 4M5 15h7.5',
  'op-reduce': 'M14 3.5H4.5L10 9l-5.5 5.5H14',
  'op-shape': 'M2.5 6h8v9.5h-8zM7 6V2.5h8.5V12h-5',
  'op-pick': 'M2.5 2.5h13v13h-13zM2.5 9h13M9 2.5V9',
  'op-matrix': 'M5 2.5H2.5v13H5M13 2.5h2.5v13H13M7 6.5h.01M11 6.5h.01M7 11.5h.01M11 11.5h.01',
  'op-neural': 'M2 14.5c5 0 4.5-11 9-11h5',
  'op-picture': 'M2.5 3.5h13v11h-13zM2.5 12l4-4 3 3 2.5-2.5 3.5 3.5',
  'op-signal': 'M1.5 9H4l2-5.5 3.5 11L12 7.5 13.2 9h3.3',
  other: 'M3.5 3.5h11v11h-11zM6.5 9h5',
}

/** Every group of the catalog, which is its colour token too: `--g-conv`. */
const GROUP_ICONS: Record<string, string> = {
  io: 'input',
  core: 'dense',
  conv: 'conv2d',
  pool: 'pool',
  reg: 'dropout',
  norm: 'norm',
  activation: 'activation',
  reshape: 'reshape',
  merge: 'concat',
  attn: 'attention',
  rnn: 'rnn',
  embed: 'embedding',
  preprocess: 'scale',
  wrapper: 'wrapper',
  op: 'op',
  block: 'block',
  other: 'other',
}

export const GROUPS: readonly string[] = Object.keys(GROUP_ICONS)

const TOOLS = {
  undo: 'M3.5 7H11a4 4 0 0 1 0 8H7M6.5 3.5 3 7l3.5 3.5',
  redo: 'M14.5 7H7a4 4 0 0 0 0 8h4M11.5 3.5 15 7l-3.5 3.5',
  plus: 'M9 3.5v11M3.5 9h11',
  minus: 'M3.5 9h11',
  fit: 'M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4',
  layout: 'M6 2.5h6v4H6zM2 11.5h5.5v4H2zM10.5 11.5H16v4h-5.5zM9 6.5V9M4.7 11.5V9h8.6v2.5',
  hand: 'M5.5 9V4.3a1.3 1.3 0 0 1 2.6 0V8M8.1 7.5V3a1.3 1.3 0 0 1 2.6 0v4.7M10.7 7.8V4a1.3 1.3 0 0 1 2.6 0v6.5c0 3-1.8 5-4.6 5-2.2 0-3.3-.9-4.3-2.7L2.6 9.6c-.4-.8-.2-1.4.4-1.7.6-.3 1.2-.1 1.6.5L5.5 9.7',
  arrow: 'M4 2.5l10.5 6.2-4.7 1.1-2.4 4.4z',
  note: 'M3 3h12v8l-4 4H3zM15 11h-4v4',
  map: 'M2.5 3.5h13v11h-13zM9 8.5h4.5v4H9z',
  search: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12 12l4 4',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  down: 'M4.5 7 9 11.5 13.5 7',
  right: 'M7 4.5 11.5 9 7 13.5',
  up: 'M4.5 11 9 6.5 13.5 11',
  help: 'M6.5 6.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M9 13.6h.01M9 1.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z',
  sun: 'M9 5.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM9 1.5v1.3M9 15.2v1.3M1.5 9h1.3M15.2 9h1.3M3.7 3.7l.9.9M13.4 13.4l.9.9M14.3 3.7l-.9.9M4.6 13.4l-.9.9',
  moon: 'M15.5 10.7A6.7 6.7 0 0 1 7.3 2.5a6.7 6.7 0 1 0 8.2 8.2z',
  menu: 'M2.5 4.5h13M2.5 9h13M2.5 13.5h13',
  pencil: 'M3 15l.8-3.6 8.2-8.2 2.8 2.8-8.2 8.2zM10.2 5l2.8 2.8',
  move: 'M9 2v14M2 9h14M6.8 4.2 9 2l2.2 2.2M6.8 13.8 9 16l2.2-2.2M4.2 6.8 2 9l2.2 2.2M13.8 6.8 16 9l-2.2 2.2',
  eye: 'M1.5 9S4.2 4 9 4s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM6.8 9a2.2 2.2 0 1 0 4.4 0 2.2 2.2 0 1 0-4.4 0z',
  link: 'M7.5 10.5l3-3M8 5.2l1.6-1.6a3.4 3.4 0 0 1 4.8 4.8L12.8 10M10 12.8l-1.6 1.6a3.4 3.4 0 0 1-4.8-4.8L5.2 8',
  bypass: 'M2 12.5h3c2 0 2-8 4-8s2 8 4 8h3M6.5 12.5h5v3h-5z',
  more: 'M3.5 9h.01M9 9h.01M14.5 9h.01',
  settings: 'M2.5 5h6M12.5 5h3M2.5 13h3M9.5 13h6M8.5 5a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM5.5 13a2 2 0 1 0 4 0 2 2 0 1 0-4 0z',
  panelLeft: 'M2.5 3h13v12h-13zM7 3v12',
  panelRight: 'M2.5 3h13v12h-13zM11 3v12',
  panelBottom: 'M2.5 3h13v12h-13zM2.5 10.5h13',
  warning: 'M9 2.5 16.5 15.5h-15zM9 7v4M9 13.3h.01',
  check: 'M3.5 9.5 7.5 13.5 14.5 5',
  trash: 'M3 5h12M7 5V3h4v2M4.5 5l.7 10h7.6l.7-10M7.5 8v4.5M10.5 8v4.5',
  copy: 'M6.5 6.5h9v9h-9zM11.5 6.5v-4h-9v9h4',
  download: 'M9 2.5v9M5 8l4 4 4-4M2.5 15.5h13',
  upload: 'M9 12V3M5 6.5l4-4 4 4M2.5 15.5h13',
  reset: 'M3.5 9a5.5 5.5 0 1 0 1.7-4M5.5 2v3.3H2.2',
  play: 'M5 3l10 6-10 6z',
  stop: 'M4 4h10v10H4z',
  comment: 'M2.5 3.5h13v9H8.5l-3.5 3v-3H2.5z',
  share:
    'M6.5 9a2.2 2.2 0 1 1-4.5 0 2.2 2.2 0 0 1 4.5 0zM16 4.2a2.2 2.2 0 1 1-4.5 0 2.2 2.2 0 0 1 4.5 0zM16 13.8a2.2 2.2 0 1 1-4.5 0 2.2 2.2 0 0 1 4.5 0zM6.3 8l5.3-2.8M6.3 10l5.3 2.8',
} as const

export type ToolIcon = keyof typeof TOOLS

interface GlyphProps extends Omit<SVGProps<SVGSVGElement>, 'd'> {
  size?: number
}

function Drawing({ d, size = 18, style, ...rest }: GlyphProps & { d: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', ...style }}
      {...rest}
    >
      <path d={d} />
    </svg>
  )
}

/** A catalog member's drawing, or its group's: a path on 18 × 18. */
export function glyphPath(icon: string, group = ''): string {
  return PATHS[icon] ?? PATHS[GROUP_ICONS[group] ?? 'other'] ?? PATHS.other ?? ''
}

export function Glyph({ icon, group, ...rest }: GlyphProps & { icon: string; group?: string }) {
  return <Drawing d={glyphPath(icon, group)} {...rest} />
}

export function Icon({ name, size = 16, ...rest }: GlyphProps & { name: ToolIcon }) {
  return <Drawing d={TOOLS[name]} size={size} {...rest} />
}

export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      strokeWidth={2}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2 6c5 0 5 5 9 5s4-5 9-5" stroke="var(--accent)" />
      <path d="M2 11c5 0 5 5 9 5s4-5 9-5" stroke="var(--g-conv)" />
      <path d="M2 16c5 0 5-5 9-5" stroke="var(--g-pool)" />
    </svg>
  )
}

/** CSS colour of a catalog group, by its colour token. */
export function groupColor(token: string | undefined): string {
  return `var(--g-${token ?? 'other'}, var(--g-other))`
}
