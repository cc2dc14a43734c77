import { parseTicketCode } from '@app/report-model';

/** `Re:` and its kin in Indonesian and other languages of mail programs. */
const ANSWER = /^(re|bls|balas|balasan|tanggapan|aw|sv|antw|tr|rv)\s*(\[\d+\]|\(\d+\))?\s*[:：]\s*/i;
const FORWARD = /^(fwd?|fw|trs|terusan|teruskan|wg)\s*(\[\d+\])?\s*[:：]\s*/i;
const TICKET = /\[([0-9a-z]{3}-[0-9a-z]{4})\]/i;

export interface ReadSubject {
  /** Without prefixes and ticket code. */
  readonly base: string;
  readonly isAnswer: boolean;
  readonly ticketCode?: string;
}

/** Takes a subject apart; the same matter has the same `base` through answers and forwards. */
export function readSubject(subject: string): ReadSubject {
  const ticketCode = parseTicketCode(TICKET.exec(subject)?.[1] ?? '');
  let base = (ticketCode ? subject.replace(TICKET, '') : subject).trim();
  let isAnswer = false;
  for (let before = ''; before !== base;) {
    before = base;
    isAnswer ||= ANSWER.test(base);
    base = base.replace(ANSWER, '').replace(FORWARD, '').trim();
  }
  return { base: base.replace(/\s+/g, ' '), isAnswer, ...(ticketCode ? { ticketCode } : {}) };
}
