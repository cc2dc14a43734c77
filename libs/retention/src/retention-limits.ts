import type { ContactLimits } from '@app/database';
import type { RetentionKind, RetentionSettings } from '@app/report-model';

/** What is older than this goes by the rule. */
export function limitOf({ rules }: RetentionSettings, kind: RetentionKind, now: Date): Date {
  return new Date(now.getTime() - rules[kind].days * 86_400_000);
}

/** Who has written nothing but spam goes with it. */
export function contactLimitsOf(settings: RetentionSettings, now: Date): ContactLimits {
  const limit = (kind: 'contacts' | 'spam') =>
    settings.rules[kind].isEnabled ? limitOf(settings, kind, now) : null;
  return { endedBefore: limit('contacts'), spamBefore: limit('spam') };
}
