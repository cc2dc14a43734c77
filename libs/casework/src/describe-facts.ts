import type { AgencyRow, ReportFactsRow } from '@app/database';
import {
  AREA_BASES,
  AREA_LEVELS,
  PERSONAL_DATA_KINDS,
  PLACE_KINDS,
  type Gazetteer,
  type Taxonomy,
} from '@app/triage';
import { z } from 'zod';

const areaSchema = z.object({
  code: z.string(),
  level: z.enum(AREA_LEVELS),
  name: z.string(),
  path: z.string(),
});

export const placeSchema = z.object({
  kind: z.enum(PLACE_KINDS),
  text: z.string(),
  candidates: z.array(areaSchema),
  candidateCount: z.int(),
  basis: z.enum(AREA_BASES).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
const personalDataSchema = z.object({ kind: z.enum(PERSONAL_DATA_KINDS) });

/** What triage found, in names that a screen can show. */
export function describeFacts(
  found: ReportFactsRow,
  taxonomy: Taxonomy,
  agencies: readonly AgencyRow[],
  gazetteer: () => Gazetteer,
) {
  const group = taxonomy.groups.find(({ code }) => code === found.topicGroup);
  const topic = group?.topics.find(({ code }) => code === found.topicCode);
  const body = taxonomy.agencies.find(({ code }) => code === found.agency);
  const addressee = taxonomy.addressees.find(({ code }) => code === found.agency);
  const named = body ?? addressee;
  const places = placeSchema.array().parse(found.places);
  return {
    topic: {
      code: found.topicCode,
      group: found.topicGroup,
      // A topic that the set no longer has keeps its code.
      name: topic?.name ?? { id: found.topicCode, en: found.topicCode },
      groupName: group?.name ?? { id: found.topicGroup, en: found.topicGroup },
      confidence: found.topicSource === 'person' ? 1 : found.confidence,
      source: found.topicSource,
    },
    agency: {
      code: found.agency,
      /** Null where the agency is not set up here, or is not ours. */
      id: agencies.find(({ code, isActive }) => isActive && code === body?.code)?.id ?? null,
      shortName: named?.shortName ?? found.agency,
      name: named?.name ?? found.agency,
      contact: addressee?.contact ?? null,
      isOurs: found.isOurs,
    },
    places,
    vocabulary: found.vocabulary,
    area: areaOf(found.areaCode, places, gazetteer),
    areaSource: found.areaSource,
    personalDataKinds: [
      ...new Set(
        personalDataSchema
          .array()
          .parse(found.personalData)
          .map(({ kind }) => kind),
      ),
    ],
  };
}

/** One that no word named was chosen by a person, or is where a shared location lies: the register knows it. */
function areaOf(
  code: string | null,
  places: readonly z.infer<typeof placeSchema>[],
  gazetteer: () => Gazetteer,
) {
  if (code === null) return null;
  const named = places.flatMap(({ candidates }) => candidates).find((area) => area.code === code);
  if (named) return named;
  const area = gazetteer().area(code);
  return area && { ...area, path: gazetteer().path(area) };
}
