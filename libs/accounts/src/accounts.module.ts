import { Module } from '@nestjs/common';
import { ActivateAccountService } from './activate-account.service.js';
import { ChangeAgencyService } from './change-agency.service.js';
import { ChangePasswordService } from './change-password.service.js';
import { ChangeSettingsService } from './change-settings.service.js';
import { ChangeUserService } from './change-user.service.js';
import { CreateAgencyService } from './create-agency.service.js';
import { CreateApiTokenService } from './create-api-token.service.js';
import { CreateFirstAdminLinkService } from './create-first-admin-link.service.js';
import { InviteUserService } from './invite-user.service.js';
import { IssueOneTimeLinkService } from './issue-one-time-link.service.js';
import { LimitSignInService } from './limit-sign-in.service.js';
import { NoteSignInService } from './note-sign-in.service.js';
import { OpenSessionService } from './open-session.service.js';
import { ReadSettingsService } from './read-settings.service.js';
import { ResetPasswordService } from './reset-password.service.js';
import { ResolveApiTokenService } from './resolve-api-token.service.js';
import { ResolveSessionService } from './resolve-session.service.js';
import { RevokeApiTokenService } from './revoke-api-token.service.js';
import { SignInService } from './sign-in.service.js';
import { SignOutService } from './sign-out.service.js';

const SERVICES = [
  ActivateAccountService,
  ChangePasswordService,
  ChangeSettingsService,
  ChangeUserService,
  ChangeAgencyService,
  CreateAgencyService,
  CreateApiTokenService,
  CreateFirstAdminLinkService,
  InviteUserService,
  ReadSettingsService,
  ResetPasswordService,
  ResolveApiTokenService,
  ResolveSessionService,
  RevokeApiTokenService,
  SignInService,
  SignOutService,
];

/** People, programs, agencies and settings; needs DatabaseModule. */
@Module({
  providers: [
    ...SERVICES,
    IssueOneTimeLinkService,
    LimitSignInService,
    NoteSignInService,
    OpenSessionService,
  ],
  exports: SERVICES,
})
export class AccountsModule {}
