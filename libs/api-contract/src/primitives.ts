import { z } from 'zod';
import { REPORT_CLASSES, REPORT_STATUSES, REPLY_STATES, ROLES } from '@app/report-model';

export const idSchema = z.uuid().meta({ description: 'UUID' });
/** ISO 8601 with offset, UTC. */
export const instantSchema = z.iso.datetime({ offset: true });
export const reportClassSchema = z.enum(REPORT_CLASSES);
export const reportStatusSchema = z.enum(REPORT_STATUSES);
export const replyStateSchema = z.enum(REPLY_STATES);
export const roleSchema = z.enum(ROLES);
export const channelSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** A text in both languages of the screens. */
export const bilingualSchema = z.object({ id: z.string(), en: z.string() });

/** A user, as others see them. */
export const personSchema = z.object({ id: idSchema, name: z.string() });

/** RFC 9457. `errors` names each wrong field; `code` is stable and is what screens translate. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    /** Opaque; `null` on the last page. */
    nextCursor: z.string().nullable(),
  });
}
