import type { ReplyOptions } from '@app/api-contract';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useInstants } from '../locales/use-instants.js';
import { useLanguage } from '../locales/use-language.js';
import { useNow } from '../locales/use-now.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './reply-box.module.css';

type Mode = ReplyOptions['modes'][number];

interface Props {
  id: string;
  options: ReplyOptions;
  mode: Mode | null;
  onMode: (mode: Mode) => void;
}

/** Who can read the answer, and for how long one is taken. */
export function ReplyAbout({ id, options, mode, onMode }: Props) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { isAllowed, reason, isPublic, modes } = options;
  const isOpen = (mode ?? modes[0] ?? (isPublic ? 'public' : 'private')) === 'public';
  return (
    <div className={styles.about}>
      {isAllowed && modes.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('reply.modes')}
          value={mode ?? modes[0] ?? ''}
          onChange={(value) => onMode(value === 'public' ? 'public' : 'private')}
          data={modes.map((one) => ({ value: one, label: t(`reply.mode.${one}`) }))}
        />
      )}
      <span id={id} className={styles.audience} data-public={isOpen}>
        <Icon name={isOpen ? 'globe' : 'lock'} size={14} />
        {isAllowed
          ? t(isOpen ? 'reply.public' : 'reply.private')
          : `${t('reply.closed')}. ${reason?.[language] ?? ''}`}
      </span>
      {isAllowed && options.needsApproval && <span>{t('approval.needed')}</span>}
      {options.until !== null && <Window until={options.until} />}
    </div>
  );
}

/** Until when the platform takes answers, counting down. */
function Window({ until }: { until: string }) {
  const { t } = useTranslation();
  const instants = useInstants();
  const { duration } = useNumbers();
  const left = Math.max(0, (Date.parse(until) - useNow()) / 1000);
  return <span>{t('reply.until', { at: instants.short(until), left: duration(left) })}</span>;
}
