import { z } from 'zod';
import { areaSchema, placeSchema } from './facts.js';
import { entryFileSchema, entryImportSchema } from './lexicon.js';
import { idSchema, instantSchema } from './primitives.js';
import type { Route } from './route.js';

const aliasSchema = z.object({
  name: z.string().trim().min(2).max(80),
  /** Of the areas it may mean, of the Ministry of Home Affairs; none: no place is meant. */
  codes: z.array(z.string().regex(/^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/)).max(50),
});

export const placeAliasSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** What it may mean; several: what else a message says decides, or a person. */
    areas: z.array(areaSchema),
    /** What the name means as it ships; null: nothing. */
    shipped: z.array(areaSchema).nullable(),
    /** How many areas of the register are called so, which this name now hides. */
    namesakes: z.int(),
    isRetired: z.boolean(),
    updatedAt: instantSchema,
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'PlaceAlias' });
export type PlaceAliasView = z.infer<typeof placeAliasSchema>;

export const placeAliasPageSchema = z
  .object({
    items: z.array(placeAliasSchema),
    /** To go on behind; null on the last page. */
    next: z.string().nullable(),
    /** Names that ship and match what is searched; empty without a search. */
    shipped: z.array(z.object({ name: z.string(), areas: z.array(areaSchema) })),
  })
  .meta({ id: 'PlaceAliasPage' });
export type PlaceAliasPage = z.infer<typeof placeAliasPageSchema>;

export const placeTrialSchema = z
  .object({
    now: z.array(placeSchema),
    /** With the draft; null without one. */
    then: z.array(placeSchema).nullable(),
  })
  .meta({ id: 'PlaceTrial' });
export type PlaceTrial = z.infer<typeof placeTrialSchema>;

/** What people call places, on top of the names that ship. */
export const PLACE_ALIAS_ROUTES = {
  listPlaceAliases: {
    method: 'get',
    path: '/place-aliases',
    summary: "The tenant's own names for places, by name",
    access: 'admin',
    query: z.object({
      search: z.string().trim().max(100).default(''),
      isRetired: z.stringbool().default(false),
      after: z.string().max(80).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: placeAliasPageSchema,
  },
  addPlaceAlias: {
    method: 'post',
    path: '/place-aliases',
    summary: 'Add a name, or take a retired one back; messages that come from then on are read with it',
    access: 'admin',
    body: aliasSchema,
    problems: ['entry-refused'],
  },
  changePlaceAlias: {
    method: 'patch',
    path: '/place-aliases/{id}',
    summary: 'Change a name, retire it or take it back',
    access: 'admin',
    body: aliasSchema.partial().extend({ isRetired: z.boolean().optional() }),
    problems: ['entry-refused'],
  },
  tryPlaceAliases: {
    method: 'post',
    path: '/place-aliases/trial',
    summary: 'Which places a text names now, and with a draft; changes nothing',
    access: 'admin',
    body: z.object({
      text: z.string().trim().min(1).max(2_000),
      draft: aliasSchema.extend({ id: idSchema.nullable() }).nullable(),
    }),
    response: placeTrialSchema,
    status: 200,
    problems: ['entry-refused'],
  },
  exportPlaceAliases: {
    method: 'get',
    path: '/place-aliases/file',
    summary: 'The names in force as CSV',
    access: 'admin',
    isFile: true,
  },
  importPlaceAliases: {
    method: 'post',
    path: '/place-aliases/file',
    summary: 'Take names from CSV: a column of names, a column of the codes of areas with blanks between',
    access: 'admin',
    body: entryFileSchema,
    response: entryImportSchema,
    status: 200,
    problems: ['file-not-csv'],
  },
  searchAreas: {
    method: 'get',
    path: '/areas',
    summary: 'Administrative areas with a word of their name that begins so, those of the own region first',
    access: 'staff',
    query: z.object({ search: z.string().trim().min(2).max(80) }),
    response: z.array(areaSchema),
  },
} as const satisfies Record<string, Route>;
