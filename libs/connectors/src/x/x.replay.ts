import { bytesOf, recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';
import { messageEvent, usersById } from './x.message-events.js';
import { pageEvents } from './x.page-events.js';
import { xPageSchema } from './x.payload.js';

/** A request and what X answered, as X's own playground records them. */
const answerSchema = z.looseObject({ endpoint: z.string(), method: z.string(), response: z.unknown() });
const fetchedPageSchema = xPageSchema.extend({ data: z.array(z.unknown()).min(1) });

/** A page does not say who asked for it: nobody that we know. */
const UNKNOWN_USER = '0';

/**
 * Deliveries of the Activity API and its predecessor; of recorded requests those pages that fetching stores, and the
 * stream that carries the same activities as the webhook.
 */
export function replayX(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file)
    .flatMap((body): unknown[] => (Array.isArray(body) ? body : [body]))
    .map((body): ReplayStep => {
      const answer = answerSchema.safeParse(body).data;
      return answer ? stepOfAnswer(answer) : { by: 'webhook', body: bytesOf(body) };
    });
}

function stepOfAnswer({ method, endpoint, response }: z.infer<typeof answerSchema>): ReplayStep {
  if (endpoint === '/2/activity/stream') return { by: 'webhook', body: bytesOf(response) };
  const page = fetchedPageSchema.safeParse(response).data;
  if (method !== 'GET' || !page) {
    return { by: 'nobody', reason: `An answer to ${method} ${endpoint}, which brings no messages` };
  }
  if (endpoint !== '/2/dm_events') return { by: 'ledger', events: pageEvents(page, UNKNOWN_USER) };
  const users = usersById(Object.fromEntries((page.includes?.users ?? []).entries()));
  return { by: 'ledger', events: page.data.map((one) => messageEvent(one, users, [], UNKNOWN_USER)) };
}
