import { storedReplies } from '@app/connector-kit';
import { MAX_TEXT_LENGTH } from './web-form.payload.js';
import type { WebFormSettings } from './web-form.settings.js';

/** The tracking page shows the answer. */
export const webFormReplies = storedReplies<WebFormSettings>({
  maxTextLength: MAX_TEXT_LENGTH,
  isPublic: false,
});
