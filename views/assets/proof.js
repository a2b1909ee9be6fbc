// While a petition looks attacked: works out a proof before the sign form leaves. Without this file the form leaves as it
// is, and its mail comes later.

const box = document.querySelector('[data-proof]')
const form = box.closest('form')
const field = form.elements.proof

/** More would take from a telephone what it needs to stay quick. */
const MOST_WORKERS = 4
/** Then the form leaves without. */
const GIVE_UP_AFTER = 30_000
/** A proof is good for twenty minutes. */
const ANEW_AFTER = 15 * 60_000

const say = (state) => (box.textContent = box.dataset[state])

let work
let doneAt

const solve = async () => {
  const answer = await fetch(box.dataset.proof, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error('no challenge')
  const challenge = await answer.json()
  const step = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1)
  const workers = Array.from({ length: step }, () => new Worker(box.dataset.worker))
  try {
    const solution = await new Promise((resolve, reject) => {
      workers.forEach((worker, start) => {
        worker.onerror = reject
        worker.onmessage = ({ data }) => (data?.derivedKey ? resolve(data) : reject(new Error('no solution')))
        worker.postMessage({
          type: 'work',
          challenge,
          counterStart: start,
          counterStep: step,
          timeout: GIVE_UP_AFTER,
        })
      })
    })
    field.value = btoa(JSON.stringify({ challenge, solution }))
    say('done')
  } finally {
    for (const worker of workers) worker.terminate()
  }
}

const begin = () => {
  if (doneAt && performance.now() - doneAt > ANEW_AFTER) forget()
  work ??= solve()
    .catch(() => say('failed'))
    .then(() => (doneAt = performance.now()))
  return work
}

const forget = () => {
  work = doneAt = undefined
  field.value = ''
}

say('ready')
form.addEventListener('focusin', begin)

form.addEventListener(
  'submit',
  async (event) => {
    begin()
    if (doneAt) return
    event.preventDefault()
    event.stopImmediatePropagation()
    say('working')
    const button = event.submitter
    await work
    form.requestSubmit(button)
  },
  { capture: true },
)

// Back from the next page: a proof is taken once.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) forget()
})
