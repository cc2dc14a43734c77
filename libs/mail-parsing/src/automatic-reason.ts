import type { ParsedMail } from './parsed-mail.js';

const AUTOMATIC_SUBJECT =
  /^(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|balasan otomatis|jawaban otomatis|tidak di kantor)\b/i;

/** Why nobody wrote this mail, or undefined when a person did. */
export function automaticReason({ headers, subject }: ParsedMail): string | undefined {
  const first = (name: string) => headers[name]?.[0]?.toLowerCase() ?? '';
  const submitted = first('auto-submitted').split(/[;\s(]/)[0];
  if (submitted && submitted !== 'no') return `automatic mail (Auto-Submitted: ${submitted})`;
  const precedence = first('precedence').split(/\s/)[0];
  if (precedence && ['bulk', 'junk', 'list', 'auto_reply'].includes(precedence)) {
    return `mass mail (Precedence: ${precedence})`;
  }
  if (headers['list-id']) return 'mail of a mailing list (List-Id)';
  if (headers['x-autoreply'] || headers['x-autorespond']) return 'automatic reply (X-Autoreply)';
  if (/\b(all|oof|autoreply)\b/.test(first('x-auto-response-suppress'))) {
    return 'automatic mail (X-Auto-Response-Suppress)';
  }
  if (first('return-path').replace(/\s/g, '') === '<>') return 'automatic mail (without a return address)';
  if (AUTOMATIC_SUBJECT.test(subject)) return 'automatic reply (by its subject)';
  return undefined;
}
