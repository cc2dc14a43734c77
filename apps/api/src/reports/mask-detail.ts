import type { ReportDetail } from '@app/api-contract';
import { createMasker } from '@app/triage';
import { maskEmail, maskPhone } from './mask-address.js';

/**
 * A report with its personal data masked: the same number has the same placeholder in every message, earlier text,
 * answer and reason; of how the citizen can be reached enough is left to recognise it. Notes for colleagues stay as they
 * wrote them.
 */
export function maskDetail(detail: ReportDetail): ReportDetail {
  const mask = createMasker();
  const textOf = (text: string): string => mask(text).text;
  const messages = detail.messages.map((message) => ({
    ...message,
    text: textOf(message.text),
    revisions: message.revisions.map((one) => ({ ...one, text: textOf(one.text) })),
    attachments: message.attachments.map((one) => ({
      ...one,
      description: one.description && textOf(one.description),
    })),
  }));
  const replies = detail.replies.map((reply) => ({
    ...reply,
    text: textOf(reply.text),
    choices: reply.choices.map(textOf),
  }));
  const rating = detail.rating && { ...detail.rating, words: textOf(detail.rating.words) };
  return {
    ...detail,
    contact: {
      ...detail.contact,
      phone: detail.contact.phone && maskPhone(detail.contact.phone),
      email: detail.contact.email && maskEmail(detail.contact.email),
    },
    isMasked: isDifferent([messages, replies, rating], [detail.messages, detail.replies, detail.rating]),
    rating,
    messages,
    replies,
    classification: detail.classification && maskClassification(detail.classification, mask),
    facts: detail.facts && {
      ...detail.facts,
      places: detail.facts.places.map((place) => ({ ...place, text: textOf(place.text) })),
    },
  };
}

const isDifferent = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function maskClassification(
  classification: NonNullable<ReportDetail['classification']>,
  mask: ReturnType<typeof createMasker>,
): NonNullable<ReportDetail['classification']> {
  const { text, placeOf } = mask(classification.text);
  return {
    ...classification,
    text,
    evidence: classification.evidence.map((one) => {
      const { start, end } = placeOf(one.start, one.end);
      return { ...one, start, end, text: text.slice(start, end) };
    }),
  };
}
