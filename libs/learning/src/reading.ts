import { versionOf } from '@app/triage';

/** How this code reads texts: the weights of a model that was trained with another way are of no use to it. */
export const READING = versionOf([], { release: 'reading' });
