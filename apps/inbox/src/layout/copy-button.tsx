import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.js';
import { Icon } from './icon.js';

/** `what` completes "Salin …" for its accessible name. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const label = isCopied ? t('app.copied') : t('app.copyWhat', { what });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color={isCopied ? 'laut' : 'gray'}
          aria-label={t('app.copyWhat', { what })}
          onClick={() => void copyText(value).then(setCopied)}
        >
          <Icon name={isCopied ? 'check' : 'copy'} />
        </ActionIcon>
      </Tooltip>
      <VisuallyHidden role="status">{isCopied ? t('app.copied') : null}</VisuallyHidden>
    </>
  );
}
