/** `admin` connects channels and manages people, `officer` works the inbox, `agency-member` sees what was disposed to their agency. */
export const ROLES = ['admin', 'officer', 'agency-member'] as const;
export type Role = (typeof ROLES)[number];

/** Whose answers a colleague looks over before they are sent; `officers`: everybody's but admins'. */
export const REPLY_APPROVALS = ['none', 'agency-members', 'officers'] as const;
export type ReplyApproval = (typeof REPLY_APPROVALS)[number];
