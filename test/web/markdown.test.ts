import t from 'tap'
import { plainOf, renderMarkdown } from '../../src/web/markdown.js'

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java&#10;script:alert(1))',
  '[click](&#x6A;avascript:alert(1))',
  '[click](data:text/html;base64,PHNjcmlwdD4=)',
  '[click](vbscript:msgbox)',
  '[click](//evil.example)',
  '[click](/account/sign-out)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x](https://example.org "onmouseover=alert(1)")',
  '[x](https://example.org"onmouseover="alert(1))',
  '`<script>`\n\n    <script>indented</script>\n\n```"><script>\n<script>fenced</script>\n```',
  '# <b onclick=alert(1)>heading</b>',
  '| a | b |\n|---|---|\n| <script> | [x](javascript:a) |',
  'https://example.org/"><script>alert(1)</script>',
]

t.test('headings stand below those of the page, and leave no level out', async (t) => {
  t.equal(renderMarkdown('# One\n\n## Two\n\n##### Five').trim(), '<h3>One</h3>\n<h4>Two</h4>\n<h5>Five</h5>')
  t.equal(renderMarkdown('### Why\n\n## What').trim(), '<h3>Why</h3>\n<h3>What</h3>')
})

t.test('links say that a visitor wrote them, whether written or only typed', async (t) => {
  t.equal(
    renderMarkdown('[here](https://a.example/) and https://b.example/').trim(),
    '<p><a href="https://a.example/" rel="nofollow ugc noopener">here</a> and <a href="https://b.example/" rel="nofollow ugc noopener">https://b.example/</a></p>',
  )
})

t.test('nothing that could run or fetch comes through', async (t) => {
  const html = renderMarkdown(
    '<script>alert(1)</script> [x](javascript:alert(1)) ![a <b>](https://c.example/d.png)\n\n<img src=x onerror=y>',
  )

  t.notMatch(html, /<script|<img|href="javascript/i)
  t.match(html, /&lt;script&gt;/)
  t.match(html, /a &lt;b&gt;/)
})

t.test('nothing that is typed runs in a page', async (t) => {
  for (const attack of ATTACKS) {
    const html = renderMarkdown(attack)

    t.notMatch(html, /<(script|img|iframe|svg|style|b )/i, attack)
    t.notMatch(html, /<[^>]+\son\w+=/i, attack)
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) t.match(href, /^(https?:\/\/|mailto:)/, attack)
  }
})

t.test('a new line is a new line', async (t) => {
  t.match(renderMarkdown('first\nsecond'), /first<br>\s*second/)
})

t.test('the words alone lose their marks', async (t) => {
  t.equal(
    plainOf('# Why\n\nWe **ask** [you](https://example.org),\nnow.\n\n- one\n- two'),
    'Why We ask you, now. one two',
  )
})

t.test('a text made to be slow is not', async (t) => {
  for (const piece of [
    '[',
    '*',
    '![',
    '`',
    '<',
    '> ',
    '- ',
    '[a](',
    '_a',
    '**a ',
    '|a',
    '\\',
    '&#',
    'a@b.c ',
    'http://a ',
  ]) {
    const started = performance.now()
    renderMarkdown(piece.repeat(20_000 / piece.length))
    t.ok(performance.now() - started < 1_500, `${piece} took ${Math.round(performance.now() - started)} ms`)
  }
})
