import type { ChannelInfo, Connection } from '@app/api-contract';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenDialog } from '../layout/open-dialog.js';
import { useChannels } from '../reports/use-channels.js';
import { ChannelChoice } from './channel-choice.js';
import { SettingsForm } from './settings-form.js';

interface Props {
  /** Absent: a new one. */
  connection?: Connection;
  onClose: () => void;
}

/** Adding: first the channel, then its settings. Changing: the settings. */
export function ConnectionForm({ connection, onClose }: Props) {
  const { t } = useTranslation();
  const { channels } = useChannels();
  const [picked, setPicked] = useState<ChannelInfo | null>(null);
  const channel = connection ? channels.find(({ code }) => code === connection.channel) : picked;
  return (
    <OpenDialog
      size="lg"
      onClose={onClose}
      title={
        connection ? t('connectionForm.editTitle', { name: connection.name }) : t('connectionForm.addTitle')
      }
    >
      {channel ? (
        <SettingsForm
          key={channel.code}
          channel={channel}
          connection={connection}
          onBack={connection ? undefined : () => setPicked(null)}
          onClose={onClose}
        />
      ) : (
        <ChannelChoice channels={channels.filter(({ canBeAdded }) => canBeAdded)} onPick={setPicked} />
      )}
    </OpenDialog>
  );
}
