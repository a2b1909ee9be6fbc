import t from 'tap'
import { plainBlocks } from '../../src/web/markdown.js'

t.test('Markdown becomes the blocks of a letter, without its marks', async (t) => {
  t.strictSame(
    plainBlocks(
      '# Good *news*\n\nWe **won**: see [the vote](https://city.example/vote)\nor <https://city.example>.\n\n- one\n- two\n  - three\n\n> We will\n>\n> keep it.\n\n---\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    ),
    [
      { heading: 'Good news' },
      { paragraph: 'We won: see the vote (https://city.example/vote)\nor https://city.example.' },
      { list: ['one', 'two', 'three'] },
      { quote: 'We will\nkeep it.' },
      { quote: 'code' },
      { list: ['a · b', '1 · 2'] },
    ],
  )
  t.strictSame(plainBlocks('![A bus](https://x.example/a.png)'), [{ paragraph: 'A bus' }])
  t.strictSame(plainBlocks(''), [])
})
