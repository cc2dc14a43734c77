import { readFileSync } from 'node:fs';
import { projectFile } from '@app/config';
import { z } from 'zod';

/** The version in package.json. */
export const projectVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(projectFile('package.json'), 'utf8'))).version;
