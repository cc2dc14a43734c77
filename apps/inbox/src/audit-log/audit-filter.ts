/** What is asked for; empty: anything. */
export const NO_FILTER = { actor: '', action: '', subjectKind: '', ticketCode: '', from: '', to: '' };
export type AuditFilter = typeof NO_FILTER;

/** Without what is empty. */
export function askedOf(filter: AuditFilter): Partial<AuditFilter> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== ''));
}
