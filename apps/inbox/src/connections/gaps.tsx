import type { Connection } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useInstants } from '../locales/use-instants.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './connections.module.css';

type Gap = Connection['gaps'][number];

/** Spans in which nobody listened: which are being made good, which cannot be, and why. */
export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  return (
    <section aria-label={t('gaps.title')} className={styles.gaps}>
      <h3>{t('gaps.title')}</h3>
      <ul>
        {gaps.map((gap) => (
          <GapLine key={gap.id} gap={gap} />
        ))}
      </ul>
    </section>
  );
}

function GapLine({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const { short } = useInstants();
  const { whole } = useNumbers();
  const { state, reason, why, whyDetail, detail } = gap;
  const isLost = state === 'unrecoverable' || state === 'partly';
  return (
    <li data-lost={isLost}>
      <strong>{t('gaps.span', { from: short(gap.from), to: short(gap.to) })}</strong> (
      {t(`gaps.reason.${reason}`)}):{' '}
      {t(`gaps.${state}`, { found: whole(gap.found), lostTo: gap.lostTo === null ? '' : short(gap.lostTo) })}
      {why !== null && ` ${t(`gaps.why.${why}`)}`}
      {(whyDetail ?? detail) !== null && (
        <span className={styles.quiet}>
          {' '}
          {t('connections.healthDetail', { reason: whyDetail ?? detail })}
        </span>
      )}
    </li>
  );
}
