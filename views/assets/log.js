// Checks a receipt, or a head that somebody kept, in this browser. The hashes are recomputed here from RFC 9162; what
// the site says of its own log is compared with them and never believed.

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const ofBase64 = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0))
const half = (number) => Math.floor(number / 2)

async function sha256(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
const node = (left, right) => sha256([1], left, right)

/** Salt, id (8 bytes), text version (4), day (10), strength (1): docs/log.md. */
function leafHash({ salt, signature }) {
  const numbers = new DataView(new ArrayBuffer(12))
  numbers.setBigUint64(0, BigInt(signature.id))
  numbers.setUint32(8, signature.text_version)
  const day = new TextEncoder().encode(signature.day)
  return sha256([0], bytesOf(salt), new Uint8Array(numbers.buffer), day, [
    Number(signature.strength.slice(1)),
  ])
}

/** RFC 9162, 2.1.3.2. */
async function isIncluded({ leaf, size, hash, proof, root }) {
  if (leaf >= size) return false
  let [fn, sn, r] = [leaf, size - 1, hash]
  for (const p of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      r = await node(p, r)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      r = await node(r, p)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && hex(r) === root
}

/** RFC 9162, 2.1.4.2. */
async function isConsistent({ from, to, fromRoot, toRoot, proof }) {
  if (from === to) return fromRoot === toRoot
  if (from < 1 || from > to) return false
  const path = Number.isInteger(Math.log2(from)) ? [bytesOf(fromRoot), ...proof] : proof
  if (path.length === 0) return false
  let [fn, sn] = [from - 1, to - 1]
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  let [older, newer] = [path[0], path[0]]
  for (const c of path.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[older, newer] = [await node(c, older), await node(c, newer)]
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      newer = await node(newer, c)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && hex(older) === fromRoot && hex(newer) === toRoot
}

/** The text that a head's other fields make: the signature must be over this, and not over any other. */
const textOf = (petition, head) => `Clameur tally log head, version 1
petition ${petition}
size ${head.size}
root ${head.root}
removals-size ${head.removals_size}
removals-root ${head.removals_root}
counted ${head.counted}
time ${head.time}
`

/** @returns undefined where the browser knows no Ed25519. */
async function isSigned(petition, head, keys) {
  const jwk = keys.find(({ kid }) => kid === head.key_id)
  if (!jwk) return false
  let key
  try {
    key = await crypto.subtle.importKey('raw', ofBase64(jwk.x), 'Ed25519', false, ['verify'])
  } catch {
    return undefined
  }
  const text = new TextEncoder().encode(textOf(petition, head))
  return crypto.subtle.verify('Ed25519', key, ofBase64(head.signature), text)
}

async function read(address) {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
const shown = (head) => ({
  counted: head.counted.toLocaleString(document.documentElement.lang),
  size: head.size.toLocaleString(document.documentElement.lang),
  time: new Date(head.time).toLocaleString(document.documentElement.lang),
})

const receiptBox = document.querySelector('[data-check-receipt]')
const button = receiptBox?.querySelector('button')
if (button && globalThis.crypto?.subtle) {
  receiptBox.hidden = false
  const summary = receiptBox.querySelector('[role=status]')
  const list = receiptBox.querySelector('ol')
  const { checkReceipt, log, keys: keysAddress } = receiptBox.dataset
  button.onclick = async () => {
    button.disabled = true
    summary.textContent = summary.dataset.busy
    try {
      const receipt = await read(checkReceipt)
      const { data } = await read(log)
      const { head } = data
      const { leaf } = receipt
      const hash = await leafHash(receipt)
      const [{ data: published }, { data: proof }, { data: removals }, { keys }] = await Promise.all([
        read(`${log}/leaves?from=${leaf}&to=${leaf + 1}`),
        read(`${log}/proof?leaf=${leaf}&size=${head.size}`),
        read(`${log}/removals?leaf=${leaf}`),
        read(keysAddress),
      ])
      const results = {
        leaf: published.hashes[0] === hex(hash),
        proof: await isIncluded({
          leaf,
          size: head.size,
          hash,
          proof: proof.proof.map(bytesOf),
          root: head.root,
        }),
        head: await isSigned(data.petition, head, keys),
        removals: removals.lines.every(
          ({ kind }, index) => index < removals.lines.length - 1 || kind === 'restored',
        ),
      }
      for (const [name, result] of Object.entries(results)) {
        const line = list.querySelector(`[data-check=${name}]`)
        line.dataset.label ??= line.textContent
        const told = result === undefined ? 'unknown' : result ? 'ok' : 'bad'
        line.textContent = `${list.dataset[told]} ${line.dataset.label}`
      }
      list.hidden = false
      const all = Object.values(results)
      const told = all.includes(false) ? 'bad' : all.includes(undefined) ? 'partly' : 'ok'
      summary.textContent = fill(summary.dataset[told], shown(head))
    } catch {
      summary.textContent = summary.dataset.failed
    }
    button.disabled = false
  }
}

const headForm = document.querySelector('form[data-check-head]')
if (headForm && globalThis.crypto?.subtle) {
  headForm.hidden = false
  const summary = headForm.querySelector('[role=status]')
  headForm.onsubmit = async (event) => {
    event.preventDefault()
    const from = Number(headForm.elements.size.value)
    const fromRoot = headForm.elements.root.value.trim().toLowerCase()
    summary.textContent = summary.dataset.busy
    try {
      const log = headForm.dataset.checkHead
      const [{ data }, { keys }] = await Promise.all([read(log), read(headForm.dataset.keys)])
      const { head } = data
      const { data: answer } = await read(`${log}/consistency?from=${from}&to=${head.size}`)
      const proof = answer.proof.map(bytesOf)
      const isKept = await isConsistent({ from, to: head.size, fromRoot, toRoot: head.root, proof })
      const signed = await isSigned(data.petition, head, keys)
      const told = !isKept || signed === false ? 'bad' : signed === undefined ? 'partly' : 'ok'
      summary.textContent = fill(summary.dataset[told], shown(head))
    } catch {
      summary.textContent = summary.dataset.failed
    }
  }
}
