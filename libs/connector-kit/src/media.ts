import type { InboundAttachment } from '@app/report-model';
import type { ConnectorContext } from './context.js';
import type { RawEvent } from './raw-event.js';

/**
 * How a channel's files are fetched, in a job of its own after the text is stored. A channel without one: an
 * attachment with a `url` is fetched from there.
 */
export interface MediaSource<Settings> {
  /** Files come through the open session: the host fetches them in the worker that holds it. */
  readonly needsSession?: boolean;
  /**
   * See `fetchMediaUrl` for files behind an address.
   * @throws ConnectorError `media-gone` when the platform no longer has it, `media-too-large`; everything else is
   * tried again, ever more seldom, and shown to people as it is
   */
  fetch(request: MediaRequest, context: ConnectorContext<Settings>): Promise<MediaContent>;
}

export interface MediaRequest {
  readonly attachment: InboundAttachment;
  readonly messageExternalId: string;
  /** The stored event that brought the attachment; null when it is no longer kept. */
  readonly event: RawEvent | null;
  /** Larger files are refused. */
  readonly maxBytes: number;
}

export interface MediaContent {
  readonly body: Buffer;
  readonly fileName?: string;
  /** As the platform says; the host looks at the bytes. */
  readonly mimeType?: string;
}
