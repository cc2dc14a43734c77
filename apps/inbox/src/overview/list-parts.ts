import { OPEN_STATUSES, REPORT_CLASSES } from '@app/report-model';

/** Parameters of a list of all but spam, which counts as arrival only. */
export const NOT_SPAM = new URLSearchParams(
  REPORT_CLASSES.filter((name) => name !== 'spam').map((name) => ['class', name]),
).toString();

/** Parameters of a list of what is open. */
export const OPEN = new URLSearchParams(OPEN_STATUSES.map((status) => ['status', status])).toString();
