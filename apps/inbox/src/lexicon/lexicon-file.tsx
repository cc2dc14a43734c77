import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useProblemText } from '../api/use-problem-text.js';
import { FileChoice } from '../layout/file-choice.js';
import { Icon } from '../layout/icon.js';
import { useFaultText } from '../vocabulary/use-fault-text.js';
import { useLexiconRefresh } from './use-lexicon.js';

/** More lines than a page can show help nobody. */
const MOST_LINES = 20;

/** All spellings as CSV, and more of them from CSV. */
export function LexiconFile() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const faultText = useFaultText();
  const refresh = useLexiconRefresh();
  const load = useMutation({
    mutationFn: async (file: File) => callApi('importLexicon', { body: { csv: await file.text() } }),
    onSuccess: () => refresh(),
  });
  return (
    <>
      <Group gap="xs">
        <Button
          component="a"
          href="/api/v1/lexicon/file"
          download
          variant="default"
          leftSection={<Icon name="download" size={16} />}
        >
          {t('lexicon.download')}
        </Button>
        <FileChoice accept=".csv,text/csv" onChange={(file) => file && load.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={load.isPending}>
              {t('lexicon.upload')}
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
          {t('lexicon.imported', { count: load.data.taken, refused: load.data.refused.length })}
          <ul>
            {load.data.refused.slice(0, MOST_LINES).map(({ line, spelling, fault }) => (
              <li key={line}>{t('lexicon.refusedLine', { line, spelling, why: faultText(fault) })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
