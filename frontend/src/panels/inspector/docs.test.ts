import { describe, expect, test } from 'vitest'
import { parseDoc, spansOf } from './docs'

const DOC = `2D convolution layer.

This layer creates a kernel. If \`use_bias\`
is True, a bias is added.

Args:
    filters: int, the dimension of the output
        space.
    padding: string, either \`"valid"\` or:
        - \`"same"\`: even
        - \`"causal"\`: only
            the past
    dtype: The type.

Input shape:

- If \`data_format="channels_last"\`:
    A 4D tensor
- Else another

Example:

>>> x = np.random.rand(4, 10)
>>> y.shape
(4, 8)

Note:

\`\`\`python
    model.add(
        Dense(1))
\`\`\`

1. \`activation\` == \`tanh\`
2. \`unroll\` is \`False\`
`

describe('a docstring', () => {
  const blocks = parseDoc(DOC)

  test('joins the lines of a paragraph', () => {
    expect(blocks[0]).toEqual({ type: 'paragraph', text: '2D convolution layer.' })
    expect(blocks[1]).toEqual({
      type: 'paragraph',
      text: 'This layer creates a kernel. If `use_bias` is True, a bias is added.',
    })
  })

  test('has its sections as headings', () => {
    const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
    expect(headings).toEqual(['Args', 'Input shape', 'Example', 'Note'])
  })

  test('names the arguments, with the lists inside them', () => {
    const terms = blocks.find((block) => block.type === 'terms')
    expect(terms?.type === 'terms' && terms.items.map((item) => item.name)).toEqual(['filters', 'padding', 'dtype'])
    expect(terms?.type === 'terms' && terms.items[0]?.blocks).toEqual([
      { type: 'paragraph', text: 'int, the dimension of the output space.' },
    ])
    expect(terms?.type === 'terms' && terms.items[1]?.blocks[1]).toEqual({
      type: 'list',
      ordered: false,
      items: ['`"same"`: even', '`"causal"`: only the past'],
    })
  })

  test('keeps code as it is, moved to the margin', () => {
    const code = blocks.flatMap((block) => (block.type === 'code' ? [block.text] : []))
    expect(code).toEqual(['>>> x = np.random.rand(4, 10)\n>>> y.shape\n(4, 8)', 'model.add(\n    Dense(1))'])
  })

  test('tells lists that are numbered from those that are not', () => {
    expect(blocks.at(-1)).toEqual({ type: 'list', ordered: true, items: ['`activation` == `tanh`', '`unroll` is `False`'] })
    expect(blocks.filter((block) => block.type === 'list')).toHaveLength(2)
  })

  test.each(['', '```', 'Args:', '>>> ', '- ', '1. ', 'Args:\n    no terms here\n', '::::\n\t\n'])('never hangs on %j', (text) => {
    expect(parseDoc(text)).toBeInstanceOf(Array)
  })
})

test('code, emphasis and links stand out in a line', () => {
  expect(spansOf('see `a`, **b** and [Jozefowicz et al.](https://example.org/x.pdf).')).toEqual([
    { type: 'text', text: 'see ' },
    { type: 'code', text: 'a' },
    { type: 'text', text: ', ' },
    { type: 'strong', text: 'b' },
    { type: 'text', text: ' and ' },
    { type: 'link', text: 'Jozefowicz et al.', href: 'https://example.org/x.pdf' },
    { type: 'text', text: '.' },
  ])
})
