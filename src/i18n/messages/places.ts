/** How a petition stands by the rule of its institution; `views/places/rules.json` has the rules and what they say. */
export const places = {
  en: {
    'places.title': 'What the rules of this institution say',
    'places.step': '{effect}: {wanted}.',
    'places.wanted': '{wanted, number} signatures',
    'places.wanted.share':
      'at most {wanted, number} signatures: {share} of {population, number} inhabitants of {place}, not all of whom are electors',
    'places.have': '{have, plural, =0 {none here so far} one {# here so far} other {# here so far}}',
    'places.have.place':
      '{have, plural, =0 {nobody with a postcode of {place} has signed here so far} one {# person with a postcode of {place} has signed here so far} other {# people with a postcode of {place} have signed here so far}}',
    'places.have.perhaps':
      '{have, plural, =0 {nobody has signed here so far with a postcode of {place} alone} one {# person has signed here with a postcode of {place} alone} other {# people have signed here with a postcode of {place} alone}}, and {perhaps, plural, one {# person} other {# people}} with one that {place} shares with other communes',
    'places.departements': 'from {count, plural, one {# département} other {# départements}} so far',
    'places.reached': 'That number is reached.',
    'places.perhapsReached': 'That number is reached only if enough of those others live there.',
    'places.shared':
      'A postcode of {place} is also that of {count, plural, one {another commune} other {# other communes}}: who gave it may live in {place}, or not.',
    'places.worth.here':
      'A signature made here shows support. It is not compared with the electoral roll: the institution decides whom it counts.',
    'places.worth.ownSite':
      'Signatures made here show support, and count for nothing there. Whoever wants theirs to count signs on the institution’s own site.',
    'places.card':
      'Signing here shows support. The institution asked counts only signatures made on its own site.',
    'places.thanks.title': 'To count with the institution too, sign there as well',
    'places.thanks.there':
      'The institution asked counts only signatures made on its own site, and this petition is there too.',
    'places.thanks.perhaps':
      'The institution asked counts only signatures made on its own site. If this petition is there too, sign it there as well.',
    'places.signThere': 'Sign it on {site}',
    'places.goThere': 'Go to {site}',
    'places.source': 'The rule in full (read in {month})',
    'places.there':
      '{signatures, plural, =0 {none} one {# signature} other {# signatures}} on {site} on {on}, as the campaigner read it there',
  },
  fr: {
    'places.title': 'Ce que disent les règles de cette institution',
    'places.step': '{effect}\u00a0: {wanted}.',
    'places.wanted': '{wanted, number} signatures',
    'places.wanted.share':
      'au plus {wanted, number} signatures\u00a0: {share} des {population, number} habitants ({place}), qui ne sont pas tous électeurs',
    'places.have':
      '{have, plural, =0 {aucune ici pour le moment} one {# ici à ce jour} other {# ici à ce jour}}',
    'places.have.place':
      '{have, plural, =0 {personne n’a encore signé ici avec un code postal de ce lieu ({place})} one {# personne a signé ici avec un code postal de ce lieu ({place})} other {# personnes ont signé ici avec un code postal de ce lieu ({place})}}',
    'places.have.perhaps':
      '{have, plural, =0 {personne n’a encore signé ici avec un code postal propre à {place}} one {# personne a signé ici avec un code postal propre à {place}} other {# personnes ont signé ici avec un code postal propre à {place}}}, et {perhaps, plural, one {# personne} other {# personnes}} avec un code postal partagé avec d’autres communes',
    'places.departements': 'de {count, plural, one {# département} other {# départements}} à ce jour',
    'places.reached': 'Ce nombre est atteint.',
    'places.perhapsReached': 'Ce nombre n’est atteint que si assez de ces autres personnes y habitent.',
    'places.shared':
      'Un code postal de {place} est aussi celui {count, plural, one {d’une autre commune} other {de # autres communes}}\u00a0: qui l’a donné habite peut-être {place}, peut-être pas.',
    'places.worth.here':
      'Une signature faite ici montre un soutien. Elle n’est pas comparée à la liste électorale\u00a0: c’est l’institution qui décide de qui elle compte.',
    'places.worth.ownSite':
      'Les signatures faites ici montrent un soutien et ne comptent pas là-bas. Qui veut que la sienne compte signe sur le site de l’institution.',
    'places.card':
      'Signer ici montre un soutien. L’institution interpellée ne compte que les signatures faites sur son propre site.',
    'places.thanks.title': 'Pour compter aussi auprès de l’institution, signez également chez elle',
    'places.thanks.there':
      'L’institution interpellée ne compte que les signatures faites sur son propre site, et cette pétition s’y trouve aussi.',
    'places.thanks.perhaps':
      'L’institution interpellée ne compte que les signatures faites sur son propre site. Si cette pétition s’y trouve aussi, signez-la également là-bas.',
    'places.signThere': 'La signer sur {site}',
    'places.goThere': 'Aller sur {site}',
    'places.source': 'La règle en entier (lue en {month})',
    'places.there':
      '{signatures, plural, =0 {aucune signature} one {# signature} other {# signatures}} sur {site} le {on}, selon ce que la personne qui porte la pétition y a lu',
  },
}
