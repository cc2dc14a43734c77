import type { RegionMap } from '@app/api-contract';
import { sendFile } from './upload-file.js';

/** Uploads the outline of the districts. Every failure is an ApiProblem. */
export async function uploadOutline(file: File): Promise<RegionMap> {
  return (await sendFile('/map/outline', file)) as RegionMap;
}
