import type { SettingField } from '@app/api-contract';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecretInput } from '../layout/secret-input.js';
import { useLanguage } from '../locales/use-language.js';

interface Props {
  field: SettingField;
  value: string | boolean;
  /** A secret that is stored and need not be typed again. */
  isSet: boolean;
  error?: string | undefined;
  onChange: (value: string | boolean) => void;
}

export function SettingInput({ field, value, isSet, error, onChange }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const common = { label: field.label[language], description: field.help?.[language], error };
  if (typeof value === 'boolean') {
    return (
      <Checkbox {...common} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
    );
  }
  const text = {
    ...common,
    required: field.isRequired && !isSet,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  switch (field.kind) {
    case 'secret':
      return (
        <SecretInput
          {...text}
          autoComplete="off"
          placeholder={
            isSet ? t('connectionForm.secretSet') : field.isGenerated ? t('connectionForm.generated') : ''
          }
        />
      );
    case 'choice':
      return <NativeSelect {...text} data={field.choices} />;
    default:
      return (
        <TextInput
          {...text}
          inputMode={field.kind === 'number' ? 'decimal' : field.kind === 'url' ? 'url' : 'text'}
          autoComplete="off"
          spellCheck={false}
        />
      );
  }
}
