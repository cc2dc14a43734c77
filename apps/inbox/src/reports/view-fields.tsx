import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface ViewName {
  readonly name: string;
  readonly isShared: boolean;
}

interface Props {
  view: ViewName;
  onChange: (view: ViewName) => void;
}

/** What a saved view is called, and who sees it. */
export function ViewFields({ view, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        required
        data-autofocus
        label={t('savedViews.name')}
        maxLength={60}
        value={view.name}
        onChange={(event) => onChange({ ...view, name: event.currentTarget.value })}
      />
      <Checkbox
        label={t('savedViews.shared')}
        checked={view.isShared}
        onChange={(event) => onChange({ ...view, isShared: event.currentTarget.checked })}
      />
    </>
  );
}
