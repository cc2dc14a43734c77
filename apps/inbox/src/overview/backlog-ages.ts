/** Names of the ages that the server tells apart, youngest first. */
export const BACKLOG_AGES = ['upTo1', 'upTo3', 'upTo7', 'upTo30', 'older'] as const;
