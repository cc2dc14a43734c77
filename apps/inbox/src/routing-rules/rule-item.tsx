import type { RoutingRuleView } from '@app/api-contract';
import { ActionIcon, Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useProblemText } from '../api/use-problem-text.js';
import { Icon } from '../layout/icon.js';
import styles from './routing-rules.module.css';
import { useRuleChange } from './use-routing-rules.js';
import { useRuleWords } from './use-rule-words.js';

interface Props {
  rule: RoutingRuleView;
  /** All rules in their order, this one at `index`. */
  ids: readonly string[];
  index: number;
  onEdit: () => void;
  onTry: () => void;
}

export function RuleItem({ rule, ids, index, onEdit, onTry }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { conditionText, actionText } = useRuleWords();
  const params = { id: rule.id };
  const options = {
    onError: (error: Error) => notifications.show({ color: 'red', message: problemText(error) }),
  };
  const order = useRuleChange((to: number) => {
    const others = ids.filter((id) => id !== rule.id);
    return callApi('orderRoutingRules', { body: { ids: others.toSpliced(to, 0, rule.id) } });
  });
  const disable = useRuleChange(() =>
    callApi('changeRoutingRule', { params, body: { isEnabled: false, version: rule.version } }),
  );
  const remove = useRuleChange(() => callApi('removeRoutingRule', { params }));
  const { name } = rule;
  return (
    <li className={styles.rule} aria-label={name}>
      <div className={styles.move}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === 0}
          aria-label={t('routing.up', { name })}
          onClick={() => order.mutate(index - 1, options)}
        >
          <Icon name="up" size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === ids.length - 1}
          aria-label={t('routing.down', { name })}
          onClick={() => order.mutate(index + 1, options)}
        >
          <Icon name="down" size={16} />
        </ActionIcon>
      </div>
      <div className={styles.what}>
        <h2 className={styles.name}>
          {name}{' '}
          <Badge variant="outline" color={rule.isEnabled ? 'teal.9' : 'gray.8'}>
            {t(rule.isEnabled ? 'routing.on' : 'routing.off')}
          </Badge>
        </h2>
        <p>
          {t('routing.when')}: {conditionText(rule)}
        </p>
        <p>
          {t('routing.then')}: {actionText(rule)}
        </p>
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={onTry}>
            {t(rule.isEnabled ? 'routing.try' : 'routing.tryAndSwitchOn')}
          </Button>
          {rule.isEnabled && (
            <Button size="compact-sm" variant="default" onClick={() => disable.mutate(undefined, options)}>
              {t('routing.switchOff')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={onEdit}>
            {t('app.edit')}
          </Button>
          {!rule.isEnabled && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              onClick={() => remove.mutate(undefined, options)}
            >
              {t('routing.remove')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
