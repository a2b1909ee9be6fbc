/** What institutions owe to petitions, place by place; `places/rules.ts` has the figures. */
export const places = {
  en: {
    'places.institution.fr-commune': 'Municipal council of a French commune',
    'places.institution.fr-departement': 'Council of a French département',
    'places.institution.fr-region': 'Council of a French region',
    'places.institution.fr-assemblee': 'Assemblée nationale (France)',
    'places.institution.fr-senat': 'Sénat (France)',
    'places.institution.fr-cese': 'Economic, Social and Environmental Council, CESE (France)',
    'places.institution.uk-parliament': 'UK Parliament or Government',
    'places.institution.eu-initiative': 'European Commission (European citizens’ initiative)',
    'places.title': 'What the rules of this institution say',
    'places.law.fr-commune':
      'In a commune, one tenth of the registered electors may bring a question before the municipal council (CGCT, article L. 1112-16).',
    'places.law.fr-departement':
      'In a département, one twentieth of the registered electors may bring a question before its council (CGCT, article L. 1112-16).',
    'places.law.fr-region':
      'In a region, one twentieth of the registered electors may bring a question before its council (CGCT, article L. 1112-16).',
    'places.law.fr-assemblee': 'The Assemblée nationale receives petitions on its own site only.',
    'places.law.fr-senat': 'The Sénat receives petitions on its own site only, for six months each.',
    'places.law.fr-cese':
      'The CESE receives petitions on its own site only; one may sign from the age of 16.',
    'places.law.uk-parliament':
      'Parliament and Government receive petitions on their own site only, from British citizens and UK residents.',
    'places.law.eu-initiative':
      'A European citizens’ initiative is registered and signed in the Commission’s own system only, by citizens of at least seven member states.',
    'places.effect.council': 'A question is brought before the council',
    'places.effect.assemblee-shown': 'The petition is shown on the Assemblée’s home page for petitions',
    'places.effect.assemblee-debate':
      'The Conference of Presidents may have it debated in the chamber; the signatures come from at least 30 départements',
    'places.effect.senat': 'The Conference of Presidents of the Sénat is seized of it',
    'places.effect.cese': 'The CESE must answer with an opinion within six months',
    'places.effect.uk-response': 'The Government responds',
    'places.effect.uk-debate': 'The petition is considered for a debate in Parliament',
    'places.effect.eu': 'The Commission must answer',
    'places.step': '{effect}: {wanted}.',
    'places.wanted': '{wanted, number} signatures',
    'places.wanted.share':
      'at most {wanted, number} signatures: {share} of {population, number} inhabitants of {place}, not all of whom are electors',
    'places.have': '{have, plural, =0 {none here so far} one {# here so far} other {# here so far}}',
    'places.have.place':
      '{have, plural, =0 {nobody with a postcode of {place} has signed here so far} one {# person with a postcode of {place} has signed here so far} other {# people with a postcode of {place} have signed here so far}}',
    'places.have.perhaps':
      '{have, plural, =0 {nobody has signed here so far with a postcode of {place} alone} one {# person has signed here with a postcode of {place} alone} other {# people have signed here with a postcode of {place} alone}}, and {perhaps, plural, one {# more} other {# more}} with one that {place} shares with other communes',
    'places.departements': 'from {count, plural, one {# département} other {# départements}} so far',
    'places.reached': 'That number is reached.',
    'places.perhapsReached': 'That number is reached only if enough of those others live there.',
    'places.shared':
      'A postcode of {place} is also that of {count, plural, one {another commune} other {# other communes}}: who gave it may live in {place}, or not.',
    'places.worth.here':
      'A signature made here shows support. It is not compared with the electoral roll: the institution decides whom it counts.',
    'places.worth.ownSite':
      'Signatures made here show support, and count for nothing there. Whoever wants theirs to count signs on the institution’s own site.',
    'places.signThere': 'Sign it on {site}',
    'places.goThere': 'Go to {site}',
    'places.source': 'The rule in full',
  },
  fr: {
    'places.institution.fr-commune': 'Conseil municipal d’une commune française',
    'places.institution.fr-departement': 'Conseil d’un département français',
    'places.institution.fr-region': 'Conseil d’une région française',
    'places.institution.fr-assemblee': 'Assemblée nationale',
    'places.institution.fr-senat': 'Sénat',
    'places.institution.fr-cese': 'Conseil économique, social et environnemental (CESE)',
    'places.institution.uk-parliament': 'Parlement ou gouvernement du Royaume-Uni',
    'places.institution.eu-initiative': 'Commission européenne (initiative citoyenne européenne)',
    'places.title': 'Ce que disent les règles de cette institution',
    'places.law.fr-commune':
      'Dans une commune, un dixième des électeurs inscrits peut saisir le conseil municipal d’une question (CGCT, article L. 1112-16).',
    'places.law.fr-departement':
      'Dans un département, un vingtième des électeurs inscrits peut saisir le conseil d’une question (CGCT, article L. 1112-16).',
    'places.law.fr-region':
      'Dans une région, un vingtième des électeurs inscrits peut saisir le conseil d’une question (CGCT, article L. 1112-16).',
    'places.law.fr-assemblee': 'L’Assemblée nationale ne reçoit de pétitions que sur son propre site.',
    'places.law.fr-senat':
      'Le Sénat ne reçoit de pétitions que sur son propre site, pendant six mois pour chacune.',
    'places.law.fr-cese':
      'Le CESE ne reçoit de pétitions que sur son propre site\u00a0; on peut y signer dès 16 ans.',
    'places.law.uk-parliament':
      'Le Parlement et le gouvernement ne reçoivent de pétitions que sur leur propre site, des citoyens britanniques et des habitants du Royaume-Uni.',
    'places.law.eu-initiative':
      'Une initiative citoyenne européenne s’enregistre et se signe uniquement dans le système de la Commission, par des citoyens d’au moins sept États membres.',
    'places.effect.council': 'Le conseil est saisi de la question',
    'places.effect.assemblee-shown': 'La pétition est mise en avant sur le site des pétitions de l’Assemblée',
    'places.effect.assemblee-debate':
      'La Conférence des présidents peut la faire débattre en séance\u00a0; les signatures viennent d’au moins 30 départements',
    'places.effect.senat': 'La Conférence des présidents du Sénat en est saisie',
    'places.effect.cese': 'Le CESE doit répondre par un avis dans les six mois',
    'places.effect.uk-response': 'Le gouvernement répond',
    'places.effect.uk-debate': 'Un débat au Parlement est envisagé',
    'places.effect.eu': 'La Commission doit répondre',
    'places.step': '{effect}\u00a0: {wanted}.',
    'places.wanted': '{wanted, number} signatures',
    'places.wanted.share':
      'au plus {wanted, number} signatures\u00a0: {share} des {population, number} habitants ({place}), qui ne sont pas tous électeurs',
    'places.have':
      '{have, plural, =0 {aucune ici pour le moment} one {# ici à ce jour} other {# ici à ce jour}}',
    'places.have.place':
      '{have, plural, =0 {personne n’a encore signé ici avec un code postal de ce lieu ({place})} one {# personne a signé ici avec un code postal de ce lieu ({place})} other {# personnes ont signé ici avec un code postal de ce lieu ({place})}}',
    'places.have.perhaps':
      '{have, plural, =0 {personne n’a encore signé ici avec un code postal propre à {place}} one {# personne a signé ici avec un code postal propre à {place}} other {# personnes ont signé ici avec un code postal propre à {place}}}, et {perhaps, plural, one {# de plus} other {# de plus}} avec un code postal partagé avec d’autres communes',
    'places.departements': 'de {count, plural, one {# département} other {# départements}} à ce jour',
    'places.reached': 'Ce nombre est atteint.',
    'places.perhapsReached': 'Ce nombre n’est atteint que si assez de ces autres personnes y habitent.',
    'places.shared':
      'Un code postal de {place} est aussi celui {count, plural, one {d’une autre commune} other {de # autres communes}}\u00a0: qui l’a donné habite peut-être {place}, peut-être pas.',
    'places.worth.here':
      'Une signature faite ici montre un soutien. Elle n’est pas comparée à la liste électorale\u00a0: c’est l’institution qui décide de qui elle compte.',
    'places.worth.ownSite':
      'Les signatures faites ici montrent un soutien et ne comptent pas là-bas. Qui veut que la sienne compte signe sur le site de l’institution.',
    'places.signThere': 'La signer sur {site}',
    'places.goThere': 'Aller sur {site}',
    'places.source': 'La règle en entier',
  },
}
