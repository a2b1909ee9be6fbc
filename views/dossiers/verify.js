// The page around the checker, whose functions stand before this in the same script; `messages` too.

const byId = (id) => document.getElementById(id)
const say = (key, params = {}) => messages[key].replace(/\{(\w+)\}/g, (_, name) => String(params[name]))

const browserSums = {
  ofBytes: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  ofStream: async (stream) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', await new Response(stream).arrayBuffer())),
}

async function knowsEd25519() {
  return crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']).then(
    () => true,
    () => false,
  )
}

async function check(file) {
  byId('result').hidden = true
  const report = await checkDossier(file, {
    sums: browserSums,
    onProgress: (name, share) => {
      byId('progress').textContent = say('working', { file: name, share: Math.floor(share * 100) })
    },
  })
  byId('progress').textContent = ''
  const isOld = !(await knowsEd25519())
  const faults = report.faults.map(({ fault, ...params }) =>
    isOld && fault === 'signature' ? say('old-browser') : say(fault, params),
  )
  byId('faults').replaceChildren(
    ...faults.map((fault) => Object.assign(document.createElement('li'), { textContent: fault })),
  )
  const { about } = report
  byId('about').textContent = about
    ? say('about', { ...about, at: new Date(about.asOf).toLocaleString(document.documentElement.lang) })
    : ''
  byId('key').textContent = about ? say('key', about) : ''
  byId('stamp').textContent = about?.stampedAt ? say('stamped', { at: about.stampedAt }) : ''
  const verdict = faults.length === 0 ? 'whole' : 'wrong'
  byId('verdict').textContent = say(verdict)
  byId('result').dataset.verdict = verdict
  byId('result').hidden = false
  byId('result').focus()
}

byId('file').addEventListener('change', ({ target }) => target.files[0] && check(target.files[0]))
for (const name of ['dragenter', 'dragover', 'dragleave', 'drop'])
  document.addEventListener(name, (event) => {
    event.preventDefault()
    document.body.classList.toggle('over', name === 'dragenter' || name === 'dragover')
    if (name === 'drop' && event.dataTransfer.files[0]) check(event.dataTransfer.files[0])
  })
