import t from 'tap'
import { translatorFor } from '../../src/i18n/translate.js'

t.test('a share is none only for nobody and all only for everybody', async (t) => {
  const { percent } = translatorFor('en')
  t.strictSame([0, 0.0004, 0.0099, 0.01, 0.5, 0.9904, 0.9999, 1].map(percent), [
    '0%',
    '<\u00a01%',
    '<\u00a01%',
    '1%',
    '50%',
    '99%',
    '99%',
    '100%',
  ])
  t.equal(translatorFor('fr').percent(0.002), '<\u00a01\u00a0%')
})
