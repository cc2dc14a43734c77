import { v7 } from 'uuid';

/** UUID version 7: sorts by time, so new rows stand together in an index. */
export function newId(): string {
  return v7();
}
