import { z } from 'zod';
import * as accounts from './accounts.js';
import * as connections from './connections.js';
import * as reports from './reports.js';
import { idSchema, type Problem } from './primitives.js';

/** Who may call a route. `anyone`: no session; `staff`: every signed-in person and every API token. */
export type RouteAccess = 'anyone' | 'staff' | 'officer' | 'admin';

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{id}` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly access: RouteAccess;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body of the success answer; absent: 204. */
  readonly response?: z.ZodType;
  /** The success answer is a file, not JSON. */
  readonly isFile?: true;
  readonly status?: 200 | 201 | 202 | 204;
  /** Stable problem codes beyond `validation`, `unauthenticated`, `forbidden`, `not-found`. */
  readonly problems?: readonly Problem['code'][];
}

/** Every REST route. The server validates with these schemas and the OpenAPI page is made from them. */
export const ROUTES = {
  getSession: {
    method: 'get',
    path: '/session',
    summary: 'Who is signed in',
    access: 'staff',
    response: accounts.sessionSchema,
  },
  signIn: {
    method: 'post',
    path: '/session',
    summary: 'Sign in with e-mail and password',
    access: 'anyone',
    body: accounts.signInSchema,
    response: accounts.sessionSchema,
    problems: ['wrong-credentials', 'too-many-attempts'],
  },
  signOut: { method: 'delete', path: '/session', summary: 'Sign out', access: 'staff' },
  getActivation: {
    method: 'get',
    path: '/activation/{token}',
    summary: 'What a one-time link is for',
    access: 'anyone',
    response: accounts.activationInfoSchema,
    problems: ['link-expired'],
  },
  activate: {
    method: 'post',
    path: '/activation',
    summary: 'Set name and password through a one-time link, and sign in',
    access: 'anyone',
    body: accounts.activationSchema,
    response: accounts.sessionSchema,
    problems: ['link-expired', 'email-taken'],
  },
  listUsers: {
    method: 'get',
    path: '/users',
    summary: 'Users',
    access: 'officer',
    response: z.array(accounts.userSchema),
  },
  inviteUser: {
    method: 'post',
    path: '/users',
    summary: 'Invite a user: answers a link that is shown once',
    access: 'admin',
    body: accounts.newUserSchema,
    response: accounts.invitationSchema,
    status: 201,
    problems: ['email-taken'],
  },
  changeUser: {
    method: 'patch',
    path: '/users/{id}',
    summary: 'Rename, disable or enable a user',
    access: 'admin',
    body: accounts.userChangeSchema,
    response: accounts.userSchema,
    problems: ['last-admin'],
  },
  resetPassword: {
    method: 'post',
    path: '/users/{id}/reset-link',
    summary: 'A one-time link to set a new password',
    access: 'admin',
    response: accounts.invitationSchema,
    status: 201,
  },
  listAgencies: {
    method: 'get',
    path: '/agencies',
    summary: 'Agencies',
    access: 'staff',
    response: z.array(accounts.agencySchema),
  },
  createAgency: {
    method: 'post',
    path: '/agencies',
    summary: 'Add an agency',
    access: 'admin',
    body: accounts.newAgencySchema,
    response: accounts.agencySchema,
    status: 201,
    problems: ['code-taken'],
  },
  listReports: {
    method: 'get',
    path: '/reports',
    summary: 'Reports, by keyset',
    access: 'staff',
    query: reports.reportQuerySchema,
    response: reports.reportPageSchema,
    problems: ['cursor-invalid'],
  },
  countReports: {
    method: 'get',
    path: '/reports/counts',
    summary: 'Counts for the side bar',
    access: 'staff',
    response: reports.reportCountsSchema,
  },
  getReport: {
    method: 'get',
    path: '/reports/{id}',
    summary: 'One report, whole',
    access: 'staff',
    response: reports.reportDetailSchema,
  },
  correctClass: {
    method: 'post',
    path: '/reports/{id}/class',
    summary: 'Correct the class or flags',
    access: 'staff',
    body: reports.classCorrectionSchema,
    response: reports.reportDetailSchema,
    problems: ['report-changed'],
  },
  changeStatus: {
    method: 'post',
    path: '/reports/{id}/status',
    summary: 'Verify, hold, close, archive, reopen',
    access: 'staff',
    body: reports.statusChangeSchema,
    response: reports.reportDetailSchema,
    problems: ['report-changed', 'status-not-allowed'],
  },
  dispose: {
    method: 'post',
    path: '/reports/{id}/disposition',
    summary: 'Send to an agency (disposisi)',
    access: 'officer',
    body: reports.dispositionSchema,
    response: reports.reportDetailSchema,
    problems: ['report-changed'],
  },
  assign: {
    method: 'post',
    path: '/reports/{id}/assignee',
    summary: 'Assign to a user, or to nobody',
    access: 'staff',
    body: reports.assignmentSchema,
    response: reports.reportDetailSchema,
    problems: ['report-changed'],
  },
  createReply: {
    method: 'post',
    path: '/reports/{id}/replies',
    summary: 'Answer on the channel where the citizen wrote',
    access: 'staff',
    body: reports.newReplySchema,
    response: reports.reportDetailSchema,
    status: 202,
    problems: ['report-changed', 'reply-not-allowed', 'reply-too-long'],
  },
  resolveReply: {
    method: 'post',
    path: '/replies/{id}/resolution',
    summary: 'Decide about an answer that failed or whose fate is unknown',
    access: 'staff',
    body: reports.replyResolutionSchema,
    response: reports.reportDetailSchema,
    problems: ['reply-not-open'],
  },
  getAttachment: {
    method: 'get',
    path: '/attachments/{id}',
    summary: 'The file of an attachment; ranges and If-None-Match are understood',
    access: 'staff',
    isFile: true,
    status: 200,
  },
  getThumbnail: {
    method: 'get',
    path: '/attachments/{id}/thumbnail',
    summary: 'A small picture of an attachment that is an image (WebP)',
    access: 'staff',
    isFile: true,
    status: 200,
  },
  retryAttachment: {
    method: 'post',
    path: '/attachments/{id}/retry',
    summary: 'Fetch a file again that is not here',
    access: 'staff',
    response: reports.reportDetailSchema,
    problems: ['attachment-not-open'],
  },
  listChannels: {
    method: 'get',
    path: '/channels',
    summary: 'Channels that can be connected',
    access: 'staff',
    response: z.array(connections.channelInfoSchema),
  },
  listConnections: {
    method: 'get',
    path: '/connections',
    summary: 'Connections with health and counts',
    access: 'officer',
    response: z.array(connections.connectionSchema),
  },
  listChannelOutages: {
    method: 'get',
    path: '/channel-outages',
    summary: 'Channels through which nothing comes at present',
    access: 'staff',
    response: z.array(connections.channelOutageSchema),
  },
  listNotices: {
    method: 'get',
    path: '/notices',
    summary: 'What admins should know about connections, newest first',
    access: 'admin',
    response: z.array(connections.noticeSchema),
  },
  readNotices: {
    method: 'post',
    path: '/notices/read',
    summary: 'Mark notices as seen, up to this one',
    access: 'admin',
    body: z.object({ upTo: z.string().regex(/^\d{1,18}$/) }),
  },
  createConnection: {
    method: 'post',
    path: '/connections',
    summary: 'Connect a channel',
    access: 'admin',
    body: connections.newConnectionSchema,
    response: connections.connectionSchema,
    status: 201,
  },
  changeConnection: {
    method: 'patch',
    path: '/connections/{id}',
    summary: 'Rename, pause, resume or change settings',
    access: 'admin',
    body: connections.connectionChangeSchema,
    response: connections.connectionSchema,
  },
  testConnection: {
    method: 'post',
    path: '/connections/test',
    summary: 'Ask the platform whether these settings work',
    access: 'admin',
    body: connections.connectionTestSchema,
    response: connections.connectionTestResultSchema,
  },
  listQuarantine: {
    method: 'get',
    path: '/connections/{id}/quarantine',
    summary: 'Events that did not become messages, with the reason',
    access: 'officer',
    query: connections.quarantineQuerySchema,
    response: z.object({
      items: z.array(connections.quarantinedEventSchema),
      nextCursor: z.string().nullable(),
    }),
  },
  replayEvent: {
    method: 'post',
    path: '/quarantine/{id}/replay',
    summary: 'Try a quarantined event again',
    access: 'admin',
    status: 202,
  },
  reconcile: {
    method: 'get',
    path: '/reconciliation',
    summary: 'received = shown + merged + ignored + quarantined + pending',
    access: 'officer',
    response: connections.reconciliationSchema,
  },
  getSettings: {
    method: 'get',
    path: '/settings',
    summary: 'Settings',
    access: 'officer',
    response: connections.systemSettingsSchema,
  },
  changeSettings: {
    method: 'patch',
    path: '/settings',
    summary: 'Change settings',
    access: 'admin',
    body: connections.systemSettingsSchema.partial(),
    response: connections.systemSettingsSchema,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
export const routeIdSchema = z.object({ id: idSchema });
