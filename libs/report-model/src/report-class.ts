/** What a citizen's message asks for. Indonesian labels: pengaduan, aspirasi, permintaan informasi, lainnya, spam. */
export const REPORT_CLASSES = ['complaint', 'aspiration', 'information', 'other', 'spam'] as const;
export type ReportClass = (typeof REPORT_CLASSES)[number];

/**
 * Marks that stand beside the class: `supervisory` (berkadar pengawasan, alleges misconduct by an official),
 * `publicRecord` (permohonan informasi publik, UU 14/2008), `urgent` (present danger to life, health or safety).
 */
export const REPORT_FLAGS = ['supervisory', 'publicRecord', 'urgent'] as const;
export type ReportFlag = (typeof REPORT_FLAGS)[number];
export type ReportFlags = Record<ReportFlag, boolean>;

export const NO_FLAGS: ReportFlags = { supervisory: false, publicRecord: false, urgent: false };
