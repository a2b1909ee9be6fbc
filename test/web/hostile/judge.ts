/** What is wrong with an answer, whatever was asked. */

import type { LightMyRequestResponse } from 'fastify'

export function faultOf(answer: LightMyRequestResponse): string | undefined {
  const { statusCode, headers, body } = answer
  const type = String(headers['content-type'] ?? '')
  if (statusCode >= 500) return `answered with ${statusCode}`
  if (headers['x-content-type-options'] !== 'nosniff') return 'without the headers of every page'
  if (/\n\s+at .+:\d+:\d+|node_modules\/|\/dist\/src\/|\b[A-Z]\w+Error\b|FST_ERR/.test(body))
    return 'shows what only the log should tell'
  const { location } = headers
  if (statusCode >= 300 && statusCode < 400 && statusCode !== 304) {
    if (!/^\/(?!\/)/.test(String(location))) return `leads to ${location}`
    if (/[\r\n\\]/.test(String(location))) return `leads to an address with a break: ${location}`
  }
  return type.startsWith('text/html') ? faultOfPage(statusCode, body) : undefined
}

function faultOfPage(status: number, html: string): string | undefined {
  if (html.includes('<script>alert(1)')) return 'shows what was typed as markup'
  if (/(href|action|src)="\s*(javascript:|\/\/|\/\\)/i.test(html)) return 'leads where somebody typed'
  if (/>[^<]*\[object Object\]|>\s*undefined\s*</.test(html)) return 'has a hole in a sentence'
  if (status < 400) return undefined
  const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? ''
  if (!/<h1\b[^>]*>\s*\S/.test(main)) return `${status} without a heading`
  if (!/<(a|button)\b/.test(main)) return `${status} that says nothing to do`
  if (status === 422 && !/role="alert"|class="error/.test(main)) return '422 that does not say what to mend'
  return undefined
}
