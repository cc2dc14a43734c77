import type { ChannelInfo, Connection } from '@app/api-contract';
import { Alert, Button, Collapse, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { useLanguage } from '../locales/use-language.js';
import styles from './connections.module.css';
import { DeletionRuleChoice } from './deletion-rule-choice.js';
import { HealthLine } from './health-line.js';
import { SettingInput } from './setting-input.js';
import { useSettingsForm } from './use-settings-form.js';

interface Props {
  channel: ChannelInfo;
  connection?: Connection | undefined;
  onBack?: (() => void) | undefined;
  onClose: () => void;
}

export function SettingsForm({ channel, connection, onBack, onClose }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const problemText = useProblemText();
  const form = useSettingsForm(channel, connection, onClose);
  const advanced = channel.fields.filter((field) => field.isAdvanced);
  const [isOpen, setOpen] = useState(false);
  const isAdvancedShown = isOpen || advanced.some(({ name }) => form.problems[name] !== undefined);
  const input = (field: ChannelInfo['fields'][number]) => (
    <SettingInput
      key={field.name}
      field={field}
      value={form.values[field.name] ?? ''}
      isSet={connection?.secretsSet[field.name] ?? false}
      error={form.problems[field.name]}
      onChange={(value) => form.change(field.name, value)}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <Stack>
        {channel.riskNote && (
          <Alert color="orange" title={t('connectionForm.risk')}>
            {channel.riskNote[language]}
          </Alert>
        )}
        {channel.costNote && (
          <p className={styles.quiet}>
            {t('connectionForm.cost')}: {channel.costNote[language]}
          </p>
        )}
        <TextInput
          required
          data-autofocus
          label={t('connectionForm.name')}
          description={t('connectionForm.nameHelp')}
          maxLength={100}
          value={form.name}
          error={form.problems['name']}
          onChange={(event) => form.rename(event.currentTarget.value)}
        />
        {channel.fields.filter((field) => !field.isAdvanced).map(input)}
        <Button variant="subtle" aria-expanded={isAdvancedShown} onClick={() => setOpen(!isAdvancedShown)}>
          {t('connectionForm.advanced')}
        </Button>
        <Collapse expanded={isAdvancedShown}>
          <Stack>
            {advanced.map(input)}
            <DeletionRuleChoice value={form.deletionRule} onChange={form.chooseDeletionRule} />
          </Stack>
        </Collapse>
        {form.failure && (
          <Alert color="red" role="alert">
            {problemText(form.failure)}
          </Alert>
        )}
        {form.tested && (
          <section aria-label={t('connectionForm.testResult')}>
            <HealthLine health={{ ...form.tested, checkedAt: null }} />
          </section>
        )}
        <Group justify="flex-end">
          {onBack && (
            <Button variant="subtle" onClick={onBack}>
              {t('connectionForm.changeChannel')}
            </Button>
          )}
          <Button variant="default" loading={form.isTesting} onClick={form.test}>
            {t('connectionForm.test')}
          </Button>
          <Button type="submit" loading={form.isSaving}>
            {t('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
