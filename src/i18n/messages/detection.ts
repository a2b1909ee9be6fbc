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
  },
}
