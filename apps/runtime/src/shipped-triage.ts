import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectFile } from '@app/config';
import {
  checkTaxonomy,
  createClassifier,
  createFactFinder,
  createTriage,
  extendTaxonomy,
  Gazetteer,
  loadModel,
  taxonomyChangesSchema,
  taxonomySchema,
  type AreaFiles,
  type Lexicon,
  type PlaceAlias,
  type Taxonomy,
  type Triage,
  type TriageModel,
} from '@app/triage';
import { z } from 'zod';

/** Sets that ship: the general one, and those of tenants built on it. */
export const TAXONOMY_SETS = ['kutai-timur', 'generic'] as const;
export type TaxonomySet = (typeof TAXONOMY_SETS)[number];
/** What an installation begins with; an admin changes it. */
export const DEFAULT_SET: TaxonomySet = 'kutai-timur';

/** What the model that ships was trained with: one JSON Lines file per theme. */
export const SHIPPED_CORPUS = projectFile('libs', 'triage', 'corpus');

/** The trained model that ships with the project. */
export function shippedModel(): TriageModel {
  return loadModel(shippedModelFile());
}

export function shippedModelFile(): Uint8Array {
  return readFileSync(projectFile('libs', 'triage', 'model', 'triage-model.bin'));
}

/** Class and facts by what ships, without any installation. @param lexicon instead of the one that ships */
export function shippedTriage(set = DEFAULT_SET, lexicon?: Lexicon): { classify(text: string): Triage } {
  const findFacts = createFactFinder(shippedTaxonomy(set), shippedGazetteer(shippedPlaceNames(set)), lexicon);
  return createTriage(createClassifier(shippedModel(), lexicon), findFacts);
}

export function shippedTaxonomy(set: TaxonomySet): Taxonomy {
  const base = checkTaxonomy(taxonomySchema.parse(shippedJson('config', 'taxonomy', 'generic.json')));
  if (set === 'generic') return base;
  return extendTaxonomy(base, taxonomyChangesSchema.parse(shippedJson('config', 'taxonomy', `${set}.json`)));
}

const aliasSchema = z.object({ name: z.string().min(1), codes: z.array(z.string()).min(1) });
const aliasFileSchema = z.object({ aliases: z.array(aliasSchema) });
const placesSchema = aliasFileSchema.extend({ home: z.string() });

/** The tenant's own regency and the names that people use for places; `home` is null where the set is for no place. */
export function shippedPlaceNames(set: TaxonomySet): { home: string | null; aliases: readonly PlaceAlias[] } {
  const { aliases } = aliasFileSchema.parse(shippedJson('config', 'places', 'aliases.json'));
  if (set === 'generic') return { home: null, aliases };
  const own = placesSchema.parse(shippedJson('config', 'places', `${set}.json`));
  return { home: own.home, aliases: [...aliases, ...own.aliases] };
}

/** @param names the tenant's own, instead of those that ship */
export function shippedGazetteer({ home, aliases }: ReturnType<typeof shippedPlaceNames>): Gazetteer {
  return new Gazetteer({ files: areaFiles(), ordinaryWords: ordinaryWords(), home, aliases });
}

/** The CSV files inside `idn-area-data`: its own reader takes seconds for them. */
function areaFiles(): AreaFiles {
  const entry = createRequire(import.meta.url).resolve('idn-area-data');
  const read = (name: string): string =>
    readFileSync(path.join(path.dirname(entry), '..', 'data', name), 'utf8');
  return {
    province: read('provinces.csv'),
    regency: read('regencies.csv'),
    district: read('districts.csv'),
    village: read('villages.csv'),
  };
}

/** The dictionary of `natural`'s Indonesian stemmer. */
function ordinaryWords(): ReadonlySet<string> {
  const file = createRequire(import.meta.url).resolve(
    'natural/lib/natural/stemmers/indonesian/data/kata-dasar.json',
  );
  return new Set(z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))));
}

function shippedJson(...parts: string[]): unknown {
  return JSON.parse(readFileSync(projectFile(...parts), 'utf8'));
}
