/**
 * Domains where anybody opens a mailbox. An address there does not show that its owner holds an office; and so many
 * people share one that it tells nothing about them, so that signing keeps no fingerprint of it.
 */

const FREE = new Set(
  `aliceadsl.fr aol.com bbox.fr bluewin.ch btinternet.com club-internet.fr comcast.net fastmail.com free.fr
  freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.fr gmx.net googlemail.com hotmail.be hotmail.co.uk
  hotmail.com hotmail.es hotmail.fr hotmail.it icloud.com laposte.net libero.it live.be live.co.uk live.com
  live.fr mac.com mail.com mail.ru mailo.com me.com msn.com neuf.fr numericable.fr orange.fr outlook.be
  outlook.com outlook.fr pm.me posteo.de posteo.net proton.me protonmail.ch protonmail.com qq.com
  rediffmail.com riseup.net rocketmail.com sfr.fr sky.com skynet.be t-online.de talktalk.net telenet.be
  tutanota.com virgilio.it virginmedia.com voila.fr wanadoo.fr web.de yahoo.ca yahoo.co.in yahoo.co.uk
  yahoo.com yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com zoho.com`.split(/\s+/),
)

export function isFreeProvider(domain: string): boolean {
  return FREE.has(domain.toLowerCase())
}
