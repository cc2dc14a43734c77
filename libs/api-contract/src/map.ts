import { z } from 'zod';
import { instantSchema } from './primitives.js';
import type { Route } from './route.js';

export const mapTilesSchema = z.object({
  /** `https://tile.example.org/{z}/{x}/{y}.png` */
  address: z
    .url({ protocol: /^https?$/, error: 'An address with http or https' })
    .max(300)
    .refine((address) => ['{z}', '{x}', '{y}'].every((part) => address.includes(part)), {
      error: 'Needs {z}, {x} and {y}',
    })
    .refine((address) => !/[{}]/.test(address.replace(/\{[zxy]\}/g, '')), {
      error: 'Only {z}, {x} and {y} stand in braces',
    }),
  /** What the tiles' owner wants to be named, as plain text. */
  attribution: z.string().trim().min(1).max(200),
});
export type MapTiles = z.infer<typeof mapTilesSchema>;

export const regionMapSchema = z
  .object({
    /** Null: maps ask no server. */
    tiles: mapTilesSchema.nullable(),
    /** Of the region itself, by code. */
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    outline: z
      .object({
        version: z.string(),
        fileName: z.string(),
        uploadedAt: instantSchema,
        districtCount: z.int(),
        /** Names of shapes that are no district we know. */
        unmatched: z.array(z.string()),
        /** Names of districts without a shape. */
        missing: z.array(z.string()),
      })
      .nullable(),
  })
  .meta({ id: 'RegionMap' });
export type RegionMap = z.infer<typeof regionMapSchema>;

/** An element of the list that `getOutline` answers with; polygons as in GeoJSON. */
export interface OutlineShape {
  readonly code: string | null;
  readonly name: string;
  readonly polygons: [number, number][][][];
}

/** What maps are drawn with beyond the land that ships. */
export const MAP_ROUTES = {
  getMap: {
    method: 'get',
    path: '/map',
    summary: 'The outline and the tiles that maps are drawn with',
    access: 'staff',
    response: regionMapSchema,
  },
  changeMap: {
    method: 'patch',
    path: '/map',
    summary: 'Set the server that maps take tiles from; null for none',
    access: 'admin',
    body: z.object({ tiles: mapTilesSchema.nullable() }),
    response: regionMapSchema,
  },
  getOutline: {
    method: 'get',
    path: '/map/outline',
    summary: 'The shapes of the districts as JSON',
    access: 'staff',
    query: z.object({ version: z.string().max(64) }),
    isFile: true,
    status: 200,
  },
  putOutline: {
    method: 'post',
    path: '/map/outline',
    summary: 'Upload the outline of the districts: GeoJSON as application/octet-stream',
    access: 'admin',
    query: z.object({ name: z.string().trim().min(1).max(200) }),
    response: regionMapSchema,
    status: 200,
    takesFile: true,
    problems: ['outline-not-usable', 'file-too-large'],
  },
  removeOutline: {
    method: 'delete',
    path: '/map/outline',
    summary: 'Draw maps without the outline',
    access: 'admin',
  },
} as const satisfies Record<string, Route>;
