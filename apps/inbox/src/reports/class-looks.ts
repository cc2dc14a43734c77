import type { ReportClass, ReportFlag } from '@app/report-model';
import type { IconName } from '../layout/icon-shapes.js';

export type Tone = 'warn' | 'blue' | 'plum' | 'calm' | 'bad' | 'good';

export const CLASS_LOOKS: Readonly<Record<ReportClass, { readonly icon: IconName; readonly tone: Tone }>> = {
  complaint: { icon: 'megaphone', tone: 'warn' },
  aspiration: { icon: 'bulb', tone: 'blue' },
  information: { icon: 'question', tone: 'good' },
  other: { icon: 'dots', tone: 'calm' },
  spam: { icon: 'forbid', tone: 'calm' },
};

/** The most pressing first. */
export const FLAG_LOOKS: Readonly<Record<ReportFlag, { readonly icon: IconName; readonly tone: Tone }>> = {
  urgent: { icon: 'flame', tone: 'bad' },
  supervisory: { icon: 'shield', tone: 'plum' },
  publicRecord: { icon: 'file', tone: 'blue' },
};
export const FLAGS_BY_WEIGHT = Object.keys(FLAG_LOOKS) as readonly ReportFlag[];
