import sharp, { type Sharp } from 'sharp'
import t from 'tap'
import { fillIn, launchPetition, petitionOfDraft, sendPicture, startDraft } from '../support/launch.js'
import { signIn } from '../support/sign-in.js'
import { startSite } from '../support/site.js'

const ALT = 'The closed door of the library'

function draw(width = 400, height = 300): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#c8281a' } })
}

t.test('a picture of each kind is drawn anew as WebP and shown in the draft', async (t) => {
  const site = await startSite(t)
  const files: Record<string, Buffer> = {
    jpeg: await draw().jpeg().toBuffer(),
    png: await draw().png().toBuffer(),
    webp: await draw().webp().toBuffer(),
    avif: await draw().avif().toBuffer(),
    gif: await draw().gif().toBuffer(),
  }

  for (const [kind, file] of Object.entries(files)) {
    const draft = await startDraft(site)
    // The name a sender gives decides nothing.
    const answer = await sendPicture(site, draft, { file, alt: ALT, filename: 'picture.exe' })
    const shown = await site.get(`${draft}/picture.webp`)

    t.equal(answer.headers.location, `${draft}/details`, kind)
    t.equal(shown.headers['content-type'], 'image/webp')
    t.match(await sharp(shown.rawPayload).metadata(), { format: 'webp', width: 400, height: 300 })
    t.match((await site.get(`${draft}/review`)).body, `alt="${ALT}"`)
  }
})

t.test('what a camera writes about itself is not kept, and a picture stands upright', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const file = await draw(600, 200)
    .withExif({ IFD0: { Copyright: 'Nour' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 44/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

  await sendPicture(site, draft, { file, alt: ALT })

  const shown = await site.get(`${draft}/picture.webp`)
  const kept = await sharp(shown.rawPayload).metadata()
  t.ok((await sharp(file).metadata()).exif)
  t.match(kept, { width: 200, height: 600 })
  t.notOk(kept.exif)
})

t.test('a wide picture is made 1,600 pixels wide', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  await sendPicture(site, draft, { file: await draw(4000, 1000).jpeg().toBuffer(), alt: ALT })

  t.match(await site.db.selectFrom('pictures').select(['width', 'height', 'alt']).execute(), [
    { width: 1600, height: 400, alt: ALT },
  ])
})

t.test('what is no picture is refused, whatever it is called', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const png = await draw().png().toBuffer()
  const files: Record<string, Buffer> = {
    svg: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ),
    html: Buffer.from('<!doctype html><script>alert(1)</script>'),
    text: Buffer.from('hello'),
    cut: png.subarray(0, 60),
    'beginning only': Buffer.concat([png.subarray(0, 8), Buffer.from('<script>alert(1)</script>')]),
    pdf: Buffer.from('%PDF-1.7\n'),
    tiff: await draw().tiff().toBuffer(),
  }

  for (const [kind, file] of Object.entries(files)) {
    const answer = await sendPicture(site, draft, { file, alt: ALT })

    t.equal(answer.statusCode, 422, kind)
    t.match(answer.body, /href="#picture">Choose a JPEG, PNG, WebP, AVIF or GIF picture/, kind)
    t.match(answer.body, `value="${ALT}"`, kind)
  }
  t.strictSame(await site.db.selectFrom('pictures').select('id').execute(), [])
})

t.test('a picture that would unfold to more than memory allows is refused', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const bomb = await draw(12_000, 6_000).png({ compressionLevel: 9 }).toBuffer()

  const answer = await sendPicture(site, draft, { file: bomb, alt: ALT })

  t.ok(bomb.length < 1_000_000)
  t.equal(answer.statusCode, 422)
  t.match(answer.body, /fewer pixels: 64 million/)
})

t.test('a file above eight megabytes is refused with the page, and what was typed', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const answer = await sendPicture(site, draft, { file: Buffer.alloc(8 * 1024 ** 2 + 1), alt: ALT })

  t.equal(answer.statusCode, 413)
  t.match(answer.body, /href="#picture">Choose a picture of 8 MB at most/)
  t.match(answer.body, `value="${ALT}"`)
})

t.test('a picture without words is kept, and the words are asked for', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const file = await draw().png().toBuffer()

  const without = await sendPicture(site, draft, { file })
  await fillIn(site, draft).catch(() => {})
  const review = await site.get(`${draft}/review`)
  const described = await sendPicture(site, draft, { alt: ALT })

  t.equal(without.statusCode, 422)
  t.match(without.body, /href="#alt">Describe the picture/)
  t.match(without.body, /picture\.webp/)
  t.match(review.body, /picture\?from=review#alt/)
  t.equal(described.statusCode, 303)
})

t.test('words without a picture ask for the picture', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)

  const answer = await sendPicture(site, draft, { alt: ALT })

  t.equal(answer.statusCode, 422)
  t.match(answer.body, 'href="#picture"')
  t.match(answer.body, `value="${ALT}"`)
})

t.test('a picture can be replaced, and taken back for the poster', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  await sendPicture(site, draft, { file: await draw().png().toBuffer(), alt: ALT })

  await sendPicture(site, draft, { file: await draw(500, 500).png().toBuffer(), alt: 'Another' })
  t.match(await site.db.selectFrom('pictures').select(['width', 'alt']).execute(), [
    { width: 500, alt: 'Another' },
  ])

  const removed = await site.submit(`${draft}/picture`, { remove: 'on' })
  t.equal(removed.headers.location, `${draft}/picture`)
  t.strictSame(await site.db.selectFrom('pictures').select('id').execute(), [])
  t.equal((await petitionOfDraft(site, draft)).pictureId, null)
  t.match((await site.get(`${draft}/picture`)).body, 'poster.svg')
  t.equal((await site.get(`${draft}/picture.webp`)).statusCode, 404)
})

t.test(
  'a picture waits with its petition: moderators and its campaigner see it, the public once it is open',
  async (t) => {
    const site = await startSite(t)
    const slug = await launchPetition(site, { file: await draw().png().toBuffer(), alt: ALT })
    const path = `/petitions/${slug}/picture`
    const mine = await signIn(site, 'nour@example.org')

    t.equal((await site.get(path)).statusCode, 404)
    const own = await site.get(path, mine)
    t.equal(own.statusCode, 200)
    t.match(own.headers['cache-control'], 'no-store')

    await site.db.updateTable('petitions').set({ state: 'open' }).execute()
    const shown = await site.get(path)
    t.equal(shown.headers['content-type'], 'image/webp')
    t.match(shown.headers['cache-control'], /^public, max-age/)
    t.equal((await site.get(path, { 'if-none-match': String(shown.headers.etag) })).statusCode, 304)
  },
)

t.test('a damaged upload is a bad request, never a failure', async (t) => {
  const site = await startSite(t)
  const draft = await startDraft(site)
  const send = (payload: string, type: string) =>
    site.app.inject({
      method: 'POST',
      url: `${draft}/picture`,
      payload,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    })

  for (const [payload, type] of [
    ['', 'multipart/form-data'],
    ['--x\r\nbroken', 'multipart/form-data; boundary=x'],
    [
      '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    ],
    [
      '--x\r\nContent-Disposition: form-data; name="picture"; filename="a"\r\n\r\ncut',
      'multipart/form-data; boundary=x',
    ],
  ] as const) {
    const { statusCode } = await send(payload, type)
    t.ok(statusCode >= 300 && statusCode < 500, `${type} ${statusCode}`)
  }
})
