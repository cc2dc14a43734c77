import type { Contact, ContactErasureView } from '@app/api-contract';
import { Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { contactErasureKey } from '../api/query-keys.js';
import { DialogForm } from '../layout/dialog-form.js';
import { LoadFailure } from '../layout/load-failure.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { Waiting } from '../layout/waiting.js';
import styles from './contacts.module.css';
import { useContactChange } from './use-contact.js';

/** What a person asks to have erased: what would go, what stays and why; then it goes. */
export function EraseDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const plan = useQuery({
    queryKey: contactErasureKey(contact.id),
    queryFn: ({ signal }) => callApi('previewContactErasure', { params: { id: contact.id }, signal }),
    gcTime: 0,
  });
  const erase = useContactChange(
    () => callApi('eraseContact', { params: { id: contact.id }, body: { reason: reason.trim() } }),
    contact.id,
    t('contact.erasedDone'),
  );
  const isNothing = plan.data?.erased.length === 0 && !plan.data.isNameErased;
  return (
    <OpenDialog onClose={onClose} title={t('contact.eraseTitle', { name: contact.displayName })}>
      <DialogForm
        error={erase.error}
        submit={t('contact.eraseNow')}
        isPending={erase.isPending}
        isDisabled={!plan.data || isNothing}
        onClose={onClose}
        onSubmit={() => erase.mutate(undefined, { onSuccess: onClose })}
      >
        <Text size="sm">{t('contact.eraseHelp')}</Text>
        {plan.isPending && <Waiting />}
        {plan.isError && <LoadFailure error={plan.error} onRetry={plan.refetch} />}
        {plan.data && <Plan plan={plan.data} />}
        <Textarea
          required
          data-autofocus
          label={t('contact.eraseReason')}
          description={t('contact.eraseReasonHelp')}
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogForm>
    </OpenDialog>
  );
}

function Plan({ plan: { erased, held, open, isNameErased, setAside, views } }: { plan: ContactErasureView }) {
  const { t } = useTranslation();
  return (
    <>
      <Reports title={t('contact.willGo', { count: erased.length })} reports={erased} />
      <Reports title={t('contact.onHold', { count: held.length })} reports={held} />
      <Reports title={t('contact.stillOpen', { count: open.length })} reports={open} />
      {setAside > 0 && <Text size="sm">{t('contact.setAsideGoes', { count: setAside })}</Text>}
      {views.length > 0 && (
        <Text size="sm">{t('contact.viewsGo', { count: views.length, names: views.join(', ') })}</Text>
      )}
      <Text size="sm" fw={600}>
        {t(isNameErased ? 'contact.nameGoes' : 'contact.nameStays')}
      </Text>
    </>
  );
}

function Reports({ title, reports }: { title: string; reports: ContactErasureView['held'] }) {
  if (reports.length === 0) return null;
  return (
    <div className={styles.plan}>
      <Text size="sm">{title}</Text>
      <Text size="sm">
        {reports.map(({ id, ticketCode }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <Link to={`/laporan/${id}`}>{ticketCode}</Link>
          </span>
        ))}
      </Text>
    </div>
  );
}
