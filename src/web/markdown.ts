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

for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index]!
    const level = Math.min(Number(token.tag.slice(1)) + FIRST_LEVEL - 1, LAST_LEVEL)
    token.tag = `h${level}`
    return self.renderToken(tokens, index, options)
  }
}

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
