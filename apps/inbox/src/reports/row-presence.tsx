import { VisuallyHidden } from '@mantine/core';
import { Icon } from '../layout/icon.js';
import { useOthersAt } from '../live/use-presence.js';
import { useTexts } from '../locales/use-texts.js';

/** Somebody else is at this report. */
export function RowPresence({ reportId }: { reportId: string }) {
  const t = useTexts();
  const [other] = useOthersAt(reportId);
  if (!other) return null;
  const text = t(`presence.${other.activity}`, { name: other.name });
  return (
    <span title={text}>
      <Icon name={other.activity === 'writing' ? 'pencil' : 'eye'} size={14} />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
