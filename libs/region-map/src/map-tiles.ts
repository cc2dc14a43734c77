import { z } from 'zod';

/** A server of map tiles that officers' browsers may ask. */
export const mapTilesSchema = z.object({ address: z.url(), attribution: z.string() });
export type MapTiles = z.infer<typeof mapTilesSchema>;
export const TILES_SETTING = 'mapTiles';

/** The origin of the tiles, for a content security policy: "https://tile.example.org". */
export const originOf = ({ address }: MapTiles): string => new URL(address).origin;
