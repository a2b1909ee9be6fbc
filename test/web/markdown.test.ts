import t from 'tap'
import { renderMarkdown } from '../../src/web/markdown.js'

t.test('headings stand below those of the page', async (t) => {
  t.equal(renderMarkdown('# One\n\n## Two\n\n##### Five').trim(), '<h3>One</h3>\n<h4>Two</h4>\n<h6>Five</h6>')
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
