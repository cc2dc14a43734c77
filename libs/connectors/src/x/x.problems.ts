import { ConnectorError } from '@app/connector-kit';
import { z } from 'zod';
import type { XProblem } from './x.payload.js';
import type { XSettings } from './x.settings.js';

/** What X says about a refused request, whichever of its shapes it used. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly type: string;
  /** The last part of the type's address, e.g. `usage-capped`. */
  readonly kind: string;
  /** Names of the parameters that X did not like. */
  readonly parameters: readonly string[];
}

const text = z.string().catch('');
const bodySchema = z
  .looseObject({
    title: text,
    detail: text,
    type: text,
    parameter: text,
    errors: z
      .array(
        z.looseObject({
          message: text,
          parameter: text,
          parameters: z.record(z.string(), z.unknown()).catch({}),
        }),
      )
      .catch([]),
  })
  .catch({ title: '', detail: '', type: '', parameter: '', errors: [] });

const LONGEST_QUOTE = 200;

/** Reads problem+json and the older `{errors: [{message, parameters}]}`; anything else is a problem without words. */
export function problemOf(body: unknown): Problem {
  const { title, detail, type, parameter, errors } = bodySchema.parse(body);
  return {
    title,
    detail: [detail, ...errors.map(({ message }) => message)].filter(Boolean).join(' '),
    type,
    kind: kindOf(type),
    parameters: [parameter, ...errors.flatMap((item) => [item.parameter, ...Object.keys(item.parameters)])],
  };
}

/** X's own words for the admin, short and without the connection's secrets, should X repeat one. */
export function describeProblem(status: number, problem: Problem, settings: XSettings): string {
  let words = problem.detail || problem.title;
  for (const secret of [settings.apiKey, settings.apiSecret, settings.accessToken, settings.accessSecret]) {
    words = words.replaceAll(secret, '***');
  }
  return words
    ? `X (${status}): "${words.slice(0, LONGEST_QUOTE)}"`
    : `X answered ${status} without a reason`;
}

/** A 200 that has errors instead of data. */
export function explainEmptyAnswer(problems: readonly XProblem[]): ConnectorError {
  const kinds = problems.map(({ type }) => kindOf(type ?? ''));
  const isRefusal = kinds.some((kind) =>
    /not-authorized|forbidden|disallowed|not-found|unavailable/.test(kind),
  );
  return isRefusal
    ? new ConnectorError('permission-missing', `X does not show this account's data (${kinds.join(', ')})`)
    : new ConnectorError(
        'transient',
        `X had a fault and gave no data (${kinds.join(', ') || 'no reason given'})`,
      );
}

function kindOf(type: string): string {
  return type.split(/[/#]/).at(-1) ?? '';
}
