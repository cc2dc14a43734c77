import type { Facts } from '@app/api-contract';

/** Whether a person, or any word of the report, says what it is about. */
export const isTold = ({ confidence }: Facts['topic']): boolean => confidence > 0;
