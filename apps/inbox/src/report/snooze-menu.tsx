import type { ReportDetail } from '@app/api-contract';
import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useKeys } from '../keyboard/use-keys.js';
import { Icon } from '../layout/icon.js';
import { PopoverItem, PopoverList } from '../layout/popover-list.js';
import { useInstants } from '../locales/use-instants.js';
import { instantOf } from '../locales/zoned-time.js';
import { useSession } from '../session/use-session.js';
import { restChoices } from './rest-times.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

/** Lets a report rest until a time; its legal clocks run on. */
export function SnoozeMenu({ report, change }: { report: ReportDetail; change: ReportChange }) {
  const { t } = useTranslation();
  const instants = useInstants();
  const { timeZone } = useSession();
  const offerUndo = useUndo(report.id);
  const [isOpen, menu] = useDisclosure();
  const [own, setOwn] = useState('');
  useKeys(useMemo(() => ({ z: menu.open }), [menu.open]));
  const snooze = (until: Date | null) => {
    menu.close();
    change.mutate(
      {
        send: ({ version }) =>
          callApi('snooze', {
            params: { id: report.id },
            body: { until: until?.toISOString() ?? null, version },
          }),
      },
      {
        onSuccess: ({ snoozedUntil }) =>
          offerUndo(
            snoozedUntil === null
              ? t('snooze.woken')
              : t('snooze.done', { at: instants.short(snoozedUntil) }),
          ),
      },
    );
  };
  const ownTime = own === '' ? null : instantOf(new Date(`${own}Z`), timeZone);
  return (
    <PopoverList
      name={t('snooze.action')}
      isOpen={isOpen}
      onClose={menu.close}
      position="bottom-start"
      width={270}
      target={
        <Button
          size="xs"
          variant={report.snoozedUntil === null ? 'default' : 'light'}
          leftSection={<Icon name="moon" size={14} />}
          aria-keyshortcuts="z"
          onClick={menu.toggle}
        >
          {report.snoozedUntil === null
            ? t('snooze.action')
            : t('snooze.until', { at: instants.short(report.snoozedUntil) })}
        </Button>
      }
    >
      {report.snoozedUntil !== null && (
        <PopoverItem onClick={() => snooze(null)}>{t('snooze.wake')}</PopoverItem>
      )}
      {restChoices(new Date(), timeZone).map(({ name, at }) => (
        <PopoverItem key={name} onClick={() => snooze(at)} beside={instants.short(at.toISOString())}>
          {t(`snooze.${name}`)}
        </PopoverItem>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ownTime !== null && ownTime > new Date()) snooze(ownTime);
        }}
      >
        <TextInput
          type="datetime-local"
          size="xs"
          p={6}
          label={t('snooze.own')}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-sm" m={6} disabled={ownTime === null || ownTime <= new Date()}>
          {t('snooze.action')}
        </Button>
      </form>
    </PopoverList>
  );
}
