import type { ConversationId, Desk, Instant, Mailbox, Team, TeammateActor, WorkspaceId } from '@deskkit/core';

/** Who works in the demo, and in which teams. */
export interface DemoCast {
  readonly ines: TeammateActor;
  readonly mara: TeammateActor;
  readonly jonas: TeammateActor;
  readonly support: Team;
  readonly billing: Team;
  readonly inThreeDays: Instant;
}

/** A handful of conversations, made by the same actions as real ones. */
export async function seedConversations(desk: Desk, workspace: WorkspaceId, cast: DemoCast): Promise<void> {
  const { ines, mara, jonas, support, billing, inThreeDays } = cast;

  const export500 = await mail(desk, workspace, 'lena', {
    subject: 'The export stops at 500 rows',
    text: 'Hello,\n\nour export of last month has 500 rows, and the list on the page has more. Is there a limit?\n\nLena',
  });
  await desk.as(ines).assign({ conversation: export500, team: support.id, teammate: jonas.id });
  await note(desk, jonas, export500, 'I can see it here too. @ines was the limit raised for everybody, or per plan?');

  const twoFactor = await mail(desk, workspace, 'piet', {
    subject: 'Codes for signing in arrive late',
    text: 'Since this morning the codes take about ten minutes, and by then they no longer work.',
  });
  await desk.as(ines).assign({ conversation: twoFactor, team: support.id });
  await note(desk, mara, twoFactor, '@support two more people asked about this by phone.');

  const invoice = await mail(desk, workspace, 'tamsin', {
    subject: 'Invoice 2041 shows our old address',
    text: 'We moved in spring. Could you send the invoice again with the address below?\n\nHarbour Lane 3',
  });
  await desk.as(mara).assign({ conversation: invoice, team: billing.id, teammate: mara.id });

  const columns = await mail(desk, workspace, 'sora', {
    subject: 'The order of the columns',
    text: 'Could the date come first in the table? No hurry.',
  });
  await desk.as(jonas).claim({ conversation: columns });
  await desk.as(jonas).snooze({ conversation: columns, until: inThreeDays });

  const key = await chat(desk, workspace, 'Aylin', 'Hi! Where do I find the key for the API?');
  await desk.as(jonas).claim({ conversation: key });
  await desk.as(jonas).reply({
    conversation: key,
    body: { format: 'markdown', text: 'Under **Settings**, in the tab *Keys*. Only an owner can see it.' },
    // biome-ignore lint/suspicious/noThenProperty: the domain's word; the input is never awaited
    then: 'close',
  });

  await mail(desk, workspace, 'noor', {
    subject: 'Paying by bank transfer',
    text: 'Is it possible to pay by bank transfer instead of by card?',
  });
  await chat(desk, workspace, null, 'Hello, is somebody there? The page with my orders stays empty.');
}

async function mail(
  desk: Desk,
  workspace: WorkspaceId,
  sender: string,
  { subject, text }: { readonly subject: string; readonly text: string },
): Promise<ConversationId> {
  const messageId = `<demo-${sender}@customer.example>`;
  const from: Mailbox = {
    name: `${sender.charAt(0).toUpperCase()}${sender.slice(1)}`,
    address: `${sender}@customer.example`,
  };
  const { conversation } = await desk.receiver.receive({
    workspace,
    channel: 'email',
    externalId: messageId,
    match: null,
    from,
    verdict: 'pass',
    subject,
    body: { format: 'text', text },
    attachments: [],
    automatic: false,
    email: { from, to: [], cc: [], subject, messageId, verdict: 'pass', original: null },
  });
  return conversation;
}

async function chat(desk: Desk, workspace: WorkspaceId, name: string | null, text: string): Promise<ConversationId> {
  const visitor = await desk.openSession(workspace, null, name);
  const { conversation } = await desk.as(visitor).startChat({ body: { format: 'text', text } });
  return conversation.id;
}

function note(desk: Desk, actor: TeammateActor, conversation: ConversationId, text: string) {
  return desk.as(actor).note({ conversation, body: { format: 'markdown', text } });
}
