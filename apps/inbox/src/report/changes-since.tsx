import type { ReportDetail, TimelineEntry } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from './changes-since.module.css';
import { useEntryText } from './use-entry-text.js';

interface Props {
  report: ReportDetail;
  news: readonly TimelineEntry[];
  onSeen: () => void;
}

/** What others did while the officer was writing. Nothing is sent before it was looked at. */
export function ChangesSince({ report, news, onSeen }: Props) {
  const { t } = useTranslation();
  const textOf = useEntryText();
  if (news.length === 0) return null;
  return (
    <section className={styles.root} role="alert" aria-label={t('since.title')}>
      <strong>{t('since.title')}</strong>
      <ul className={styles.list}>
        {news.map((entry) => (
          <li key={entry.id}>
            {entry.actorName || t(`timeline.actor.${entry.actorKind}`)} · <Time at={entry.at} style="short" />{' '}
            · {textOf(entry)}
            <Words of={entry} report={report} />
          </li>
        ))}
      </ul>
      <Button type="button" size="compact-sm" variant="default" onClick={onSeen}>
        {t('since.seen')}
      </Button>
    </section>
  );
}

/** The words of the answer or note that the entry is about. */
function Words({ of: { data, kind, at }, report }: { of: TimelineEntry; report: ReportDetail }) {
  const { replyId, noteId, messageId } = data;
  const text =
    report.replies.find(({ id }) => id === replyId)?.text ??
    report.notes.find(({ id }) => id === noteId)?.text ??
    report.messages.find(({ id }) => id === messageId)?.text ??
    (kind === 'message-received' ? arrivedAt(report, at) : undefined);
  return text ? <q className={styles.words}>{text}</q> : null;
}

/** The citizen's message that came at this time. */
function arrivedAt({ messages }: ReportDetail, at: string): string | undefined {
  const distance = ({ receivedAt }: { receivedAt: string }) =>
    Math.abs(Date.parse(receivedAt) - Date.parse(at));
  const inbound = messages.filter(({ direction }) => direction === 'inbound');
  return inbound.toSorted((a, b) => distance(a) - distance(b))[0]?.text;
}
