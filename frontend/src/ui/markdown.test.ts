import { describe, expect, test } from 'vitest'
import { blocksOf } from './markdown'

const text = (words: string) => ({ type: 'text', text: words })

describe('a note’s text', () => {
  test('is headings, paragraphs and lists', () => {
    expect(blocksOf('# Why\none\ntwo\n\nthree\n- a\n- b\n1. c')).toEqual([
      { type: 'heading', level: 1, spans: [text('Why')] },
      { type: 'paragraph', spans: [text('one'), text('\n'), text('two')] },
      { type: 'paragraph', spans: [text('three')] },
      { type: 'list', ordered: false, items: [[text('a')], [text('b')]] },
      { type: 'list', ordered: true, items: [[text('c')]] },
    ])
  })

  test('marks words', () => {
    expect(blocksOf('a **b** *c* `d` _e_')).toEqual([
      {
        type: 'paragraph',
        spans: [
          text('a '),
          { type: 'bold', text: 'b' },
          text(' '),
          { type: 'italic', text: 'c' },
          text(' '),
          { type: 'code', text: 'd' },
          text(' '),
          { type: 'italic', text: 'e' },
        ],
      },
    ])
  })

  test('leaves names and sums as they are', () => {
    expect(blocksOf('conv_1_a is 2 * 3 * 4')).toEqual([{ type: 'paragraph', spans: [text('conv_1_a is 2 * 3 * 4')] }])
  })

  test('links to the web and nowhere else', () => {
    expect(blocksOf('[x](https://a.b/c) [y](javascript:alert(1))')[0]).toEqual({
      type: 'paragraph',
      spans: [{ type: 'link', text: 'x', href: 'https://a.b/c' }, text(' [y](javascript:alert(1))')],
    })
  })
})

test('a line of marks without end is text, and takes no time', () => {
  const line = '['.repeat(60_000)
  expect(blocksOf(line)).toEqual([{ type: 'paragraph', spans: [text(line)] }])
})
