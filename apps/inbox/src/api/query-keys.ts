/** Names of cached answers. Keys of one topic share their first part, so a topic can be refreshed as a whole. */
export const sessionKey = ['session'] as const;
export const reportListsKey = ['report-list'] as const;
export const reportCountsKey = ['report-counts'] as const;
export const reportsKey = ['report'] as const;
export const reportKey = (id: string) => [...reportsKey, id] as const;
/** Below the report's: what makes that old makes this old. */
export const incidentKey = (reportId: string) => [...reportKey(reportId), 'incident'] as const;
export const incidentRecipientsKey = (incidentId: string) => ['incident-recipients', incidentId] as const;
export const channelsKey = ['channels'] as const;
export const connectionsKey = ['connections'] as const;
export const quarantinesKey = ['quarantine'] as const;
export const reconciliationKey = ['reconciliation'] as const;
export const contactKey = (id: string) => ['contact', id] as const;
export const contactSearchKey = ['contact-search'] as const;
export const outgoingWebhooksKey = ['outgoing-webhooks'] as const;
export const outagesKey = ['outages'] as const;
export const noticesKey = ['notices'] as const;
export const userNoticesKey = ['user-notices'] as const;
export const usersKey = ['users'] as const;
export const agenciesKey = ['agencies'] as const;
export const settingsKey = ['settings'] as const;
export const answerTemplatesKey = ['answer-templates'] as const;
export const presencesKey = ['presence'] as const;
export const presenceKey = (reportId: string) => [...presencesKey, reportId] as const;
export const tagsKey = ['tags'] as const;
export const savedViewsKey = ['saved-views'] as const;
export const bulkJobsKey = ['bulk-jobs'] as const;
export const bulkJobKey = (id: string) => [...bulkJobsKey, id] as const;
