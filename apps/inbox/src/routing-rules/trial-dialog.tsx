import type { RoutingRuleView } from '@app/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { routingRulesKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import { LoadFailure } from '../layout/load-failure.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { Waiting } from '../layout/waiting.js';
import styles from './routing-rules.module.css';
import { useRuleChange } from './use-routing-rules.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  /** In their order: those that are on, and the one in question. */
  rules: readonly RoutingRuleView[];
  rule: RoutingRuleView;
  onClose: () => void;
}

/** What a rule would have done with last month's reports, before it is switched on. */
export function TrialDialog({ rules, rule, onClose }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { actionText, conditionText } = useRuleWords();
  const trial = useQuery({
    queryKey: [...routingRulesKey, 'trial', rules],
    queryFn: ({ signal }) =>
      callApi('tryRoutingRules', {
        signal,
        body: { rules: rules.map(({ conditions }) => ({ conditions })) },
      }),
    gcTime: 0,
  });
  const enable = useRuleChange(
    () =>
      callApi('changeRoutingRule', {
        params: { id: rule.id },
        body: { isEnabled: true, version: rule.version },
      }),
    () => onClose(),
  );
  const found = trial.data?.rules[rules.indexOf(rule)];
  return (
    <OpenDialog onClose={onClose} size="lg" title={t('routing.trialOf', { name: rule.name })}>
      <Stack>
        <Text size="sm">
          {conditionText(rule)} → {actionText(rule)}
        </Text>
        {trial.isPending && <Waiting />}
        {trial.isError && <LoadFailure error={trial.error} onRetry={trial.refetch} />}
        {trial.data && found && (
          <>
            <Text fw={600}>{t('routing.wouldRoute', { count: found.count, all: trial.data.reports })}</Text>
            <Text size="sm" c="dimmed">
              {t('routing.unsure', { count: trial.data.unsure })} {trial.data.isCut && t('routing.cut')}
            </Text>
            <ul className={styles.examples}>
              {found.examples.map(({ id, ticketCode, excerpt }) => (
                <li key={id}>
                  <Link to={`/laporan/${id}`}>{ticketCode}</Link> {excerpt}
                </li>
              ))}
            </ul>
          </>
        )}
        {enable.error && (
          <Text c="red" role="alert">
            {problemText(enable.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
          {!rule.isEnabled && (
            <Button
              disabled={!trial.data}
              loading={enable.isPending}
              onClick={() => enable.mutate(undefined)}
            >
              {t('routing.switchOn')}
            </Button>
          )}
        </Group>
      </Stack>
    </OpenDialog>
  );
}
