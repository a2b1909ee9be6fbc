/** What people write in Markdown (petitions, updates, replies) as HTML that is safe to show. */

import MarkdownIt from 'markdown-it'

/** A page's own headings are h1 and h2: what a visitor calls a first heading comes below them. */
const FIRST_LEVEL = 3
const LAST_LEVEL = 6

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false })
// "clameur.org" becomes a link, "lecture.md" or "12.30" must not.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

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
