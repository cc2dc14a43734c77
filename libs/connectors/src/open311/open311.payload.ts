import { z } from 'zod';

/** Longest description, in UTF-16 units, as the standard has it. */
export const MAX_DESCRIPTION_LENGTH = 4_000;

/** What is kept of one request that a program has posted (event kind `request`), by the standard's names. */
export const requestPayloadSchema = z.object({
  /** Hexadecimal; the token for programs that could not be told the ticket code at once. */
  token: z.string().regex(/^[0-9a-f]{32}$/),
  /** ISO 8601. */
  requested_datetime: z.iso.datetime(),
  service_code: z.string(),
  description: z.string(),
  lat: z.number().min(-90).max(90).optional(),
  long: z.number().min(-180).max(180).optional(),
  address_string: z.string().optional(),
  address_id: z.string().optional(),
  email: z.string().optional(),
  /** E.164 where it could be told. */
  phone: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  device_id: z.string().optional(),
  account_id: z.string().optional(),
  media_url: z.string().optional(),
  /** Sent although no service asks for them, by their codes. */
  attributes: z.record(z.string(), z.string()).optional(),
});
export type RequestPayload = z.infer<typeof requestPayloadSchema>;
