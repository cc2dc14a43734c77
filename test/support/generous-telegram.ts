import type { Connector, ReplySender } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';
import type { InboundMessage } from '@app/report-model';

export interface GenerousTelegram {
  readonly connectors: readonly Connector[];
  /** What the platform says when it is asked about an answer. */
  verdict: Awaited<ReturnType<NonNullable<ReplySender<unknown>['check']>>>;
  /** Only approved texts may be sent. */
  needsTemplate: boolean;
}

/** Telegram with everything that some other platform has: echoes, checks, templates, prices, two ways to answer. */
export function generousTelegram(): GenerousTelegram {
  const generous: { -readonly [Key in keyof GenerousTelegram]: GenerousTelegram[Key] } = {
    connectors: [],
    verdict: 'unknown',
    needsTemplate: false,
  };
  generous.connectors = CONNECTORS.map((connector) =>
    connector.descriptor.code === 'telegram' ? withEverything(connector, generous) : connector,
  );
  return generous;
}

function withEverything(connector: Connector, generous: GenerousTelegram): Connector {
  const { replies } = connector;
  if (!replies) throw new Error('Telegram answers');
  return {
    ...connector,
    normalise(event) {
      const { echo } = event.payload as {
        echo?: Pick<InboundMessage, 'externalId' | 'text' | 'conversation'>;
      };
      if (!echo) return connector.normalise(event);
      const author = { externalId: 'bot', isOurs: true };
      const sentAt = event.receivedAt.toISOString();
      return { kind: 'message', message: { ...echo, author, sentAt, attachments: [] } };
    },
    replies: {
      ...replies,
      availability: (target, now) => {
        const usual = replies.availability(target, now);
        const { needsTemplate } = generous;
        return usual.isAllowed ? { ...usual, modes: ['public', 'private'], needsTemplate } : usual;
      },
      templates: {
        list: async () => [
          {
            name: 'tindak_lanjut',
            language: 'id',
            text: 'Laporan {{1}} ditangani {{2}}.',
            parameterCount: 2,
            costRupiah: 600,
          },
        ],
      },
      cost: (text) => ({ parts: Math.ceil(text.length / 10), rupiah: Math.ceil(text.length / 10) * 350 }),
      check: async () => generous.verdict,
    },
  };
}
