import type { Connection } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../reports/use-channels.js';
import { TakeOverDialog } from './take-over-dialog.js';
import { useConnections } from './use-connections.js';

/** Only where there is a connection whose conversations this one can go on with. */
export function TakeOverButton({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { channels } = useChannels();
  const { data: all = [] } = useConnections();
  const from = channels.find(({ code }) => code === connection.channel)?.takesOverFrom ?? [];
  const predecessors = all.filter(({ channel }) => from.includes(channel));
  if (predecessors.length === 0) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('connections.takeOverWhat', { name: connection.name })}
        onClick={() => setIsOpen(true)}
      >
        {t('connections.takeOver')}
      </Button>
      {isOpen && (
        <TakeOverDialog
          connection={connection}
          predecessors={predecessors}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
