import { z } from 'zod';

const optionalText = z.string().optional().catch(undefined);
const interactiveSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('button_reply'), button_reply: z.looseObject({ title: z.string() }) }),
  z.looseObject({
    type: z.literal('list_reply'),
    list_reply: z.looseObject({ title: z.string(), description: optionalText }),
  }),
  z.looseObject({
    type: z.literal('nfm_reply'),
    nfm_reply: z.looseObject({ body: optionalText, response_json: z.string() }),
  }),
]);
/** The form's own bookkeeping. */
const NOT_ANSWERS = new Set(['flow_token']);

/** What the citizen chose (a button, a line of a list) or filled in (a form): in their place these are their words. */
export function interactiveText(body: unknown): string {
  const reply = interactiveSchema.parse(body);
  switch (reply.type) {
    case 'button_reply':
      return reply.button_reply.title;
    case 'list_reply':
      return [reply.list_reply.title, reply.list_reply.description].filter(Boolean).join('\n');
    case 'nfm_reply':
      return formText(reply.nfm_reply.response_json) || (reply.nfm_reply.body ?? '');
  }
}

/** Whether an interactive body is the answer to a request to be called, which says nothing else. */
export function isCallPermission(body: unknown): boolean {
  return z.looseObject({ type: z.literal('call_permission_reply') }).safeParse(body).success;
}

function formText(json: string): string {
  const answers = z.record(z.string(), z.unknown()).parse(JSON.parse(json));
  return Object.entries(answers)
    .filter(([name]) => !NOT_ANSWERS.has(name))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
