import { z } from 'zod';
import * as accounts from './accounts.js';
import { API_TOKEN_ROUTES } from './api-tokens.js';
import { CLOCK_ROUTES } from './clock-rules.js';
import { AUDIT_LOG_ROUTES } from './audit-log.js';
import { ANSWERING_ROUTES } from './answering.js';
import * as connections from './connections.js';
import * as contacts from './contacts.js';
import { EXPORT_ROUTES } from './exports.js';
import { FIRST_STEPS_ROUTES } from './first-steps.js';
import { LEXICON_ROUTES } from './lexicon.js';
import { INCIDENT_ROUTES } from './incidents.js';
import { MAP_ROUTES } from './map.js';
import { MODEL_ROUTES } from './model.js';
import { OUTGOING_WEBHOOK_ROUTES } from './outgoing-webhooks.js';
import { OVERVIEW_ROUTES } from './overview.js';
import { PLACE_ALIAS_ROUTES } from './place-aliases.js';
import { SYSTEM_HEALTH_ROUTES } from './system-health.js';
import { TAXONOMY_ROUTES } from './taxonomy-routes.js';
import { REPORT_ROUTES } from './report-routes.js';
import { RETENTION_ROUTES } from './retention.js';
import type { Route } from './route.js';
import { ROUTING_RULE_ROUTES } from './routing-rules.js';
import { SORTING_ROUTES } from './sorting.js';
import { TEAMWORK_ROUTES } from './teamwork-routes.js';
import { idSchema } from './primitives.js';

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
  changePassword: {
    method: 'post',
    path: '/session/password',
    summary: 'Change one’s own password; other sessions of this person end',
    access: 'staff',
    body: accounts.passwordChangeSchema,
    status: 204,
    problems: ['current-password-wrong', 'too-many-attempts'],
  },
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
    summary: 'Change name, e-mail, role or agency of a user, disable or enable them',
    access: 'admin',
    body: accounts.userChangeSchema,
    response: accounts.userSchema,
    problems: ['last-admin', 'email-taken'],
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
    problems: ['code-taken', 'short-name-taken'],
  },
  changeAgency: {
    method: 'patch',
    path: '/agencies/{id}',
    summary: 'Rename an agency, or end or resume sending reports to it',
    access: 'admin',
    body: accounts.agencyChangeSchema,
    response: accounts.agencySchema,
    problems: ['short-name-taken'],
  },
  ...REPORT_ROUTES,
  ...TAXONOMY_ROUTES,
  ...SORTING_ROUTES,
  ...INCIDENT_ROUTES,
  ...EXPORT_ROUTES,
  ...OVERVIEW_ROUTES,
  ...MAP_ROUTES,
  ...MODEL_ROUTES,
  ...TEAMWORK_ROUTES,
  ...ANSWERING_ROUTES,
  ...OUTGOING_WEBHOOK_ROUTES,
  ...API_TOKEN_ROUTES,
  ...SYSTEM_HEALTH_ROUTES,
  ...AUDIT_LOG_ROUTES,
  ...FIRST_STEPS_ROUTES,
  ...CLOCK_ROUTES,
  ...RETENTION_ROUTES,
  ...ROUTING_RULE_ROUTES,
  ...LEXICON_ROUTES,
  ...PLACE_ALIAS_ROUTES,
  searchContacts: {
    method: 'get',
    path: '/contacts',
    summary: 'Contacts by name, handle, number or address',
    access: 'officer',
    query: contacts.contactQuerySchema,
    response: z.array(contacts.contactSummarySchema),
  },
  getContact: {
    method: 'get',
    path: '/contacts/{id}',
    summary: 'One contact with its accounts and what was joined to it',
    access: 'officer',
    response: contacts.contactSchema,
  },
  mergeContact: {
    method: 'post',
    path: '/contacts/{id}/merges',
    summary: 'Join another contact to this one; can be undone',
    access: 'officer',
    body: contacts.contactMergeSchema,
    response: contacts.contactSchema,
    problems: ['contact-not-mergeable'],
  },
  undoMerge: {
    method: 'post',
    path: '/contact-merges/{id}/undo',
    summary: 'Separate what was joined',
    access: 'officer',
    problems: ['contact-not-mergeable'],
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
  takeOverConnection: {
    method: 'post',
    path: '/connections/{id}/take-over',
    summary: 'Go on with the people and conversations of another connection of the same platform',
    access: 'admin',
    body: connections.takeOverSchema,
    response: connections.takeOverResultSchema,
    problems: ['take-over-not-possible', 'connection-busy'],
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
