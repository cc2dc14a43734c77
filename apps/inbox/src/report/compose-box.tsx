import type { ReportDetail } from '@app/api-contract';
import { UnstyledButton } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keyboard/use-keys.js';
import styles from './compose-box.module.css';
import { NoteBox } from './note-box.js';
import { ReplyBox } from './reply-box.js';

const KINDS = ['reply', 'note'] as const;

interface Props {
  report: ReportDetail;
  /** Brings the box onto the screen before it takes the focus. */
  onShow: () => void;
}

/** Where the officer writes: to the citizen, or to colleagues. The two never look alike. */
export function ComposeBox({ report, onShow }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('reply');
  const field = useRef<HTMLTextAreaElement>(null);
  const write = useCallback(
    (what: (typeof KINDS)[number]) => {
      flushSync(() => {
        onShow();
        setKind(what);
      });
      field.current?.focus();
    },
    [onShow],
  );
  useKeys(useMemo(() => ({ r: () => write('reply'), n: () => write('note') }), [write]));
  return (
    <div className={styles.root} data-kind={kind}>
      <div className={styles.kinds} role="group" aria-label={t('compose.kinds')}>
        {KINDS.map((one) => (
          <UnstyledButton
            key={one}
            className={styles.kind}
            aria-pressed={one === kind}
            aria-keyshortcuts={one === 'reply' ? 'r' : 'n'}
            onClick={() => write(one)}
          >
            {t(`compose.${one}`)}
          </UnstyledButton>
        ))}
      </div>
      {kind === 'reply' ? (
        <ReplyBox report={report} field={field} />
      ) : (
        <NoteBox report={report} field={field} />
      )}
    </div>
  );
}
