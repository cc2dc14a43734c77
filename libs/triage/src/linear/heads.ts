import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';

/** Columns of every row of weights: the classes in their order, then the flags in theirs. */
export const CLASS_HEADS = REPORT_CLASSES.length;
export const HEADS = CLASS_HEADS + REPORT_FLAGS.length;
