import type { RegionMap } from '@app/api-contract';
import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { regionMapKey } from '../api/query-keys.js';
import { uploadOutline } from '../api/upload-outline.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { isKeyOf } from '../locales/is-key-of.js';
import id from '../locales/id.json';
import { FileChoice } from '../layout/file-choice.js';
import styles from './map-settings.module.css';

/** The outline of the districts: what is there, another one, none. */
export function OutlineForm({ outline }: Pick<RegionMap, 'outline'>) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const faultText = useFaultText();
  const change = useMutation({
    mutationFn: async (file: File | null) => {
      if (file) return uploadOutline(file);
      await callApi('removeOutline');
      return callApi('getMap');
    },
    onSuccess: (map) => queryClient.setQueryData(regionMapKey, map),
  });
  return (
    <>
      {outline && (
        <p className={styles.soft} role="status">
          {t('map.outlineIs', { file: outline.fileName, count: outline.districtCount })}
          {outline.missing.length > 0 && ` ${t('map.missing', { names: outline.missing.join(', ') })}`}
          {outline.unmatched.length > 0 && ` ${t('map.unmatched', { names: outline.unmatched.join(', ') })}`}
        </p>
      )}
      {change.isError && (
        <Alert color="red" role="alert">
          {faultText(change.error)}
        </Alert>
      )}
      <Group>
        <FileChoice
          accept=".json,.geojson,application/geo+json"
          onChange={(file) => file && change.mutate(file)}
        >
          {(props) => (
            <Button {...props} variant="default" loading={change.isPending}>
              {outline ? t('map.replaceOutline') : t('map.addOutline')}
            </Button>
          )}
        </FileChoice>
        {outline && (
          <Button variant="subtle" disabled={change.isPending} onClick={() => change.mutate(null)}>
            {t('map.removeOutline')}
          </Button>
        )}
      </Group>
    </>
  );
}

/** What is wrong with the file, where, and what helps. */
function useFaultText() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (error: unknown) => {
    const { fault = '', feature } = error instanceof ApiProblem ? error.fields : {};
    if (!isKeyOf(id.map.fault, fault)) return problemText(error);
    const where = feature === undefined ? '' : `${t('map.faultAt', { feature })} `;
    return where + t(`map.fault.${fault}`);
  };
}
