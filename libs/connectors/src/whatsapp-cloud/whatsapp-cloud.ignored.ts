import { z } from 'zod';

/** Notices about the account, its numbers and templates: no citizen speaks. `health` asks for the state itself. */
const ACCOUNT_FIELDS = new Set([
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_status_update',
  'consumer_profile',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'template_category_update',
  'template_correct_category_detection',
  'tracking_events',
]);

const noticeSchema = z.looseObject({
  event: z.string().optional().catch(undefined),
  decision: z.string().optional().catch(undefined),
  alert_info: z.looseObject({ alert_type: z.string().optional() }).optional().catch(undefined),
  disconnection_info: z.looseObject({ reason: z.string().optional() }).optional().catch(undefined),
});

/** Why a notice is no message; undefined for a field that is new. */
export function noticeReason(field: string, value: unknown): string | undefined {
  if (!ACCOUNT_FIELDS.has(field)) return undefined;
  const notice = noticeSchema.safeParse(value).data;
  const said = [
    notice?.event,
    notice?.decision,
    notice?.alert_info?.alert_type,
    notice?.disconnection_info?.reason,
  ];
  return ['a notice about the account', field, ...said].filter(Boolean).join(': ');
}
