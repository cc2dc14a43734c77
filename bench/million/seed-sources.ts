import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectFile } from '@app/config';
import { readCorpus } from '@app/learning';
import { createFactFinder } from '@app/triage';
import {
  DEFAULT_SET,
  shippedGazetteer,
  shippedPlaceNames,
  shippedTaxonomy,
} from '../../apps/runtime/src/shipped-triage.js';

/** A text that reports are made of, with what triage says about it. */
export interface Matter {
  readonly text: string;
  readonly class: string;
  readonly supervisory: boolean;
  readonly publicRecord: boolean;
  readonly urgent: boolean;
  readonly language: string;
  readonly topicCode: string;
  readonly topicGroup: string;
  readonly agency: string | null;
}

/** The texts of the classifier's corpus: real vocabulary, real lengths, every class. */
export function readMatters(): Matter[] {
  const findFacts = createFactFinder(
    shippedTaxonomy(DEFAULT_SET),
    shippedGazetteer(shippedPlaceNames(DEFAULT_SET)),
  );
  const { rows } = readCorpus(projectFile('libs/triage/corpus'));
  return rows.map((row) => {
    const { language, topic, agency, jurisdiction } = findFacts(row.text);
    return {
      text: row.text,
      class: row.label,
      supervisory: row.supervisory ?? false,
      publicRecord: row.publicRecord ?? false,
      urgent: row.urgent ?? false,
      language,
      topicCode: topic.code,
      topicGroup: topic.group,
      agency: jurisdiction === 'ours' ? agency : null,
    };
  });
}

/** Villages of Kutai Timur: code and name. */
export function readVillages(): { readonly code: string; readonly name: string }[] {
  const entry = createRequire(import.meta.url).resolve('idn-area-data');
  const file = readFileSync(path.join(path.dirname(entry), '..', 'data', 'villages.csv'), 'utf8');
  return file
    .split(/\r?\n/)
    .filter((line) => line.startsWith('64.08.'))
    .map((line) => {
      const [code = '', , name = ''] = line.split(',');
      return { code, name: name.replaceAll('"', '') };
    });
}

export const shippedAgencies = () => shippedTaxonomy(DEFAULT_SET).agencies;
