import { MAXIMUM_DAYS, MINIMUM_DAYS, type RetentionKind, type RetentionRule } from '@app/report-model';
import { NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './retention.module.css';

interface Props {
  kind: RetentionKind;
  rule: RetentionRule;
  onChange: (rule: Partial<RetentionRule>) => void;
  /** Why it cannot be saved so. */
  problem: string | null;
}

/** One kind of data: whether it is erased, and after how many days. */
export function RuleRow({ kind, rule, onChange, problem }: Props) {
  const { t } = useTranslation();
  const name = t(`retention.kinds.${kind}.name`);
  return (
    <li className={styles.rule}>
      <Switch
        label={name}
        description={t(`retention.kinds.${kind}.help`)}
        checked={rule.isEnabled}
        onChange={(event) => onChange({ isEnabled: event.currentTarget.checked })}
      />
      <NumberInput
        className={styles.days}
        label={t(`retention.since.${sinceOf(kind)}`)}
        aria-label={`${name}: ${t(`retention.since.${sinceOf(kind)}`)}`}
        min={MINIMUM_DAYS[kind]}
        max={MAXIMUM_DAYS}
        clampBehavior="blur"
        allowDecimal={false}
        value={rule.days}
        onChange={(days) => onChange({ days: Number(days) })}
        error={problem}
      />
    </li>
  );
}

function sinceOf(kind: RetentionKind): 'received' | 'closed' | 'ended' {
  if (kind === 'raw-events' || kind === 'quarantine' || kind === 'spam') return 'received';
  return kind === 'contents' || kind === 'attachments' || kind === 'contacts' ? 'closed' : 'ended';
}
