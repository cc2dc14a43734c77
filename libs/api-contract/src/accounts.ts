import { z } from 'zod';
import { idSchema, instantSchema, roleSchema } from './primitives.js';

export const agencySchema = z
  .object({ id: idSchema, code: z.string(), name: z.string(), shortName: z.string(), isActive: z.boolean() })
  .meta({ id: 'Agency' });
export type Agency = z.infer<typeof agencySchema>;

export const newAgencySchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().trim().min(2).max(200),
  shortName: z.string().trim().min(2).max(40),
});

/** The code stays: topics and reports name the agency by it. */
export const agencyChangeSchema = newAgencySchema
  .pick({ name: true, shortName: true })
  .extend({ isActive: z.boolean() })
  .partial();

export const userSchema = z
  .object({
    id: idSchema,
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    agencyId: idSchema.nullable(),
    isDisabled: z.boolean(),
    /** False until the one-time link was used to set a password. */
    hasPassword: z.boolean(),
    lastLoginAt: instantSchema.nullable(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

/** Who is signed in. */
export const sessionSchema = z
  .object({
    user: z.object({
      id: idSchema,
      name: z.string(),
      email: z.string(),
      role: roleSchema,
      agencyId: idSchema.nullable(),
    }),
    organisationName: z.string(),
    timeZone: z.string(),
    version: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

export const signInSchema = z.object({ email: z.email().max(254), password: z.string().min(1).max(1000) });

export const newPasswordSchema = z.string().min(12).max(1000);

/** Sets name, e-mail (first admin only) and password through a one-time link. */
export const activationSchema = z.object({
  token: z.string().min(20).max(100),
  email: z.email().max(254).optional(),
  name: z.string().trim().min(2).max(100),
  password: newPasswordSchema,
});

/** What the page behind a one-time link needs to show. */
export const activationInfoSchema = z.object({
  purpose: z.enum(['first-admin', 'invitation', 'reset']),
  email: z.string().nullable(),
  name: z.string().nullable(),
});

const userFields = z.object({
  email: z.email().max(254),
  name: z.string().trim().min(2).max(100),
  role: roleSchema,
});

export const newUserSchema = userFields
  .extend({ agencyId: idSchema.nullable().default(null) })
  .refine((user) => (user.role === 'agency-member') === (user.agencyId !== null), {
    path: ['agencyId'],
    message: 'Only an agency member has an agency, and must have one',
  });

/** The link is shown once and works for 72 hours. */
export const invitationSchema = z.object({ user: userSchema, link: z.url() });

/** Another role or agency ends the user's sessions. */
export const userChangeSchema = userFields
  .extend({ agencyId: idSchema.nullable(), isDisabled: z.boolean() })
  .partial();

/** One's own; the other sessions of this person end. */
export const passwordChangeSchema = z.object({
  currentPassword: z.string().min(1).max(1000),
  newPassword: newPasswordSchema,
});
