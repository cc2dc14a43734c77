import type { EntryImport } from '@app/api-contract';
import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { FileChoice } from '../layout/file-choice.js';
import { Icon } from '../layout/icon.js';
import { useFaultText } from './use-fault-text.js';

/** More lines than a page can show help nobody. */
const MOST_LINES = 20;

interface Props {
  /** Where all entries are as CSV. */
  href: string;
  /** Takes more of them from CSV. */
  take: (csv: string) => Promise<EntryImport>;
  onTaken: () => unknown;
}

/** All entries as CSV, and more of them from CSV. */
export function EntryFile({ href, take, onTaken }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const faultText = useFaultText();
  const load = useMutation({
    mutationFn: async (file: File) => take(await file.text()),
    onSuccess: onTaken,
  });
  return (
    <>
      <Group gap="xs">
        <Button
          component="a"
          href={href}
          download
          variant="default"
          leftSection={<Icon name="download" size={16} />}
        >
          {t('vocabulary.download')}
        </Button>
        <FileChoice accept=".csv,text/csv" onChange={(file) => file && load.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={load.isPending}>
              {t('vocabulary.upload')}
            </Button>
          )}
        </FileChoice>
      </Group>
      {load.error && (
        <Alert color="red" role="alert" w="100%">
          {problemText(load.error)}
        </Alert>
      )}
      {load.data && (
        <Alert color={load.data.refused.length > 0 ? 'yellow' : 'teal'} role="status" w="100%">
          {t('vocabulary.imported', { count: load.data.taken, refused: load.data.refused.length })}
          <ul>
            {load.data.refused.slice(0, MOST_LINES).map(({ line, name, fault }) => (
              <li key={line}>{t('vocabulary.refusedLine', { line, name, why: faultText(fault) })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
