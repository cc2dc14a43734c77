import type { ReportDetail } from '@app/api-contract';
import { needOf, type ReportStatus } from '@app/report-model';
import { Checkbox, Text, Textarea, type TextareaProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useLanguage } from '../locales/use-language.js';
import { newKey } from './new-key.js';
import { ReplyAbout } from './reply-about.js';
import { ReplyNotice } from './reply-notice.js';
import { useStatusNote } from './use-status-note.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

const LONGEST_NOTE = 1000;

interface Props {
  to: ReportStatus;
  name: string;
  report: ReportDetail;
  change: ReportChange;
  onClose: () => void;
}

/** Another status, with what has to be said with it: what is for the citizen is also sent, where the channel takes it. */
export function StatusDialog({ to, name, report, change, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [language] = useLanguage();
  const { id, facts, replyOptions } = report;
  const need = needOf(to);
  const known = need === 'addressee' && facts && !facts.agency.isOurs ? facts.agency : null;
  const [note, setNote] = useState(known?.name ?? '');
  const [written, setWritten] = useState<string | null>(null);
  const [mode, setMode] = useState<'public' | 'private' | null>(null);
  const [wantsSending, setWantsSending] = useState(true);
  const [key] = useState(newKey);
  const offerUndo = useUndo(id);

  const said = note.trim();
  const isForCitizen = need === 'question' || need === 'addressee';
  const canSend = isForCitizen && replyOptions.isAllowed && !replyOptions.needsTemplate;
  const contact = said === known?.name ? known.contact : null;
  const explanation = () => {
    const text = i18n.getFixedT(report.language === 'en' ? 'en' : 'id');
    const says = text('statusNote.notOurs', { addressee: said });
    return contact === null ? says : `${says} ${text('statusNote.reach', { contact })}`;
  };
  const answer = need === 'question' ? said : (written ?? (said === '' ? '' : explanation())).trim();
  const sends = canSend && wantsSending;
  const isMissing = (need !== null && said === '') || (sends && answer === '');

  const move = (isSure: boolean) =>
    change.mutate(
      {
        send: ({ version }) =>
          callApi('changeStatus', {
            params: { id },
            body: {
              status: to,
              version,
              ...(said === '' ? {} : { note: said }),
              ...(sends && {
                answer: {
                  text: answer,
                  idempotencyKey: key,
                  ...(mode === null ? {} : { mode }),
                  ...(isSure ? { confirmsPersonalData: true } : {}),
                },
              }),
            },
          }),
      },
      {
        onSuccess: () => {
          const message = t('report.statusChanged', { status: t(`status.${to}`) });
          // What was sent is not taken back.
          if (sends) notifications.show({ message });
          else offerUndo(message);
          onClose();
        },
      },
    );

  return (
    <OpenDialog onClose={onClose} title={`${t('report.changeStatus')}: ${name}`}>
      <DialogForm
        error={null}
        submit={name}
        isPending={change.isPending}
        isDisabled={isMissing}
        onClose={onClose}
        onSubmit={() => {
          if (!isMissing) move(false);
        }}
      >
        <Words
          data-autofocus
          {...useStatusNote(to)}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {canSend && (
          <Checkbox
            label={t('statusNote.send')}
            checked={wantsSending}
            onChange={(event) => setWantsSending(event.currentTarget.checked)}
          />
        )}
        {sends && need === 'addressee' && (
          <Words
            required
            label={t('statusNote.answer')}
            value={written ?? answer}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
        )}
        {sends && <ReplyAbout id="status-audience" options={replyOptions} mode={mode} onMode={setMode} />}
        {isForCitizen && !canSend && (
          <Text size="sm" c="dimmed">
            {t('statusNote.cannotSend')} {replyOptions.reason?.[language]}
          </Text>
        )}
        {sends && hasCode(change.error, 'personal-data') && (
          <ReplyNotice
            notice={{ kind: 'problem', error: change.error }}
            hasPrivateWay={replyOptions.modes.includes('private')}
            onSure={() => move(true)}
          />
        )}
      </DialogForm>
    </OpenDialog>
  );
}

/** Ctrl+Enter sends the form. */
function Words(props: TextareaProps) {
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={8}
      maxLength={LONGEST_NOTE}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          event.currentTarget.form?.requestSubmit();
      }}
      {...props}
    />
  );
}
