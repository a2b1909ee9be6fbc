// Asks the browser for a passkey and posts what it says. No page without this script can ask: its forms have no button
// before it runs. The library beside it (webauthn.js) turns what the server says into what the browser wants, and back.

const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser

/** What the browser calls it, and what the page says of it. */
const PROBLEMS = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
  SecurityError: 'place',
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const tell = (problem) => {
    for (const line of form.querySelectorAll('[data-problem]')) line.hidden = line.dataset.problem !== problem
  }
  if (!browserSupportsWebAuthn()) {
    tell('unsupported')
    continue
  }
  const button = form.querySelector('[data-passkey-button]')
  button.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    tell(undefined)
    button.firstElementChild.disabled = true
    try {
      const asked = await fetch(form.dataset.challenges, { method: 'POST', body: new URLSearchParams() })
      if (!asked.ok) return tell('over')
      const optionsJSON = await asked.json()
      const start = form.dataset.passkey === 'registration' ? startRegistration : startAuthentication
      form.elements.answer.value = JSON.stringify(await start({ optionsJSON }))
      form.submit()
    } catch (error) {
      tell(PROBLEMS[error.name] ?? 'failed')
    } finally {
      button.firstElementChild.disabled = false
    }
  })
}
