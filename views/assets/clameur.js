// What the pages can do better with a script. Every one of them works without this file.

const all = (selector, act) => document.querySelectorAll(selector).forEach(act)
const locale = document.documentElement.lang

/** Long enough to spare a phone's battery, short enough to see a petition move. */
const COUNT_EVERY = 10_000
/** A pause in typing, not a breath between two words. */
const SAVE_AFTER = 2_000

// Without this a screen reader stays at the top of the page and never hears what to correct.
document.querySelector('[data-errors]')?.focus()

all('[data-count-url]', (box) => {
  const number = box.querySelector('[data-count]')
  const bar = box.querySelector('[data-bar]')
  const update = async () => {
    if (document.hidden) return
    try {
      const answer = await fetch(box.dataset.countUrl, { headers: { accept: 'application/json' } })
      if (!answer.ok) return
      const { confirmed, goal } = await answer.json()
      number.textContent = confirmed.toLocaleString(locale)
      bar?.firstElementChild.setAttribute('width', `${Math.min(100, (confirmed / goal) * 100)}%`)
    } catch {
      // Offline: the number already shown stays true enough until the next turn.
    }
  }
  setInterval(update, COUNT_EVERY)
  document.addEventListener('visibilitychange', update)
})

/** What had the focus has it again, where it is still there: who goes by keyboard is not sent back to the top. */
function replaceMain(fresh) {
  const main = document.querySelector('main')
  const controls = (within) => [
    ...within.querySelectorAll('a[href], button, input, select, textarea, summary'),
  ]
  const place = controls(main).indexOf(document.activeElement)
  const had = (control) => `${control.tagName} ${control.getAttribute('href') ?? control.name ?? ''}`
  const wanted = place >= 0 ? had(document.activeElement) : undefined
  main.replaceWith(fresh)
  if (wanted === undefined) return
  const same = controls(fresh).filter((control) => had(control) === wanted)
  const next = same.includes(controls(fresh)[place]) ? controls(fresh)[place] : same[0]
  next?.focus({ preventScroll: true })
}

// Long work: what the page says is fetched anew until it is done. Not by a reload, which would cancel a click.
all('[data-progress]', (box) => {
  const { href } = box.querySelector('a')
  const timer = setInterval(async () => {
    if (document.hidden) return
    try {
      const answer = await fetch(href)
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!page.querySelector('[data-progress]')) clearInterval(timer)
      replaceMain(page.querySelector('main'))
    } catch {
      // Offline: the link shows how far it is, later.
    }
  }, 2_000)
})

if (navigator.clipboard) {
  all('[data-copy]', (button) => {
    const label = button.textContent
    button.hidden = false
    button.setAttribute('aria-live', 'polite')
    button.onclick = async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value)
      button.textContent = button.dataset.copied
      setTimeout(() => (button.textContent = label), 4_000)
    }
  })
}

if (navigator.share) {
  all('[data-share]', (button) => {
    button.closest('[hidden]').hidden = false
    // Closing the system's sheet rejects the promise; it is not an error.
    button.onclick = () =>
      navigator.share({ url: button.dataset.share, text: button.dataset.shareText }).catch(() => {})
  })
}

all('[data-counter]', (field) => {
  const counter = document.getElementById(field.dataset.counter)
  const show = () => {
    counter.textContent = `${field.value.length.toLocaleString(locale)} / ${field.maxLength.toLocaleString(locale)}`
  }
  counter.hidden = false
  field.addEventListener('input', show)
  show()
})

// A form that waits for a passkey may be sent again when none was shown.
all('form:not([data-passkey])', (form) => {
  let isSent = false
  form.addEventListener('submit', (event) => {
    if (isSent) return event.preventDefault()
    if (form.method !== 'post') return
    isSent = true
    form.querySelector('button:not([type=button])')?.setAttribute('aria-disabled', 'true')
  })
  // Back from the next page, the form may be sent again.
  addEventListener('pageshow', () => {
    isSent = false
    all('[aria-disabled]', (button) => button.removeAttribute('aria-disabled'))
  })
})

all('form[data-autosave]', (form) => {
  const status = form.querySelector('[data-autosave-status]')
  const say = (state) => {
    if (status) status.textContent = status.dataset[state] ?? ''
  }
  let timer
  const save = async () => {
    say('saving')
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')),
      })
      say(answer.ok ? 'saved' : 'failed')
    } catch {
      say('failed')
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
})
