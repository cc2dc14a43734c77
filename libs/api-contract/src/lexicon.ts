import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema, reportClassSchema } from './primitives.js';
import type { Route } from './route.js';

const typedSchema = z.object({
  spelling: z.string().trim().min(1).max(40),
  /** One to five standard words. */
  words: z.string().trim().min(1).max(200),
});

export const lexiconEntrySchema = z
  .object({
    id: idSchema,
    spelling: z.string(),
    words: z.string(),
    /** What the lexicon that ships says of the spelling, which this entry overrides; null: nothing. */
    shipped: z.string().nullable(),
    /** What messages are read as in the end, other entries followed; null: the entry has no effect. */
    reads: z.string().nullable(),
    isRetired: z.boolean(),
    updatedAt: instantSchema,
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'LexiconEntry' });
export type LexiconEntryView = z.infer<typeof lexiconEntrySchema>;

export const lexiconPageSchema = z
  .object({
    items: z.array(lexiconEntrySchema),
    /** The last spelling, to go on behind; null on the last page. */
    next: z.string().nullable(),
    /** Some of the entries that ship and match what is searched; empty without a search. */
    shipped: z.array(z.object({ spelling: z.string(), words: z.string() })),
  })
  .meta({ id: 'LexiconPage' });
export type LexiconPage = z.infer<typeof lexiconPageSchema>;

const readingSchema = z.object({
  words: z.array(z.string()),
  class: reportClassSchema,
  confidence: z.number(),
  topic: bilingualSchema,
});

export const lexiconTrialSchema = z
  .object({
    now: readingSchema,
    /** With the draft; null without one. */
    then: readingSchema.nullable(),
  })
  .meta({ id: 'LexiconTrial' });
export type LexiconTrial = z.infer<typeof lexiconTrialSchema>;

/** What became of a file of entries. */
export const entryImportSchema = z
  .object({
    taken: z.int(),
    /** Lines that were not taken, with the spelling or the name that stands there. */
    refused: z.array(z.object({ line: z.int(), name: z.string(), fault: z.string() })),
  })
  .meta({ id: 'EntryImport' });
export type EntryImport = z.infer<typeof entryImportSchema>;
export const entryFileSchema = z.object({ csv: z.string().min(1).max(400_000) });

/** A tenant's own spellings on top of those that ship. */
export const LEXICON_ROUTES = {
  listLexicon: {
    method: 'get',
    path: '/lexicon',
    summary: "The tenant's own spellings, by spelling",
    access: 'admin',
    query: z.object({
      search: z.string().trim().toLowerCase().max(100).default(''),
      isRetired: z.stringbool().default(false),
      after: z.string().max(40).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: lexiconPageSchema,
  },
  addLexiconEntry: {
    method: 'post',
    path: '/lexicon',
    summary: 'Add a spelling, or take a retired one back; messages that come from then on are read with it',
    access: 'admin',
    body: typedSchema,
    problems: ['entry-refused'],
  },
  changeLexiconEntry: {
    method: 'patch',
    path: '/lexicon/{id}',
    summary: 'Change a spelling, retire it or take it back',
    access: 'admin',
    body: typedSchema.partial().extend({ isRetired: z.boolean().optional() }),
    problems: ['entry-refused'],
  },
  tryLexicon: {
    method: 'post',
    path: '/lexicon/trial',
    summary: 'How a text is read now, and with a draft; changes nothing',
    access: 'admin',
    body: z.object({
      text: z.string().trim().min(1).max(2_000),
      draft: typedSchema.extend({ id: idSchema.nullable() }).nullable(),
    }),
    response: lexiconTrialSchema,
    status: 200,
    problems: ['entry-refused'],
  },
  exportLexicon: {
    method: 'get',
    path: '/lexicon/file',
    summary: 'The spellings in force as CSV',
    access: 'admin',
    isFile: true,
  },
  importLexicon: {
    method: 'post',
    path: '/lexicon/file',
    summary: 'Take spellings from CSV: a column of spellings, a column of what they stand for',
    access: 'admin',
    body: entryFileSchema,
    response: entryImportSchema,
    status: 200,
    problems: ['file-not-csv'],
  },
} as const satisfies Record<string, Route>;
