import type { ConnectorContext } from './context.js';
import type { ParsedEvent, RawEvent } from './raw-event.js';

/**
 * What a platform tells only when it is asked (Instagram names a mention by its ids alone), or what it wants to hear
 * (Telegram: that a pressed button has arrived). The host stores the event first, shows the message as it is, and asks
 * afterwards, again and again while that may help.
 */
export interface DetailSource<Settings> {
  /** Whether the platform has more to say about this event than it told. Pure. */
  isNeeded(event: RawEvent): boolean;
  /**
   * Events that say it, or none. A message with the same `externalId` and without the note `content-withheld` completes the one
   * that is there.
   * @throws ConnectorError `media-gone` when there is nothing to be had any more
   */
  fetch(event: RawEvent, context: ConnectorContext<Settings>): Promise<readonly ParsedEvent[]>;
}
