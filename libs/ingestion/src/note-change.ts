import type { KnownMessage } from '@app/database';
import type { PlanningContext } from './plan-message.js';

/** A message's change belongs to its report's timeline and to the screens' feed. */
export function noteChange(
  { plan, state }: PlanningContext,
  message: KnownMessage,
  kind: string,
  hasNewText: boolean,
): void {
  const report = state.report(message.reportId);
  if (!report) return;
  const touched = plan.touch(report);
  touched.hasNewText ||= hasNewText;
  if (!touched.isNew) touched.changeKind = kind;
  plan.timeline.push({ reportId: report.id, kind, actorKind: 'citizen', data: { messageId: message.id } });
}
