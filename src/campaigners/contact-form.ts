import { type Faults, length, paragraphs } from '../web/form.js'

export const CONTACT_LENGTH = 200
const CONTACT_LINES = 2

/** An address, a telephone number, a street: what it is, who reads it sees. Empty for none. */
export function readContactForm(body: unknown): { contact: string; faults: Faults } {
  const contact = paragraphs(body, 'contact')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n+ ?/g, '\n')
  const faults: Faults = {}
  if (length(contact) > CONTACT_LENGTH)
    faults.contact = { key: 'deliveries.contact.long', params: { most: CONTACT_LENGTH } }
  else if (contact.split('\n').length > CONTACT_LINES) faults.contact = { key: 'deliveries.contact.lines' }
  return { contact, faults }
}
