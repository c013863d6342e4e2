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
  other: 'M3.5 3.5h11v11h-11zM6.5 9h5',
}

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
}

const TOOLS = {
  undo: 'M3.5 7H11a4 4 0 0 1 0 8H7M6.5 3.5 3 7l3.5 3.5',
  redo: 'M14.5 7H7a4 4 0 0 0 0 8h4M11.5 3.5 15 7l-3.5 3.5',
  plus: 'M9 3.5v11M3.5 9h11',
  minus: 'M3.5 9h11',
  fit: 'M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4',
  layout: 'M6 2.5h6v4H6zM2 11.5h5.5v4H2zM10.5 11.5H16v4h-5.5zM9 6.5V9M4.7 11.5V9h8.6v2.5',
  search: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12 12l4 4',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  down: 'M4.5 7 9 11.5 13.5 7',
  right: 'M7 4.5 11.5 9 7 13.5',
  up: 'M4.5 11 9 6.5 13.5 11',
  sun: 'M9 5.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM9 1.5v1.3M9 15.2v1.3M1.5 9h1.3M15.2 9h1.3M3.7 3.7l.9.9M13.4 13.4l.9.9M14.3 3.7l-.9.9M4.6 13.4l-.9.9',
  moon: 'M15.5 10.7A6.7 6.7 0 0 1 7.3 2.5a6.7 6.7 0 1 0 8.2 8.2z',
  menu: 'M2.5 4.5h13M2.5 9h13M2.5 13.5h13',
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

/** A catalog member's drawing. */
export function Glyph({ icon, group, ...rest }: GlyphProps & { icon: string; group?: string }) {
  const fallback = PATHS[GROUP_ICONS[group ?? ''] ?? 'other'] ?? PATHS.other
  return <Drawing d={PATHS[icon] ?? fallback ?? ''} {...rest} />
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
