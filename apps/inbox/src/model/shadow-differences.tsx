import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { modelKey } from '../api/query-keys.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from '../layout/panels.module.css';

/** Reports that the candidate would have classified otherwise. */
export function ShadowDifferences({ modelId, count }: { modelId: string; count: number }) {
  const { t } = useTranslation();
  const { percent } = useNumbers();
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery({
    queryKey: [...modelKey, 'differences', modelId, count],
    queryFn: ({ signal }) => callApi('listShadowDifferences', { params: { id: modelId }, signal }),
    enabled: isOpen,
  });
  if (count === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('model.showDifferences', { count })}</summary>
      <ul className={styles.list}>
        {data.map((one) => (
          <li key={`${one.reportId} ${one.at}`} className={styles.item}>
            <p className={styles.excerpt}>
              <Link to={`/laporan/${one.reportId}`}>{one.ticketCode}</Link> {one.excerpt}
            </p>
            <p className={styles.quiet}>
              {t('model.saidBoth', {
                current: `${t(`class.${one.class}`)} (${percent(one.confidence)})`,
                candidate: `${t(`class.${one.candidateClass}`)} (${percent(one.candidateConfidence)})`,
              })}
              {one.flags.join() !== one.candidateFlags.join() &&
                ` · ${t('model.flagsBoth', {
                  current: one.flags.map((flag) => t(`flag.${flag}`)).join(', ') || '–',
                  candidate: one.candidateFlags.map((flag) => t(`flag.${flag}`)).join(', ') || '–',
                })}`}
              {one.decidedClass !== null &&
                ` · ${t('model.decided', { class: t(`class.${one.decidedClass}`) })}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
