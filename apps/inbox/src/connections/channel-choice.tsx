import type { ChannelInfo } from '@app/api-contract';
import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/use-language.js';
import styles from './connections.module.css';

interface Props {
  channels: readonly ChannelInfo[];
  onPick: (channel: ChannelInfo) => void;
}

export function ChannelChoice({ channels, onPick }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  return (
    <Stack gap="xs">
      <p className={styles.quiet}>{t('connectionForm.chooseChannel')}</p>
      {channels.map((channel) => (
        <Button key={channel.code} variant="default" onClick={() => onPick(channel)}>
          {channel.displayName[language]}
        </Button>
      ))}
    </Stack>
  );
}
