/** People with a real browser, with and without script; what any page must be for them. */

import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

export type { Page } from 'playwright-core'

export const PHONE = { width: 320, height: 640 }
export const DESK = { width: 1280, height: 900 }

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

/** One browser for a test file; every `openPage` has a profile of its own. */
export async function startBrowser(t: Test): Promise<Browser> {
  const { CHROME_PATH, CHROME_LIBRARIES } = process.env
  if (!CHROME_PATH) throw new Error('Run the tests with: npm test, which finds a browser')
  const browser = await chromium.launch({
    executablePath: CHROME_PATH,
    args: FLAGS,
    env: { ...process.env, ...(CHROME_LIBRARIES && { LD_LIBRARY_PATH: CHROME_LIBRARIES }) } as Record<
      string,
      string
    >,
  })
  t.teardown(() => browser.close())
  return browser
}

/** A person who opens the browser for the first time. Every page fails that asks another origin for anything. */
export async function openPage(
  t: Test,
  browser: Browser,
  options: BrowserContextOptions & { baseURL: string },
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: PHONE, ...options })
  t.teardown(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('request', (request) => {
    const url = request.url()
    if (/^https?:/.test(url) && new URL(url).origin !== new URL(options.baseURL).origin)
      t.fail(`a page asked ${new URL(url).origin} for something`)
  })
  page.on('pageerror', (error) => t.fail(`a script failed: ${error.message}`))
  page.on('console', (message) => {
    // A status of 4xx is what some pages are for; the browser tells it as an error.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      t.fail(`the browser complained: ${message.text()}`)
  })
  return page
}

/**
 * Lets axe look at the page as it stands, in both colour schemes and at both sizes.
 *
 * The page's own policy allows no script from outside, and pages without script run none: so its markup is shown once
 * more, in a profile that allows axe in.
 */
export async function checkAccessibility(t: Test, page: Page): Promise<void> {
  const html = await page.content()
  const url = page.url()
  const browser = page.context().browser()!
  const context = await browser.newContext({ bypassCSP: true, viewport: page.viewportSize() })
  try {
    const copy = await context.newPage()
    // The page's own script has done what it does already.
    await copy.route(/\.js(\?|$)/, (route) => route.abort())
    await copy.route(url, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
    await copy.goto(url)
    await copy.evaluate(axe.source)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of [PHONE, DESK]) {
        await copy.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await copy.setViewportSize(viewport)
        t.strictSame(
          await listViolations(copy),
          [],
          `axe finds nothing on ${new URL(url).pathname}, ${colorScheme}, ${viewport.width} px wide`,
        )
      }
  } finally {
    await context.close()
  }
}

async function listViolations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) =>
          `${id}: ${help}: ${node.target.join(' ')}: ${node.any[0]?.message ?? node.html.slice(0, 160)}`,
      ),
    )
  })
}

/** On the narrowest phones nothing has to be moved sideways to be read. */
export async function checkFits(t: Test, page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(PHONE)
  // As text: this project's code is compiled without a browser's names.
  const [scrollWidth = 0, clientWidth = 0] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as number[]
  t.ok(
    scrollWidth <= clientWidth,
    `${new URL(page.url()).pathname} is ${scrollWidth} px wide on ${clientWidth} px`,
  )
  if (before) await page.setViewportSize(before)
}
