import { z } from 'zod';

const minutes = z.coerce.number().min(0).catch(0);
const businessSchema = z.record(
  z.string(),
  z.array(z.looseObject({ estimated_time_to_regain_access: minutes.optional() })),
);
const appSchema = z.looseObject({ estimated_time_to_regain_access: minutes.optional() });

/**
 * When Meta lets us in again, from `X-Business-Use-Case-Usage` and `X-App-Usage` (both JSON, the times in minutes).
 * @returns undefined when they do not say
 */
export function regainAccessAt(
  headers: Readonly<Record<string, string | undefined>>,
  now: Date,
): Date | undefined {
  const business = businessSchema.safeParse(jsonOf(headers['x-business-use-case-usage'])).data ?? {};
  const app = appSchema.safeParse(jsonOf(headers['x-app-usage'])).data;
  const waits = [...Object.values(business).flat(), app].map(
    (usage) => usage?.estimated_time_to_regain_access ?? 0,
  );
  const longest = Math.max(...waits);
  return longest > 0 ? new Date(now.getTime() + longest * 60_000) : undefined;
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
