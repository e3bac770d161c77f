export { parseBody } from '@deskkit/core';
