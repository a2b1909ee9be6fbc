/** Keys for those who decide much: the page's help block lists them, and everything works without. */

const rows = () => [...document.querySelectorAll('.queue > li')].filter((row) => row.querySelector('a'))
const here = () => document.activeElement?.closest('.queue > li')

function go(step) {
  const all = rows()
  const at = all.indexOf(here())
  const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : at + step]
  next?.querySelector('a').focus()
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  o: () => here()?.querySelector('a').click(),
  x: () => here()?.querySelector('input[type="checkbox"]')?.click(),
  '?'() {
    const help = document.getElementById('keys')
    if (!help) return
    help.open = !help.open
    help.querySelector('summary').focus()
  },
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  // Letters belong to whoever is writing.
  if (
    event.target.matches?.(
      'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])',
    )
  )
    return
  const act = KEYS[event.key]
  if (!act) return
  event.preventDefault()
  act()
})
