/** The subject of an answer. */
export function answerSubject(title: string | undefined, ticketCode: string | undefined): string {
  return [`Re: ${title || '(tanpa judul)'}`, ...(ticketCode ? [`[${ticketCode}]`] : [])].join(' ');
}
