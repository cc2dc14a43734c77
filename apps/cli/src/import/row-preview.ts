import { normaliseRow, type RowEvent } from '@app/connectors';

/** A row as it would stand in the inbox. */
export interface RowPreview {
  readonly id: string;
  readonly sentAt: string;
  readonly author: string;
  /** One line, cut. */
  readonly text: string;
}

const MAX_TEXT = 120;

/** @returns `null` for a row that would be set aside or left out */
export function rowPreview(event: RowEvent): RowPreview | null {
  try {
    const normalised = normaliseRow({ ...event, receivedAt: new Date() });
    if (normalised.kind !== 'message') return null;
    const { externalId, sentAt, author, text } = normalised.message;
    return {
      id: externalId.slice(0, 24),
      sentAt,
      author: author.isAnonymous ? '(anonim)' : (author.displayName ?? author.handle ?? '-'),
      text: text.replace(/\s+/g, ' ').slice(0, MAX_TEXT),
    };
  } catch {
    return null;
  }
}
