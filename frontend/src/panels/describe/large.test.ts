import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { expect, test } from 'vitest'
import { themed } from './dot'

const LABEL = '<<table border="0" cellborder="1" cellpadding="10"><tr><td><b>block</b> (Conv2D)</td></tr><tr><td>Output: <b>(None, 8, 8, 64)</b></td></tr></table>>'

/** As Keras plots a residual network of so many blocks: three layers each, and a way around them. */
function residual(blocks: number): string {
  const lines = ['0 [label=' + LABEL + '];']
  for (let at = 1; at <= blocks; at += 1) {
    const [from, a, b, sum] = [4 * (at - 1), 4 * at - 2, 4 * at - 1, 4 * at]
    for (const node of [a, b, sum]) lines.push(`${node} [label=${LABEL}];`)
    lines.push(`${from} -> ${a};`, `${a} -> ${b};`, `${b} -> ${sum};`, `${from} -> ${sum};`)
  }
  return `digraph G {\nrankdir=TB;\nconcentrate=true;\ndpi=200;\nsplines=ortho;\nnode [shape=record];\n${lines.join('\n')}\n}\n`
}

test('a network as deep as ResNet152 is drawn', async () => {
  const inks = { ink: '#000001', faint: '#000002', line: '#000003', paper: '#000004' }
  const dot = themed(residual(170), inks, 'TB')
  const svg = (await Graphviz.load()).dot(dot)
  expect(svg.match(/class="node"/g)).toHaveLength(511)
})
