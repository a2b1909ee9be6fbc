/** What the rules against fraud look for. */
export const detection = {
  en: {
    'detection.rule.network-burst': 'Many signatures from one connection',
    'detection.rule.network-burst.about':
      'Within a day one connection sent many more signatures than the petition’s other connections did. A school or an office can be the reason; so can a program.',
    'detection.rule.wide-network-burst': 'Many signatures from neighbouring connections',
    'detection.rule.wide-network-burst.about':
      'Within a day a block of neighbouring network addresses sent many more signatures than the petition’s other blocks did. A university can be the reason; so can a rented block.',
    'detection.rule.domain-burst': 'Many addresses of one mail domain',
    'detection.rule.domain-burst.about':
      'Within a day many more addresses of one domain signed than of the petition’s other domains. Colleagues of one organisation can be the reason; so can a domain bought for it.',
    'detection.rule.agent-share': 'One browser signs most',
    'detection.rule.agent-share.about':
      'One browser, to the last digit of its version, made most of the day’s signatures, and far more than before.',
    'detection.rule.same-name': 'One name many times',
    'detection.rule.same-name.about':
      'The same name stands under many signatures of one day. Namesakes exist: look at the rest before you decide.',
    'detection.rule.address-sequence': 'Addresses in a sequence',
    'detection.rule.address-sequence.about':
      'Addresses that differ in their digits alone, like user001 and user002, signed within a day.',
    'detection.rule.disposable-domains': 'Throw-away addresses',
    'detection.rule.disposable-domains.about':
      'More of the day’s addresses than usual belong to services that give anybody a mailbox for some minutes.',
    'detection.rule.improbable-names': 'Improbable names',
    'detection.rule.improbable-names.about':
      'More of the day’s names than usual look typed at random. This is a weak sign: names of the world take every shape.',
    'detection.rule.bounced': 'Addresses that do not exist',
    'detection.rule.bounced.about': 'The mail to more of the day’s addresses than usual came back.',
    'detection.rule.fast-confirmation': 'Confirmed faster than a person can',
    'detection.rule.fast-confirmation.about':
      'The link in the mail was followed, and the button pressed, before a person could have read it.',
    'detection.rule.fast-form': 'Forms filled in faster than a person can',
    'detection.rule.fast-form.about': 'The form was open for a second at most before it was sent.',
    'detection.rules': 'Rules against fraud',
    'detection.rules.intro':
      'Each rule looks at the newest signatures of every petition and raises an alert; a person decides. Counted are the alerts of the last {days, number} days. A rule that only finds honest people can be paused: it then raises no alert for any petition, and those it raised stay.',
    'detection.rules.found':
      '{raised, plural, =0 {No alert} one {# alert} other {# alerts}}, {open, plural, =0 {none waits} one {# waits} other {# wait}}, {followed, plural, =0 {none led to signatures being set aside} one {# led to signatures being set aside} other {# led to signatures being set aside}}',
    'detection.rules.since': 'Paused since {on}',
    'detection.rules.pause': 'Pause this rule',
    'detection.rules.pause.button': 'Pause it for every petition',
    'detection.rules.why': 'Why, for your colleagues and the log',
    'detection.rules.resume': 'Let it look again',
    'detection.rules.resume.this': 'Let it look again: {rule}',
    'detection.rules.paused': 'The rule is paused',
    'detection.rules.paused.text':
      'It raises no alert until somebody lets it look again. Who paused it and why is in the log.',
    'detection.rules.resumed': 'The rule looks again',
    'detection.rules.resumed.text':
      'It looks at what was signed in the last day, and at everything from now on.',
  },
  fr: {
    'detection.rule.network-burst': 'Beaucoup de signatures d’une même connexion',
    'detection.rule.network-burst.about':
      'En un jour, une connexion a envoyé bien plus de signatures que les autres connexions de cette pétition. Ce peut être une école ou un bureau ; ce peut être un programme.',
    'detection.rule.wide-network-burst': 'Beaucoup de signatures de connexions voisines',
    'detection.rule.wide-network-burst.about':
      'En un jour, un bloc d’adresses réseau voisines a envoyé bien plus de signatures que les autres blocs. Ce peut être une université ; ce peut être un bloc loué.',
    'detection.rule.domain-burst': 'Beaucoup d’adresses d’un même domaine',
    'detection.rule.domain-burst.about':
      'En un jour, bien plus d’adresses d’un même domaine ont signé que d’autres domaines. Ce peut être les collègues d’une organisation ; ce peut être un domaine acheté pour cela.',
    'detection.rule.agent-share': 'Un seul navigateur signe presque tout',
    'detection.rule.agent-share.about':
      'Un seul navigateur, jusqu’au dernier chiffre de sa version, a fait la plupart des signatures du jour, bien plus qu’avant.',
    'detection.rule.same-name': 'Un même nom de nombreuses fois',
    'detection.rule.same-name.about':
      'Le même nom figure sous de nombreuses signatures d’un jour. Les homonymes existent : regardez le reste avant de décider.',
    'detection.rule.address-sequence': 'Des adresses qui se suivent',
    'detection.rule.address-sequence.about':
      'Des adresses qui ne diffèrent que par leurs chiffres, comme user001 et user002, ont signé en un jour.',
    'detection.rule.disposable-domains': 'Adresses jetables',
    'detection.rule.disposable-domains.about':
      'Plus d’adresses du jour que d’habitude viennent de services qui donnent à quiconque une boîte pour quelques minutes.',
    'detection.rule.improbable-names': 'Noms improbables',
    'detection.rule.improbable-names.about':
      'Plus de noms du jour que d’habitude semblent tapés au hasard. C’est un indice faible : les noms du monde prennent toutes les formes.',
    'detection.rule.bounced': 'Adresses qui n’existent pas',
    'detection.rule.bounced.about': 'Le courriel envoyé à plus d’adresses du jour que d’habitude est revenu.',
    'detection.rule.fast-confirmation': 'Confirmées plus vite qu’une personne ne le peut',
    'detection.rule.fast-confirmation.about':
      'Le lien du courriel a été suivi, et le bouton pressé, avant qu’une personne ait pu le lire.',
    'detection.rule.fast-form': 'Formulaires remplis plus vite qu’une personne ne le peut',
    'detection.rule.fast-form.about':
      'Le formulaire est resté ouvert une seconde au plus avant d’être envoyé.',
    'detection.rules': 'Règles contre la fraude',
    'detection.rules.intro':
      'Chaque règle regarde les dernières signatures de chaque pétition et donne l’alerte ; une personne décide. Sont comptées les alertes des {days, number} derniers jours. Une règle qui ne trouve que des gens honnêtes peut être suspendue : elle ne donne alors plus d’alerte pour aucune pétition, et celles qu’elle a données restent.',
    'detection.rules.found':
      '{raised, plural, =0 {Aucune alerte} one {# alerte} other {# alertes}}, {open, plural, =0 {aucune n’attend} one {# attend} other {# attendent}}, {followed, plural, =0 {aucune n’a fait mettre de signatures de côté} one {# a fait mettre des signatures de côté} other {# ont fait mettre des signatures de côté}}',
    'detection.rules.since': 'Suspendue depuis le {on}',
    'detection.rules.pause': 'Suspendre cette règle',
    'detection.rules.pause.button': 'La suspendre pour toutes les pétitions',
    'detection.rules.why': 'Pourquoi, pour vos collègues et le journal',
    'detection.rules.resume': 'La remettre en marche',
    'detection.rules.resume.this': 'La remettre en marche : {rule}',
    'detection.rules.paused': 'La règle est suspendue',
    'detection.rules.paused.text':
      'Elle ne donne plus d’alerte tant qu’elle n’est pas remise en marche. Le journal dit qui l’a suspendue et pourquoi.',
    'detection.rules.resumed': 'La règle est remise en marche',
    'detection.rules.resumed.text': 'Elle regarde ce qui a été signé depuis un jour, et tout ce qui viendra.',
  },
}
