/** Why a mail is not taken in at all: trying again would end the same way. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    /** `mail-too-large`: over the limit. `mail-loop`: it has been going round between servers. */
    readonly code: 'mail-too-large' | 'mail-loop',
    message: string,
  ) {
    super(message);
  }
}
