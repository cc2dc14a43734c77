import { z } from 'zod';
import { taxonomySchema } from './facts.js';
import type { Route } from './route.js';

/** Topics and who handles them. */
export const TAXONOMY_ROUTES = {
  getTaxonomy: {
    method: 'get',
    path: '/taxonomy',
    summary: 'The topics that are in force',
    access: 'staff',
    response: taxonomySchema,
  },
  listTaxonomySets: {
    method: 'get',
    path: '/taxonomy/sets',
    summary: 'The sets of topics that ship with Wadah',
    access: 'admin',
    response: z.array(taxonomySchema),
  },
  replaceTaxonomy: {
    method: 'post',
    path: '/taxonomy',
    summary: 'Change the topics of the given version; its agencies are added where missing',
    access: 'admin',
    body: taxonomySchema,
    response: taxonomySchema,
    status: 200,
    problems: ['changed-meanwhile'],
  },
} as const satisfies Record<string, Route>;
