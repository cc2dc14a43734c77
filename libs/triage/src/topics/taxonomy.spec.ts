import { describe, expect, it } from '@jest/globals';
import { TINY_TAXONOMY } from '../testing/tiny-taxonomy.js';
import { createTopicFinder } from './find-topic.js';
import { checkTaxonomy, extendTaxonomy, type TaxonomyChanges } from './taxonomy.js';

const CHANGES: TaxonomyChanges = {
  code: 'ours',
  version: '7',
  name: { id: 'Kami', en: 'Ours' },
  extends: 'tiny',
  withoutAgencies: ['disdik'],
  agencies: [{ code: 'dikbud', shortName: 'Dikbud', name: 'Dinas Pendidikan dan Kebudayaan' }],
  addressees: [{ code: 'pln', shortName: 'PLN ULP', name: 'PLN ULP', contact: null }],
  agencyOf: { 'sekolah.sd': 'dikbud' },
  cues: { 'jalan.rusak': ['5: simpang perdau'] },
};

describe('a tenant set', () => {
  const taxonomy = extendTaxonomy(TINY_TAXONOMY, CHANGES);

  it('puts its bodies, mapping and words on top of the base', () => {
    expect(taxonomy.agencies.map(({ code }) => code)).toEqual(['pupr', 'setda', 'dikbud']);
    expect(taxonomy.addressees).toEqual(CHANGES.addressees);
    const findTopic = createTopicFinder(taxonomy);
    expect(findTopic('sekolah kami').agency).toBe('dikbud');
    expect(findTopic('di simpang perdau').topic.code).toBe('jalan.rusak');
  });

  it('says in its version what it was made of', () => {
    expect(taxonomy.version).toBe('7+tiny-1');
  });

  it('is refused when a topic is mapped to nobody', () => {
    expect(() => extendTaxonomy(TINY_TAXONOMY, { ...CHANGES, agencyOf: {} })).toThrow('sekolah.sd -> disdik');
  });
});

it('a code that stands twice is refused', () => {
  const [agency] = TINY_TAXONOMY.agencies;
  const agencies = agency ? [...TINY_TAXONOMY.agencies, agency] : [];
  expect(() => checkTaxonomy({ ...TINY_TAXONOMY, agencies })).toThrow('pupr');
});
