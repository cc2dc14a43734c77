import type { ContactSummary } from '@app/api-contract';
import { useChannels } from '../reports/use-channels.js';

/** "Telegram · Budi · @budi · 0812****90" */
export function useAccountText(): (identity: ContactSummary['identities'][number]) => string {
  const { nameOf } = useChannels();
  return ({ channel, displayName, handle, phone, email }) =>
    [nameOf(channel), displayName, handle === null ? null : `@${handle}`, phone, email]
      .filter(Boolean)
      .join(' · ');
}
