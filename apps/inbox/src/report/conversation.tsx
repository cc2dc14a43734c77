import type { Message, Note, Reply, ReportDetail } from '@app/api-contract';
import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../reports/use-channels.js';
import styles from './conversation.module.css';
import { evidenceOfTexts, weightyEvidence } from './judged-parts.js';
import { MessageItem } from './message-item.js';
import { NoteItem } from './note-item.js';
import { ReplyItem } from './reply-item.js';
import type { ReportChange } from './use-report-change.js';

type Entry = { readonly at: string } & (
  { readonly message: Message } | { readonly reply: Reply } | { readonly note: Note }
);

const NEAR_END_PX = 60;

interface Props {
  report: ReportDetail;
  change: ReportChange;
  /** Above the first message, scrolling with them. */
  children: ReactNode;
}

/**
 * Messages, answers and notes in the order of their times; stays at its end while the reader is there. What nobody has
 * answered is read from its beginning.
 */
export function Conversation({ report, change, children }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useChannels();
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(report.replies.length > 0);
  const channelName = nameOf(report.channel);
  const entries = useMemo(() => entriesOf(report), [report]);
  const evidence = useMemo(() => evidenceByMessage(report), [report]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    else isAtEnd.current = element.scrollHeight - element.clientHeight < NEAR_END_PX;
  }, [entries]);
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
  };

  return (
    <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
      {children}
      <div role="log" aria-label={t('conversation.title')}>
        <ol className={styles.list}>
          {entries.map((entry) =>
            'message' in entry ? (
              <MessageItem
                key={entry.message.id}
                message={entry.message}
                channelName={channelName}
                change={change}
                evidence={evidence.get(entry.message.id) ?? []}
              />
            ) : 'note' in entry ? (
              <NoteItem key={entry.note.id} note={entry.note} />
            ) : (
              <ReplyItem
                key={entry.reply.id}
                reply={entry.reply}
                channelName={channelName}
                options={report.replyOptions}
                version={report.version}
                change={change}
              />
            ),
          )}
        </ol>
      </div>
    </div>
  );
}

function entriesOf({ messages, replies, notes }: ReportDetail): Entry[] {
  const all: Entry[] = [
    ...messages.map((message) => ({ at: message.sentAt, message })),
    ...replies.map((reply) => ({ at: reply.createdAt, reply })),
    ...notes.map((note) => ({ at: note.createdAt, note })),
  ];
  return all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function evidenceByMessage({ messages, classification }: ReportDetail) {
  const inbound = messages.filter(({ direction }) => direction === 'inbound');
  const found = classification
    ? evidenceOfTexts(
        classification.text,
        weightyEvidence(classification.evidence),
        inbound.map(({ text }) => text),
      )
    : [];
  return new Map(inbound.map(({ id }, index) => [id, found[index] ?? []]));
}
