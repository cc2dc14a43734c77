import { createHash } from 'node:crypto';

/** Somebody saved something else since the form was opened: nothing is overwritten. */
export class EditConflictError extends Error {
  readonly code = 'changed-meanwhile';
}

/** Of what a form was filled with; differs when anything in it does. */
export function versionOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}

/** @throws EditConflictError */
export function refuseStale(given: string, current: string): void {
  if (given !== current) throw new EditConflictError('Somebody else has changed this since it was opened');
}
