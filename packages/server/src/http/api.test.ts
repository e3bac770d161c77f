import { afterEach, describe } from 'vitest';
import { createApiCaller } from './testing/api-caller.ts';
import { attachmentStories } from './testing/attachment-stories.ts';
import { badInputStories } from './testing/bad-input-stories.ts';
import { contactStories } from './testing/contact-stories.ts';
import { conversationStories } from './testing/conversation-stories.ts';
import { hostStories } from './testing/host-stories.ts';
import { openTestApi } from './testing/open-test-api.ts';
import { peopleStories } from './testing/people-stories.ts';
import { presenceStories } from './testing/presence-stories.ts';
import { protocolStories } from './testing/protocol-stories.ts';
import { settingsStories } from './testing/settings-stories.ts';
import type { Story } from './testing/story.ts';
import { streamStories } from './testing/stream-stories.ts';
import { visitorStories } from './testing/visitor-stories.ts';
import { ways } from './testing/ways.ts';
import { wordsStories } from './testing/words-stories.ts';

const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe.each(ways)('The API through $name', (way) => {
  const story: Story = async () => {
    const test = await openTestApi();
    ends.push(test.close);
    const mounted = await way.mount(test.api);
    ends.push(mounted.close);
    return { ...createApiCaller(mounted, test), test, way };
  };
  conversationStories(story);
  visitorStories(story);
  streamStories(story);
  attachmentStories(story);
  protocolStories(story);
  badInputStories(story);
  wordsStories(story);
  contactStories(story);
  settingsStories(story);
  peopleStories(story);
  hostStories(story);
  presenceStories(story);
});
