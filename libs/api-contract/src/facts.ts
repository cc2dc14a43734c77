import { z } from 'zod';
import { bilingualSchema, idSchema } from './primitives.js';

export const areaSchema = z.object({
  /** Of the Ministry of Home Affairs: `64.08.04`. */
  code: z.string(),
  level: z.enum(['province', 'regency', 'district', 'village']),
  name: z.string(),
  /** With what it lies in: "Bengalon, Kutai Timur, Kalimantan Timur". */
  path: z.string(),
});
export type Area = z.infer<typeof areaSchema>;

export const placeSchema = z.object({
  kind: z.enum(['area', 'street', 'landmark', 'rt-rw', 'coordinates']),
  text: z.string(),
  /** Of an area: what it may be, the likeliest first. */
  candidates: z.array(areaSchema),
  candidateCount: z.int(),
  /** Why the first candidate is taken; null: it cannot be told which one is meant. */
  basis: z.enum(['only-one', 'parent-named', 'largest', 'home', 'alias']).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/** What triage found in the report's words, or a person put right. */
export const factsSchema = z.object({
  topic: z.object({
    code: z.string(),
    group: z.string(),
    name: bilingualSchema,
    groupName: bilingualSchema,
    /** 0 to 1; 1 when a person decided; 0: no word tells the topic, and with it the agency. */
    confidence: z.number(),
    source: z.enum(['model', 'person']),
  }),
  agency: z.object({
    code: z.string(),
    /** To send the report to; null where the agency is not set up, or is not ours. */
    id: idSchema.nullable(),
    shortName: z.string(),
    name: z.string(),
    /** How citizens reach an addressee. */
    contact: z.string().nullable(),
    /** False: "bukan wewenang", the agency is the addressee outside the administration. */
    isOurs: z.boolean(),
  }),
  places: z.array(placeSchema),
  /** Versions of the tenant's own words that the report was read with; 0: what ships. Null: from before they were kept. */
  vocabulary: z.object({ lexicon: z.int(), placeNames: z.int() }).nullable(),
  /** The smallest area that is certain, or that a person chose. */
  area: areaSchema.nullable(),
  areaSource: z.enum(['model', 'person']),
  personalDataKinds: z.array(z.string()),
});
export type Facts = z.infer<typeof factsSchema>;

export const topicCorrectionSchema = z.object({ topicCode: z.string().max(60), version: z.int() });
export const areaCorrectionSchema = z.object({
  areaCode: z
    .string()
    .regex(/^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/)
    .nullable(),
  version: z.int(),
});

const code = z.string().regex(/^[a-z0-9_.-]{1,60}$/);
const bodyCode = z.string().regex(/^[a-z0-9-]{2,40}$/);
const agencySchema = z.object({
  code: bodyCode,
  shortName: z.string().trim().min(2).max(40),
  name: z.string().trim().min(2).max(200),
});

/** Topics in two levels, and who handles each. */
export const taxonomySchema = z
  .object({
    code,
    version: z.string().max(100),
    name: bilingualSchema,
    agencies: z.array(agencySchema).max(500),
    /** Competent bodies outside the administration. */
    addressees: z.array(agencySchema.extend({ contact: z.string().max(200).nullable() })).max(200),
    groups: z
      .array(
        z.object({
          code,
          name: bilingualSchema,
          topics: z
            .array(
              z.object({
                code,
                name: bilingualSchema,
                agency: bodyCode,
                /** Lines `weight: phrase, phrase`. */
                cues: z
                  .array(
                    z
                      .string()
                      .max(4_000)
                      .regex(/^-?\d+(\.\d+)?: \S.*$/),
                  )
                  .max(50),
              }),
            )
            .min(1)
            .max(200),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'Taxonomy' });
export type Taxonomy = z.infer<typeof taxonomySchema>;
