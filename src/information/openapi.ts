/** The public data, described as OpenAPI 3.1. In English, as such documents are; `/api/docs` shows it to people. */

import { SHOWN_STATES, SORTS } from '../browse/search.js'
import { RULE_NAMES } from '../detection/rules.js'
import { SAID, STANDINGS } from '../outcomes/standing.js'
import { REPLY_KINDS } from '../petitions/reply-kinds.js'
import { TOPICS } from '../petitions/topics.js'
import { REASONS } from '../quarantine/reasons.js'

const REASON_NAMES = [...new Set(Object.values(REASONS).flat())]

const DAY = { type: ['string', 'null'], format: 'date' }
const TEXT = { type: 'string' }
const MAYBE_TEXT = { type: ['string', 'null'] }
const COUNT = { type: 'integer', minimum: 0 }

const PERSON = object({ name: TEXT, role: TEXT, organisation: TEXT })

const PETITION = {
  slug: { ...TEXT, description: 'Names the petition in every address; never changes.' },
  state: { enum: SHOWN_STATES.all },
  title: TEXT,
  ask: { ...TEXT, description: 'One sentence: what the decision-maker is asked to do.' },
  language: { enum: ['fr', 'en'], description: 'Of title, ask and text.' },
  topic: { enum: [...TOPICS, null] },
  place: MAYBE_TEXT,
  country: { ...MAYBE_TEXT, description: 'ISO 3166-1 alpha-2; null asks the whole world.' },
  to: { anyOf: [PERSON, { type: 'null' }], description: 'The first of the decision-makers.' },
  campaigner: MAYBE_TEXT,
  confirmed: { ...COUNT, description: 'Signatures whose owners confirmed them, and nothing else.' },
  goal: COUNT,
  answered: { type: 'boolean', description: 'Whether an answer is published.' },
  opened_on: DAY,
  closes_on: { ...DAY, description: 'The last day on which it can be signed.' },
  closed_on: DAY,
  url: { type: 'string', format: 'uri' },
}

const OUTCOME = {
  id: COUNT,
  petition: { ...TEXT, description: 'Its slug.' },
  promise: TEXT,
  by: PERSON,
  promised_on: { type: 'string', format: 'date' },
  due_on: { type: 'string', format: 'date' },
  state: { enum: [...STANDINGS], description: 'By the last answer that no moderator doubts.' },
  added_by: { enum: ['decision-maker', 'campaigner', 'moderator'] },
  source: { ...MAYBE_TEXT, description: 'Where it can be read; null when it stands in the reply.' },
  disputed: { ...MAYBE_TEXT, description: 'Why a moderator doubts the promise.' },
  answers: list(
    object({
      by: { enum: ['decision-maker', 'campaigner', 'moderator'] },
      state: { enum: [...SAID] },
      note: TEXT,
      on: { type: 'string', format: 'date' },
      disputed: MAYBE_TEXT,
    }),
  ),
  url: { type: 'string', format: 'uri' },
}

const PETITION_WITH_TEXT = {
  ...PETITION,
  next_step: { ...COUNT, description: 'The next milestone, or the goal when that is nearer.' },
  text: { ...TEXT, description: 'Markdown.' },
  text_version: COUNT,
  closing_statement: MAYBE_TEXT,
  replies: list(
    object({
      from: PERSON,
      kind: {
        enum: [...REPLY_KINDS, null],
        description: 'What it comes to; null for one from before there were kinds.',
      },
      detail: {
        ...MAYBE_TEXT,
        description: 'Who is competent, or where and when of the day they would meet.',
      },
      meets_on: DAY,
      signed_by: TEXT,
      text: TEXT,
      on: { type: 'string', format: 'date' },
      attachment: { ...MAYBE_TEXT, description: 'Address of its PDF.' },
      campaigner_answer: { ...MAYBE_TEXT, description: 'Markdown. A campaigner answers a reply once.' },
      verdicts: {
        anyOf: [object({ yes: COUNT, partly: COUNT, no: COUNT, total: COUNT }), { type: 'null' }],
        description: 'How many signers say that it answers them; null below ten.',
      },
    }),
  ),
  outcomes: { ...list(ref('Outcome')), description: 'What was promised, and what became of it.' },
  updates: list(object({ title: TEXT, text: TEXT, on: { type: 'string', format: 'date' } })),
}

const FIGURES = {
  slug: TEXT,
  confirmed: COUNT,
  goal: COUNT,
  by_day: list(object({ day: { type: 'string', format: 'date' }, confirmed: COUNT })),
  by_territory: {
    ...list(object({ territory: MAYBE_TEXT, confirmed: COUNT })),
    description:
      'French départements (FR-69), otherwise countries. Places with fewer than five signatures are counted together, as null.',
  },
  by_commune: {
    ...list(object({ code: { type: 'string' }, name: { type: 'string' }, confirmed: COUNT })),
    description:
      'French communes by INSEE code, as far as a postcode means one commune alone; only those with five signatures or more.',
  },
  by_strength: {
    ...list(object({ strength: { enum: ['L0', 'L1', 'L2', 'L3', 'L4'] }, confirmed: COUNT })),
    description:
      'L0 paper line not checked, L1 email confirmed, L2 email confirmed and postcode inside the territory, L3 sampled, phoned or checked by post, L4 electronic identity.',
  },
}

const CHECK = {
  date: { type: 'string', format: 'date' },
  act: { enum: ['set-aside', 'restored', 'removed'] },
  signatures: { ...COUNT, description: 'Of those that counted.' },
  unconfirmed: { ...COUNT, description: 'Of those that were never confirmed.' },
  reason: { enum: REASON_NAMES },
  rule: { enum: [...RULE_NAMES, null], description: 'What found them; null when a moderator chose them.' },
  under_way: { type: 'boolean', description: 'Whether the numbers of this line still grow.' },
}

const SLUG = { name: 'slug', in: 'path', required: true, description: 'Names the petition.', schema: TEXT }

/** Each `in: query`. */
const SEARCH = [
  parameter('q', 'Words; accents and typing errors are forgiven, and all words must be found.', TEXT),
  parameter('topic', 'One topic.', { enum: [...TOPICS] }),
  parameter('near', 'A postcode, its beginning, or the name of a place.', TEXT),
  parameter('state', 'Open petitions by default.', { enum: Object.keys(SHOWN_STATES) }),
  parameter('sort', 'Newest first by default, or by relevance with words.', { enum: [...SORTS] }),
  parameter('after', 'Where the list goes on; links.next has the whole address.', TEXT),
]

const NOT_SHOWN = {
  404: { description: 'There is no such petition, or it is not public.' },
  410: { description: 'A moderator has hidden it; its page says why.' },
}

const NOT_ASKED_RIGHT = {
  ...NOT_SHOWN,
  404: { description: 'No such petition, or beyond the newest signed head.' },
  422: { description: 'A number is missing or wrong; error.title says which.' },
}

const NEXT = object({ next: MAYBE_TEXT })
const LOG_TREE = { enum: ['leaves', 'removals'] }

const SHARE_NUMBER = { type: 'number', minimum: 0, maximum: 1 }
const SHARE = {
  anyOf: [object({ found: SHARE_NUMBER, low: SHARE_NUMBER, high: SHARE_NUMBER }), { type: 'null' }],
}

const SAMPLE_CHECK = {
  number: COUNT,
  state: { enum: ['committed', 'valued', 'asking', 'closed', 'lapsed'] },
  people: COUNT,
  head: object({
    number: COUNT,
    size: COUNT,
    root: TEXT,
    removals_size: COUNT,
    removals_root: TEXT,
    counted: COUNT,
  }),
  announced: TEXT,
  value_on: TEXT,
  committed_at: TEXT,
  secret_sha256: TEXT,
  key_id: TEXT,
  signature: TEXT,
  signed: TEXT,
  value: MAYBE_TEXT,
  value_source: MAYBE_TEXT,
  value_entered_at: MAYBE_TEXT,
  drawn_at: MAYBE_TEXT,
  ends_at: MAYBE_TEXT,
  closed_at: MAYBE_TEXT,
  secret: MAYBE_TEXT,
  result: {
    anyOf: [
      object({
        drawn: COUNT,
        gone: COUNT,
        unreachable: COUNT,
        yes: COUNT,
        no: COUNT,
        silent: COUNT,
        no_share: SHARE,
        worst_share: SHARE,
      }),
      { type: 'null' },
    ],
  },
}

const LOG_HEAD = {
  number: { ...COUNT, description: 'Of the petition’s heads, from 1.' },
  size: { ...COUNT, description: 'Leaves: signatures ever counted.' },
  root: { ...TEXT, description: 'Of the tree of leaves, in hexadecimal.' },
  removals_size: COUNT,
  removals_root: TEXT,
  counted: { ...COUNT, description: 'Leaves less those that the lines about removals take out.' },
  time: { type: 'string', format: 'date-time' },
  key_id: { ...TEXT, description: 'The kid of a key at /.well-known/clameur-keys.json.' },
  signature: { ...TEXT, description: 'Ed25519 over the bytes of signed, in base64.' },
  signed: TEXT,
}

export function describeApi(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clameur: open data',
      version: '1.0.0',
      description:
        'Everything that is public on the pages, for programs. No key is needed, any site may read it (CORS), and answers carry an ETag: ask again with If-None-Match. Nobody who signed is ever named here.',
      license: { name: 'Each petition belongs to its writer; the figures are free to use.' },
    },
    servers: [{ url: publicUrl }],
    paths: {
      '/api/v1/petitions': {
        get: {
          operationId: 'listPetitions',
          summary: 'List and search petitions',
          description:
            'A hundred at a time. The same list is at /petitions.json, /petitions.csv and /petitions.atom.',
          parameters: SEARCH,
          responses: {
            200: json('A part of the list.', {
              data: list(ref('Petition')),
              links: object({ self: TEXT, next: MAYBE_TEXT }),
            }),
          },
        },
      },
      '/api/v1/petitions/{slug}': {
        get: {
          operationId: 'getPetition',
          summary: 'One petition, with its text, replies and news',
          description: 'The same is at /petitions/{slug}.json.',
          parameters: [SLUG],
          responses: { 200: json('The petition.', { data: ref('PetitionWithText') }), ...NOT_SHOWN },
        },
      },
      '/api/v1/petitions/{slug}/figures': {
        get: {
          operationId: 'getFigures',
          summary: 'The figures of one petition',
          description:
            'By day, by territory and by strength of verification; each adds up to the public number.',
          parameters: [SLUG],
          responses: { 200: json('The figures.', { data: ref('Figures') }), ...NOT_SHOWN },
        },
      },
      '/api/v1/outcomes': {
        get: {
          operationId: 'listOutcomes',
          summary: 'What decision-makers promised, and what became of it',
          description:
            'Newest first, a hundred at a time. The same is at /outcomes.json; of one petition, at /petitions/{slug}/outcomes.json.',
          parameters: [
            parameter('before', 'Where the list goes on; links.next has the whole address.', COUNT),
          ],
          responses: { 200: json('A part of the register.', { data: list(ref('Outcome')), links: NEXT }) },
        },
      },
      '/petitions/{slug}/log': {
        get: {
          operationId: 'getLog',
          summary: 'The newest signed head of the petition’s log',
          description:
            'Every signature ever counted is a leaf of an append-only hash tree (RFC 9162), which anyone can recount. docs/log.md of the project tells what is hashed and signed; /petitions/{slug}/log/about tells people.',
          parameters: [SLUG],
          responses: {
            200: json('The head; null before the first.', {
              data: object({
                petition: TEXT,
                confirmed: COUNT,
                head: { anyOf: [ref('LogHead'), { type: 'null' }] },
                keys: TEXT,
              }),
              links: object({
                self: TEXT,
                about: TEXT,
                heads: TEXT,
                leaves: TEXT,
                removals: TEXT,
                proof: TEXT,
                consistency: TEXT,
              }),
            }),
            ...NOT_SHOWN,
          },
        },
      },
      '/petitions/{slug}/log/heads': {
        get: {
          operationId: 'listLogHeads',
          summary: 'All heads, newest first, a hundred at a time',
          parameters: [SLUG, parameter('before', 'Only those with a lower number.', COUNT)],
          responses: { 200: json('Heads.', { data: list(ref('LogHead')), links: NEXT }), ...NOT_ASKED_RIGHT },
        },
      },
      '/petitions/{slug}/log/leaves': {
        get: {
          operationId: 'listLogLeaves',
          summary: 'Hashes of leaves, 1,024 at a time',
          description: 'The same as bytes, 16,384 at a time, is at /petitions/{slug}/log/leaves.bin.',
          parameters: [
            SLUG,
            parameter('from', 'The first leaf, counted from 0.', COUNT),
            parameter('to', 'Up to this leaf, without it.', COUNT),
          ],
          responses: {
            200: json('Hashes, in hexadecimal.', {
              data: object({ from: COUNT, to: COUNT, size: COUNT, hashes: list(TEXT) }),
              links: NEXT,
            }),
            ...NOT_ASKED_RIGHT,
          },
        },
      },
      '/petitions/{slug}/log/removals': {
        get: {
          operationId: 'listLogRemovals',
          summary: 'Which leaves stopped counting, and which count again',
          parameters: [
            SLUG,
            parameter('from', 'The first line, counted from 0; a thousand at a time.', COUNT),
            parameter('leaf', 'Only the lines of this leaf.', COUNT),
          ],
          responses: {
            200: json('Lines, in their order.', {
              data: object({
                from: COUNT,
                to: COUNT,
                size: COUNT,
                lines: list(
                  object({
                    line: COUNT,
                    leaf: COUNT,
                    kind: { enum: ['withdrawn', 'quarantined', 'removed', 'restored'] },
                    day: { type: 'string', format: 'date' },
                  }),
                ),
              }),
              links: NEXT,
            }),
            ...NOT_ASKED_RIGHT,
          },
        },
      },
      '/petitions/{slug}/log/proof': {
        get: {
          operationId: 'proveLogInclusion',
          summary: 'That a leaf is in the tree of a size (RFC 9162, 2.1.3)',
          parameters: [
            SLUG,
            { ...parameter('leaf', 'Counted from 0.', COUNT), required: true, example: 0 },
            parameter('size', 'Of a head; the newest when left out.', COUNT),
            parameter('tree', 'Leaves when left out.', LOG_TREE),
          ],
          responses: {
            200: json('The proof, in hexadecimal.', {
              data: object({ leaf: COUNT, size: COUNT, leaf_hash: TEXT, proof: list(TEXT), root: TEXT }),
            }),
            ...NOT_ASKED_RIGHT,
          },
        },
      },
      '/petitions/{slug}/log/consistency': {
        get: {
          operationId: 'proveLogConsistency',
          summary: 'That a tree is the beginning of a larger one (RFC 9162, 2.1.4)',
          parameters: [
            SLUG,
            { ...parameter('from', 'The smaller size, 1 or more.', COUNT), required: true, example: 1 },
            parameter('to', 'The larger size; the newest head’s when left out.', COUNT),
            parameter('tree', 'Leaves when left out.', LOG_TREE),
          ],
          responses: {
            200: json('The proof, in hexadecimal.', {
              data: object({ from: COUNT, to: COUNT, from_root: TEXT, to_root: TEXT, proof: list(TEXT) }),
            }),
            ...NOT_ASKED_RIGHT,
          },
        },
      },
      '/petitions/{slug}/sample-checks.json': {
        get: {
          operationId: 'listSampleChecks',
          summary: 'Checks of a random sample: what was announced, and the totals',
          description:
            'Newest first. docs/sample-checks.md of the project tells how anybody draws again; /petitions/{slug}/sample-checks tells people.',
          parameters: [SLUG],
          responses: {
            200: json('The checks.', {
              data: list(ref('SampleCheck')),
              links: object({ self: TEXT, removals: TEXT, keys: TEXT }),
            }),
            ...NOT_SHOWN,
          },
        },
      },
      '/petitions/{slug}/transparency.json': {
        get: {
          operationId: 'listChecks',
          summary: 'What was taken out of the number, and given back',
          description:
            'Newest first. Every act of a moderator has its line, however few signatures it is about; none names anybody.',
          parameters: [SLUG],
          responses: {
            200: json('The lines.', {
              data: list(ref('Check')),
              links: object({ self: TEXT, petition: TEXT }),
            }),
            ...NOT_SHOWN,
          },
        },
      },
      '/petitions/{slug}/count.json': {
        get: {
          operationId: 'getCount',
          summary: 'The number alone',
          description: 'For counters that ask often.',
          parameters: [SLUG],
          responses: {
            200: json('The number.', {
              confirmed: COUNT,
              paper: {
                ...COUNT,
                description: 'Lines signed by hand, which nobody confirmed by email; no part of `confirmed`',
              },
              goal: COUNT,
              updated_at: { type: 'string', format: 'date-time' },
            }),
            ...NOT_SHOWN,
          },
        },
      },
    },
    components: {
      schemas: {
        Check: object(CHECK),
        Outcome: object(OUTCOME),
        Petition: object(PETITION),
        PetitionWithText: object(PETITION_WITH_TEXT),
        Figures: object(FIGURES),
        LogHead: object(LOG_HEAD),
        SampleCheck: object(SAMPLE_CHECK),
      },
    },
  }
}

function object(properties: Record<string, object>) {
  return { type: 'object', required: Object.keys(properties), properties }
}

function list(items: object) {
  return { type: 'array', items }
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}

function parameter(name: string, description: string, schema: object) {
  return { name, in: 'query', required: false, description, schema }
}

function json(description: string, properties: Record<string, object>) {
  return { description, content: { 'application/json': { schema: object(properties) } } }
}
