import { z } from 'zod';

/** A file has nothing to set: where its columns belong is said at each import. */
export const fileSettingsSchema = z.object({});

export type FileSettings = z.infer<typeof fileSettingsSchema>;
