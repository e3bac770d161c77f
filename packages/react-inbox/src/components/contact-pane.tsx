'use client';

import type { ConversationId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { BadgeCheck, CircleHelp, X } from 'lucide-react';
import { useContact } from '../hooks/use-contact.ts';
import { useInbox } from '../inbox-provider.tsx';
import { Avatar } from '../primitives/person/avatar.tsx';
import { contactName, headline } from '../words/names.ts';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

export interface ContactPaneProps {
  readonly conversation: ConversationView;
  readonly onOpen: (id: ConversationId) => void;
  readonly onClose: () => void;
}

/** Who writes, how well they are known, and what else they wrote about. */
export function ContactPane({ conversation, onOpen, onClose }: ContactPaneProps) {
  const { strings, locale } = useInbox();
  const { contact, conversations, failure, retry } = useContact(conversation.contact, conversation.id);
  const name = contactName(conversation, strings);
  return (
    <aside className="deskkit-contact" aria-label={strings.contact} data-pane tabIndex={-1}>
      <div className="deskkit-contact-head">
        <Avatar className="deskkit-avatar" data-size="large" of={conversation.contact} name={name} />
        <h2 dir="auto">{name}</h2>
        <button
          type="button"
          className="deskkit-icon-button deskkit-contact-close"
          title={strings.hideContact}
          onClick={onClose}
        >
          <Icon of={X} />
          <span data-visually-hidden>{strings.hideContact}</span>
        </button>
      </div>
      {failure !== undefined && <Notice title={strings.failed.contact} text={strings.failed.check} onRetry={retry} />}
      {contact && (
        <dl>
          {contact.identities.map((identity) => (
            <div key={`${identity.kind} ${identity.value}`}>
              <dt>{identity.kind === 'email' ? strings.email : strings.hostId}</dt>
              <dd>
                <bdi>{identity.value}</bdi>
                <span className="deskkit-proof" data-proof={identity.proof}>
                  <Icon of={identity.proof === 'proven' ? BadgeCheck : CircleHelp} />
                  {identity.proof === 'proven' ? strings.verified : strings.claimed}
                </span>
              </dd>
            </div>
          ))}
          {contact.identities.length === 0 && (
            <div>
              <dt>{strings.email}</dt>
              <dd>{strings.noAddress}</dd>
            </div>
          )}
          <div>
            <dt>{strings.since}</dt>
            <dd>{new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(contact.createdAt))}</dd>
          </div>
        </dl>
      )}
      {conversations && (
        <>
          <h3>{strings.earlier}</h3>
          {conversations.length === 0 && <p>{strings.noEarlier}</p>}
          <ul>
            {conversations.map((row) => (
              <li key={row.id}>
                <button type="button" onClick={() => onOpen(row.id)}>
                  <bdi>{headline(row, strings)}</bdi> <small>{strings.status[row.state.status]}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
