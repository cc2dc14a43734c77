import { z } from 'zod';
import { DELETION_RULES, REPLY_APPROVALS } from '@app/report-model';
import { bilingualSchema, channelSchema, idSchema, instantSchema } from './primitives.js';

export const settingFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'boolean', 'choice', 'secret', 'url']),
  label: bilingualSchema,
  help: bilingualSchema.nullable(),
  isRequired: z.boolean(),
  isGenerated: z.boolean(),
  isAdvanced: z.boolean(),
  choices: z.array(z.string()),
  default: z.unknown().optional(),
});
export type SettingField = z.infer<typeof settingFieldSchema>;

export const channelInfoSchema = z
  .object({
    code: channelSchema,
    displayName: bilingualSchema,
    costNote: bilingualSchema.nullable(),
    /** What may go wrong with the account; shown before it is connected. */
    riskNote: bilingualSchema.nullable(),
    fields: z.array(settingFieldSchema),
    canPull: z.boolean(),
    canReceiveWebhooks: z.boolean(),
    hasForm: z.boolean(),
    canReply: z.boolean(),
    canBeAdded: z.boolean(),
    /** Channels whose people and conversations a connection of this one can take over. */
    takesOverFrom: z.array(channelSchema),
  })
  .meta({ id: 'Channel' });
export type ChannelInfo = z.infer<typeof channelInfoSchema>;

export const HEALTH_STATES = [
  'unchecked',
  'healthy',
  'degraded',
  'needs-reauthorisation',
  'unreachable',
] as const;

/** The calendar month in UTC, as platforms bill. */
export const spendingSchema = z.object({
  spentRupiah: z.number(),
  forecastRupiah: z.number(),
  /** What costs money stops here; null: no limit. */
  budgetRupiah: z.number().nullable(),
  items: z.array(z.object({ name: bilingualSchema, quantity: z.number(), rupiah: z.number() })),
});

export const sessionStateSchema = z.object({
  status: z.enum(['connecting', 'pairing', 'open', 'closed']),
  /** While pairing, for admins: what the QR code says, or what is typed into the phone instead. */
  qr: z.string().nullable(),
  code: z.string().nullable(),
  expiresAt: instantSchema.nullable(),
  account: z.string().nullable(),
  reason: z.string().nullable(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

/** A span in which nobody listened and the platform kept nothing for us. */
export const connectionGapSchema = z.object({
  id: idSchema,
  from: instantSchema,
  to: instantSchema,
  reason: z.enum(['stopped', 'down', 'paused', 'cursor-expired', 'cursor-jumped']),
  /** The platform's own words, where there are some. */
  detail: z.string().nullable(),
  /** `open`: being fetched; `partly`: lost up to `lostTo`, the rest was fetched. */
  state: z.enum(['open', 'recovered', 'partly', 'unrecoverable']),
  why: z.enum(['no-history', 'too-old', 'refused']).nullable(),
  whyDetail: z.string().nullable(),
  lostTo: instantSchema.nullable(),
  /** Messages that fetching afterwards has brought. */
  found: z.int(),
});
export type ConnectionGap = z.infer<typeof connectionGapSchema>;

export const connectionSchema = z
  .object({
    id: idSchema,
    channel: channelSchema,
    name: z.string(),
    status: z.enum(['active', 'paused']),
    health: z.object({
      state: z.enum(HEALTH_STATES),
      reason: z.string().nullable(),
      account: z.string().nullable(),
      checkedAt: instantSchema.nullable(),
      /** Since when it is in this state. */
      since: instantSchema,
      /** Checks and requests that failed within the last hour. */
      failuresPerHour: z.int(),
    }),
    /** A session that stays open, as the worker that runs it said last; null when none does. */
    session: sessionStateSchema.nullable(),
    /** Set while nothing has come for longer than is usual for this connection at this time of day. */
    quiet: z.object({ usualGapSeconds: z.number(), gapSeconds: z.number() }).nullable(),
    /** How long the oldest pending event has waited; 0 when none waits. */
    lagSeconds: z.number(),
    /** Spans in which nobody listened, newest first; see `state`. */
    gaps: z.array(connectionGapSchema),
    lastEventAt: instantSchema.nullable(),
    counts: z.object({
      received: z.int(),
      duplicates: z.int(),
      pending: z.int(),
      ignored: z.int(),
      quarantined: z.int(),
    }),
    /** Where the platform delivers, when it can. */
    webhookUrl: z.string().nullable(),
    /** The page for citizens, when the channel has one. */
    formUrl: z.string().nullable(),
    /** Where other programs begin, when the channel is an interface of our own. */
    apiUrl: z.string().nullable(),
    /** Without secrets; a secret that is set shows as `true` in `secretsSet`. */
    settings: z.record(z.string(), z.unknown()),
    secretsSet: z.record(z.string(), z.boolean()),
    /** Of messages that their authors delete; null: as the installation's settings have it. */
    deletionRule: z.enum(DELETION_RULES).nullable(),
    /** Null for channels that cost nothing. */
    spending: spendingSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: 'Connection' });
export type Connection = z.infer<typeof connectionSchema>;

/** A channel through which nothing comes at present; for everybody who works with reports. */
export const channelOutageSchema = z
  .object({
    connectionId: idSchema,
    name: z.string(),
    channel: channelSchema,
    state: z.enum(HEALTH_STATES),
    since: instantSchema,
  })
  .meta({ id: 'ChannelOutage' });
export type ChannelOutage = z.infer<typeof channelOutageSchema>;

export const NOTICE_KINDS = ['connection-down', 'connection-quiet', 'connection-gap'] as const;

export const noticeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    connectionId: idSchema,
    connectionName: z.string(),
    channel: channelSchema,
    /** For `connection-down`: the state, and the platform's own words. */
    state: z.enum(HEALTH_STATES).nullable(),
    reason: z.string().nullable(),
    at: instantSchema,
    /** When it was over; null while it lasts. */
    resolvedAt: instantSchema.nullable(),
    isUnread: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof noticeSchema>;

export const newConnectionSchema = z.object({
  channel: channelSchema,
  name: z.string().trim().min(1).max(100),
  settings: z.record(z.string(), z.unknown()),
  deletionRule: z.enum(DELETION_RULES).nullable().optional(),
});
export const connectionChangeSchema = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  status: z.enum(['active', 'paused']).optional(),
  /** Only the fields to change; a secret left out stays as it is. */
  settings: z.record(z.string(), z.unknown()).optional(),
  deletionRule: z.enum(DELETION_RULES).nullable().optional(),
});
/** The connection whose conversations go on here; it is paused. */
export const takeOverSchema = z.object({ predecessorId: idSchema });
export const takeOverResultSchema = z.object({
  conversations: z.int(),
  reports: z.int(),
  /** Conversations that stay where they are: groups, people without a number. */
  left: z.int(),
});

/** Tries settings that are not saved yet, or (with `connectionId`) changes to saved ones. */
export const connectionTestSchema = z.object({
  channel: channelSchema,
  connectionId: idSchema.optional(),
  settings: z.record(z.string(), z.unknown()),
});
export const connectionTestResultSchema = z.object({
  state: z.enum(HEALTH_STATES),
  reason: z.string().nullable(),
  account: z.string().nullable(),
});

/** An event's number in the ledger. */
export const ledgerNumberSchema = z.string().regex(/^\d{1,18}$/);

export const quarantinedEventSchema = z
  .object({
    /** Ledger number. */
    id: z.string(),
    kind: z.string(),
    externalId: z.string(),
    state: z.enum(['quarantined', 'ignored']),
    reason: z.string(),
    receivedAt: instantSchema,
    /** At most 2,000 characters of what the platform sent. */
    preview: z.string(),
  })
  .meta({ id: 'QuarantinedEvent' });
export type QuarantinedEvent = z.infer<typeof quarantinedEventSchema>;
export const quarantineQuerySchema = z.object({
  state: z.enum(['quarantined', 'ignored']).default('quarantined'),
  cursor: ledgerNumberSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const reconciliationSchema = z
  .object({
    received: z.int(),
    shown: z.int(),
    merged: z.int(),
    ignored: z.int(),
    quarantined: z.int(),
    pending: z.int(),
    isBalanced: z.boolean(),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof reconciliationSchema>;

export const systemSettingsSchema = z
  .object({
    organisationName: z.string().trim().min(2).max(120),
    /** A further message of one person in one conversation within this time joins the open report. Minutes. */
    joinWindowMinutes: z.int().min(0).max(43_200),
    /** Larger files of citizens are not fetched. */
    maxMediaMegabytes: z.int().min(1).max(100),
    /** A message that its author deletes: its content is hidden from lists and kept for audit, or erased; a connection may have a rule of its own. */
    deletionRule: z.enum(DELETION_RULES),
    /** Whose answers a colleague looks over before they are sent; `officers`: everybody's but admins'. */
    replyApproval: z.enum(REPLY_APPROVALS),
  })
  .meta({ id: 'SystemSettings' });
export type SystemSettings = z.infer<typeof systemSettingsSchema>;
