import { describe, expect, it } from '@jest/globals';
import { TINY_TAXONOMY } from '../testing/tiny-taxonomy.js';
import { createTopicFinder } from './find-topic.js';

const topicOf = createTopicFinder(TINY_TAXONOMY);

describe('the topic of a text', () => {
  it('is found in any spelling, with words in between', () => {
    const text = 'Jln dpn rumah sdh rusakk parah';
    const { topic, agency, isOurs, evidence } = topicOf(text);
    expect({ topic: topic.code, group: topic.group, agency, isOurs }).toEqual({
      topic: 'jalan.rusak',
      group: 'jalan',
      agency: 'pupr',
      isOurs: true,
    });
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['Jln dpn rumah sdh rusakk']);
    expect(topic.confidence).toBeGreaterThan(0.8);
  });

  it('is not the landmark beside it', () => {
    expect(topicOf('Ada lubang besar di depan sekolah').topic.code).toBe('jalan.rusak');
  });

  it('is what comes first, where a long story follows', () => {
    const story = 'yang sudah kami sampaikan berulang kali kepada semua pihak di kantor itu';
    expect(topicOf(`Aspal mengelupas ${story}, kata guru`).topic.code).toBe('jalan.rusak');
    expect(topicOf(`Guru tidak hadir ${story}, aspal juga`).topic.code).toBe('sekolah.sd');
  });

  it('names the addressee outside where the administration is not competent', () => {
    expect(topicOf('listrik padam dari tadi')).toMatchObject({ agency: 'pln', isOurs: false });
  });

  it('is general, without any confidence, where nothing is known', () => {
    expect(topicOf('halo semua')).toMatchObject({
      topic: { code: 'lainnya.umum', group: 'lainnya', confidence: 0 },
      agency: 'setda',
    });
    expect(topicOf('')).toMatchObject({ topic: { code: 'lainnya.umum' } });
  });

  it('does not reach over punctuation', () => {
    expect(topicOf('jalan. rusak').topic.code).toBe('lainnya.umum');
  });

  it('takes a word marked as exact alone', () => {
    expect(topicOf('perguruan').topic.code).toBe('lainnya.umum');
    expect(topicOf('guru').topic.code).toBe('sekolah.sd');
  });
});
