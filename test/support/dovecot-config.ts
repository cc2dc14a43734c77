/** What the configuration needs to know. */
export interface DovecotPlan {
  readonly folder: string;
  /** Whom everything runs as; nothing is privileged. */
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly lmtpPort: number;
  readonly submissionPort: number;
  /** Where submitted mail goes on to. */
  readonly relayPort: number;
}

/** Dovecot 2.3 in one folder: IMAP with and without TLS, submission, LMTP; users in a file that may change. */
export function dovecotConfig(plan: DovecotPlan): string {
  const { folder, user, group } = plan;
  const unprivileged = ['imap', 'lmtp', 'submission', 'auth-worker', 'indexer-worker', 'old-stats', 'dict']
    .map((service) => `service ${service} {\n  user = ${user}\n}`)
    .join('\n');
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp submission
listen = 127.0.0.1
hostname = localhost
ssl = yes
ssl_cert = <${folder}/server.crt
ssl_key = <${folder}/server.key
disable_plaintext_auth = no
auth_failure_delay = 0
default_login_user = ${user}
default_internal_user = ${user}
default_internal_group = ${group}
first_valid_uid = 0
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/users
}
userdb {
  driver = static
  args = uid=${plan.uid} gid=${plan.gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
${unprivileged}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plan.imapPort}
  }
  inet_listener imaps {
    port = ${plan.imapsPort}
  }
}
service submission-login {
  chroot =
  inet_listener submission {
    port = ${plan.submissionPort}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${plan.lmtpPort}
  }
}
submission_relay_host = 127.0.0.1
submission_relay_port = ${plan.relayPort}
`;
}
