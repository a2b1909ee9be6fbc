/** One mailbox, one person: and two mailboxes two, whatever they look like. */

import t from 'tap'
import { readAddress } from '../../src/mail/canonical-address.js'

const mailbox = (typed: string) => readAddress(typed)?.canonical

t.test('every spelling that reaches a mailbox is that mailbox', async (t) => {
  for (const spellings of [
    ['ada.l@gmail.com', 'ADAL@GMAIL.COM', 'a.d.a.l+petitions@googlemail.com', 'adal+a+b@gmail.com'],
    ['ada@outlook.com', 'Ada+x@outlook.com'],
    ['ada@hotmail.fr', 'ada+petitions@hotmail.fr', 'ADA+1@Hotmail.FR'],
    ['ada@hotmail.co.uk', 'ada+x@hotmail.co.uk'],
    ['ada@live.com.au', 'ada+x@live.com.au'],
    ['ada@msn.com', 'ada+x@msn.com'],
    ['ada@icloud.com', 'ada+x@me.com', 'ADA@mac.com'],
    ['adal@proton.me', 'a.d-a_l+x@protonmail.com', 'Ada.L@pm.me', 'adal@protonmail.ch'],
    ['ada-l@yandex.ru', 'ada.l+x@ya.ru', 'ada.l@yandex.com'],
    ['ada@fastmail.com', 'ada+x@fastmail.com', 'x@ada.fastmail.com'],
    ['ada@fastmail.fm', 'ada+x@fastmail.fm', 'any.thing@ada.fastmail.fm'],
    ['ada-shops@yahoo.fr', 'ada-news@yahoo.fr', 'Ada-petition-7@Yahoo.fr'],
    ['ada-x@yahoo.co.uk', 'ada-y@yahoo.co.uk'],
    ['ada@posteo.de', 'ada+x@posteo.de'],
    ['ada@zoho.eu', 'ada+x@zoho.eu'],
    ['ada@example.org', 'ADA@EXAMPLE.ORG', ' ada@example.org ', 'ada@example.org.'],
    ['ada@bücher.example', 'ada@BÜCHER.example', 'ada@xn--bcher-kva.example', 'ada@bu\u0308cher.example'],
    ['jérôme@example.org', 'JE\u0301RO\u0302ME@example.org'],
    ['ada@gmail.com', 'ａｄａ＠ｇｍａｉｌ．ｃｏｍ', 'ada@gmail。com', 'Ａｄａ@gmail.com'],
  ])
    for (const spelling of spellings) t.equal(mailbox(spelling), mailbox(spellings[0]!), spelling)
})

t.test('two mailboxes stay two people', async (t) => {
  for (const [one, other] of [
    ['ada@hotmail.com', 'ada@outlook.com'],
    ['ada@hotmail.fr', 'ada@hotmail.com'],
    ['ada.l@outlook.com', 'adal@outlook.com'],
    ['ada.l@example.org', 'adal@example.org'],
    ['ada.l@yahoo.com', 'adal@yahoo.com'],
    ['ada@fastmail.com', 'ada@fastmail.fm'],
    ['ada@posteo.de', 'ada@posteo.net'],
    ['+x@gmail.com', '+y@gmail.com'],
    ['_@proton.me', '-@proton.me'],
    ['-x@yahoo.com', '-y@yahoo.com'],
    ['jean-paul@yahoo.co.jp', 'jean-pierre@yahoo.co.jp'],
    ['jean-paul@orange.fr', 'jean-pierre@orange.fr'],
    ['ada@gmail.com', 'ada@gmail.com.example.org'],
    ['ada@notgmail.com', 'a.da@notgmail.com'],
    ['ada@a.proton.me', 'a.da@a.proton.me'],
    ['ada@example.com', 'аda@example.com'],
  ])
    t.not(mailbox(one!), mailbox(other!), `${one} and ${other}`)
})

t.test('a spelling that may reach nobody takes no one’s place', async (t) => {
  // Not every provider delivers what has a tag; and a hyphen at Yahoo reaches only who made that address.
  for (const [real, made] of [
    ['ada@laposte.net', 'ada+junk@laposte.net'],
    ['ada@gmx.de', 'ada+junk@gmx.de'],
    ['ada@yahoo.com', 'ada-junk@yahoo.com'],
    ['ada@yahoo.com', 'ada+junk@yahoo.com'],
    ['ada@mairie.example', 'ada+junk@mairie.example'],
  ])
    t.not(mailbox(real!), mailbox(made!), made!)
})

t.test('mails go to the address as it was typed, in letters that a mail server reads', async (t) => {
  t.match(readAddress('Ada.L+petitions@GoogleMail.com'), {
    address: 'Ada.L+petitions@googlemail.com',
    domain: 'googlemail.com',
  })
  t.match(readAddress('ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ'), { address: 'ada@example.org' })
  t.match(readAddress('ada@bücher.example'), { address: 'ada@xn--bcher-kva.example' })
  t.match(readAddress('jérôme@example.org'), { address: 'jérôme@example.org' })
})

t.test('what is no address is none', async (t) => {
  for (const typed of [
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@example',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@example.org/x',
    'ada@example.org?x=1',
    'ada@example.org#x',
    'ada@example.org\\x',
    'ada@example%2Eorg',
    'ada@example.org:25',
    'ada@-example.org',
    'ada@exa mple.org',
    'ada@example..org',
    'ada@example.org..',
    '"ada"@example.org',
    '"ada l"@example.org',
    'ada..l@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'ada l@example.org',
    'ada@b@example.org',
    'ada@example.org, bob@example.org',
    'ada@example.org\r\nBcc: bob@example.org',
    'Ada <ada@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.org`,
  ])
    t.equal(readAddress(typed), undefined, typed)
})
