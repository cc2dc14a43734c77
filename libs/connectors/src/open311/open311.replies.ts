import { storedReplies } from '@app/connector-kit';
import type { Open311Settings } from './open311.settings.js';

/** Programs fetch the answer with the request's status. */
export const open311Replies = storedReplies<Open311Settings>({ maxTextLength: 4_000, isPublic: true });
