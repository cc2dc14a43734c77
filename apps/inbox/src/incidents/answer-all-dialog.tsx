import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api-problem.js';
import { useProblemText } from '../api/use-problem-text.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { Waiting } from '../layout/waiting.js';
import { PersonalDataWarning } from '../report/personal-data-warning.js';
import styles from './incidents.module.css';
import { Recipient } from './recipient.js';
import { useAnswerAll } from './use-answer-all.js';

/** One text for every reporter; what each channel takes stands beside it before, and what became of it after. */
export function AnswerAllDialog({ incidentId, onClose }: { incidentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const answer = useAnswerAll(incidentId);
  const { list, chosen, send, isAllDone } = answer;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAllDone) close.current?.focus();
  }, [isAllDone]);
  const needsApproval = list.some(({ options }) => options.needsApproval);

  return (
    <OpenDialog onClose={onClose} title={t('incident.answerAll')}>
      <form
        aria-label={t('incident.answerAll')}
        onSubmit={(event) => {
          event.preventDefault();
          if (answer.isReady && !send.isPending) send.mutate(false);
        }}
      >
        <Textarea
          autosize
          minRows={3}
          maxRows={10}
          label={t('incident.answerText')}
          description={t('incident.answerHelp')}
          value={answer.text}
          readOnly={send.isPending || isAllDone}
          onChange={(event) => answer.write(event.currentTarget.value)}
        />
        {answer.isKept && <p className={styles.soft}>{t('reply.draft')}</p>}
        {needsApproval && <p className={styles.soft}>{t('approval.needed')}</p>}
        {answer.query.isPending && <Waiting />}
        <ul className={styles.list} aria-label={t('incident.recipients')}>
          {list.map((recipient) => (
            <Recipient key={recipient.report.id} of={recipient} answer={answer} />
          ))}
        </ul>
        <Failure error={answer.query.error ?? send.error} onSure={() => send.mutate(true)} />
        <Group justify="flex-end" mt="sm">
          <Button ref={close} variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
          {!isAllDone && (
            <Button type="submit" loading={send.isPending} disabled={!answer.isReady}>
              {t(needsApproval ? 'incident.askApproval' : 'incident.send', { count: chosen.length })}
            </Button>
          )}
        </Group>
      </form>
    </OpenDialog>
  );
}

function Failure({ error, onSure }: { error: unknown; onSure: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (!error) return null;
  if (hasCode(error, 'personal-data')) {
    return <PersonalDataWarning error={error} hasPrivateWay={false} onSure={onSure} />;
  }
  return (
    <p role="alert" className={styles.failure}>
      {hasCode(error, 'report-changed') ? t('incident.changed') : problemText(error)}
    </p>
  );
}
