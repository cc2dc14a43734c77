import type { ContactSummary } from '@app/api-contract';

/** "telegram · Budi · @budi · 0812****90" */
export function describeAccount(identity: ContactSummary['identities'][number]): string {
  const { channel, displayName, handle, phone, email } = identity;
  return [channel, displayName, handle === null ? null : `@${handle}`, phone, email]
    .filter(Boolean)
    .join(' · ');
}
