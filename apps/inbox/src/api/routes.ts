import type { ROUTES, RouteName } from '@app/api-contract';

type Contract = typeof ROUTES;

/**
 * Method and path of every route the screens call. A copy of the contract's, so that its schemas stay out of the
 * bundle; the compiler refuses it when the two differ.
 */
export const routes = {
  getSession: ['get', '/session'],
  signIn: ['post', '/session'],
  signOut: ['delete', '/session'],
  getActivation: ['get', '/activation/{token}'],
  activate: ['post', '/activation'],
  listUsers: ['get', '/users'],
  inviteUser: ['post', '/users'],
  changeUser: ['patch', '/users/{id}'],
  resetPassword: ['post', '/users/{id}/reset-link'],
  listAgencies: ['get', '/agencies'],
  createAgency: ['post', '/agencies'],
  listReports: ['get', '/reports'],
  countReports: ['get', '/reports/counts'],
  getReport: ['get', '/reports/{id}'],
  correctClass: ['post', '/reports/{id}/class'],
  changeStatus: ['post', '/reports/{id}/status'],
  dispose: ['post', '/reports/{id}/disposition'],
  assign: ['post', '/reports/{id}/assignee'],
  createReply: ['post', '/reports/{id}/replies'],
  resolveReply: ['post', '/replies/{id}/resolution'],
  addNote: ['post', '/reports/{id}/notes'],
  listColleagues: ['get', '/reports/{id}/colleagues'],
  listUserNotices: ['get', '/user-notices'],
  readUserNotices: ['post', '/user-notices/read'],
  signPresence: ['post', '/reports/{id}/presence'],
  listAnswerTemplates: ['get', '/answer-templates'],
  addAnswerTemplate: ['post', '/answer-templates'],
  changeAnswerTemplate: ['patch', '/answer-templates/{id}'],
  removeAnswerTemplate: ['delete', '/answer-templates/{id}'],
  decideApproval: ['post', '/replies/{id}/approval'],
  getReplyDraft: ['get', '/reports/{id}/reply-draft'],
  keepReplyDraft: ['post', '/reports/{id}/reply-draft'],
  listReplyTemplates: ['get', '/reports/{id}/reply-templates'],
  priceReply: ['post', '/reports/{id}/reply-price'],
  retryAttachment: ['post', '/attachments/{id}/retry'],
  listOutgoingWebhooks: ['get', '/outgoing-webhooks'],
  createOutgoingWebhook: ['post', '/outgoing-webhooks'],
  changeOutgoingWebhook: ['patch', '/outgoing-webhooks/{id}'],
  removeOutgoingWebhook: ['delete', '/outgoing-webhooks/{id}'],
  pingOutgoingWebhook: ['post', '/outgoing-webhooks/{id}/ping'],
  listWebhookDeliveries: ['get', '/outgoing-webhooks/{id}/deliveries'],
  redeliverWebhook: ['post', '/webhook-deliveries/{id}/redelivery'],
  searchContacts: ['get', '/contacts'],
  getContact: ['get', '/contacts/{id}'],
  mergeContact: ['post', '/contacts/{id}/merges'],
  undoMerge: ['post', '/contact-merges/{id}/undo'],
  listChannels: ['get', '/channels'],
  listConnections: ['get', '/connections'],
  listChannelOutages: ['get', '/channel-outages'],
  listNotices: ['get', '/notices'],
  readNotices: ['post', '/notices/read'],
  createConnection: ['post', '/connections'],
  changeConnection: ['patch', '/connections/{id}'],
  testConnection: ['post', '/connections/test'],
  listQuarantine: ['get', '/connections/{id}/quarantine'],
  replayEvent: ['post', '/quarantine/{id}/replay'],
  reconcile: ['get', '/reconciliation'],
  getSettings: ['get', '/settings'],
  changeSettings: ['patch', '/settings'],
} as const satisfies {
  [Name in RouteName]?: readonly [Contract[Name]['method'], Contract[Name]['path']];
};

export type CalledRoute = keyof typeof routes;
