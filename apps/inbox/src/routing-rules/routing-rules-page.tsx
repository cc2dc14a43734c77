import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Waiting } from '../layout/waiting.js';
import { RuleDialog } from './rule-dialog.js';
import { RuleItem } from './rule-item.js';
import styles from './routing-rules.module.css';
import { TrialDialog } from './trial-dialog.js';
import { useRoutingRules } from './use-routing-rules.js';

/** Rules by which new reports are sent on: tried in order, the first that fits decides. */
export default function RoutingRulesPage() {
  const { t } = useTranslation();
  const rules = useRoutingRules();
  const [editedId, setEdited] = useState<string | null>(null);
  const [triedId, setTried] = useState<string | null>(null);
  const all = rules.data ?? [];
  const tried = all.find(({ id }) => id === triedId);
  return (
    <PageFrame
      title={t('routing.title')}
      lead={t('routing.lead')}
      action={<Button onClick={() => setEdited('new')}>{t('routing.add')}</Button>}
    >
      {rules.isError && <LoadFailure error={rules.error} onRetry={rules.refetch} />}
      {rules.isPending && <Waiting />}
      {rules.data?.length === 0 && (
        <BlankState icon="forward" title={t('routing.empty')} text={t('routing.emptyHelp')} />
      )}
      <ol className={styles.list} aria-label={t('routing.title')}>
        {all.map((rule, index) => (
          <RuleItem
            key={rule.id}
            rule={rule}
            ids={all.map(({ id }) => id)}
            index={index}
            onEdit={() => setEdited(rule.id)}
            onTry={() => setTried(rule.id)}
          />
        ))}
      </ol>
      {editedId !== null && (
        <RuleDialog
          rule={all.find(({ id }) => id === editedId) ?? null}
          onClose={() => setEdited(null)}
          onSwitchedOff={setTried}
        />
      )}
      {tried && (
        <TrialDialog
          rules={all.filter((rule) => rule.isEnabled || rule === tried)}
          rule={tried}
          onClose={() => setTried(null)}
        />
      )}
    </PageFrame>
  );
}
