import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';

interface Props {
  /** Why the last try failed; null when there was none. */
  error: unknown;
  submit: string;
  isPending: boolean;
  isDisabled?: boolean;
  onClose: () => void;
}

/** The foot of a form in a dialog: what went wrong, the way out, and the button that sends it. */
export function FormActions({ error, submit, isPending, isDisabled, onClose }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <>
      {error !== null && (
        <Alert color="red" role="alert">
          {problemText(error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={isDisabled} loading={isPending}>
          {submit}
        </Button>
      </Group>
    </>
  );
}
