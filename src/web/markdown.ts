/** What people write in Markdown (petitions, updates, replies) as HTML that is safe to show. */

import MarkdownIt from 'markdown-it'

/** A page's own headings are h1 and h2: what a visitor calls a first heading comes below them. */
const FIRST_LEVEL = 3
const LAST_LEVEL = 6

// Who does not know Markdown presses Enter for a new line, and expects one: `breaks`.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false })
// "clameur.org" becomes a link, "lecture.md" or "12.30" must not.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
// Web and mail addresses only: a link into this site, or to a program of the reader's, can only be meant to mislead.
markdown.validateLink = (address) => /^(https?:\/\/|mailto:)/i.test(address.trim())

// Whatever number a writer chose, the first heading is one below the page's, and no level is left out: whoever has
// the page read aloud moves by them.
markdown.core.ruler.push('heading levels', ({ tokens }) => {
  const above: number[] = []
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1))
      while (above.length > 0 && above.at(-1)! >= level) above.pop()
      above.push(level)
    }
    if (token.type.startsWith('heading_'))
      token.tag = `h${Math.min(FIRST_LEVEL - 1 + above.length, LAST_LEVEL)}`
  }
})

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]!.attrSet('rel', 'nofollow ugc noopener')
  return self.renderToken(tokens, index, options)
}

// A picture would be a request to another site, and tell it who reads: its description stands in for it.
markdown.renderer.rules.image = (tokens, index, options, env, self) =>
  markdown.utils.escapeHtml(self.renderInlineAsText(tokens[index]!.children ?? [], options, env))

/**
 * Renders Markdown without raw HTML, pictures or script addresses; links tell search engines that they were written
 * by a visitor.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}

/** Of the site's own texts: lines are wrapped where the writer's window ends, and links may lead into the site. */
const articles = new MarkdownIt({ html: false, linkify: false, breaks: false, typographer: false })
articles.validateLink = (address) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address.trim())
articles.renderer.rules.image = markdown.renderer.rules.image

// "## Your rights {#rights}": other pages and mails link to it by a name that no translation changes.
articles.core.ruler.push('heading names', ({ tokens }) => {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const { children } = tokens[index + 1]!
    const last = children?.at(-1)
    const name = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/.exec(last?.content ?? '')
    if (!last || !name) continue
    last.content = last.content.slice(0, name.index)
    token.attrSet('id', name[1]!)
  }
})

/** A text of the site itself as HTML; `href` turns its own addresses into those of the reader's language. */
export function renderArticle(text: string, href: (path: string) => string): string {
  const env = {}
  const tokens = articles.parse(text, env)
  for (const { children } of tokens)
    for (const token of children ?? []) {
      const address = token.type === 'link_open' ? String(token.attrGet('href')) : ''
      if (address.startsWith('/')) token.attrSet('href', href(address))
    }
  return articles.renderer.render(tokens, articles.options, env)
}

/** The words alone, on one line, for descriptions and excerpts. */
export function plainOf(text: string): string {
  return markdown
    .parse(text, {})
    .map((token) => (token.type === 'inline' ? wordsOf(token.children ?? []) : token.content))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOf(tokens: { type: string; content: string }[]): string {
  return tokens.map((token) => (token.type.endsWith('break') ? ' ' : token.content)).join('')
}

/** The blocks of a letter that Markdown can become; see `mail/letter.ts`. */
export type PlainBlock = { paragraph: string } | { heading: string } | { quote: string } | { list: string[] }

/** The same text for a mail: its outermost blocks, without marks; a link's address follows its words. */
export function plainBlocks(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = []
  let inside: string[] = []
  let row = 0
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'inline') inside.push(plainLine(token.children ?? []))
    else if (token.type === 'fence' || token.type === 'code_block') inside.push(token.content.trimEnd())
    else if (token.type === 'tr_open') row = inside.length
    else if (token.type === 'tr_close') inside.push(inside.splice(row).join(' · '))

    const endsBlock = token.level === 0 && token.nesting !== 1
    if (!endsBlock) continue
    if (inside.some((words) => words !== '')) blocks.push(blockOf(token.type, inside))
    inside = []
  }
  return blocks
}

function blockOf(type: string, inside: string[]): PlainBlock {
  switch (type) {
    case 'heading_close':
      return { heading: inside.join(' ') }
    case 'bullet_list_close':
    case 'ordered_list_close':
    case 'table_close':
      return { list: inside }
    case 'paragraph_close':
      return { paragraph: inside.join(' ') }
    default:
      return { quote: inside.join('\n') }
  }
}

function plainLine(tokens: ReturnType<typeof markdown.parse>): string {
  let words = ''
  let link = { at: 0, href: '' }
  for (const token of tokens) {
    if (token.type.endsWith('break')) words += '\n'
    else if (token.type === 'link_open')
      link = { at: words.length, href: String(token.attrGet('href') ?? '') }
    else if (token.type === 'link_close') {
      const label = words.slice(link.at)
      if (link.href !== label && link.href !== encodeURI(label)) words += ` (${link.href})`
    } else words += token.type === 'image' ? plainLine(token.children ?? []) : token.content
  }
  return words
}
