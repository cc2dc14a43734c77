import type { Connection } from '@app/api-contract';
import { DELETION_RULES } from '@app/report-model';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Rule = Connection['deletionRule'];

interface Props {
  value: Rule;
  onChange: (rule: Rule) => void;
}

/** What happens with the text when its author deletes it; at first as the installation has it. */
export function DeletionRuleChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('settings.deletionRule')}
      description={t('settings.deletionRuleHelp')}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(DELETION_RULES.find((rule) => rule === currentTarget.value) ?? null)
      }
      data={[
        { value: '', label: t('connectionForm.asInSettings') },
        ...DELETION_RULES.map((rule) => ({ value: rule, label: t(`settings.deletionRules.${rule}`) })),
      ]}
    />
  );
}
