import type { IncidentAnswerResult } from '@app/api-contract';
import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { incidentRecipientsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { Waiting } from '../layout/waiting.js';
import { newKey } from '../report/new-key.js';
import styles from './incidents.module.css';
import { Recipient } from './recipient.js';

/** One text for every reporter; what each channel takes stands beside it before, and what became of it after. */
export function AnswerAllDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [idempotencyKey] = useState(newKey);
  const recipients = useQuery({
    queryKey: incidentRecipientsKey(incidentId),
    queryFn: ({ signal }) => callApi('listIncidentRecipients', { params: { id: incidentId }, signal }),
  });
  const list = recipients.data ?? [];
  const chosen = list.filter(({ report, options }) => canAnswer(options) && !left.includes(report.id));
  const send = useMutation({
    mutationFn: (): Promise<IncidentAnswerResult> =>
      callApi('answerIncident', {
        params: { id: incidentId },
        body: { text, idempotencyKey, reportIds: chosen.map(({ report }) => report.id) },
      }),
  });
  const failure = recipients.error ?? send.error;

  return (
    <OpenDialog onClose={onClose} title={t('incident.answerAll')}>
      <form
        aria-label={t('incident.answerAll')}
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Textarea
          autosize
          minRows={3}
          maxRows={10}
          label={t('incident.answerText')}
          description={t('incident.answerHelp')}
          value={text}
          disabled={send.isSuccess}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {recipients.isPending && <Waiting />}
        <ul className={styles.list} aria-label={t('incident.recipients')}>
          {list.map(({ report, options }) => (
            <Recipient
              key={report.id}
              report={report}
              options={options}
              text={text}
              result={send.data?.find(({ reportId }) => reportId === report.id)}
            >
              <Checkbox
                size="xs"
                aria-label={t('incident.choose', { code: report.ticketCode })}
                checked={canAnswer(options) && !left.includes(report.id)}
                disabled={!canAnswer(options) || send.isSuccess}
                onChange={(event) =>
                  setLeft(
                    event.currentTarget.checked
                      ? left.filter((id) => id !== report.id)
                      : [...left, report.id],
                  )
                }
              />
            </Recipient>
          ))}
        </ul>
        {failure && <p role="alert">{problemText(failure)}</p>}
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
          {!send.isSuccess && (
            <Button
              type="submit"
              loading={send.isPending}
              disabled={text.trim() === '' || chosen.length === 0}
            >
              {t('incident.send', { count: chosen.length })}
            </Button>
          )}
        </Group>
      </form>
    </OpenDialog>
  );
}

function canAnswer(options: { isAllowed: boolean; needsTemplate: boolean }): boolean {
  return options.isAllowed && !options.needsTemplate;
}
