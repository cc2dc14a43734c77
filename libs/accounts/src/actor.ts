import type { Role } from '@app/report-model';

/** Who acts: a signed-in person or a program with an API token. */
export interface Actor {
  readonly kind: 'user' | 'token';
  readonly id: string;
  readonly role: Role;
  /** Set for an agency member only. */
  readonly agencyId: string | null;
  readonly name: string;
  /** A program that may only read; absent for people. */
  readonly isReadOnly?: boolean;
}

/** What happens without a person: at start, from the command line. */
export const SYSTEM_ACTOR = { kind: 'system', id: null } as const;
export type ActorOrSystem = Actor | typeof SYSTEM_ACTOR;

/** The person who acts; null for a program. */
export const userIdOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);
