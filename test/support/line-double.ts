import {
  ConnectorError,
  settingField,
  type Connector,
  type OutboundReply,
  type ParsedEvent,
  type SessionContext,
} from '@app/connector-kit';
import { z } from 'zod';

const settingsSchema = z.object({
  line: settingField(z.string().default('1'), { label: { id: 'Saluran', en: 'Line' } }),
});
type LineSettings = z.infer<typeof settingsSchema>;

/** One opening of the line by the host. */
export interface LineRun {
  readonly context: SessionContext<LineSettings>;
  readonly isOpen: boolean;
  /** The line breaks. */
  break(error?: ConnectorError): void;
}

/** A made-up channel that keeps a line open while Wadah runs, to see what the host makes of it. */
export class LineDouble {
  readonly runs: LineRun[] = [];
  readonly sent: OutboundReply[] = [];
  /** Whether a run opens (and offers itself) by itself. */
  opensAtOnce = true;

  get openRuns(): readonly LineRun[] {
    return this.runs.filter((run) => run.isOpen);
  }

  readonly connector: Connector<LineSettings> = {
    descriptor: {
      code: 'line-double',
      displayName: { id: 'Saluran uji', en: 'Test line' },
      settingsSchema,
      identityScope: 'connection',
    },
    session: { isEnabled: () => true, run: (context) => this.run(context) },
    replies: {
      maxTextLength: 1_000,
      lengthUnit: 'utf16',
      countLength: (text) => text.length,
      isIdempotent: true,
      needsSession: true,
      availability: () => ({ isAllowed: true, isPublic: false }),
      send: async (reply, context) => {
        if (context.session !== this) throw new ConnectorError('transient', 'The line is not open');
        this.sent.push(reply);
        return { externalId: `sent-${this.sent.length}`, status: 'sent' };
      },
    },
    example: { settings: {}, event: ({ number, text }) => lineEvent(String(number), text) },
    normalise: ({ externalId, payload, receivedAt }) => ({
      kind: 'message',
      message: {
        externalId,
        conversation: { externalId: 'ani', kind: 'private' },
        author: { externalId: 'ani', displayName: 'Ani' },
        sentAt: receivedAt.toISOString(),
        text: (payload as { text: string }).text,
        attachments: [],
      },
    }),
    health: async ({ session }) =>
      session === this
        ? { status: 'healthy', account: 'line 1' }
        : { status: 'needs-reauthorisation', reason: 'The line was refused' },
  };

  private run(context: SessionContext<LineSettings>): Promise<void> {
    return new Promise((resolve, reject) => {
      const run = {
        context,
        isOpen: true,
        break: (error = new ConnectorError('transient', 'The line broke')) => {
          run.isOpen = false;
          reject(error);
        },
      };
      this.runs.push(run);
      context.signal.addEventListener('abort', () => {
        run.isOpen = false;
        resolve();
      });
      if (!this.opensAtOnce) return;
      context.report({ status: 'open', account: 'line 1' });
      context.offer(this);
    });
  }
}

export function lineEvent(id: string, text: string): ParsedEvent {
  return { status: 'readable', kind: 'line', externalId: id, conversationKey: 'ani', payload: { text } };
}
