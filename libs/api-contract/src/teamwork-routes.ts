import { z } from 'zod';
import { reportDetailSchema } from './reports.js';
import type { Route } from './route.js';
import * as teamwork from './teamwork.js';

/** How colleagues work together on reports. */
export const TEAMWORK_ROUTES = {
  addNote: {
    method: 'post',
    path: '/reports/{id}/notes',
    summary: 'Write an internal note; the people named in it are told',
    access: 'staff',
    body: teamwork.newNoteSchema,
    response: reportDetailSchema,
    status: 201,
  },
  listColleagues: {
    method: 'get',
    path: '/reports/{id}/colleagues',
    summary: 'Who may see this report, by name',
    access: 'staff',
    response: z.array(teamwork.colleagueSchema),
  },
  listUserNotices: {
    method: 'get',
    path: '/user-notices',
    summary: 'What the person who asks was told, newest first',
    access: 'staff',
    response: z.array(teamwork.userNoticeSchema),
  },
  readUserNotices: {
    method: 'post',
    path: '/user-notices/read',
    summary: 'Mark what one was told as seen, up to this',
    access: 'staff',
    body: z.object({ upTo: z.string().regex(/^\d{1,18}$/) }),
  },
  signPresence: {
    method: 'post',
    path: '/reports/{id}/presence',
    summary: 'Say what one does at a report, every half minute or when it changes; answers who else is there',
    access: 'staff',
    body: z.object({ activity: z.enum(['viewing', 'writing', 'away']) }),
    response: teamwork.presenceSchema,
  },
  getReplyDraft: {
    method: 'get',
    path: '/reports/{id}/reply-draft',
    summary: 'The answer that the person who asks has begun',
    access: 'staff',
    response: z.object({ draft: teamwork.replyDraftSchema.nullable() }),
  },
  keepReplyDraft: {
    method: 'post',
    path: '/reports/{id}/reply-draft',
    summary: 'Keep the answer that one has begun; null forgets it',
    access: 'staff',
    body: z.object({ draft: teamwork.replyDraftSchema.nullable() }),
  },
} as const satisfies Record<string, Route>;
