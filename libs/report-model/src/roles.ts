/** `admin` connects channels and manages people, `officer` works the inbox, `agency-member` sees what was disposed to their agency. */
export const ROLES = ['admin', 'officer', 'agency-member'] as const;
export type Role = (typeof ROLES)[number];
